"""Where every value of a YAML text begins and ends, so that one can be replaced and nothing else changes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import yaml

_Parser = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_events: Any = yaml.events
_BLANK = " \t\r\n"


@dataclass(slots=True)
class Span:
    """A value in a YAML text: what it is and the offsets of its first character and of what follows its last."""

    kind: str
    """`scalar`, `map`, `list` or `alias`."""
    start: int
    end: int
    column: int
    style: str | None = None
    """Of a scalar its quotes or `|` or `>`; of a map or list `flow` or `block`."""
    text: str = ""
    fixed: bool = False
    """Whether it carries an anchor or a tag: others depend on how it is written."""
    pairs: list[tuple[Span, Span]] = field(default_factory=list)
    items: list[Span] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is written there."""
        return self.kind == "scalar" and not self.text and not self.style

    @property
    def is_flow(self) -> bool:
        """Whether it is a map or list in brackets."""
        return self.style == "flow"

    def value_of(self, key: str) -> Span | None:
        """The value of the first pair with that key; `None` where there is none."""
        return next((value for name, value in self.pairs if name.text == key), None)

    def written_items(self) -> list[Span]:
        """The items that hold something, which are those that the reader counts."""
        return [item for item in self.items if not item.is_empty]

    def scalars(self) -> list[Span]:
        """Every scalar in it, keys too, in the order of the text."""
        if self.kind == "scalar":
            return [self]
        inside = [part for pair in self.pairs for part in pair] or self.items
        return [one for part in inside for one in part.scalars()]


class _Gatherer:
    def __init__(self, text: str) -> None:
        self._text = text
        self._next: Any = _Parser(text).get_event

    def root(self) -> Span | None:
        self._next()
        if type(self._next()) is _events.StreamEndEvent:
            return None
        return self._value(self._next())

    def _value(self, event: Any) -> Span:
        kind = type(event)
        start, column = event.start_mark.index, event.start_mark.column
        if kind is _events.AliasEvent:
            return Span("alias", start, event.end_mark.index, column, fixed=True)
        fixed = event.anchor is not None or event.tag is not None
        if kind is _events.ScalarEvent:
            end = event.end_mark.index
            if event.style in ("|", ">"):
                end = start + len(self._text[start:end].rstrip(_BLANK))
            return Span("scalar", start, end, column, event.style or None, event.value, fixed)
        style = "flow" if event.flow_style else "block"
        if kind is _events.MappingStartEvent:
            return self._map(Span("map", start, start, column, style, fixed=fixed))
        return self._list(Span("list", start, start, column, style, fixed=fixed))

    def _map(self, made: Span) -> Span:
        while type(event := self._next()) is not _events.MappingEndEvent:
            key = self._value(event)
            value = self._value(self._next())
            made.pairs.append((key, value))
            made.end = max(value.end, key.end)
        made.end = event.end_mark.index if made.is_flow else made.end
        return made

    def _list(self, made: Span) -> Span:
        while type(event := self._next()) is not _events.SequenceEndEvent:
            made.items.append(self._value(event))
            made.end = made.items[-1].end
        made.end = event.end_mark.index if made.is_flow else made.end
        return made


def spans_of(text: str) -> Span | None:
    """The root of the first document of a text that YAML can read; `None` where there is no content."""
    return _Gatherer(text).root()
