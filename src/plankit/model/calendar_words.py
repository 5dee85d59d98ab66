"""Reads the words for time that Norwegian, Swedish and English plans use.

Each pattern was met in a real plan or is the same phrase in a sister language. What is not
recognised is `unread`: the words stay, and nothing is guessed.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from plankit.model.partial_dates import (
    first_day,
    is_impossible_date,
    is_partial_date,
    is_placeholder,
    last_day,
)

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januar januari january jan",
            "februar februari february feb",
            "mars march mar",
            "april apr",
            "mai maj may",
            "juni june jun",
            "juli july jul",
            "august augusti aug",
            "september sept sep",
            "oktober october okt oct",
            "november nov",
            "desember december des dec",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_YEAR = r"(?:19|20)[0-9]{2}"
_DASH = r"\s*(?:-|–|—|til|till|to|og med)\s*"
_UNTIL = r"(?:innen|inan|innan|senest|senast|before|by|until|til|till|frem til|fram til|t\.o\.m\.|i løpet av|i løpet av år|i laupet av|under|in the course of|during|utgangen av|før|førre)"
_FROM = r"(?:fra|frå|från|from|since|oppstart|start|startar|fra og med|f\.o\.m\.)"

CONTINUOUS = re.compile(
    r"(?:løpende|løypande|løbende|kontinuerlig|kontinuerleg|kontinuerligt|fortløpende|fortløpande|löpande|"
    r"continuous(?:ly)?|ongoing|pågående|hele tiden|heile tida)(?:\b.*)?",
    re.IGNORECASE | re.DOTALL,
)
AT_NEED = re.compile(r"(?:ved|vid|etter) behov|at need|as needed|when needed", re.IGNORECASE)
PLAN_PERIOD = re.compile(
    r"(?:i|gjennom|i løpet av|i laupet av|under|innenfor|within|during|in)?\s*(?:hele |heile |hela |the )?"
    r"(?:planperioden|planperiode|plan period|planens giltighetstid)",
    re.IGNORECASE,
)
NOT_APPLICABLE = re.compile(r"n/?a|ikke aktuelt|ikkje aktuelt|ej aktuellt|not applicable", re.IGNORECASE)
RECURRING = (
    (
        "P1Y",
        r"årlig|årleg|årligen|årligt|yearly|annual(?:ly)?|hvert år|kvart år|varje år|every year|(?:en|én|ein|éin) (?:gang|gong) (?:i året|om året|årlig)|en gång om året",
    ),
    (
        "P6M",
        r"halvårlig|halvårleg|halvårsvis|hvert halvår|kvart halvår|varje halvår|to ganger (?:i året|årlig)|to gonger i året|twice a year",
    ),
    ("P4M", r"tertialvis|hvert tertial|kvart tertial|tre ganger i året|varje tertial"),
    ("P3M", r"kvartalsvis|hvert kvartal|kvart kvartal|varje kvartal|quarterly|fire ganger i året"),
    ("P1M", r"månedlig|månadleg|månatligen|hver måned|kvar månad|varje månad|monthly"),
    (
        "P2Y",
        r"hvert andre år|annethvert år|kvart andre år|vartannat år|every (?:two years|other year|second year)",
    ),
    ("P4Y", r"hvert fjerde år|kvart fjerde år|vart fjärde år|every four years"),
    ("P1W", r"ukentlig|kvar veke|hver uke|varje vecka|weekly"),
)
_RECURRING = tuple(
    (period, re.compile(rf"(?:{words})\b.*", re.IGNORECASE | re.DOTALL)) for period, words in RECURRING
)


_LOOKALIKES = frozenset("\u017f\u0130\u0131\u212a")
"""Letters that a pattern without regard to case takes for s, i or k, and that no word here is written with."""


class Words(NamedTuple):
    """What the words mean; `kind` is a value of `WhenKind`."""

    kind: str
    start: date | None = None
    end: date | None = None
    recurrence: str | None = None


def _span(kind: str, start: str, end: str | None = None) -> Words:
    return Words(kind, first_day(start), last_day(end or start))


def _iso(text: str) -> Words | None:
    if not is_partial_date(text):
        return None
    kind = (
        "half-year"
        if "H" in text
        else "quarter"
        if "Q" in text
        else {4: "year", 7: "month", 10: "date"}[len(text)]
    )
    return _span(kind, text)


def _dotted_day(text: str) -> Words | None:
    match = re.fullmatch(rf"([0-9]{{1,2}})\.\s?([0-9]{{1,2}})\.\s?({_YEAR}|[0-9]{{2}})", text)
    if not match:
        return None
    year = match[3] if len(match[3]) == 4 else f"20{match[3]}"
    day = f"{year}-{int(match[2]):02}-{int(match[1]):02}"
    return _span("date", day) if is_partial_date(day) else None


def _named_day(text: str) -> Words | None:
    match = re.fullmatch(rf"([0-9]{{1,2}})\.?\s+({_MONTH})\.?\s+({_YEAR})", text, re.IGNORECASE)
    if not match:
        return None
    day = f"{match[3]}-{MONTHS[match[2].lower()]:02}-{int(match[1]):02}"
    return _span("date", day) if is_partial_date(day) else None


def _named_month(text: str) -> Words | None:
    match = re.fullmatch(rf"({_MONTH})\.?[\s-]+({_YEAR}|[0-9]{{2}})", text, re.IGNORECASE)
    if not match:
        return None
    year = match[2] if len(match[2]) == 4 else f"20{match[2]}"
    return _span("month", f"{year}-{MONTHS[match[1].lower()]:02}")


def _two_months(text: str) -> Words | None:
    match = re.fullmatch(rf"({_MONTH})\.?\s*(?:/|{_DASH})\s*({_MONTH})\.?\s+({_YEAR})", text, re.IGNORECASE)
    if not match:
        return None
    first, last = (MONTHS[match[n].lower()] for n in (1, 2))
    return _span("range", f"{match[3]}-{first:02}", f"{match[3]}-{last:02}") if first <= last else None


def _quarter(text: str) -> Words | None:
    match = re.fullmatch(
        rf"(?:Q([1-4])|([1-4])\.\s*(?:kvartal|kv\.?|quarter)|kvartal\s+([1-4]))\s*,?\s*({_YEAR})",
        text,
        re.IGNORECASE,
    )
    return _span("quarter", f"{match[4]}-Q{match[1] or match[2] or match[3]}") if match else None


def _half_year(text: str) -> Words | None:
    match = re.fullmatch(
        rf"(?:([12])\.\s*halvår|(første|fyrste|första|first)\s+(?:halvår(?:et)?|half)|(andre|andra|second)\s+"
        rf"(?:halvår(?:et)?|half)|(våren|vår|spring)|(høsten|høst|hausten|haust|hösten|höst|autumn))\s*(?:of\s+)?({_YEAR})",
        text,
        re.IGNORECASE,
    )
    if not match:
        return None
    first = match[1] == "1" or match[2] or match[4]
    return _span("half-year", f"{match[6]}-H{1 if first else 2}")


def _years(text: str) -> Words | None:
    match = re.fullmatch(rf"({_YEAR}){_DASH}({_YEAR}|[0-9]{{2}})", text, re.IGNORECASE)
    if not match:
        return None
    last = match[2] if len(match[2]) == 4 else match[1][:2] + match[2]
    return _span("range", match[1], last) if match[1] <= last else None


def _iso_range(text: str) -> Words | None:
    ends = re.split(r"\s*(?:/|–|—|\s-\s|\.\.)\s*", text)
    if len(ends) != 2 or not all(map(is_partial_date, ends)):
        return None
    start, end = first_day(ends[0]), last_day(ends[1])
    return Words("range", start, end) if start <= end else None


_POINTS = (_iso, _dotted_day, _named_day, _named_month, _two_months, _quarter, _half_year, _years, _iso_range)


def _bounded(text: str) -> Words | None:
    until = re.fullmatch(
        rf"{_UNTIL}\s+(?:utgangen av\s+|slutten av\s+|the end of\s+)?(.+)", text, re.IGNORECASE | re.DOTALL
    )
    if until and (point := _point(until[1])):
        return point
    start = re.fullmatch(rf"{_FROM}\s+(?:og med\s+|i\s+)?(.+)", text, re.IGNORECASE | re.DOTALL)
    if start and (point := _point(start[1])):
        return Words("start-only", point.start)
    return None


def _point(text: str) -> Words | None:
    return next((found for read_one in _POINTS if (found := read_one(text))), None)


@lru_cache(maxsize=4096)
def read(text: str) -> Words:
    """What `text` says of time; kind `unread` when it says nothing that is recognised."""
    words = text.strip().rstrip(".")
    if not words or len(words) > 200 or not _LOOKALIKES.isdisjoint(words):
        return Words("unread")
    if is_placeholder(words):
        return Words("placeholder")
    if is_impossible_date(words):
        return Words("unread")
    if found := _point(words) or _bounded(words):
        return found
    if NOT_APPLICABLE.fullmatch(words):
        return Words("not-applicable")
    if PLAN_PERIOD.fullmatch(words):
        return Words("plan-period")
    for period, pattern in _RECURRING:
        if pattern.fullmatch(words):
            return Words("recurring", recurrence=period)
    if CONTINUOUS.fullmatch(words):
        return Words("continuous")
    if AT_NEED.fullmatch(words):
        return Words("event")
    return Words("unread")
