"""What it checks
    The answer of a teacher's own question is no longer what the plan says: what decides it is gone, its words have
    changed, the task or the step has become somebody else's, or the provision is repealed. The same where a
    `plan-exercise` asks for questions that the plan has no answer to.

Why it matters
    People do in an emergency what they have practised. The guide asks for training by the plan (guide 2.5); material
    that teaches last year's plan is worse than none, and nobody sees it go wrong.

Bad
    ~~~{plan-quiz} who-receives
    :task: receive-child-reports
    Who receives reports of worry about children?
    - [x] The school
    - [ ] Child welfare
    ~~~

Good
    ~~~{plan-quiz} who-receives
    :task: receive-child-reports
    Who receives reports of worry about children?
    - [ ] The school
    - [x] Child welfare
    ~~~
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.model.lesson import OwnExercise, OwnQuiz
from plankit.rules.base import Hit, Rule, Subject
from plankit.rules.taught import hit, own, taught
from plankit.teaching.own import asked_for
from plankit.teaching.own_kinds import GENERATED, kind_of
from plankit.teaching.own_support import support

_NOTHING = N_("the plan answers no such question")


def find(subject: Subject) -> Iterator[Hit]:
    """Each question whose answer the plan does not bear, and each exercise that it has no questions for."""
    made = taught(subject)
    if made is None:
        return
    for lesson, one in own(subject):
        if isinstance(one, OwnQuiz) and kind_of(one).kind:
            found = support(made, one)
            if found is not None:
                yield hit(lesson, one.line, reason=found.reason, what=found.what)
        elif isinstance(one, OwnExercise) and one.exercise in GENERATED and not asked_for(made, one):
            yield hit(lesson, one.line, reason=_NOTHING, what=", ".join(one.about) or one.exercise)


RULE = Rule(
    code="PK850",
    name="own-answer-unsupported",
    severity=Severity.WARNING,
    message=N_("The plan does not support this answer: {reason} (“{what}”)."),
    hint=N_(
        "Look up what the plan says now, and change the question or its answer. Until then it is left out of kits."
    ),
    check=find,
)
