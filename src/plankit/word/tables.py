"""Tables: head rows that repeat on every page, cells over several rows and columns, and widths after what they hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from plankit.papers.blocks import Block, Cell, Facts, Heading, Listing, Paragraph, Table
from plankit.papers.inline import words_of
from plankit.papers.settle import inside
from plankit.word.elements import Element, el, find, put
from plankit.word.runs import Pen, runs

Fill = Callable[[tuple[Block, ...], int], list[Element]]
"""Writes what stands in a cell of so many twips."""

LETTER = 100
"""Twips that a letter of a table takes."""

FORM = "form"
"""Style of a table to write in: its columns are equally wide, as most of them are empty."""

_PADDING = 220
_LONGEST = 18
_NARROW = 4
"""Most letters of a column that needs no room for words; its head is then turned."""

_TURNED_FROM = 8
"""Columns from which on heads of narrow columns are turned."""

_TALK = 0.8
"""How much more room a column gets for having more to say: 1 would starve the short ones."""

_HIGHEST = 3400
"""Most twips that heads on their side get; longer ones take two lines."""

_HEAD_FILL = "e6ecf1"
_NAMES = 0.3
"""Share of the width that the names of facts get."""


def facts_table(pen: Pen, facts: Facts, fill: Fill) -> Element:
    """Names and what they stand for, as a table without lines whose first column heads its rows."""
    names = int(pen.width * _NAMES)
    widths = (names, pen.width - names)
    made = _table(pen, widths, lines=False, heads=(False, True))
    for name, told in facts.rows:
        head = el("p", el("pPr", el("pStyle", val=pen.styles.id("Table Head"))), *runs(pen, name))
        cells = (_cell(widths[0], [head]), _cell(widths[1], fill(told, widths[1])))
        made.append(el("tr", el("trPr", el("cantSplit")), *cells))
    return made


def drawn_table(pen: Pen, table: Table, width: int, fill: Fill) -> Element:
    """A table with its head rows marked as such, at most `width` twips wide."""
    turned = _turned(table)
    widths = _widths(table, width, turned)
    heads = (bool(table.head), any(cell.header == "row" for row in table.body for cell in row))
    made = _table(pen, widths, lines=True, heads=heads)
    for row in _laid_out(table.head, len(widths)):
        properties = el("trPr", el("cantSplit"), *_height(row, turned), el("tblHeader"))
        cells = (_filled(pen, one, widths, fill, turned=one.column in turned) for one in row)
        made.append(el("tr", properties, *cells))
    for row in _laid_out(table.body, len(widths)):
        made.append(el("tr", el("trPr", el("cantSplit")), *(_filled(pen, one, widths, fill) for one in row)))
    return made


def _height(row: Sequence[_Laid], turned: frozenset[int]) -> Iterator[Element]:
    """The height of a row of heads on their side: Word would break their words at the height of one line."""
    letters = max((len(_text(one.cell.blocks)) for one in row if one.column in turned), default=0)
    if letters:
        yield el("trHeight", val=min(letters * LETTER + _PADDING, _HIGHEST), hRule="atLeast")


def _table(pen: Pen, widths: Sequence[int], *, lines: bool, heads: tuple[bool, bool]) -> Element:
    style = "Table Grid" if lines else "Normal Table"
    row, column = (int(one) for one in heads)
    return el(
        "tbl",
        el(
            "tblPr",
            el("tblStyle", val=pen.styles.id(style)),
            el("tblW", w=sum(widths), type="dxa"),
            el("tblLayout", type="fixed"),
            el(
                "tblLook",
                val="04A0",
                firstRow=row,
                lastRow=0,
                firstColumn=column,
                lastColumn=0,
                noHBand=1,
                noVBand=1,
            ),
        ),
        el("tblGrid", *(el("gridCol", w=one) for one in widths)),
    )


class _Laid:
    """A cell at its place: of one that reaches over several rows, each row has a share."""

    def __init__(self, cell: Cell, column: int, *, goes_on: bool = False) -> None:
        self.cell, self.column, self.goes_on = cell, column, goes_on


def _laid_out(rows: Iterable[Sequence[Cell]], columns: int) -> Iterator[list[_Laid]]:
    """The cells of each row with their columns, filled up to the last one."""
    waiting: dict[int, tuple[Cell, int]] = {}
    for row in rows:
        laid: list[_Laid] = []
        cells = list(row)
        column = 0
        while column < columns:
            if column in waiting:
                cell, left = waiting.pop(column)
                laid.append(_Laid(cell, column, goes_on=True))
                if left > 1:
                    waiting[column] = (cell, left - 1)
            else:
                cell = cells.pop(0) if cells else Cell()
                laid.append(_Laid(cell, column))
                if cell.rows > 1:
                    waiting[column] = (cell, cell.rows - 1)
            column += max(1, cell.columns)
        yield laid


def _filled(pen: Pen, laid: _Laid, widths: Sequence[int], fill: Fill, *, turned: bool = False) -> Element:
    cell = laid.cell
    width = sum(widths[laid.column : laid.column + cell.columns])
    content = fill(() if laid.goes_on else cell.blocks, width - _PADDING)
    if cell.header:
        for line in content:
            _as_head(pen, line, column=cell.header == "col")
    properties: list[Element] = []
    if cell.columns > 1:
        properties.append(el("gridSpan", val=cell.columns))
    if cell.rows > 1:
        properties.append(el("vMerge") if laid.goes_on else el("vMerge", val="restart"))
    if cell.header == "col":
        properties.append(el("shd", val="clear", color="auto", fill=_HEAD_FILL))
    if turned:
        properties.append(el("textDirection", val="btLr"))
        properties.append(el("vAlign", val="center"))
    return _cell(width, content, properties)


def _as_head(pen: Pen, line: Element, *, column: bool) -> None:
    for style in find(line, "w:pPr/w:pStyle"):
        put(style, "val", pen.styles.id("Table Head"))
        if column:
            style.addnext(el("keepNext"))


def _cell(width: int, content: Iterable[Element], properties: Iterable[Element] = ()) -> Element:
    return el("tc", el("tcPr", el("tcW", w=width, type="dxa"), *properties), *content)


def _turned(table: Table) -> frozenset[int]:
    """Columns whose heads stand on their side: many narrow ones under long words."""
    if table.columns < _TURNED_FROM:
        return frozenset()
    longest = _longest(table.body, table.columns)
    return frozenset(column for column, letters in enumerate(longest) if letters <= _NARROW)


def _longest(rows: Iterable[Sequence[Cell]], columns: int) -> list[int]:
    """The letters of the longest word of each column."""
    found = [0] * columns
    for cell, words in _words(rows, columns):
        if cell.cell.columns == 1:
            found[cell.column] = max(found[cell.column], *(len(word) for word in words.split() or [""]))
    return found


def _words(rows: Iterable[Sequence[Cell]], columns: int) -> Iterator[tuple[_Laid, str]]:
    for row in _laid_out(rows, columns):
        for one in row:
            if not one.goes_on:
                yield one, _text(one.cell.blocks)


def _text(blocks: Iterable[Block]) -> str:
    parts = []
    for block in blocks:
        if isinstance(block, Paragraph | Heading):
            parts.append(words_of(block.spans))
        elif isinstance(block, Facts):
            parts += [words_of(name) for name, _ in block.rows]
        elif isinstance(block, Listing) and block.items:
            parts.append("  ")
        parts += [_text(inner) for inner in inside(block)]
    return " ".join(parts)


def _widths(table: Table, width: int, turned: frozenset[int]) -> tuple[int, ...]:
    """How wide each column is: room for its longest word, then more for those with much to say."""
    columns = table.columns
    if table.style == FORM:
        return (width // columns,) * columns
    rows = (*table.head, *table.body)
    longest = _longest(table.body if turned else rows, columns)
    much = [1.0] * columns
    for cell, words in _words(rows, columns):
        if cell.cell.columns == 1 and not (cell.column in turned and cell.cell.header == "col"):
            much[cell.column] = max(much[cell.column], len(words) ** _TALK)
    least = [min(letters, _LONGEST) * LETTER + _PADDING + 60 for letters in longest]
    rest = width - sum(least)
    if rest < 0:
        return tuple(int(one * width / sum(least)) for one in least)
    share = [0.0 if column in turned else much[column] for column in range(columns)]
    total = sum(share) or 1.0
    if not sum(share):
        share, total = [1.0] * columns, float(columns)
    return tuple(int(one + rest * more / total) for one, more in zip(least, share, strict=True))
