"""What it checks
    A measure leads to no goal.

Why it matters
    Measures follow from goals (guide 2.3, 2.4); the evaluation asks how far each goal was reached (guide 4.5).

Bad
    measures:
    - {id: t1, title: Opplæring}

Good
    measures:
    - {id: t1, title: Opplæring, goals: [m1]}
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.model.base import Absence
from plankit.rules.base import Hit, Rule, Subject


def find(subject: Subject) -> Iterator[Hit]:
    """Each measure without a goal that does not say why, unless the whole plan says that it has no goals."""
    if subject.plan.absence("goals") not in (None, Absence.NOT_STATED):
        return
    for measure in subject.plan.measures:
        if not measure.goals and measure.absence("goals") is Absence.NOT_STATED:
            yield Hit(at=measure, values={"id": measure.id})


RULE = Rule(
    code="PK202",
    name="measure-without-goal",
    severity=Severity.WARNING,
    message=N_("The measure “{id}” leads to no goal."),
    hint=N_("Add the ids of its goals under “goals”."),
    check=find,
)
