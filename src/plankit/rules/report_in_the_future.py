"""What it checks
    The date of a report on progress lies in the future.

Why it matters
    A report tells what was started, carried out and ended (guide 4.1), not what is hoped for. A wrong year also moves it
    into a period that nobody has reached.

Bad
    progress:
    - {measure: t1, date: 2072-01-15, status: gjennomført}

Good
    progress:
    - {measure: t1, date: 2027-01-15, status: gjennomført}
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.rules.base import Hit, Rule, Subject


def find(subject: Subject) -> Iterator[Hit]:
    """Each report whose first possible day is after today."""
    for one in subject.plan.progress:
        day = one.date.start_day or one.date.end_day
        if day is not None and day > subject.today:
            yield Hit(at=one, path=("date",), values={"measure": one.measure, "date": one.date.text})


RULE = Rule(
    code="PK531",
    name="report-in-the-future",
    severity=Severity.WARNING,
    message=N_("The report on “{measure}” is dated {date}, which has not been yet."),
    hint=N_("Write the day that it was reported. What is to come belongs in “next_step”."),
    check=find,
)
