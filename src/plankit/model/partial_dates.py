"""Dates that are less precise than a day: `2027`, `2027-H1`, `2027-Q3`, `2027-06`, `2027-06-30`."""

from __future__ import annotations

import calendar
import re
from datetime import date

PARTIAL = re.compile(
    r"(?P<year>\d{4})(?:-(?:H(?P<half>[12])|Q(?P<quarter>[1-4])|(?P<month>\d{2})(?:-(?P<day>\d{2}))?))?",
    re.ASCII,
)
PLACEHOLDER = re.compile(r"\[?(?:\d{2}[\dXx]{2}|[Xx]{4})-(?:\d{2}|[Xx]{2})-(?:\d{2}|[Xx]{2})\]?", re.ASCII)
LOOKS_LIKE_DATE = re.compile(r"\d{4}-\d{1,2}(?:-\d{1,2})?", re.ASCII)


def _months(text: str) -> tuple[int, int, int, int | None] | None:
    """Year, first month, last month and day of a partial date; `None` if it is not one."""
    match = PARTIAL.fullmatch(text)
    if not match:
        return None
    year = int(match["year"])
    if not date.min.year <= year <= date.max.year:
        return None
    if match["half"]:
        return year, 6 * int(match["half"]) - 5, 6 * int(match["half"]), None
    if match["quarter"]:
        return year, 3 * int(match["quarter"]) - 2, 3 * int(match["quarter"]), None
    if not match["month"]:
        return year, 1, 12, None
    month = int(match["month"])
    if not 1 <= month <= 12:
        return None
    day = int(match["day"]) if match["day"] else None
    if day is not None and not 1 <= day <= calendar.monthrange(year, month)[1]:
        return None
    return year, month, month, day


def is_partial_date(text: str) -> bool:
    """Whether `text` is a partial date that exists in the calendar."""
    return _months(text) is not None


def is_placeholder(text: str) -> bool:
    """Whether `text` is a date with letters where digits will come, such as `2019-XX-XX`."""
    return bool(PLACEHOLDER.fullmatch(text)) and "x" in text.lower()


def is_impossible_date(text: str) -> bool:
    """Whether `text` is written like a date but no calendar has it, such as `2027-13-45`."""
    return bool(LOOKS_LIKE_DATE.fullmatch(text)) and not is_partial_date(text)


def first_day(text: str) -> date:
    """The first day that a partial date covers. Raises `ValueError` if it is not a partial date."""
    parts = _months(text)
    if parts is None:
        raise ValueError(text)
    year, first, _, day = parts
    return date(year, first, day or 1)


def last_day(text: str) -> date:
    """The last day that a partial date covers. Raises `ValueError` if it is not a partial date."""
    parts = _months(text)
    if parts is None:
        raise ValueError(text)
    year, _, last, day = parts
    return date(year, last, day or calendar.monthrange(year, last)[1])
