"""Opens a workbook that anybody may have sent: what it holds, cell by cell, or why it cannot be read."""

from __future__ import annotations

import datetime
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import ParseError

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException

from plankit.language import N_

MAX_FILE, MAX_UNPACKED, MAX_PARTS = 30_000_000, 150_000_000, 2_000
MAX_ROWS, MAX_COLUMNS, MAX_SHEETS = 20_000, 1_000, 60
_OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0"
_STEP = 1 << 16
_BROKEN = (
    ParseError,
    InvalidFileException,
    zipfile.BadZipFile,
    zlib.error,
    AttributeError,
    EOFError,
    IndexError,
    KeyError,
    NotImplementedError,
    OSError,
    OverflowError,
    RecursionError,
    TypeError,
    ValueError,
)
"""What openpyxl raises for files that are not as they should be."""


class Unreadable(ValueError):
    """The file cannot be read as a workbook. The message says why, in English, ready to be translated."""


@dataclass(frozen=True)
class Raw:
    """A cell as the file has it: its place, its value, and whether that is a formula or an error."""

    row: int
    column: int
    value: str | int | float | bool | datetime.datetime | datetime.time | datetime.timedelta | None
    kind: str = "value"
    """`value`, `formula` or `error`."""

    @property
    def name(self) -> str:
        """The name of the cell: `C7`."""
        return f"{get_column_letter(self.column)}{self.row}"

    @property
    def text(self) -> str:
        """A text as it stands; nothing else has one."""
        return self.value if isinstance(self.value, str) else ""


@dataclass(frozen=True)
class Opened:
    """The cells of each sheet that hold something, row by row, by the title of the sheet."""

    sheets: dict[str, list[list[Raw]]] = field(default_factory=dict)

    def sheet(self, title: str) -> list[list[Raw]] | None:
        """The rows of the sheet with that title, however its letters are written."""
        wanted = title.strip().casefold()
        return next((rows for name, rows in self.sheets.items() if name.strip().casefold() == wanted), None)


def open_workbook(path: Path, *, computed: bool = False) -> Opened:
    """What the workbook holds. Raises `Unreadable`.

    With `computed`, a formula counts as what the program that saved the file worked out; one that no program has worked out
    stays a formula.
    """
    _look_at_zip(path)
    try:
        opened = _opened(path, values=False)
        has_formulas = any(
            raw.kind == "formula" for rows in opened.sheets.values() for row in rows for raw in row
        )
        return _with_values(opened, _opened(path, values=True)) if computed and has_formulas else opened
    except _BROKEN as error:
        raise Unreadable(N_("it is damaged")) from error


def _opened(path: Path, *, values: bool) -> Opened:
    workbook = load_workbook(path, read_only=True, data_only=values, keep_links=False)
    try:
        return Opened({sheet.title: list(_rows(sheet)) for sheet in workbook.worksheets[:MAX_SHEETS]})
    finally:
        workbook.close()


def _with_values(opened: Opened, worked_out: Opened) -> Opened:
    """The workbook with each formula's value in its place, where it has one."""
    sheets = {}
    for title, rows in opened.sheets.items():
        values = {(raw.row, raw.column): raw for row in worked_out.sheets.get(title, ()) for raw in row}
        sheets[title] = [
            [values.get((raw.row, raw.column), raw) if raw.kind == "formula" else raw for raw in row]
            for row in rows
        ]
    return Opened(sheets)


def _rows(sheet: Any) -> Iterator[list[Raw]]:
    for cells in sheet.iter_rows(max_row=MAX_ROWS, max_col=MAX_COLUMNS):
        row = [_raw(cell) for cell in cells if cell.value is not None]
        if row:
            yield row


def _raw(cell: Any) -> Raw:
    kind = {"f": "formula", "e": "error"}.get(cell.data_type, "value")
    value = cell.value
    if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
        value = datetime.datetime.combine(value, datetime.time())
    known = str | int | float | bool | datetime.datetime | datetime.time | datetime.timedelta
    if kind == "value" and not isinstance(value, known):
        kind = "formula"
    return Raw(cell.row, cell.column, value if isinstance(value, known) else None, kind)


def _look_at_zip(path: Path) -> None:
    """Raises `Unreadable` where the file is no zip, or one that would fill the memory or fetch something."""
    try:
        with path.open("rb") as file:
            start = file.read(4)
        if path.stat().st_size > MAX_FILE:
            raise Unreadable(N_("it is too large"))
        if start == _OLD_OR_LOCKED:
            raise Unreadable(
                N_(
                    "it is protected with a password, or saved in the old format .xls; save it as .xlsx without one"
                )
            )
        with zipfile.ZipFile(path) as archive:
            _look_at_parts(archive)
    except OSError as error:
        raise Unreadable(error.strerror or N_("it is damaged")) from error
    except (zipfile.BadZipFile, NotImplementedError, zlib.error, RuntimeError, EOFError, ValueError) as error:
        if isinstance(error, Unreadable):
            raise
        raise Unreadable(N_("it is not an Excel workbook (.xlsx)")) from error


def _look_at_parts(archive: zipfile.ZipFile) -> None:
    parts = archive.infolist()
    if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
        raise Unreadable(N_("it unpacks to more than a workbook needs"))
    if any(part.flag_bits & 1 for part in parts):
        raise Unreadable(
            N_(
                "it is protected with a password, or saved in the old format .xls; save it as .xlsx without one"
            )
        )
    if "[Content_Types].xml" not in archive.namelist():
        raise Unreadable(N_("it is not an Excel workbook (.xlsx)"))
    for part in parts:
        if part.filename.endswith((".xml", ".rels")):
            _look_at_xml(archive, part)


def _look_at_xml(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    """Raises `Unreadable` where the part declares entities, which could grow without end."""
    tail = b""
    with archive.open(part) as file:
        while piece := file.read(_STEP):
            if (
                b"<!DOCTYPE" in tail + piece
                or b"<!ENTITY" in tail + piece
                or piece[:2] in (b"\xff\xfe", b"\xfe\xff")
            ):
                raise Unreadable(N_("it declares what no workbook needs"))
            tail = piece[-16:]
