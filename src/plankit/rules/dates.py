"""What can be wrong with a time as it is written, beyond that it was not understood."""

from __future__ import annotations

import re
from functools import lru_cache

from plankit.model.calendar_words import MONTHS
from plankit.model.partial_dates import first_day, is_impossible_date, is_partial_date, last_day
from plankit.model.when import When

_DOTTED = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})", re.ASCII)
_NAMED = re.compile(rf"(\d{{1,2}})\.?\s+({'|'.join(MONTHS)})\.?\s+(\d{{4}})", re.IGNORECASE)
_BETWEEN = re.compile(r"(?<=\d)\s*[–—/]\s*(?=\d)|\s+-\s+|(?<=^\d{4})-(?=\d{4}$)|\.\.")


def is_impossible(when: When) -> bool:
    """Whether it is written as a date that no calendar has: `2027-13-45`, `31.02.2027`, `31. juni 2027`."""
    return not _is_explained(when) and _impossible(when.text)


def is_reversed(when: When) -> bool:
    """Whether its end lies before its start: `2029–2026`, or `start` and `end` the wrong way round."""
    if when.start and when.end:
        return last_day(when.end) < first_day(when.start)
    return not _is_explained(when) and _reversed(when.text)


def _is_explained(when: When) -> bool:
    """Whether the file says what it means, so that the words need not be understood."""
    return bool(when.kind or when.start or when.end or when.event or when.recurrence)


@lru_cache(maxsize=4096)
def _impossible(words: str) -> bool:
    text = words.strip().rstrip(".")
    if is_impossible_date(text):
        return True
    if match := _DOTTED.fullmatch(text):
        return not is_partial_date(f"{match[3]}-{int(match[2]):02}-{int(match[1]):02}")
    if match := _NAMED.fullmatch(text):
        return not is_partial_date(f"{match[3]}-{MONTHS[match[2].lower()]:02}-{int(match[1]):02}")
    return False


@lru_cache(maxsize=4096)
def _reversed(words: str) -> bool:
    ends = _BETWEEN.split(words.strip())
    return len(ends) == 2 and all(map(is_partial_date, ends)) and last_day(ends[1]) < first_day(ends[0])
