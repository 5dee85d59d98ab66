"""What it checks
    A word stands in a field that pages are sorted and grouped by, and nothing tells what it means.

Why it matters
    Reporting asks which measures are started, carried out and ended (guide 4.1); a status that nobody can read
    is left out of every such list.

Bad
    status: ferdi

Good
    status: ferdig

    vocabulary:                  # or tell what your own word means
    - {field: measure-status, term: i mål, code: done}
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from plankit.findings import Severity
from plankit.language import N_
from plankit.model.base import Entity
from plankit.model.references import entity_in, entries
from plankit.model.vocabulary import CHECKED_LISTS, CODED_FIELDS
from plankit.rules.base import Hit, Rule, Subject


class _Slot(NamedTuple):
    field: str
    words: str | None
    """The list of codes that the words belong to; `None` for a key that holds values with such keys."""


@lru_cache(maxsize=None)
def _slots(cls: type[Entity]) -> tuple[_Slot, ...]:
    slots = []
    for field, info in cls.model_fields.items():
        keys = (f"{ancestor.__name__}.{field}" for ancestor in cls.__mro__)
        words = next((CODED_FIELDS[key] for key in keys if key in CODED_FIELDS), None)
        inner = entity_in(info.annotation)
        if words in CHECKED_LISTS:
            slots.append(_Slot(field, words))
        elif inner is not None and (inner is cls or _slots(inner)):
            slots.append(_Slot(field, None))
    return tuple(slots)


def _words(part: Entity, path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], str, str]]:
    """Every word in a checked field of `part`: its path, its list and the word."""
    for field, words in _slots(type(part)):
        value = getattr(part, field)
        if not value:
            continue
        if words is not None and type(value) is str:
            yield (*path, field), words, value
        elif words is not None:
            yield from (((*path, field, number), words, one) for number, one in enumerate(value))
        elif type(value) is tuple:
            for number, one in enumerate(value):
                yield from _words(one, (*path, field, number))
        else:
            yield from _words(value, (*path, field))


def find(subject: Subject) -> Iterator[Hit]:
    """Each word in a checked field that has no code and is not said to have none."""
    vocabulary = subject.vocabulary
    checked = {words for words in CHECKED_LISTS if vocabulary.has(words)}
    known: dict[tuple[str, str], bool] = {}
    near: dict[tuple[str, str], str | None] = {}
    for entry in entries(subject.plan):
        for path, words, word in _words(entry, ()):
            key = (words, word)
            if words not in checked or known.setdefault(key, vocabulary.knows(words, word)):
                continue
            if key not in near:
                near[key] = vocabulary.suggest(words, word)
            yield Hit(at=entry, path=path, values={"word": word, "list": words}, suggestion=near[key])


RULE = Rule(
    code="PK210",
    name="unmapped-word",
    severity=Severity.WARNING,
    message=N_("Nothing tells what the word “{word}” means here."),
    hint=N_(
        "Write a word of the list “{list}”, or add yours under “vocabulary” with the code that it stands for."
    ),
    check=find,
)
