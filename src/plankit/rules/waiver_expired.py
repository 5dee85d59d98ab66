"""What it checks
    A waiver whose day has passed, or whose “expires” is no date.

Why it matters
    A waiver is an agreement to look again. After its day the finding counts once more.

Bad
    expires: 2024-06-30

Good
    expires: 2027-06-30
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from plankit.findings import Severity
from plankit.language import N_
from plankit.model.knowledge import Waiver
from plankit.rules.base import Hit, Rule, Subject


def is_in_force(waiver: Waiver, today: date) -> bool:
    """Whether the waiver still counts on `today`. One without an end never does."""
    return waiver.expires.is_over(today) is False


def find(subject: Subject) -> Iterator[Hit]:
    """Each waiver that no longer counts."""
    for waiver in subject.plan.waivers:
        if not is_in_force(waiver, subject.today):
            yield Hit(
                at=waiver, path=("expires",), values={"waived": waiver.code, "date": waiver.expires.text}
            )


RULE = Rule(
    code="PK031",
    name="waiver-expired",
    severity=Severity.WARNING,
    message=N_("This waiver of {waived} no longer counts: “{date}” is over or is no date."),
    hint=N_("Mend what it waived, or decide anew and set a new day."),
    check=find,
)
