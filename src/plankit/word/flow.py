"""Blocks of a paper as paragraphs, lists and pictures of Word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from plankit.papers.blocks import (
    Block,
    Facts,
    Figure,
    Group,
    Heading,
    Inline,
    Listing,
    Paragraph,
    Span,
    Table,
)
from plankit.papers.inline import words_of
from plankit.word.elements import Element, el, run
from plankit.word.pictures import can_show, picture
from plankit.word.runs import Pen, marked, runs
from plankit.word.tables import drawn_table, facts_table

STYLES = {
    "": "Normal",
    "caption": "caption",
    "code": "Code",
    "condition": "Condition",
    "label": "Label",
    "note": "Small Note",
    "number": "Label",
    "notice": "Notice",
    "quote": "Quote",
    "step": "Normal",
    "subtitle": "Subtitle",
    "warning": "Warning",
    "write": "Writing Line",
}
"""Word's name for the style of each kind of paragraph."""

_FRAMED = {"cut": "dashed", "box": "single"}
"""Kind of the lines above and below groups that stand apart."""
_TICK = "\N{BALLOT BOX} "
"""Before what can be ticked."""
_KEPT = 12
"""Most paragraphs of a group that are kept on one page."""


@dataclass(frozen=True, kw_only=True)
class Spot:
    """Where blocks are written: how wide it is, in a table or not, and how deep in lists."""

    width: int
    style: str = "Normal"
    """Style of paragraphs that have none of their own."""
    depth: int = 0
    indent: int = 0

    @property
    def in_table(self) -> bool:
        """Whether it is a cell."""
        return self.style != "Normal"


def flow(pen: Pen, blocks: Iterable[Block], spot: Spot) -> Iterator[Element]:
    """The blocks in order, as paragraphs and tables."""
    for block in blocks:
        match block:
            case Paragraph():
                yield paragraph(pen, block, spot)
            case Heading():
                yield heading(pen, block.level, block.spans, block.anchor)
            case Facts():
                yield from _facts(pen, block, spot)
            case Listing():
                yield from _listing(pen, block, spot)
            case Table():
                yield from _table(pen, block, spot)
            case Group():
                yield from _group(pen, block, spot)
            case Figure():
                yield _figure(pen, block, spot)


def paragraph(pen: Pen, block: Paragraph, spot: Spot, numbered: int | None = None) -> Element:
    """A paragraph; as an item of a list where `numbered` names one."""
    name = STYLES.get(block.style, "Normal")
    style = spot.style if name == "Normal" else name
    if name == "Small Note" and spot.in_table:
        style = spot.style
    if numbered is not None and not spot.in_table:
        style = "List Number" if numbered < 0 else "List Bullet"
    properties = [el("pStyle", val=pen.styles.id(style))]
    if numbered is not None:
        properties.append(el("numPr", el("ilvl", val=min(spot.depth, 3)), el("numId", val=abs(numbered))))
    elif spot.indent:
        properties.append(el("ind", left=spot.indent))
    line = list(runs(pen, block.spans))
    if block.number:
        line.insert(0, run(f"{block.number}  ", el("rStyle", val=pen.styles.id("Paragraph Number"))))
    return el("p", el("pPr", *properties), *marked(pen, line))


def heading(pen: Pen, level: int, spans: Inline, anchor: str = "") -> Element:
    """A heading in Word's own style for its level, which is what makes it one."""
    if anchor:
        pen.pending.append(anchor)
    # Every heading has a bookmark, so that the contents can lead to it.
    number = next(pen.ids)
    name = f"_Toc{number:08d}"
    pen.headings.append((level, words_of(spans), name))
    style = el("pStyle", val=pen.styles.id(f"heading {min(level, 6)}"))
    line = tuple(replace(span, bold=False) for span in spans)
    return el(
        "p",
        el("pPr", style),
        el("bookmarkStart", id=number, name=name),
        *marked(pen, runs(pen, line)),
        el("bookmarkEnd", id=number),
    )


def _listing(pen: Pen, block: Listing, spot: Spot) -> Iterator[Element]:
    number = None
    if block.style == "ticks":
        block = replace(block, plain=True, items=tuple(map(_with_box, block.items)))
    if not block.plain:
        # Below zero: a list that counts. The sign keeps the style apart, the number is the list.
        number = -pen.lists.numbers(block.start) if block.ordered else pen.lists.bullets()
    for item in block.items:
        yield from _item(pen, item, spot, number)


def _with_box(item: tuple[Block, ...]) -> tuple[Block, ...]:
    """The item with a box to tick or to write in at its beginning."""
    first, rest = _first_line(item)
    return replace(first, spans=(Span(text=_TICK), *first.spans)), *rest


def _item(pen: Pen, item: tuple[Block, ...], spot: Spot, number: int | None) -> Iterator[Element]:
    inner = replace(spot, depth=spot.depth + 1, indent=0 if number is None else 340 * (spot.depth + 1))
    rest = item
    if number is not None:
        first, rest = _first_line(item)
        yield paragraph(pen, first, spot, number)
    yield from flow(pen, rest, inner)


def _first_line(item: tuple[Block, ...]) -> tuple[Paragraph, tuple[Block, ...]]:
    """The paragraph that bears the bullet, and what is left of the item; groups that only name a place are opened."""
    if item and isinstance(item[0], Paragraph):
        return item[0], item[1:]
    if item and isinstance(item[0], Group) and item[0].blocks:
        first, rest = _first_line(item[0].blocks)
        return first, (*rest, *item[1:])
    return Paragraph(spans=()), item


def _facts(pen: Pen, block: Facts, spot: Spot) -> Iterator[Element]:
    """Names and what they stand for: a table with heads at its rows; inside another table, lines."""
    if not spot.in_table and not spot.depth:
        yield facts_table(pen, block, lambda blocks, width: _cell(pen, blocks, width))
        yield _after(pen, spot)
        return
    for name, told in block.rows:
        first, rest = _first_line(told) if told else (Paragraph(spans=()), ())
        head = tuple(replace(span, bold=True) for span in name)
        yield paragraph(pen, replace(first, spans=(*head, Span(text=": "), *first.spans)), spot)
        yield from flow(pen, rest, spot)


def _table(pen: Pen, block: Table, spot: Spot) -> Iterator[Element]:
    if block.anchor:
        pen.pending.append(block.anchor)
    if block.caption:
        yield paragraph(pen, Paragraph(spans=block.caption, style="caption"), replace(spot, style="Normal"))
    yield drawn_table(pen, block, spot.width, lambda blocks, width: _cell(pen, blocks, width))
    yield _after(pen, spot)


def _cell(pen: Pen, blocks: tuple[Block, ...], width: int) -> list[Element]:
    """What stands in a cell; a cell without words holds an empty paragraph."""
    spot = Spot(width=width, style="Table Text")
    made = list(flow(pen, blocks, spot))
    if not made or not made[-1].tag.endswith("}p"):
        made.append(paragraph(pen, Paragraph(spans=()), spot))
    return made


def _after(pen: Pen, spot: Spot) -> Element:
    """The small gap after a table; without it Word joins two tables into one."""
    return el(
        "p",
        el(
            "pPr",
            el("pStyle", val=pen.styles.id(spot.style)),
            el("spacing", before=0, after=0, line=160, lineRule="exact"),
        ),
    )


def _group(pen: Pen, block: Group, spot: Spot) -> Iterator[Element]:
    if block.anchor:
        pen.pending.append(block.anchor)
    made = list(flow(pen, block.blocks, spot))
    lines = [one for one in made if one.tag.endswith("}p")]
    if block.style and len(made) == len(lines) <= _KEPT:
        for line in lines[:-1]:
            _keep(line)
    if block.style in _FRAMED and lines:
        _frame(lines[0], "top", _FRAMED[block.style])
        _frame(lines[-1], "bottom", _FRAMED[block.style])
    yield from made


def _frame(line: Element, side: str, kind: str) -> None:
    """A line above or below a paragraph, put where the schema of Word wants it."""
    properties = line[0]
    borders = next((one for one in properties if one.tag.endswith("}pBdr")), None)
    if borders is None:
        borders = el("pBdr")
        before = ("}pStyle", "}keepNext", "}numPr")
        place = sum(one.tag.endswith(before) for one in properties)
        properties.insert(place, borders)
    borders.append(el(side, val=kind, sz=8, space=6, color="4d5861"))


def _keep(line: Element) -> None:
    properties = line[0]
    if not any(one.tag.endswith("}keepNext") for one in properties):
        properties.insert(1, el("keepNext"))


def _figure(pen: Pen, block: Figure, spot: Spot) -> Element:
    words = Paragraph(spans=(Span(text=block.title or block.description, italic=True),))
    if not can_show(block):
        return paragraph(pen, words, spot)
    try:
        return picture(pen.document, block, width=spot.width - spot.indent, height=pen.height)
    except ValueError:
        return paragraph(pen, words, spot)
