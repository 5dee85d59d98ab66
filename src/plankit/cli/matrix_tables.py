"""Views of the matrix as rows: long, one cell a row, as files and spreadsheets have it; for people, grouped."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from plankit.cli.report import one_line
from plankit.language import N_, translate
from plankit.model.parties import Responsibility
from plankit.views.gaps import matrix_gaps
from plankit.views.load import loads
from plankit.views.matrix import LETTERS, Cell, Cut, responsibility_matrix
from plankit.views.matrix_differences import CellChange
from plankit.views.reading import Reading

NOTHING = N_("Nothing.")
GAPS = {
    "settled": N_("settled by law, and not so in the plan"),
    "no-accountable": N_("nobody is accountable"),
    "no-responsible": N_("nobody does it"),
    "empty": N_("no agency has a part in it"),
    "idle": N_("has no part in any task"),
}
CHANGES = {
    "added": N_("added"),
    "removed": N_("removed"),
    "changed": N_("changed"),
    "basis": N_("rests on something else"),
}


@dataclass(frozen=True, kw_only=True)
class Table:
    """A view as rows of words and numbers. `heading` says which columns people see as a heading over several rows."""

    keys: tuple[str, ...]
    rows: tuple[tuple[str | int | float, ...], ...]
    heading: int = 0
    """How many of the first columns are the heading."""
    shown: tuple[int, ...] = ()
    """Columns that people see in each line; all that are no heading where it is empty."""


CELL_KEYS = (
    "phase",
    "title",
    "task",
    "agency",
    "name",
    "role",
    "level",
    "agency_role",
    "basis",
    "legal_basis",
    "agreement",
    "applies_to",
    "valid_from",
    "valid_to",
)


def cells(reading: Reading, cut: Cut) -> Table:
    """Every cell of the matrix, or of the part that `cut` leaves; of an agency, only its own."""
    found = responsibility_matrix(reading, cut)
    words = dict(found.phases)
    rows = [
        (words.get(row.phase, ""), row.title, row.task, *_entry(reading, entry))
        for row in found.rows
        for party in found.columns
        for entry in (row.cells[party.id].entries if party.id in row.cells else ())
        if not cut.agency or party.id == cut.agency
    ]
    return Table(keys=CELL_KEYS, rows=tuple(rows), heading=2, shown=(5, 6, 4, 7, 8, 9, 10, 11, 12, 13))


def _entry(reading: Reading, entry: Responsibility) -> tuple[str, ...]:
    return (
        entry.agency,
        reading.party(entry.agency).name,
        entry.role or "",
        entry.level or "",
        entry.agency_role or "",
        reading.vocabulary.code("basis", entry.basis) or entry.basis if entry.basis else "",
        "; ".join(one.text for one in entry.legal_basis),
        entry.agreement or "",
        " ".join(entry.applies_to),
        entry.valid_from.text if entry.valid_from else "",
        entry.valid_to.text if entry.valid_to else "",
    )


def gaps(reading: Reading, cut: Cut) -> Table:
    """What the matrix leaves open, one gap a row."""
    found = matrix_gaps(reading, cut)

    def row(
        kind: str, task: str = "", title: str = "", *, agency: str = "", told: str = ""
    ) -> tuple[str, ...]:
        name = reading.party(agency).name if agency else ""
        return (reading.words(GAPS[kind]), kind, task, title, agency, name, told)

    rows = [
        row(
            "settled",
            one.task,
            one.title,
            agency=one.party.id,
            told=f"{''.join(one.wanted)} ({'; '.join(one.laws)})",
        )
        for one in found.settled
    ]
    rows += [row("no-accountable", one.task, one.title) for one in found.without_accountable]
    rows += [row("no-responsible", one.task, one.title) for one in found.without_responsible]
    rows += [row("empty", one.id, reading.text(one.title)) for one in found.empty]
    rows += [row("idle", agency=one.id) for one in found.idle]
    keys = ("what", "kind", "task", "title", "agency", "name", "law")
    return Table(keys=keys, rows=tuple(rows), heading=1, shown=(3, 5, 6))


def load(reading: Reading, cut: Cut) -> Table:
    """How many tasks each agency has, by letter and together, and how many compared with the median."""
    rows: list[tuple[str | int | float, ...]] = []
    for one in loads(reading, cut):
        counts = tuple(one.counts[letter] for letter in LETTERS)
        rows.append((one.party.id, one.party.name, *counts, one.tasks, one.relative))
    return Table(
        keys=("agency", "name", *(str(letter) for letter in LETTERS), "tasks", "relative"),
        rows=tuple(rows),
        shown=(1, 2, 3, 4, 5, 6, 7, 8),
    )


def changes(reading: Reading, found: tuple[CellChange, ...]) -> Table:
    """The cells that differ, one a row."""
    rows = tuple(
        (
            one.title,
            one.task,
            one.party.id,
            one.party.name,
            one.what,
            reading.words(CHANGES[one.what]),
            _letters(one.old),
            _letters(one.new),
        )
        for one in found
    )
    keys = ("title", "task", "agency", "name", "what", "words", "old", "new")
    return Table(keys=keys, rows=rows, heading=1, shown=(3, 5, 6, 7))


def _letters(cell: Cell | None) -> str:
    return "" if cell is None else "".join(cell.letters) or " ".join(cell.levels)


def lines(table: Table, language: str) -> Iterator[str]:
    """The table for people: a heading for rows that belong together, and the columns that say something."""
    if not table.rows:
        yield translate(NOTHING, language)
        return
    shown = table.shown or tuple(range(table.heading, len(table.keys)))
    used = [column for column in shown if any(row[column] != "" for row in table.rows)]
    width = {column: max(len(_cell(row[column])) for row in table.rows) for column in used}
    if not table.heading:
        width = {column: max(width[column], len(table.keys[column])) for column in used}
        yield "  ".join(table.keys[column].ljust(width[column]) for column in used).rstrip()
    indent = "  " if table.heading else ""
    for head, rows in groupby(table.rows, key=lambda row: row[: table.heading]):
        if table.heading:
            yield one_line(" · ".join(str(part) for part in head if part))
        for row in rows:
            words = (_cell(row[column]).ljust(width[column]) for column in used)
            yield f"{indent}{'  '.join(words)}".rstrip()


def _cell(value: str | float) -> str:
    return one_line(str(value))
