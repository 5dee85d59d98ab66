"""What it checks
    A text or page holds a valid Norwegian or Swedish national identity number: a Norwegian birth number or D-number,
    also as they are given from 2032, or a Swedish personal or coordination number with 10 or 12 digits. Numbers of
    cases, organisations, telephones and accounts are told apart by their form and by the words before them.

Why it matters
    Such a number points to one person. It may be processed only where there is a real need (personopplysningsloven
    § 12), and a published plan is no such need.

Bad
    description: Gjelder 311239 … (eleven digits)

Good
    description: Gjelder en bruker av tjenesten.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.rules.base import Hit, Rule, Subject
from plankit.rules.written import Found, first_of_each, written

_NORWEGIAN = r"(?P<no>(?<![\d.,/-])\d{6}[ \u00a0]?\d{5}(?![\d/-]|[.,]\d))"
_SWEDISH = r"(?P<se>(?<![\d.,/+-])(?:18|19|20)?\d{6}[-+]\d{4}(?![\d/-]))"
_SWEDISH_PLAIN = r"(?P<plain>(?<![\d.,/+-])(?:18|19|20)?\d{10}(?![\d/-]|[.,]\d))"
_NUMBER = re.compile(f"{_NORWEGIAN}|{_SWEDISH}|{_SWEDISH_PLAIN}", re.ASCII)
_OTHER_NUMBER = re.compile(
    r"(?:konto|account|bankgiro|plusgiro|iban|kid|faktura|isbn|journal|sak|ärende|arkiv|org)[\w.-]*[ :#]*\Z",
    re.IGNORECASE,
)
"""Words that say, right before a number, that it is none of a person."""
_PERSONAL = re.compile(
    r"(?:person|samordnings)(?:nummer|nr)[\w.]*[ :]*\Z|\bp(?:nr|\.nr)[.: ]*\Z", re.IGNORECASE
)
_FIRST = (3, 7, 6, 1, 8, 9, 4, 5, 2, 1)
_SECOND = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)


def _is_norwegian(digits: str) -> bool:
    """Whether eleven digits are a day, a number and two control digits that fit; D-numbers add 40 to the day.

    From 2032 the first control digit may leave 0, 1, 2 or 3 instead of nothing (the Tax Administration's description of
    birth numbers from 2032, as quoted by navikt/fnrvalidator in November 2025). Those given until then stay valid.
    """
    day, month = int(digits[:2]), int(digits[2:4])
    if not 1 <= (day - 40 if day > 40 else day) <= 31 or not 1 <= month <= 12:
        return False
    numbers = [int(digit) for digit in digits]
    first = sum(a * b for a, b in zip(_FIRST, numbers, strict=False))
    second = sum(a * b for a, b in zip(_SECOND, numbers, strict=True))
    return first % 11 <= 3 and second % 11 == 0


def _is_swedish(digits: str) -> bool:
    """Whether ten digits are a day and a number with its control digit; coordination numbers add 60 to the day."""
    month, day = int(digits[2:4]), int(digits[4:6])
    if not 1 <= month <= 12 or not 1 <= (day - 60 if day > 60 else day) <= 31:
        return False
    doubled = [int(digit) * (2 - place % 2) for place, digit in enumerate(digits)]
    return sum(number // 10 + number % 10 for number in doubled) % 10 == 0


def _is_of_person(found: Found) -> bool:
    digits = re.sub(r"\D", "", found.match[0])
    before = found.before(30)
    if found.match["no"]:
        return _is_norwegian(digits) and not _OTHER_NUMBER.search(before)
    if found.match["plain"] and len(digits) == 10:
        # Ten digits that begin with 0 are a telephone number more often than someone born after 1999.
        is_said = _PERSONAL.search(before) is not None
        if not is_said and (digits[0] == "0" or _OTHER_NUMBER.search(before)):
            return False
    return _is_swedish(digits[-10:])


def find(subject: Subject) -> Iterator[Hit]:
    """Each text that holds such a number. The number itself is not repeated."""
    yield from first_of_each(found.hit() for found in written(subject).find(_NUMBER) if _is_of_person(found))


RULE = Rule(
    code="PK702",
    name="national-id-number",
    severity=Severity.ERROR,
    message=N_("This text holds what is a valid national identity number."),
    hint=N_("Take the number out, also from earlier versions of the file."),
    check=find,
)
