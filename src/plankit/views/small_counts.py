"""Which figures count so few people that somebody could be recognised."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from functools import lru_cache

from plankit.model.base import Text, Translated

DEFAULT = Decimal(5)
"""Figures below this are small where the plan says nothing.

Statistics Norway hides counts below 3 in some tables; less than 5 is usual in health statistics. The second could not
be confirmed in a source, and no act was found that fixes a number: a municipality may choose another.
"""

_SHARE = re.compile(r"%|\b(?:prosent|procent|percent|per cent|pst|andel|share)\b", re.IGNORECASE)
_NO_PEOPLE = re.compile(
    r"\b(?:kr|kroner|kronor|nok|sek|euro?|mill|millioner|miljoner|dag|dager|dagar|dagers|days?|døgn|dygn|uker|veker|veckor|"
    r"weeks?|måneder|månader|månad|months?|timer|timar|timmar|hours?|minutter|minutt|minuter|minutes?|år|years?|årsverk|"
    r"årsarbeten|årsarbetskrafter|prosentpoeng|procentenheter|median|gjennomsnitt|genomsnitt|gjennomsnittlig|average|"
    r"mean|indeks|index|promille|poeng|poäng|points?)\b|\bp(?:er|r\.?) ?1[ .]?0{2,}",
    re.IGNORECASE,
)
_WORDS = {
    "nb": "én to tre fire fem seks sju åtte ni ti elleve tolv",
    "nn": "éin to tre fire fem seks sju åtte ni ti elleve tolv",
    "sv": "ett två tre fyra fem sex sju åtta nio tio elva tolv",
    "en": "one two three four five six seven eight nine ten eleven twelve",
}
"""One as an article says nothing of a number: in Norwegian only the word with an accent counts."""


def number(text: str | None) -> Decimal | None:
    """The number that a file gives; `None` where there is none."""
    try:
        return Decimal(text) if text else None
    except InvalidOperation:
        return None


def in_words(text: Text | None) -> tuple[str, ...]:
    """A text in every language that it is written in."""
    if text is None:
        return ()
    return tuple(one for _, one in text.values) if isinstance(text, Translated) else (text,)


def is_share(unit: Text | None) -> bool:
    """Whether the unit says that the figure is a part of hundred."""
    return any(_SHARE.search(one) for one in in_words(unit))


def counts_people(unit: Text | None, said: bool | None) -> bool:
    """Whether a figure counts people or their cases: as the plan says, else unless its unit is money, time or a mean."""
    return said if said is not None else not any(_NO_PEOPLE.search(one) for one in in_words(unit))


def is_small(value: str | None, base: str | None, unit: Text | None, below: Decimal) -> bool:
    """Whether a figure, what it is a part of, or the rest of that, is more than none and fewer than `below`."""
    count, whole = number(value), number(base)
    if count is not None and is_share(unit):
        count = None if whole is None else (count * whole / 100).quantize(Decimal(1), ROUND_HALF_UP)
    if count is not None and count != count.to_integral_value():
        count = None
    rest = whole - count if whole is not None and count is not None else None
    return any(one is not None and 0 < one < below for one in (count, whole, rest))


def tells(text: Text | None, value: Decimal, language: str) -> bool:
    """Whether words repeat a whole number, in digits or written out."""
    if isinstance(text, Translated):
        return any(tells(one, value, tag.split("-")[0]) for tag, one in text.values)
    return bool(text and _said(value, language).search(text))


@lru_cache(maxsize=256)
def _said(value: Decimal, language: str) -> re.Pattern[str]:
    digits = rf"(?<![\d.,])\s?{value.normalize():f}(?!\d|[.,]\d)"
    words = _WORDS.get(language, "").split()
    if value == value.to_integral_value() and 1 <= value <= len(words):
        digits += rf"|\b{words[int(value) - 1]}\b"
    return re.compile(digits, re.IGNORECASE)
