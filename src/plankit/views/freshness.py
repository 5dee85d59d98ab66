"""Whether a fact of a guide was checked recently enough."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

from plankit.model.durations import DAY, read_duration
from plankit.model.when import When


@lru_cache(maxsize=64)
def day_before(day: date, duration: str) -> date | None:
    """The day that lies an ISO 8601 duration before `day`; `None` where it is none, reaches too far back
    or is not of whole days.
    """
    read = read_duration(duration)
    if read is None or read.seconds % DAY:
        return None
    month = day.year * 12 + day.month - 1 - read.months
    if month < 12:
        return None
    year, number = divmod(month, 12)
    earlier = date(year, number + 1, min(day.day, monthrange(year, number + 1)[1]))
    reach = read.seconds // DAY
    return earlier - timedelta(days=reach) if reach < earlier.toordinal() else None


def is_stale(checked: When | None, limit: str | None, day: date) -> bool:
    """Whether what was last checked then is older than `limit` on `day`; never where there is no limit or date."""
    oldest = day_before(day, limit) if limit else None
    last = checked.end_day if checked else None
    return oldest is not None and last is not None and last < oldest
