"""What can only be told when all chapters of a paper are there: where links lead, and how headings go down."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from plankit.papers.blocks import (
    Block,
    Cell,
    Chapter,
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

DEEPEST = 6
_FORMS = {"jpeg": "jpg", "jpg": "jpg", "png": "png", "gif": "gif", "webp": "webp"}


def settled(chapters: Iterable[Chapter], pictures: Mapping[str, bytes]) -> tuple[Chapter, ...]:
    """The chapters with links that lead somewhere, no level of headings left out, and the plan's pictures in them.

    A link to what the paper does not hold becomes plain words. A picture that is not there becomes its words.
    """
    given = tuple(chapters)
    settler = _Settler(frozenset(_all_anchors(given)), pictures)
    return tuple(settler.chapter(one) for one in given)


def _all_anchors(chapters: Iterable[Chapter]) -> Iterator[str]:
    for chapter in chapters:
        yield chapter.name
        yield from anchors(chapter.blocks)


def anchors(blocks: Iterable[Block]) -> Iterator[str]:
    """The anchors of some blocks and of what they hold."""
    for block in blocks:
        name = getattr(block, "anchor", "")
        if name:
            yield name
        for inner in inside(block):
            yield from anchors(inner)


def inside(block: Block) -> Iterator[tuple[Block, ...]]:
    """The blocks that a block holds, part by part."""
    match block:
        case Facts(rows=rows):
            yield from (told for _, told in rows)
        case Listing(items=items):
            yield from items
        case Table(head=head, body=body):
            yield from (cell.blocks for row in (*head, *body) for cell in row)
        case Group(blocks=blocks):
            yield blocks
        case _:
            return


class _Settler:
    """Goes through the paper once, in order; an anchor counts the first time."""

    def __init__(self, known: frozenset[str], pictures: Mapping[str, bytes]) -> None:
        self._known = known
        self._pictures = pictures
        self._used: set[str] = set()
        self._level = 0

    def chapter(self, one: Chapter) -> Chapter:
        self._level = one.level
        self._used.add(one.name)
        return replace(one, blocks=self._blocks(one.blocks))

    def _blocks(self, blocks: Iterable[Block]) -> tuple[Block, ...]:
        return tuple(self._block(one) for one in blocks)

    def _anchor(self, name: str) -> str:
        if name in self._used:
            return ""
        self._used.add(name)
        return name

    def _spans(self, spans: Inline) -> Inline:
        return tuple(one if not one.to or one.to in self._known else replace(one, to="") for one in spans)

    def _block(self, block: Block) -> Block:
        match block:
            case Paragraph():
                return replace(block, spans=self._spans(block.spans))
            case Heading():
                self._level = min(block.level, self._level + 1, DEEPEST)
                spans = self._spans(block.spans)
                return replace(block, level=self._level, spans=spans, anchor=self._anchor(block.anchor))
            case Facts():
                return replace(
                    block, rows=tuple((self._spans(name), self._blocks(told)) for name, told in block.rows)
                )
            case Listing():
                return replace(block, items=tuple(self._blocks(item) for item in block.items))
            case Table():
                return self._table(block)
            case Group():
                return replace(block, anchor=self._anchor(block.anchor), blocks=self._blocks(block.blocks))
            case Figure():
                return with_picture(block, self._pictures)

    def _table(self, table: Table) -> Table:
        return replace(
            table,
            caption=self._spans(table.caption),
            head=self._rows(table.head),
            body=self._rows(table.body),
            anchor=self._anchor(table.anchor),
        )

    def _rows(self, rows: Iterable[tuple[Cell, ...]]) -> tuple[tuple[Cell, ...], ...]:
        return tuple(tuple(replace(cell, blocks=self._blocks(cell.blocks)) for cell in row) for row in rows)


def with_picture(figure: Figure, pictures: Mapping[str, bytes]) -> Block:
    """The figure with its file in it; its words where there is no such picture."""
    if not figure.source:
        return figure
    data = pictures.get(figure.source)
    ending = figure.source.rpartition(".")[2].lower()
    if data is not None and ending == "svg":
        return replace(figure, svg=data.decode("utf-8", "replace"))
    if data is not None and ending in _FORMS:
        return replace(figure, data=data, form=_FORMS[ending])
    return Paragraph(spans=(Span(text=figure.title or figure.source, italic=True),), style="note")
