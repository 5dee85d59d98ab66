"""The HTML of a piece as a tree. It is our own and well-formed; nothing is guessed or repaired."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset({"br", "hr", "img", "input", "wbr", "col"})
_DRAWING = re.compile(r"<svg\b.*?</svg>", re.DOTALL)


@dataclass
class Node:
    """An element with its children: elements and texts."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Node | str] = field(default_factory=list)
    drawing: str = ""
    """Of a picture: its SVG as written."""

    @property
    def classes(self) -> tuple[str, ...]:
        """Its classes, in order."""
        return tuple(self.attributes.get("class", "").split())

    @property
    def elements(self) -> Iterator[Node]:
        """Its children that are elements."""
        return (child for child in self.children if isinstance(child, Node))

    def inside(self, *tags: str) -> Iterator[Node]:
        """All elements of these tags beneath it, in order, but not those inside one that was found."""
        for child in self.elements:
            if child.tag in tags:
                yield child
            else:
                yield from child.inside(*tags)


class _Builder(HTMLParser):
    def __init__(self, drawings: list[str]) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Node("root")
        self._open = [self.root]
        self._drawings = iter(drawings)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {name: value or "" for name, value in attrs})
        if tag == "svg":
            node.drawing = next(self._drawings)
        self._open[-1].children.append(node)
        if tag not in VOID:
            self._open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID and len(self._open) > 1:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)


def parse(markup: str) -> Node:
    """The tree of some HTML. Drawings keep their SVG letter for letter, as its names are not those of HTML."""
    drawings: list[str] = []

    def take(match: re.Match[str]) -> str:
        drawings.append(match[0])
        start = match[0][: match[0].index(">")].rstrip("/")
        return f"{start}></svg>"

    builder = _Builder(drawings)
    builder.feed(_DRAWING.sub(take, markup))
    builder.close()
    return builder.root
