"""A CSV file or a sheet of a workbook as rows of texts, each with the place that it was read at."""

from __future__ import annotations

import csv
import datetime
import io
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from plankit.language import N_
from plankit.model.indicator import DataMapping
from plankit.workbooks import MAX_FILE, MAX_ROWS, Opened, Raw, Unreadable, open_workbook

DELIMITERS = (";", ",", "\t", "|")
_WORKBOOK = b"PK\x03\x04"
_DEFAULT_ENCODING = "utf-8-sig"


@dataclass(frozen=True, kw_only=True)
class Row:
    """A row of the table: its number in the file, and the text of each of its columns."""

    number: int
    cells: tuple[str, ...]

    def cell(self, column: int) -> str:
        """What stands in a column, counted from 0; nothing where the row is too short."""
        return self.cells[column].strip() if column < len(self.cells) else ""


@dataclass(frozen=True, kw_only=True)
class Table:
    """The names of the columns, the row that they stand in, and the rows below."""

    header: Row
    rows: tuple[Row, ...]

    def column(self, name: str) -> int | None:
        """The number of the column of that name, counted from 0."""
        wanted = _same(name)
        return next((at for at, one in enumerate(self.header.cells) if _same(one) == wanted), None)


def _same(name: str) -> str:
    return " ".join(name.split()).casefold()


def read_table(path: Path, mapping: DataMapping) -> Table:
    """The table in the file. Raises `Unreadable` with the reason, or `OSError`."""
    with path.open("rb") as file:
        start = file.read(len(_WORKBOOK))
    rows = (
        _of_workbook(open_workbook(path, computed=True), mapping)
        if start == _WORKBOOK
        else _of_csv(path, mapping)
    )
    at = _header_row(mapping)
    header = next((one for one in rows if one.number == at), None)
    if header is None or not any(cell.strip() for cell in header.cells):
        raise Unreadable(N_("the row that should hold the names of the columns is empty"))
    below = tuple(one for one in rows if one.number > at and any(cell.strip() for cell in one.cells))
    return Table(header=header, rows=below)


def _header_row(mapping: DataMapping) -> int:
    return max(1, int(Decimal(mapping.header_row))) if mapping.header_row else 1


def _of_csv(path: Path, mapping: DataMapping) -> Sequence[Row]:
    if path.stat().st_size > MAX_FILE:
        raise Unreadable(N_("it is too large"))
    try:
        text = path.read_bytes().decode(mapping.encoding or _DEFAULT_ENCODING)
    except LookupError as error:
        raise Unreadable(N_("there is no encoding of the name that the mapping gives")) from error
    except UnicodeError as error:
        raise Unreadable(
            N_("it is not written in the encoding that the mapping names, or in UTF-8 where it names none")
        ) from error
    delimiter = "\t" if mapping.delimiter == "tab" else mapping.delimiter
    delimiter = delimiter or _delimiter(text, _header_row(mapping))
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        found = [Row(number=reader.line_num, cells=tuple(cells)) for cells in reader]
    except (csv.Error, TypeError) as error:
        raise Unreadable(N_("it is damaged")) from error
    if len(found) > MAX_ROWS:
        raise Unreadable(N_("it is too large"))
    return found


def _delimiter(text: str, header_row: int) -> str:
    """The sign that parts the row of names into most columns."""
    lines = text.splitlines()
    header = lines[header_row - 1] if header_row <= len(lines) else ""
    return max(DELIMITERS, key=header.count)


def _of_workbook(opened: Opened, mapping: DataMapping) -> Sequence[Row]:
    if mapping.sheet is not None:
        rows = opened.sheet(mapping.sheet)
    else:
        rows = next(iter(opened.sheets.values()), None)
    if rows is None:
        raise Unreadable(N_("it has no sheet of the name that the mapping gives"))
    return [_row(raws) for raws in rows]


def _row(raws: Sequence[Raw]) -> Row:
    cells = [""] * max(raw.column for raw in raws)
    for raw in raws:
        cells[raw.column - 1] = _text(raw)
    return Row(number=raws[0].row, cells=tuple(cells))


def _text(raw: Raw) -> str:
    """The value of a cell as text; of a formula that was not worked out its text, which no number is, so that it is told of."""
    value = raw.value
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    return "" if value is None else str(value)
