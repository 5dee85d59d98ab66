"""YAML to plain mappings, lists and texts. YAML gives no value a type here.

Read from the parser's events, because every ready-made loader types scalars: `NO` would be false,
`0301` would be 193 and `22:30` a number of seconds. A scalar is the text that stands in the file.
What the format has no use for (anchors, tags, further documents) is a problem and never followed far.
"""

from __future__ import annotations

from typing import Any

import yaml

from plankit.findings import Problem
from plankit.source.limits import MAX_ALIASES, MAX_DEPTH, MAX_EXPANDED
from plankit.source.lines import Lines

_Parser = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_events = yaml.events

Raw = dict[str, Any] | list[Any] | str | None
"""What a file holds: mappings, lists, texts, and `None` for a key with nothing after it."""


class _StopError(Exception):
    """The file cannot be read any further; the reason is already among the problems."""


class _Reader:
    """Reads one document, event by event."""

    def __init__(self, text: str, file: str, first_line: int) -> None:
        self.problems: list[Problem] = []
        self._file = file
        self._lines = Lines(text)
        self._shift = first_line - 1
        self._anchors: dict[str, tuple[Raw, int]] = {}
        self._open_anchors: set[str] = set()
        self._aliases = 0
        self._expanded = 0
        self._count = 0
        self._text = text
        self._next: Any = None

    def _problem(self, code: str, event: Any, **values: object) -> None:
        self._problem_at(code, event.start_mark.index, **values)

    def _problem_at(self, code: str, offset: int, **values: object) -> None:
        line, column = self._lines.place(offset)
        self.problems.append(
            Problem(code=code, file=self._file, line=line + self._shift, column=column, values=values)
        )

    def read(self) -> Raw:
        """The content; `None` where there is none. Raises `_StopError` or the parser's errors where it must give up."""
        self._next = _Parser(self._text).get_event
        self._next()
        event = self._next()
        if type(event) is _events.StreamEndEvent:
            return None
        root = self._value(self._next(), 0)
        self._next()
        event = self._next()
        if type(event) is not _events.StreamEndEvent:
            self._problem("PK013", event)
        return root

    def _value(self, event: Any, depth: int) -> Raw:
        kind = type(event)
        if kind is _events.AliasEvent:
            return self._alias(event)
        if event.tag is not None:
            self._problem("PK011", event, tag=event.tag)
        if event.anchor is None:
            return self._plain_value(event, kind, depth)
        self._problem("PK009", event, anchor=event.anchor)
        self._open_anchors.add(event.anchor)
        before = self._count
        value = self._plain_value(event, kind, depth)
        self._open_anchors.discard(event.anchor)
        self._anchors[event.anchor] = (value, self._count - before + 1)
        return value

    def _plain_value(self, event: Any, kind: type, depth: int) -> Raw:
        self._count += 1
        if kind is _events.ScalarEvent:
            text: str = event.value
            return text if text or event.style else None
        if depth >= MAX_DEPTH:
            self._problem("PK022", event, limit=MAX_DEPTH)
            raise _StopError
        if kind is _events.MappingStartEvent:
            return self._mapping(depth + 1)
        return self._list(depth + 1)

    def _list(self, depth: int) -> list[Any]:
        values = []
        while type(event := self._next()) is not _events.SequenceEndEvent:
            values.append(self._value(event, depth))
        return values

    def _mapping(self, depth: int) -> dict[str, Any]:
        values: dict[str, Any] = {}
        offsets: dict[str, int] = {}
        while type(event := self._next()) is not _events.MappingEndEvent:
            key = self._value(event, depth)
            value = self._value(self._next(), depth)
            if key is None:
                key = ""
            if not isinstance(key, str):
                self._problem("PK016", event, wanted="text", key="?")
            elif key in values:
                first, _ = self._lines.place(offsets[key])
                self._problem("PK008", event, key=key, first=first + self._shift)
            else:
                values[key] = value
                offsets[key] = event.start_mark.index
        return values

    def _alias(self, event: Any) -> Raw:
        self._problem("PK009", event, anchor=event.anchor)
        if event.anchor in self._open_anchors or event.anchor not in self._anchors:
            self._problem("PK010", event, anchor=event.anchor)
            raise _StopError
        value, size = self._anchors[event.anchor]
        self._aliases += 1
        self._expanded += size
        self._count += size
        if self._aliases > MAX_ALIASES or self._expanded > MAX_EXPANDED:
            self._problem("PK010", event, anchor=event.anchor)
            raise _StopError
        return value

    def refuse(self, error: yaml.MarkedYAMLError) -> None:
        """Note where and why the parser gave up."""
        mark = error.problem_mark or error.context_mark
        offset = mark.index if mark else 0
        line, column = self._lines.place(offset)
        content = self._lines.line(line)
        indent = content[: len(content) - len(content.lstrip())]
        if "\t" in indent or content[column - 1 : column] == "\t":
            self._problem_at("PK007", offset - column + 1 + content.index("\t"))
        else:
            self._problem_at("PK006", offset, reason=error.problem or "?")

    def refuse_character(self, error: yaml.reader.ReaderError) -> None:
        """Note the first character that YAML does not allow."""
        match = yaml.reader.Reader.NON_PRINTABLE.search(self._text)
        self._problem_at("PK023", match.start() if match else min(int(error.position), len(self._text)))


_LOSING = frozenset({"PK008", "PK013", "PK016"})
"""Codes of what was written in the file and left out of its content."""


def read_yaml(text: str, file: str, first_line: int = 1) -> tuple[Raw, list[Problem], bool]:
    """The content of `text`, its problems, and whether all that is written there is in the content.

    `first_line` is the line of `file` that `text` starts on. Content that could not be read to the end is `None`.
    """
    reader = _Reader(text, file, first_line)
    try:
        root = reader.read()
    except _StopError:
        return None, reader.problems, False
    except yaml.MarkedYAMLError as error:
        reader.refuse(error)
        return None, reader.problems, False
    except yaml.reader.ReaderError as error:
        reader.refuse_character(error)
        return None, reader.problems, False
    return root, reader.problems, not any(problem.code in _LOSING for problem in reader.problems)
