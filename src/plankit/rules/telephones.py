"""What several rules say of telephone numbers: which are mobile, and which the plan gives as numbers to call."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plankit.rules.base import Subject
from plankit.rules.written import Found

_PREFIX = r"(?:(?:\+|00)(?:47|46)[ \u00a0]?(?:\(0\)[ ]?)?)?"
_NORWEGIAN = r"[49]\d(?:\d[ \u00a0]\d\d[ \u00a0]\d{3}|(?:[ \u00a0]\d\d){3}|\d{6})"
_SWEDISH = r"0?7[02369](?:[ \u00a0-]{0,3}\d){7}"
MOBILE = re.compile(
    rf"(?<![\d.,/§-])(?<!\d[ \u00a0])(?P<prefix>{_PREFIX})(?:(?P<no>{_NORWEGIAN})|(?P<se>{_SWEDISH}))"
    r"(?![\d/-]|[.,:]\d|[ \u00a0]\d)",
    re.ASCII,
)
"""A mobile number, Norwegian or Swedish, as people write it."""

_CALL = re.compile(
    r"(?:tlf|telefon|tel|mob|mobil|mobile?nummer|phone|ring|ringe|sms|whatsapp|signal|nummer|nr)[\w.]*[ :]*\Z",
    re.IGNORECASE,
)
DUTY = re.compile(
    r"vakt|beredskap|jour|duty|krisetelefon|kriselinje|hjelpetelefon|hjelpelinje|nødtelefon|akutt|akut|døgn|dygn|24/7",
    re.IGNORECASE,
)
"""Words for a telephone that is handed on from one on duty to the next."""


def is_mobile(found: Found) -> bool:
    """Whether a place that fits `MOBILE` is a telephone number and no other number with as many digits."""
    if found.match["prefix"]:
        country = "46" if found.match["se"] else "47"
        return country in found.match["prefix"]
    number = found.match["no"] or found.match["se"]
    if found.match["se"] and number[0] != "0":
        return False
    is_bare = number.isdecimal()
    return not is_bare or number == found.text.strip() or bool(_CALL.search(found.before(20)))


def digits_of(number: str) -> str:
    """The digits of a telephone number without the country, so that two ways of writing it are one."""
    digits = re.sub(r"\D", "", number)
    digits = digits.removeprefix("00")
    if len(digits) > 8 and digits[:2] in ("47", "46"):
        digits = digits[2:]
    return digits.lstrip("0")


def to_call(subject: Subject) -> frozenset[str]:
    """The numbers that the plan's services and contacts and the guide's lines give to be called."""
    return subject.once(_to_call)


def _to_call(subject: Subject) -> frozenset[str]:
    return frozenset(digits_of(number) for number in _numbers(subject) if number)


def _numbers(subject: Subject) -> Iterator[str | None]:
    yield from (one.phone for one in subject.plan.services)
    yield from (one.value for one in subject.plan.contacts)
    if subject.guide:
        yield from (one.number for one in subject.guide.help_lines)
        yield from (one.phone for one in subject.guide.regional_centres)
