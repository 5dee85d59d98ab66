"""How long an ISO 8601 duration is, as far as that can be said of months and years."""

from __future__ import annotations

from datetime import timedelta
from functools import lru_cache
from typing import NamedTuple

from plankit.model.durations import read_duration

_MONTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class Length(NamedTuple):
    """The shortest and the longest that a duration can be."""

    shortest: timedelta
    longest: timedelta

    def __add__(self, other: object) -> Length:
        if not isinstance(other, Length):
            return NotImplemented
        return Length(self.shortest + other.shortest, self.longest + other.longest)


NOTHING = Length(timedelta(0), timedelta(0))


@lru_cache(maxsize=1024)
def length(duration: str | None) -> Length | None:
    """How long `duration` is; `None` where it is none."""
    read = read_duration(duration)
    if read is None:
        return None
    exact = timedelta(seconds=read.seconds)
    short, long = _days(read.months)
    return Length(exact + timedelta(days=short), exact + timedelta(days=long))


def _days(months: int) -> tuple[int, int]:
    """The fewest and most days that so many months in a row have."""
    years, rest = divmod(months, 12)
    spans = [sum(_MONTHS[(first + number) % 12] for number in range(rest)) for first in range(12)]
    leap = 1 if rest else 0
    return years * 365 + years // 4 + min(spans), years * 365 + (years + 3) // 4 + max(spans) + leap
