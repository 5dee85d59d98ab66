"""Where in a file a key or value stands. Worked out only for files that have findings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from plankit.findings import Place
from plankit.source.lines import Lines

_Parser = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_events = yaml.events


@dataclass(slots=True)
class _Spot:
    """A value in a YAML text: its offset, its text where it has one, and what stands in it, by key or number."""

    offset: int
    text: str | None = None
    empty: bool = False
    """Whether nothing is written there; the reader leaves such values out."""
    inside: dict[str | int, tuple[int, _Spot]] | None = None
    """For each key or number, the offset of the key and the value."""


class Places:
    """Finds lines and columns in the YAML texts of a plan folder.

    A plan without findings costs nothing: the places in a text are gathered the first time that one is
    asked for.
    """

    def __init__(self) -> None:
        self._texts: dict[str, tuple[str, int]] = {}
        self._spots: dict[str, tuple[_Spot | None, Lines]] = {}

    def add(self, file: str, text: str, first_line: int = 1) -> None:
        """Remember the YAML `text` of `file`, which starts on `first_line` of it.

        The text must be one that `read_yaml` could read.
        """
        self._texts[file] = (text, first_line)

    def find(self, file: str, path: Sequence[str | int], *, at_key: bool = False) -> Place:
        """The place of the value at `path`, or of its key; of what comes nearest where the path ends early."""
        if file not in self._texts:
            return Place(file)
        text, first_line = self._texts[file]
        if file not in self._spots:
            self._spots[file] = _Gatherer(text).root(), Lines(text)
        root, lines = self._spots[file]
        if root is None:
            return Place(file, first_line)
        line, column = lines.place(_offset(root, path, at_key=at_key))
        return Place(file, line + first_line - 1, column)


def _offset(spot: _Spot, path: Sequence[str | int], *, at_key: bool) -> int:
    offset = spot.offset
    for depth, step in enumerate(path):
        if spot.inside is None or step not in spot.inside:
            return offset
        key, spot = spot.inside[step]
        last = depth == len(path) - 1
        offset = key if (last and at_key) or spot.empty else spot.offset
    return offset


class _Gatherer:
    """Gathers the spots of the first document of a text.

    Not done with `yaml.compose`, which refuses what the reader accepts with a finding: an anchor defined
    twice, or a second document.
    """

    def __init__(self, text: str) -> None:
        self._next: Any = _Parser(text).get_event
        self._anchors: dict[str, _Spot] = {}

    def root(self) -> _Spot | None:
        self._next()
        if type(self._next()) is _events.StreamEndEvent:
            return None
        return self._value(self._next())

    def _value(self, event: Any) -> _Spot:
        offset = event.start_mark.index
        kind = type(event)
        if kind is _events.AliasEvent:
            return self._anchors.get(event.anchor) or _Spot(offset)
        if kind is _events.ScalarEvent:
            spot = _Spot(offset, event.value, not event.value and not event.style)
        else:
            inside = self._mapping() if kind is _events.MappingStartEvent else self._list()
            spot = _Spot(offset, inside=inside)
        if event.anchor is not None:
            self._anchors[event.anchor] = spot
        return spot

    def _mapping(self) -> dict[str | int, tuple[int, _Spot]]:
        inside: dict[str | int, tuple[int, _Spot]] = {}
        while type(event := self._next()) is not _events.MappingEndEvent:
            key = self._value(event)
            value = self._value(self._next())
            if key.text is not None:
                inside.setdefault(key.text, (event.start_mark.index, value))
        return inside

    def _list(self) -> dict[str | int, tuple[int, _Spot]]:
        inside: dict[str | int, tuple[int, _Spot]] = {}
        while type(event := self._next()) is not _events.SequenceEndEvent:
            value = self._value(event)
            if not value.empty:
                inside[len(inside)] = event.start_mark.index, value
        return inside
