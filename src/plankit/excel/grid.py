"""Finds rows and columns in the sheets of a workbook: by their ids and headings, wherever they were moved to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from plankit.excel.cells import plain
from plankit.excel.memory import Memory
from plankit.excel.places import Findings
from plankit.language import N_
from plankit.workbooks import Opened, Raw

_LOOK_FOR_HEADINGS = 30


@dataclass(frozen=True, kw_only=True)
class Line:
    """A row of a sheet: its key (empty where somebody added it) and its cells by the key of their column."""

    key: str
    at: Raw
    cells: Mapping[str, Raw]

    def raw(self, column: str, place: int) -> Raw:
        """The cell of a column; an empty one where nothing stands there."""
        return self.cells.get(column) or Raw(self.at.row, place, None)


@dataclass(frozen=True, kw_only=True)
class Grid:
    """A sheet as it came back."""

    key: str
    title: str
    columns: Mapping[str, int]
    """Where each column now stands."""
    lines: tuple[Line, ...]


def grids(opened: Opened, memory: Memory, findings: Findings) -> Iterator[Grid]:
    """The sheets that were written and are still there; what is missing is a finding."""
    for key, title in memory.sheets.items():
        rows = opened.sheet(title)
        if rows is None:
            findings.add("PK052", {"kind": N_("sheet"), "name": title})
            continue
        names = memory.columns.get(key, {})
        head = _heading(rows, names)
        if head is None:
            findings.add("PK052", {"kind": N_("column"), "name": names.get("id", "id")}, sheet=title)
            continue
        number, columns = head
        for missing in names.keys() - columns.keys():
            findings.add("PK052", {"kind": N_("column"), "name": names[missing]}, sheet=title)
        lines = tuple(_lines(rows[number + 1 :], columns, title, findings))
        yield Grid(key=key, title=title, columns=columns, lines=lines)


def _heading(rows: list[list[Raw]], names: Mapping[str, str]) -> tuple[int, dict[str, int]] | None:
    """Which row holds the headings, and where each column stands. There must be one for the ids."""
    wanted = {_norm(title): key for key, title in names.items()}
    for number, row in enumerate(rows[:_LOOK_FOR_HEADINGS]):
        columns: dict[str, int] = {}
        for raw in row:
            key = wanted.get(_norm(raw.text))
            if key is not None:
                columns.setdefault(key, raw.column)
        if "id" in columns and len(columns) > 1:
            return number, columns
    return None


def _norm(text: str) -> str:
    return " ".join(text.split()).casefold()


def _lines(
    rows: list[list[Raw]], columns: Mapping[str, int], title: str, findings: Findings
) -> Iterator[Line]:
    seen: dict[str, Raw] = {}
    at_column = {place: key for key, place in columns.items()}
    for row in rows:
        cells = {at_column[raw.column]: raw for raw in row if raw.column in at_column}
        cells = {key: raw for key, raw in cells.items() if plain(raw) != plain(None)}
        if not cells:
            continue
        at = cells.get("id") or Raw(row[0].row, columns["id"], None)
        said = plain(at)
        key = said.text.strip()
        if said.code:
            findings.add(said.code, dict(said.values), sheet=title, at=at)
        elif key and key in seen:
            findings.add("PK054", {"id": key, "first": seen[key].name}, sheet=title, at=at, subject=key)
        else:
            seen[key] = at
            yield Line(key=key, at=at, cells=cells)
