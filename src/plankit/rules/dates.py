"""What can be wrong with a time as it is written, beyond that it was not understood."""

from __future__ import annotations

import re

from plankit.model.calendar_words import MONTHS
from plankit.model.partial_dates import first_day, is_impossible_date, is_partial_date, last_day
from plankit.model.when import When, WhenKind

_DOTTED = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})", re.ASCII)
_NAMED = re.compile(rf"(\d{{1,2}})\.?\s+({'|'.join(MONTHS)})\.?\s+(\d{{4}})", re.IGNORECASE)
_BETWEEN = re.compile(r"(?<=\d)\s*[–—/]\s*(?=\d)|\s+-\s+|(?<=^\d{4})-(?=\d{4}$)|\.\.")


def is_impossible(when: When) -> bool:
    """Whether it is written as a date that no calendar has: `2027-13-45`, `31.02.2027`, `31. juni 2027`."""
    text = when.text.strip().rstrip(".")
    if when.reading.kind is not WhenKind.UNREAD:
        return False
    if is_impossible_date(text):
        return True
    if match := _DOTTED.fullmatch(text):
        return not is_partial_date(f"{match[3]}-{int(match[2]):02}-{int(match[1]):02}")
    if match := _NAMED.fullmatch(text):
        return not is_partial_date(f"{match[3]}-{MONTHS[match[2].lower()]:02}-{int(match[1]):02}")
    return False


def is_reversed(when: When) -> bool:
    """Whether its end lies before its start: `2029–2026`, or `start` and `end` the wrong way round."""
    if when.start_day and when.end_day:
        return when.end_day < when.start_day
    if when.reading.kind is not WhenKind.UNREAD:
        return False
    ends = _BETWEEN.split(when.text.strip())
    return len(ends) == 2 and all(map(is_partial_date, ends)) and last_day(ends[1]) < first_day(ends[0])
