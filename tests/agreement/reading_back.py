"""Reads measures and the matrix back out of finished files, each by a library that knows nothing of plankit."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pdfplumber
import pikepdf
from docx.table import Table
from lxml import html

Grid = list[list[str]]
"""A table as rows of cells, its head first."""


@dataclass(frozen=True, kw_only=True)
class Row:
    """What a file says of one measure."""

    owners: frozenset[str]
    deadline: str
    status: str


@dataclass(frozen=True, kw_only=True)
class Told:
    """What a file says: measures by number and title, and the letters of the matrix by task and agency."""

    measures: dict[str, Row]
    cells: dict[tuple[str, str], str]


def spaced(text: str) -> str:
    """The text on one line, with plain spaces and without signs that are not seen."""
    return " ".join(text.replace("\u00ad", "").replace("\u2060", "").replace("\u200b", "").split())


def _row(cells: list[str]) -> Row:
    _, owners, deadline, status = cells
    return Row(
        owners=frozenset(_owner(one) for one in owners.split(";") if one.strip()),
        deadline=deadline,
        status=re.sub(r"^[^\w]+", "", status),
    )


def _owner(text: str) -> str:
    """Agency and role, without what it does for the measure."""
    return re.sub(r" \([^()]*\)$", "", spaced(text))


def told_by(grids: Iterable[Grid], heads: tuple[str, str], agencies: Iterable[str]) -> Told:
    """What tables say. `heads` are the first heads of the register and of the matrix, `agencies` the names over columns.

    Of the register only the longest table counts, which holds all measures; of the matrix every table.
    """
    register: Grid = []
    cells: dict[tuple[str, str], str] = {}
    known = frozenset(agencies)
    for grid in grids:
        if grid[0][0] == heads[0] and len(grid[0]) == 4 and len(grid) > len(register):
            register = grid
        if grid[0][0] == heads[1] and known.issuperset(grid[0][1:]):
            for first, *row in grid[1:]:
                cells |= {(first, name): text for name, text in zip(grid[0][1:], row, strict=True) if text}
    return Told(measures={row[0]: _row(row) for row in register[1:]}, cells=cells)


def html_grids(page: Path) -> Iterator[Grid]:
    """The tables of a page; of a cell of the matrix only what is seen."""
    for table in html.parse(str(page)).getroot().iter("table"):
        yield [[spaced(_seen(cell)) for cell in row.iter("th", "td")] for row in table.iter("tr")]


def _seen(cell: Any) -> str:
    hidden = cell.xpath('.//*[contains(@class, "pk-hidden") or contains(@class, "pk-say")]')
    for one in hidden:
        one.text, one[:] = "", []
    return str(cell.text_content())


def docx_grids(path: Path) -> Iterator[Grid]:
    """The tables of a Word file."""
    for table in docx.Document(str(path)).tables:
        yield _docx_grid(table)


def _docx_grid(table: Table) -> Grid:
    return [[spaced(cell.text) for cell in row.cells] for row in table.rows]


class _PdfWords:
    """The words of a PDF by page and mark; a page is read when it is first asked for."""

    def __init__(self, pdf: pdfplumber.pdf.PDF) -> None:
        self._pdf = pdf
        self._pages: dict[int, dict[int, str]] = {}

    def at(self, page: int, mark: int) -> str:
        """The words that stand under a mark."""
        if page not in self._pages:
            found: dict[int, str] = defaultdict(str)
            for char in self._pdf.pages[page].chars:
                if char.get("mcid") is not None:
                    found[char["mcid"]] += char["text"]
            self._pages[page] = found
        return self._pages[page].get(mark, "")


def pdf_grids(path: Path) -> Iterator[Grid]:
    """The tables of a tagged PDF, by its structure."""
    with pdfplumber.open(path) as plumbed, pikepdf.open(path) as pdf:
        words = _PdfWords(plumbed)
        pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        for table in _elements(pdf.Root.StructTreeRoot, "/Table"):
            yield [
                [
                    spaced("".join(words.at(pages[at], mark) for at, mark in _marks(cell, None)))
                    for cell in _children(row)
                    if cell.S in ("/TH", "/TD")
                ]
                for row in _elements(table, "/TR")
            ]


def _children(node: pikepdf.Object) -> Iterator[pikepdf.Object]:
    kids = node.get("/K", ())
    for kid in kids if isinstance(kids, pikepdf.Array) else (kids,):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid


def _elements(node: pikepdf.Object, kind: str) -> Iterator[pikepdf.Object]:
    for kid in _children(node):
        if kind == kid.S:
            yield kid
        else:
            yield from _elements(kid, kind)


def _marks(node: pikepdf.Object, page: Any) -> Iterator[tuple[Any, int]]:
    page = node.Pg.objgen if "/Pg" in node else page
    kids = node.get("/K", ())
    for kid in kids if isinstance(kids, pikepdf.Array) else (kids,):
        if isinstance(kid, int):
            yield page, kid
        elif isinstance(kid, pikepdf.Dictionary):
            if "/MCID" in kid:
                yield (kid.Pg.objgen if "/Pg" in kid else page), int(kid.MCID)
            elif "/S" in kid:
                yield from _marks(kid, page)


def xlsx_sheet(path: Path, title: str) -> list[dict[str, str]]:
    """The rows of a sheet by the heads of its columns; a day is written as in ISO 8601."""
    rows = openpyxl.load_workbook(path)[title].iter_rows(values_only=True)
    heads = [str(one) for one in next(rows)]
    return [{head: _said(value) for head, value in zip(heads, row, strict=True)} for row in rows]


def _said(value: object) -> str:
    if isinstance(value, datetime):
        return value.date().isoformat()
    return "" if value is None else spaced(str(value))
