"""What it checks
    An exercise in a teacher's file cannot be understood: its directive never ends, its kind is unknown, it lacks a
    question or an answer, no alternative is marked as right or several are where one should be, its id stands twice,
    or it names an objective or an audience that the guide does not have.

Why it matters
    The guide asks for training by the plan (guide 2.5). What cannot be understood is left out of the kit, and the
    teacher would miss it in front of the class.

Bad
    ~~~{plan-quiz} first-call
    Whom do you call first?
    - [ ] The police
    - [ ] The leader
    ~~~

Good
    ~~~{plan-quiz} first-call
    Whom do you call first?
    - [x] The police
    - [ ] The leader
    ~~~
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.model.lesson import OwnExercise, OwnQuiz
from plankit.rules.base import Hit, Rule, Subject
from plankit.rules.taught import Own, hit, own
from plankit.teaching.own import own_ids
from plankit.teaching.own_kinds import GENERATED, kind_of

_TWICE = N_("its id stands at another exercise too")
_NO_SUCH = N_("plankit makes no questions of that kind")
_OBJECTIVE = N_("the guide has no such objective")
_AUDIENCE = N_("the guide has no such audience")


def find(subject: Subject) -> Iterator[Hit]:
    """Each exercise that cannot be understood, with why."""
    for lesson, one in own(subject):
        for reason, what in _faults(subject, one):
            yield hit(lesson, one.line, reason=reason, what=what)
    for name, places in own_ids(subject.lessons).items():
        for lesson, one in places[1:]:
            yield hit(lesson, one.line, reason=_TWICE, what=name)


def _faults(subject: Subject, one: Own) -> Iterator[tuple[str, str]]:
    if isinstance(one, OwnQuiz):
        fault = kind_of(one).fault
        if fault:
            yield fault, one.id
    elif isinstance(one, OwnExercise) and one.exercise not in GENERATED:
        yield _NO_SUCH, one.exercise
    if subject.guide is None:
        return
    objectives = {entry.id for entry in subject.guide.objectives}
    yield from ((_OBJECTIVE, name) for name in one.objectives if name not in objectives)
    audiences = {entry.id for entry in subject.guide.audiences}
    yield from ((_AUDIENCE, name) for name in getattr(one, "audiences", ()) if name not in audiences)


RULE = Rule(
    code="PK851",
    name="own-exercise-unclear",
    severity=Severity.WARNING,
    message=N_("This exercise cannot be understood: {reason} (“{what}”)."),
    hint=N_("Look at the page on exercises of your own. Until it is mended, it is left out of kits."),
    check=find,
)
