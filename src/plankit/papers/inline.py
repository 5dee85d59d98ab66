"""Runs of text: what stands inside a line of a piece, as spans."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from plankit.papers.blocks import Inline, Span
from plankit.papers.tree import Node

INSIDE = "paper:"
"""What addresses inside a paper begin with; after it stand chapter and anchor."""

INLINE = frozenset(
    [
        "a",
        "abbr",
        "b",
        "br",
        "cite",
        "code",
        "em",
        "i",
        "kbd",
        "mark",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "time",
        "var",
        "wbr",
        "bdi",
        "del",
        "ins",
    ]
)
DROPPED = frozenset(
    [
        "button",
        "dialog",
        "form",
        "iframe",
        "input",
        "label",
        "link",
        "meta",
        "nav",
        "noscript",
        "option",
        "script",
        "select",
        "style",
        "template",
        "textarea",
        "hr",
    ]
)
"""What asks for a hand or leads elsewhere on a site; paper has no use for it."""

NOT_ON_PAPER = frozenset(
    [
        "footnote-backref",
        "headerlink",
        "pk-by-agency",
        "pk-hidden",
        "pk-print-card",
        "pk-say",
        "pk-skip",
        "pk-stages",
        "pk-top",
    ]
)
"""Classes of what only a screen or whoever listens to one needs."""

_SPACE = re.compile(r"[ \t\r\n\f]+")
_BOLD, _ITALIC, _CODE = {"b", "strong", "dt"}, {"em", "i", "cite", "var"}, {"code", "kbd", "samp"}


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where a piece stands: the name of its chapter, and the chapter's level."""

    chapter: str
    level: int = 1


def is_dropped(node: Node) -> bool:
    """Whether an element is left out of papers. What is hidden from listeners is ornament, but for marks of cells."""
    classes = node.classes
    if node.tag in DROPPED or "hidden" in node.attributes or not NOT_ON_PAPER.isdisjoint(classes):
        return True
    return node.attributes.get("aria-hidden") == "true" and "pk-mark" not in classes


def anchor(place: Place, name: str) -> str:
    """The anchor of a place on a page, in the whole paper; empty where there is none."""
    return f"{place.chapter}#{name}" if name else ""


def spans(place: Place, children: Iterable[Node | str]) -> Inline:
    """The runs of a line, with white space as a reader sees it."""
    return tidy(_runs(place, children, Span(text="")))


def _runs(place: Place, children: Iterable[Node | str], style: Span) -> Iterator[Span]:
    for child in children:
        if isinstance(child, str):
            yield replace(style, text=_SPACE.sub(" ", child))
        elif child.tag == "br":
            yield replace(style, text="\n")
        elif not is_dropped(child):
            yield from _runs(place, child.children, _styled(place, child, style))


def _styled(place: Place, node: Node, style: Span) -> Span:
    mark = next((name for name in reversed(node.classes) if name.startswith("pk-")), style.mark)
    made = replace(
        style,
        bold=style.bold or node.tag in _BOLD,
        italic=style.italic or node.tag in _ITALIC,
        code=style.code or node.tag in _CODE,
        mark=mark,
    )
    return _linked(place, node.attributes.get("href", ""), made) if node.tag == "a" else made


def _linked(place: Place, href: str, style: Span) -> Span:
    if href.startswith(INSIDE):
        return replace(style, to=href.removeprefix(INSIDE))
    if href.startswith("#"):
        return replace(style, to=anchor(place, href[1:]) or place.chapter)
    if href.startswith(("https://", "http://", "tel:", "mailto:")):
        return replace(style, href=href)
    return style


def tidy(runs: Iterable[Span]) -> Inline:
    """The runs without white space at both ends or twice in a row, and runs of one kind as one."""
    made: list[Span] = []
    for run in runs:
        text = run.text
        if (not made or made[-1].text.endswith((" ", "\n"))) and text != "\n":
            text = text.lstrip(" ")
        if not text:
            continue
        if text == "\n" and made:
            made[-1] = replace(made[-1], text=made[-1].text.rstrip(" "))
        if made and replace(made[-1], text="") == replace(run, text=""):
            made[-1] = replace(made[-1], text=made[-1].text + text)
        else:
            made.append(replace(run, text=text))
    while made and not made[-1].text.rstrip(" \n"):
        made.pop()
    if made:
        made[-1] = replace(made[-1], text=made[-1].text.rstrip(" \n"))
    return tuple(one for one in made if one.text)


def words_of(inline: Inline) -> str:
    """A line as plain text."""
    return "".join(one.text for one in inline)
