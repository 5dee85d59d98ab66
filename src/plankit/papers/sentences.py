"""Sentences, lists and tables of a paper made from a plan as read, with blanks where it says nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plankit.html.markup import prose
from plankit.language import N_, translate_count
from plankit.papers.blocks import Block, Cell, Inline, Listing, Paragraph, Span, Table
from plankit.papers.from_html import blocks_of
from plankit.papers.inline import Place
from plankit.papers.settle import inside
from plankit.views.case_paper import Open, Words
from plankit.views.reading import Reading

BLANK = "pk-blank"
"""Mark of what somebody must fill in."""


def blank(reading: Reading, what: str) -> Span:
    """A visible place for something to fill in."""
    return Span(text=reading.words(N_("[to fill in: {what}]")).format(what=what), mark=BLANK)


class Sentences:
    """Makes blocks of the words of one plan."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._t = reading.words

    def count(self, one: str, many: str, number: int) -> str:
        """`one` or `many`, as the number asks for."""
        return translate_count(one, many, number, self._reading.language)

    def prose(self, text: object, what: str = "") -> Iterator[Block]:
        """A text of the plan; where there is none, a blank for `what`."""
        words = self._reading.text(text)  # type: ignore[arg-type]
        if words:
            yield from blocks_of(prose(words), Place(chapter="case-paper"))
        elif what:
            yield self.open(what)

    def open(self, what: str) -> Block:
        """A paragraph that somebody must fill in."""
        return Paragraph(spans=(blank(self._reading, what),))

    def line(self, words: Words) -> Paragraph:
        """A sentence as a paragraph."""
        return Paragraph(spans=self.spans(words))

    def spans(self, words: Words) -> Inline:
        """A sentence with its blanks marked."""
        return tuple(
            blank(self._reading, one.what) if isinstance(one, Open) else Span(text=one)
            for one in words
            if one
        )

    def list(self, items: Iterable[str]) -> Iterator[Block]:
        """A list with bullets; nothing where there are no items."""
        rows = tuple((self.line((one,)),) for one in items)
        if rows:
            yield Listing(items=rows)

    def table(
        self, caption: str, heads: Iterable[str], rows: Iterable[tuple[str | Open, ...]]
    ) -> Iterator[Block]:
        """A table whose first column heads its rows; nothing where there are no rows."""
        body = tuple(
            tuple(
                Cell(blocks=(self.line((value,)),) if value else (), header="" if place else "row")
                for place, value in enumerate(row)
            )
            for row in rows
        )
        if body:
            head = tuple(Cell(blocks=(self.line((one,)),), header="col") for one in heads)
            yield Table(caption=(Span(text=caption),), head=(head,), body=body)


def open_places(blocks: Iterable[Block]) -> Iterator[str]:
    """What is to be filled in, in the order of the blocks."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield from (span.text for span in block.spans if span.mark == BLANK)
        for inner in inside(block):
            yield from open_places(inner)
