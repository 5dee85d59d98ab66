"""What it checks
    Neither the frame nor any evaluation says on which day, or in which month or year, the plan is evaluated.

Why it matters
    A plan without an end date counts until the date that it sets for evaluation or revision (KOSTRA form 7B);
    the guide asks for an evaluation under the plan routines (guide 4.5).

Bad
    evaluation:
    - {title: Evaluering, when: løpende}

Good
    plan: {evaluation_date: 2028-10}
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.model.base import Absence
from plankit.rules.base import Hit, Rule, Subject

_SAID = (Absence.NOT_APPLICABLE, Absence.UNKNOWN)


def find(subject: Subject) -> Iterator[Hit]:
    """The frame, if no date of evaluation is to be found and nobody says why."""
    plan = subject.plan
    if plan.plan.evaluation_date or not subject.is_whole:
        return
    if plan.plan.absence("evaluation_date") in _SAID or plan.absence("evaluation") in _SAID:
        return
    for entry in plan.evaluation:
        if entry.absence("when") in _SAID or (entry.when and (entry.when.end_day or entry.when.start_day)):
            return
    yield Hit(at=plan.plan)


RULE = Rule(
    code="PK107",
    name="evaluation-date-missing",
    severity=Severity.WARNING,
    message=N_("The plan sets no date for its evaluation."),
    hint=N_("Add “evaluation_date”, or an entry under “evaluation” whose “when” is a date."),
    check=find,
)
