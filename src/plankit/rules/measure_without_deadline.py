"""What it checks
    A measure does not say when it is done or due.

Why it matters
    Measures are dated (guide 2.4, 2.7), and a plan needs a timetable to count in the statistics (KOSTRA form 7B).

Bad
    measures:
    - {id: t1, title: Opplæring}

Good
    measures:
    - {id: t1, title: Opplæring, deadline: innen Q3 2027}
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.model.base import Absence
from plankit.rules.base import Hit, Rule, Subject


def find(subject: Subject) -> Iterator[Hit]:
    """Each measure without a deadline that does not say why."""
    for measure in subject.plan.measures:
        if not measure.deadline and measure.absence("deadline") is Absence.NOT_STATED:
            yield Hit(at=measure, values={"id": measure.id})


RULE = Rule(
    code="PK205",
    name="measure-without-deadline",
    severity=Severity.WARNING,
    message=N_("The measure “{id}” does not say when it is due."),
    hint=N_("Add “deadline”, in the plan's own words or as a date."),
    check=find,
)
