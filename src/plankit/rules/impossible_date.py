"""What it checks
    A date is written that no calendar has.

Why it matters
    Nobody knows what was meant, and nothing can be worked out from it; measures are to be dated (guide 2.4).

Bad
    deadline: 2027-13-45

Good
    deadline: 2027-12-15
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.model.when import When
from plankit.rules.base import Hit, Rule, Subject
from plankit.rules.dates import is_impossible
from plankit.rules.parts import all_values


def find(subject: Subject) -> Iterator[Hit]:
    """Each time anywhere in the plan that is written as a date and is none."""
    for entry, path, when in all_values(subject.plan, When):
        if is_impossible(when):
            yield Hit(at=entry, path=path, values={"date": when.text})


RULE = Rule(
    code="PK214",
    name="impossible-date",
    severity=Severity.ERROR,
    message=N_("No calendar has the date “{date}”."),
    hint=N_("Check month and day; the order is year-month-day."),
    check=find,
)
