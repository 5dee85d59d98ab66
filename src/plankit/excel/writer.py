"""Writes the sheets of a plan as an Excel workbook: the same bytes for the same plan."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from plankit.excel import about
from plankit.excel.memory import SHEET, Memory, to_rows
from plankit.excel.styles import LETTERS, Styles, lines_of
from plankit.language import N_
from plankit.views.reading import Reading
from plankit.views.sheets import Book, Cell, Choice, Column, Kind, Sheet, harmless

LISTS = "_lists"
_MADE = datetime(2000, 1, 1)  # a fixed moment: two runs give the same bytes
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
_ALLOWED = {"format_columns": True, "format_rows": True, "sort": True, "autofilter": True}
_PAPER_A3, _PAPER_A4, _PAGE_WIDTH, _LINE_HEIGHT, _MAX_HEIGHT, _UPRIGHT_HEIGHT = 8, 9, 150, 13.5, 400, 330


def workbook_bytes(reading: Reading, book: Book, memory: Memory) -> bytes:
    """The workbook of `book`."""
    target = BytesIO()
    workbook = Workbook(target, _OPTIONS)
    # Neither who made it nor where nor when.
    workbook.set_properties({"title": harmless(book.title), "created": _MADE})
    writer = _Writer(workbook, reading)
    writer.write_about(book, memory)
    for sheet in book.sheets:
        writer.write_sheet(sheet, book)
    writer.write_lists()
    writer.write_memory(memory)
    workbook.close()
    return target.getvalue()


class _Writer:
    def __init__(self, workbook: Workbook, reading: Reading) -> None:
        self._workbook = workbook
        self._reading = reading
        self._styles = Styles(workbook)
        self._lists: dict[tuple[str, ...], str] = {}

    def _sheet(self, title: str) -> Worksheet:
        made = self._workbook.add_worksheet(title)
        made.hide_gridlines(2)
        return made

    # --- What explains ---

    def write_about(self, book: Book, memory: Memory) -> None:
        """The first sheet."""
        sheet = self._sheet(self._reading.words(about.TITLE))
        sheet.set_column(0, 0, 28)
        sheet.set_column(1, 1, 72)
        lines = about.about(self._reading, book, memory.version, memory.checksum)
        for row, (kind, text) in enumerate(lines):
            text = harmless(text)
            label, _, value = text.partition("\t")
            if kind == "label":
                sheet.write_string(row, 0, label, self._styles.words("label"))
                sheet.write_string(row, 1, value, self._styles.words("text"))
            elif kind != "gap":
                said = f"•  {text}" if kind == "point" else text
                sheet.merge_range(row, 0, row, 1, "", self._styles.words(kind))
                sheet.write_string(row, 0, said, self._styles.words(kind))
                size = {"title": 26, "heading": 28}.get(kind, 15.5 * lines_of(said, 114))
                sheet.set_row(row, size)
        sheet.protect("", {**_ALLOWED})
        sheet.set_paper(_PAPER_A4)
        sheet.fit_to_pages(1, 0)

    # --- What holds the plan ---

    def write_sheet(self, sheet: Sheet, book: Book) -> None:
        """One sheet of the plan: headings, rows, and rows to be filled in."""
        made = self._sheet(sheet.title)
        opened = {
            column.key: column.fill or any(_is_open(row.cells.get(column.key)) for row in sheet.rows)
            for column in sheet.columns
        }
        for place, column in enumerate(sheet.columns):
            made.set_column(place, place, column.width)
            style = self._styles.heading(is_open=opened[column.key], is_upright=column.upright)
            made.write_string(0, place, harmless(column.title), style)
        if any(column.upright for column in sheet.columns):
            longest = max(len(column.title) for column in sheet.columns if column.upright)
            made.set_row(0, min(_UPRIGHT_HEIGHT, 20 + 6 * longest))
        else:
            made.set_row(0, 32)
        for number, row in enumerate(sheet.rows, start=1):
            self._write_row(made, number, sheet.columns, row.cells)
        self._write_blank(made, sheet)
        self._lay_out(made, sheet, book)
        self._add_lists(made, sheet, opened)

    def _write_row(
        self, made: Worksheet, number: int, columns: Sequence[Column], cells: Any, *, fill: bool = False
    ) -> None:
        height = 1
        for place, column in enumerate(columns):
            cell = cells.get(column.key, Cell())
            text = harmless(cell.text)
            style = self._styles.cell(
                text,
                is_open=column.fill if fill else _is_open(cell),
                is_day=cell.day is not None,
                is_centred=column.kind in (Kind.LETTER, Kind.LETTERS),
                is_id=column.kind is Kind.ID,
            )
            if cell.day is not None:
                made.write_datetime(number, place, datetime.combine(cell.day, datetime.min.time()), style)
            elif text:
                made.write_string(number, place, text, style)
            else:
                made.write_blank(number, place, None, style)
            height = max(height, 1 if column.kind is Kind.ID else lines_of(text, column.width))
        made.set_row(number, min(_MAX_HEIGHT, height * _LINE_HEIGHT + 3))

    def _write_blank(self, made: Worksheet, sheet: Sheet) -> None:
        for number in range(sheet.blank):
            cells = sheet.prefilled[number] if number < len(sheet.prefilled) else {}
            self._write_row(made, len(sheet.rows) + 1 + number, sheet.columns, cells, fill=True)

    def _lay_out(self, made: Worksheet, sheet: Sheet, book: Book) -> None:
        last, right = len(sheet.rows) + sheet.blank, len(sheet.columns) - 1
        made.freeze_panes(1, sheet.frozen)
        made.autofilter(0, 0, max(1, last), right)
        made.protect("", {**_ALLOWED})
        made.set_landscape()
        made.set_paper(_PAPER_A3 if any(one.upright for one in sheet.columns) else _PAPER_A4)
        made.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.6)
        made.repeat_rows(0)
        made.repeat_columns(0, sheet.frozen - 1)
        width = sum(column.width for column in sheet.columns)
        made.fit_to_pages(1 if any(one.upright for one in sheet.columns) else -(-width // _PAGE_WIDTH), 0)
        made.print_area(0, 0, max(1, len(sheet.rows) + min(sheet.blank, len(sheet.prefilled) + 8)), right)
        title = harmless(book.title)[:90].replace("&", "&&").replace("\n", " ")
        made.set_header(f"&L{title}&R{sheet.title}")
        made.set_footer("&C&P / &N")

    # --- What may be chosen ---

    def _add_lists(self, made: Worksheet, sheet: Sheet, opened: dict[str, bool]) -> None:
        last = len(sheet.rows) + sheet.blank
        for place, column in enumerate(sheet.columns):
            if last and opened[column.key] and column.choices and column.kind is not Kind.LINES:
                made.data_validation(1, place, last, place, self._validation(column))

        for place, column in enumerate(sheet.columns):
            if last and column.kind in (Kind.LETTER, Kind.LETTERS):
                self._set_off(made, (1, place, last, place))

    def _set_off(self, made: Worksheet, area: tuple[int, int, int, int]) -> None:
        """Give the letters of the matrix their colours."""
        for letter, colour in LETTERS.items():
            wanted = {"type": "text", "criteria": "containing", "value": letter, "stop_if_true": True}
            made.conditional_format(*area, {**wanted, "format": self._styles.letter(colour)})

    def _validation(self, column: Column) -> dict[str, Any]:
        words = self._reading.words
        return {
            "validate": "list",
            "source": self._source(column.choices),
            "ignore_blank": True,
            "error_type": "warning" if column.kind is Kind.LETTERS else "stop",
            "error_title": words(N_("Not in the list")),
            "error_message": words(N_("Choose a word from the list in the cell.")),
        }

    def _source(self, choices: Iterable[Choice]) -> str:
        """Where the list of these words is; it is written once for all columns that have it."""
        shown = tuple(harmless(one.shown) for one in choices)
        if shown not in self._lists:
            column = len(self._lists)
            first = xl_rowcol_to_cell(0, column, row_abs=True, col_abs=True)
            last = xl_rowcol_to_cell(len(shown) - 1, column, row_abs=True, col_abs=True)
            self._lists[shown] = f"={LISTS}!{first}:{last}"
        return self._lists[shown]

    def write_lists(self) -> None:
        """The hidden sheet with the words of all lists."""
        made = self._workbook.add_worksheet(LISTS)
        for column, shown in enumerate(self._lists):
            for row, text in enumerate(shown):
                made.write_string(row, column, text, self._styles.words("text"))
        made.protect("")
        made.hide()

    def write_memory(self, memory: Memory) -> None:
        """The hidden sheet with what the workbook was made of."""
        made = self._workbook.add_worksheet(SHEET)
        for row, parts in enumerate(to_rows(memory)):
            for column, part in enumerate(parts):
                made.write_string(row, column, part)
        made.protect("")
        made.very_hidden()


def _is_open(cell: Cell | None) -> bool:
    return cell is not None and cell.path is not None
