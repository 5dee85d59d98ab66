"""A matrix that is wider than a page, as several tables side by side, each with the heads of its rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from plankit.language import N_
from plankit.papers.blocks import Block, Cell, Span, Table
from plankit.views.reading import Reading

MOST = 34
"""Columns of a matrix that a page on its side holds."""


def on_sheets(reading: Reading, blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks; of a matrix that is too wide, its parts."""
    for block in blocks:
        if isinstance(block, Table) and block.style == "matrix" and block.columns > MOST and _is_plain(block):
            yield from _parts(reading, block)
        else:
            yield block


def _is_plain(table: Table) -> bool:
    """Whether each cell takes one column and one row, so that columns can be told apart by counting."""
    return all(cell.columns == cell.rows == 1 for row in (*table.head, *table.body) for cell in row)


def _parts(reading: Reading, table: Table) -> Iterator[Table]:
    others = table.columns - 1
    count = -(-others // (MOST - 1))
    # All parts equally wide: a last part of two columns would look like a mistake.
    width = -(-others // count)
    words = reading.words(N_("part {number} of {count}"))
    for number in range(count):
        first = 1 + number * width
        told = words.format(number=number + 1, count=count)
        yield replace(
            table,
            caption=(*table.caption, Span(text=f" – {told}")),
            head=tuple(_cut(row, first, width) for row in table.head),
            body=tuple(_cut(row, first, width) for row in table.body),
            anchor=table.anchor if number == 0 else "",
        )


def _cut(row: tuple[Cell, ...], first: int, width: int) -> tuple[Cell, ...]:
    return (*row[:1], *row[first : first + width])
