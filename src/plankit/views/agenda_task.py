"""One thing that is to be done to keep a plan alive."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from plankit.language import N_


class Deed(StrEnum):
    """What is to be done."""

    CARRY_OUT = "carry-out"
    REPORT = "report"
    DECIDE = "decide"
    EVALUATE = "evaluate"
    RENEW = "renew"
    CHECK = "check"


WORDS = {
    Deed.CARRY_OUT: N_("Carry out"),
    Deed.REPORT: N_("Report on"),
    Deed.DECIDE: N_("Decide"),
    Deed.EVALUATE: N_("Evaluate"),
    Deed.RENEW: N_("Renew"),
    Deed.CHECK: N_("Check"),
}
"""What each deed is called."""

SOON = timedelta(days=60)
"""How near a day must be to count as soon."""


@dataclass(frozen=True, kw_only=True)
class Task:
    """One thing to do. `key` stays the same for as long as the thing and its day do."""

    key: str
    deed: Deed
    day: date
    """The last day for it."""
    title: str
    """What it is about, in words."""
    subject: str
    """Id of the entry that it is about; empty where it is about the plan as a whole."""
    agencies: tuple[str, ...] = ()
    who: str = ""
    """Who does it, in words; empty where the plan does not say."""
    until_told: str = ""
    """When, in the plan's own words."""

    def state(self, today: date) -> str:
        """`late`, `soon` (within sixty days) or `ahead`."""
        if self.day < today:
            return "late"
        return "soon" if self.day - today <= SOON else "ahead"
