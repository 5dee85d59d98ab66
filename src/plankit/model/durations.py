"""ISO 8601 durations, to the second, and what comes after one."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import UTC, datetime
from functools import lru_cache
from typing import NamedTuple

_PATTERN = re.compile(
    r"P(?=[\dT])(?:(\d{1,3})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?"
    r"(?:T(?=\d)(?:(\d{1,5})H)?(?:(\d{1,6})M)?(?:(\d{1,7})S)?)?",
    re.ASCII,
)
MINUTE, HOUR, DAY = 60, 3_600, 86_400


class Duration(NamedTuple):
    """Whole months, whose length the calendar decides, and seconds."""

    months: int
    seconds: int


@lru_cache(maxsize=256)
def read_duration(text: str | None) -> Duration | None:
    """The duration that `text` writes; `None` where it writes none."""
    match = _PATTERN.fullmatch(text.strip()) if text else None
    if match is None or not any(match.groups()):
        return None
    years, months, weeks, days, hours, minutes, seconds = (int(part or 0) for part in match.groups())
    rest = (weeks * 7 + days) * DAY + hours * HOUR + minutes * MINUTE + seconds
    return Duration(years * 12 + months, rest)


def after(moment: int, duration: Duration) -> int:
    """The second that lies `duration` after `moment`, both counted in UTC; never one before `moment`."""
    if not duration.months:
        return moment + duration.seconds
    then = datetime.fromtimestamp(moment, UTC)
    year, month = divmod(then.year * 12 + then.month - 1 + duration.months, 12)
    day = min(then.day, monthrange(year, month + 1)[1])
    return int(then.replace(year=year, month=month + 1, day=day).timestamp()) + duration.seconds
