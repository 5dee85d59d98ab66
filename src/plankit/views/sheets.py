"""A plan as sheets: which there are, their columns and rows, what stands in each cell and which may be changed.

For spreadsheets and whatever else shows a plan as tables. What a cell holds is always a text; where it is a single
value of an entry, the cell knows its place in that entry.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from plankit.model.base import Item

MAX_TEXT = 32_000
"""Longest text of a cell that may be changed; programs cut what is a little longer."""


class Kind(StrEnum):
    """What a column holds."""

    ID = "id"
    SHOWN = "shown"
    """Put together from several values; for reading only."""
    TEXT = "text"
    DIGITS = "digits"
    """A text that looks like a number: phone numbers, numbers of measures."""
    LINES = "lines"
    """Several values, a line each."""
    WORD = "word"
    """One of `choices`."""
    WHEN = "when"
    """A day, or words for a time."""
    DAY = "day"
    """A day."""
    LETTER = "letter"
    """One letter of the matrix."""
    LETTERS = "letters"
    """Every letter that one agency has in one task."""


@dataclass(frozen=True, kw_only=True)
class Choice:
    """One of the words that a cell may hold: how it is shown and what stands for it in the plan."""

    shown: str
    value: str | bool


@dataclass(frozen=True, kw_only=True)
class Column:
    """A column; `title` is in the language of the sheet."""

    key: str
    title: str
    kind: Kind
    width: int = 14
    choices: tuple[Choice, ...] = ()
    required: bool = False
    """Whether its cells may not be emptied, or left empty in a new row."""
    fill: bool = False
    """Whether it is filled in where a row is new."""
    upright: bool = False
    """Whether its title is best turned on its side."""
    short: str = ""
    """The key that a text alone stands for in the files."""

    def value_of(self, shown: str) -> str | bool | None:
        """What stands in the plan for a word of `choices`; `None` where it is none of them."""
        wanted = shown.strip().casefold()
        return next((one.value for one in self.choices if one.shown.casefold() == wanted), None)


Path = tuple[str | int, ...]


@dataclass(frozen=True, kw_only=True)
class Cell:
    """What stands in a cell. `path` is its place in the entry; `None` where it cannot be changed here."""

    text: str = ""
    path: Path | None = None
    day: date | None = None
    """The day that the text is, where it is exactly that."""


@dataclass(frozen=True, kw_only=True)
class Row:
    """A row. `key` is the id of its entry or, where it has none, what tells it from the others."""

    key: str
    cells: Mapping[str, Cell]
    kind: str = ""
    """The kind of its entry."""
    entry: Item | None = None


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """A sheet: columns, rows, and in a sheet that grows, rows to be filled in (`blank`)."""

    key: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    frozen: int = 2
    """How many columns stay in sight."""
    blank: int = 0
    prefilled: tuple[Mapping[str, Cell], ...] = ()
    """What stands already in the first of the rows to be filled in."""

    def column(self, key: str) -> Column | None:
        """The column with that key."""
        return next((one for one in self.columns if one.key == key), None)


@dataclass(frozen=True, kw_only=True)
class Book:
    """All sheets of a plan, in one language."""

    plan: str
    """Id of the plan."""
    title: str
    language: str
    sheets: tuple[Sheet, ...]
    agency: str = ""
    """Id of the agency that it was cut down to."""
    period: str = ""
    """The period that is to be reported on, in words; empty where that is not what it is for."""
    values: Mapping[tuple[str, str, str], Cell] = field(default_factory=dict)
    """Every cell by sheet, row and column."""

    def sheet(self, key: str) -> Sheet | None:
        """The sheet with that key."""
        return next((one for one in self.sheets if one.key == key), None)


def gathered(sheets: tuple[Sheet, ...]) -> dict[tuple[str, str, str], Cell]:
    """Every cell of the sheets by sheet, row and column."""
    return {
        (sheet.key, row.key, key): cell
        for sheet in sheets
        for row in sheet.rows
        for key, cell in row.cells.items()
    }


_ODD = frozenset("\x85\u2028\u2029\ufffe\uffff\ufeff")
_ESCAPE = re.compile(r"_x[0-9A-Fa-f]{4}_")


def is_exact(text: str) -> bool:
    """Whether every program gives the text back as it is: not too long, without signs that steer something."""
    if len(text) > MAX_TEXT or _ESCAPE.search(text):
        return False
    return not any(
        (unicodedata.category(sign) in ("Cc", "Cs") and sign not in "\n\t") or sign in _ODD for sign in text
    )


def harmless(text: str) -> str:
    """The text as a cell can show it: cut to length, without signs that steer something."""
    kept = (
        sign
        if sign in "\n\t" or (unicodedata.category(sign) not in ("Cc", "Cs") and sign not in _ODD)
        else " "
        for sign in text[:MAX_TEXT]
    )
    return _ESCAPE.sub(lambda found: found[0].replace("_", "-"), "".join(kept))
