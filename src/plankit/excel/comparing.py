"""Compares three: the workbook as it was written, the workbook as it came back, and the plan as it is now.

What only the workbook changed is proposed. What only the plan changed stays. What both changed to different values
is a conflict, and neither is chosen for them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plankit.excel.cells import Said, plain, said
from plankit.excel.grid import Grid, Line
from plankit.excel.memory import Memory, mark_of
from plankit.excel.places import Findings
from plankit.language import N_
from plankit.model.parties import Rasci
from plankit.views.sheet_dates import exact_day
from plankit.views.sheets import Book, Cell, Column, Kind, Row, Sheet, harmless
from plankit.workbooks import Raw

EMPTIED = N_("it may not be empty")
INCOMPLETE = N_("a report needs a measure and a date")


@dataclass(frozen=True, kw_only=True)
class Changed:
    """A cell that somebody changed, and what stands there now in the plan."""

    sheet: Sheet
    title: str
    row: Row
    column: Column
    cell: Cell
    said: Said
    at: Raw


@dataclass(frozen=True, kw_only=True)
class Added:
    """A row that somebody filled in."""

    sheet: Sheet
    title: str
    cells: dict[str, Said]
    at: Raw


class Comparison:
    """One workbook against what it was and what the plan is."""

    def __init__(self, memory: Memory, book: Book, findings: Findings, prefer: str | None) -> None:
        self._memory = memory
        self._book = book
        self._findings = findings
        self._prefer = prefer
        self._known = {place[:2] for place in (*memory.texts, *memory.marks)}

    def of(self, grid: Grid) -> Iterator[Changed | Added]:
        """What the sheet changes. What cannot be taken over is a finding."""
        sheet = self._book.sheet(grid.key)
        if sheet is None:
            return
        rows = {row.key: row for row in sheet.rows}
        for line in grid.lines:
            if not line.key:
                yield from self._new(sheet, grid, line)
            elif (grid.key, line.key) not in self._known:
                values: dict[str, object] = {"id": line.key}
                self._findings.add("PK053", values, sheet=grid.title, at=line.at, subject=line.key)
            else:
                yield from self._line(sheet, grid, line, rows.get(line.key))
        self._missing(grid, rows)

    def _missing(self, grid: Grid, rows: dict[str, Row]) -> None:
        there = {line.key for line in grid.lines}
        for sheet, key in sorted(self._known):
            if sheet == grid.key and key not in there and key in rows:
                self._findings.add("PK055", {"id": key}, sheet=grid.title, subject=key)

    def _line(self, sheet: Sheet, grid: Grid, line: Line, row: Row | None) -> Iterator[Changed]:
        for key, place in grid.columns.items():
            at, where = line.raw(key, place), (grid.key, line.key, key)
            if where in self._memory.marks:
                self._locked(where, grid, at)
                continue
            column = sheet.column(key)
            before = self._memory.texts.get(where)
            if before is None or _is_same(plain(at), before):
                continue
            cell = row.cells.get(key) if row else None
            if row is None or cell is None or column is None:
                values: dict[str, object] = {"id": line.key}
                self._findings.add("PK053", values, sheet=grid.title, at=at, subject=line.key)
                return
            found = self._judged(at, column, grid)
            if found is not None and self._is_free(where, cell, found, grid, at):
                yield Changed(
                    sheet=sheet, title=grid.title, row=row, column=column, cell=cell, said=found, at=at
                )

    def _locked(self, where: tuple[str, str, str], grid: Grid, at: Raw) -> None:
        found = plain(at)
        if found.code:
            self._findings.add(found.code, dict(found.values), sheet=grid.title, at=at)
        elif mark_of(found.text) != self._memory.marks[where] and not (
            not found.text and self._memory.marks[where] == mark_of("")
        ):
            name = self._memory.columns[grid.key][where[2]]
            self._findings.add("PK060", {"column": name}, sheet=grid.title, at=at, subject=where[1])

    def _judged(self, at: Raw, column: Column, grid: Grid) -> Said | None:
        """What the cell says where it fits its column; else there is a finding."""
        found = _letters(plain(at), column) if column.kind is Kind.LETTERS else said(at, column)
        if not found.code and not found.text and column.required:
            found = Said(code="PK062", values=(("reason", EMPTIED),))
        if found.code:
            values: dict[str, object] = dict(found.values)
            self._findings.add(found.code, values, sheet=grid.title, at=at, suggestion=found.suggestion)
            return None
        return found

    def _is_free(self, where: tuple[str, str, str], cell: Cell, found: Said, grid: Grid, at: Raw) -> bool:
        """Whether the value may be taken over: the plan has not changed there, or it was said whose value holds."""
        if _is_same(found, cell.text):
            return False
        if cell.path is None:
            name = self._memory.columns[grid.key][where[2]]
            self._findings.add("PK060", {"column": name}, sheet=grid.title, at=at, subject=where[1])
            return False
        before = self._memory.texts[where]
        if cell.text == before or self._prefer == "file":
            return True
        if self._prefer != "plan":
            values: dict[str, object] = {
                "workbook": self._findings.file,
                "theirs": found.text,
                "ours": cell.text,
                "before": before,
            }
            self._findings.add("PK061", values, sheet=grid.title, at=at, subject=where[1])
        return False

    def _new(self, sheet: Sheet, grid: Grid, line: Line) -> Iterator[Added]:
        fill = [one for one in sheet.columns if one.fill]
        if not fill:
            self._findings.add("PK053", {"id": ""}, sheet=grid.title, at=line.at)
            return
        cells: dict[str, Said] = {}
        for column in fill:
            at = line.raw(column.key, grid.columns.get(column.key, 1))
            found = said(at, column)
            if found.code:
                values: dict[str, object] = dict(found.values)
                self._findings.add(found.code, values, sheet=grid.title, at=at, suggestion=found.suggestion)
                return
            if found.text:
                cells[column.key] = found
        if set(cells) <= {"measure", "period"}:
            return
        if any(one.required and one.key not in cells for one in fill):
            self._findings.add("PK062", {"reason": INCOMPLETE}, sheet=grid.title, at=line.at)
            return
        yield Added(sheet=sheet, title=grid.title, cells=cells, at=line.at)


def _is_same(found: Said, text: str) -> bool:
    """Whether a cell says what the text says, in whatever manner it shows a day."""
    if found.code:
        return False
    day = exact_day(text)
    if found.day is not None and day is not None:
        return found.day == day
    shown = harmless(text)
    return found.text == (shown if shown.strip() else "")


def _letters(found: Said, column: Column) -> Said:
    """The letters of a cell in their order, however they are written."""
    if found.code:
        return found
    given = found.text.upper().replace(",", " ").replace("/", " ").replace(";", " ").split()
    split = [letter for word in given for letter in word]
    known = [str(letter) for letter in Rasci]
    if set(split) - set(known):
        values = (("value", found.text[:60]), ("column", column.title))
        return Said(code="PK056", values=values)
    return Said(text=" ".join(letter for letter in known if letter in split))
