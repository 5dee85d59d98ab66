"""What it checks
    A text or page holds a valid Norwegian or Swedish national identity number.

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
from plankit.model.base import Entity, Translated
from plankit.model.references import entries
from plankit.rules.base import Hit, Rule, Subject

_NORWEGIAN = re.compile(r"(?<![\d.,-])\d{6}[ \u00a0-]?\d{5}(?![\d-])", re.ASCII)
_SWEDISH = re.compile(r"(?<![\d.,-])(?:19|20)?\d{6}[-+]\d{4}(?![\d-])", re.ASCII)
_DIGITS = re.compile(r"\d{6}[-+ \u00a0]?\d{4}", re.ASCII)
_FIRST = (3, 7, 6, 1, 8, 9, 4, 5, 2, 1)
_SECOND = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
Path = tuple[str | int, ...]


def _is_norwegian(digits: str) -> bool:
    """Whether eleven digits are a day, a number and two control digits that fit; D-numbers add 40 to the day."""
    day, month = int(digits[:2]), int(digits[2:4])
    if not 1 <= (day - 40 if day > 40 else day) <= 31 or not 1 <= month <= 12:
        return False
    numbers = [int(digit) for digit in digits]
    sums = (sum(a * b for a, b in zip(weights, numbers, strict=False)) for weights in (_FIRST, _SECOND))
    return all(total % 11 == 0 for total in sums)


def _is_swedish(digits: str) -> bool:
    """Whether ten digits are a day and a number with its control digit; coordination numbers add 60 to the day."""
    month, day = int(digits[2:4]), int(digits[4:6])
    if not 1 <= month <= 12 or not 1 <= (day - 60 if day > 60 else day) <= 31:
        return False
    doubled = [int(digit) * (2 - place % 2) for place, digit in enumerate(digits)]
    return sum(number // 10 + number % 10 for number in doubled) % 10 == 0


def _has_number(text: str) -> bool:
    if any(_is_norwegian(re.sub(r"\D", "", match[0])) for match in _NORWEGIAN.finditer(text)):
        return True
    return any(_is_swedish(re.sub(r"\D", "", match[0])[-10:]) for match in _SWEDISH.finditer(text))


def _gather(entry: Entity, into: list[str]) -> None:
    # Only what the file gives: most keys of most entries are not used.
    values = vars(entry)
    for key in entry.model_fields_set:
        value = values[key]
        if type(value) is str:
            into.append(value)
        elif type(value) is tuple:
            _gather_all(value, into)
        elif isinstance(value, Entity):
            _gather(value, into)


def _gather_all(values: tuple[object, ...], into: list[str]) -> None:
    for value in values:
        if type(value) is str:
            into.append(value)
        elif isinstance(value, Entity):
            _gather(value, into)
        elif isinstance(value, tuple):
            _gather_all(value, into)


def _texts(value: object, path: Path) -> Iterator[tuple[Path, str]]:
    """Every text in a value, with its path."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Translated):
        for tag, text in value.values:
            yield (*path, tag), text
    elif isinstance(value, tuple):
        for number, one in enumerate(value):
            yield from _texts(one, (*path, number))
    elif isinstance(value, Entity):
        for key in type(value).model_fields:
            yield from _texts(getattr(value, key), (*path, key))


def find(subject: Subject) -> Iterator[Hit]:
    """Each text that holds such a number. The number itself is not repeated."""
    for entry in entries(subject.plan):
        # Hardly any entry has one: all its texts are looked at together first, and one by one only then.
        together: list[str] = []
        _gather(entry, together)
        if not _DIGITS.search("\n".join(together)):
            continue
        for path, text in _texts(entry, ()):
            if _has_number(text):
                yield Hit(at=entry, path=path)


RULE = Rule(
    code="PK702",
    name="national-id-number",
    severity=Severity.ERROR,
    message=N_("This text holds what is a valid national identity number."),
    hint=N_("Take the number out, also from earlier versions of the file."),
    check=find,
)
