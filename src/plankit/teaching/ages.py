"""Age limits as plans write them: `16+`, `0–18`, `under 18`."""

from __future__ import annotations

import re
from typing import NamedTuple

_FROM = re.compile(r"(\d{1,3}) ?\+|(?:over|från|fra|frå|from) (\d{1,3})(?: år| years)?", re.IGNORECASE)
_BETWEEN = re.compile(r"(\d{1,3}) ?[–-] ?(\d{1,3})(?: år| years)?", re.IGNORECASE)
_UNDER = re.compile(r"under (\d{1,3})(?: år| years)?", re.IGNORECASE)
_OLDEST = 200


class Ages(NamedTuple):
    """From which age to which, in years; the ends themselves are doubtful in some plans."""

    first: int
    last: int

    def takes(self, age: int) -> bool | None:
        """Whether somebody of that age is within it; `None` at an end, where words may mean either."""
        if age == self.last or (age == self.first and self.first > 0):
            return None
        return self.first <= age <= self.last


def read_ages(text: str | None) -> Ages | None:
    """The age limits that a text writes; `None` where it writes none, or adds something to them."""
    told = " ".join((text or "").split())
    if match := _BETWEEN.fullmatch(told):
        first, last = int(match[1]), int(match[2])
        return Ages(first, last) if first < last else None
    if match := _FROM.fullmatch(told):
        return Ages(int(match[1] or match[2]), _OLDEST)
    if match := _UNDER.fullmatch(told):
        return Ages(0, int(match[1]))
    return None
