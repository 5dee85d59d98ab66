"""Every word that a plan writes, under whatever key, made so that one search goes through them all."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from plankit.model.base import Entity, Translated
from plankit.model.plan import Page
from plankit.model.references import entries
from plankit.rules.base import Hit, Subject

Path = tuple[str | int, ...]


class Found(NamedTuple):
    """A place in a text of the plan that fits a pattern."""

    entry: Entity
    path: Path
    text: str
    match: re.Match[str]

    def hit(self, **values: object) -> Hit:
        """The place as a rule tells it: in a page the very words, elsewhere the value."""
        if isinstance(self.entry, Page) and self.path == ("text",):
            return Hit(at=self.entry, offset=self.match.start(), values=values)
        return Hit(at=self.entry, path=self.path, values=values)

    def before(self, length: int) -> str:
        """As many characters as that before the place."""
        return self.text[max(0, self.match.start() - length) : self.match.start()]


@dataclass(frozen=True)
class Written:
    """All entries with their words, and these in one text."""

    entries: tuple[Entity, ...]
    joined: str
    starts: tuple[int, ...]

    def find(self, pattern: re.Pattern[str]) -> Iterator[Found]:
        """Every place that fits `pattern`, in the order of kinds and files."""
        # Hardly any entry has one: all words are looked at together first, and one by one only then.
        numbers = dict.fromkeys(
            bisect_right(self.starts, match.start()) - 1 for match in pattern.finditer(self.joined)
        )
        for number in numbers:
            entry = self.entries[number]
            for path, text in texts_of(entry):
                for match in pattern.finditer(text):
                    yield Found(entry, path, text, match)


def written(subject: Subject) -> Written:
    """The words of the plan. Several rules look through them: they are gathered once."""
    return subject.once(_written)


def first_of_each(hits: Iterator[Hit]) -> Iterator[Hit]:
    """The hits without those at a place that was told of already."""
    seen: set[tuple[int, Path, int | None]] = set()
    for hit in hits:
        key = (id(hit.at), hit.path, hit.offset)
        if key not in seen:
            seen.add(key)
            yield hit


def _written(subject: Subject) -> Written:
    found = tuple(entries(subject.plan))
    texts = []
    for entry in found:
        words: list[str] = []
        _gather(entry, words)
        texts.append("\x1f".join(words))
    starts = (0, *accumulate(len(text) + 1 for text in texts))
    return Written(found, "\x1e".join(texts), starts[:-1])


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


def texts_of(value: object, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Every text in a value, with its path."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Translated):
        for tag, text in value.values:
            yield (*path, tag), text
    elif isinstance(value, tuple):
        for number, one in enumerate(value):
            yield from texts_of(one, (*path, number))
    elif isinstance(value, Entity):
        for key in type(value).model_fields:
            yield from texts_of(getattr(value, key), (*path, key))
