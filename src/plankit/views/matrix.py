"""Who does what: tasks in rows, agencies in columns, and in each cell what the agency is to the task.

The matrix of roles holds letters; a second matrix of the guide holds levels. Both are made here.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from plankit.model.guide import GuideTask
from plankit.model.parties import Rasci, Responsibility, Task
from plankit.views.groups import capitalised
from plankit.views.reading import Party, Reading

LETTERS = tuple(Rasci)
"""In the order in which they are shown."""


@dataclass(frozen=True, kw_only=True)
class Cell:
    """What one agency is to one task; each letter or level with the entry that says so."""

    letters: tuple[Rasci, ...]
    entries: tuple[Responsibility, ...]
    levels: tuple[str, ...] = ()
    """Codes of levels, the guide's first; a word that no list knows stands as it is."""


@dataclass(frozen=True, kw_only=True)
class Row:
    """One task. `cells` holds only agencies that have something to do with it, by id."""

    task: str
    title: str
    phase: str
    cells: dict[str, Cell]


@dataclass(frozen=True, kw_only=True)
class Matrix:
    """The matrix: columns in the plan's order of agencies, rows grouped by phase in the guide's."""

    columns: tuple[Party, ...]
    rows: tuple[Row, ...]
    phases: tuple[tuple[str, str], ...]
    """Code and word of each phase that has rows, in order."""

    def rows_in(self, phase: str) -> tuple[Row, ...]:
        """The rows of one phase."""
        return tuple(row for row in self.rows if row.phase == phase)

    def columns_of(self, rows: tuple[Row, ...]) -> tuple[Party, ...]:
        """The columns that some of the rows fill."""
        used = {party for row in rows for party in row.cells}
        return tuple(party for party in self.columns if party.id in used)


@dataclass(frozen=True, kw_only=True)
class Cut:
    """What of a matrix to look at; what is empty cuts nothing away."""

    matrix: str = ""
    """Id of a second matrix of the guide; the matrix of roles where it is empty."""
    agency: str = ""
    phase: str = ""
    task: str = ""
    participant: str = ""
    day: date | None = None
    """Only what holds on that day."""


WHOLE = Cut()


def tasks_of(reading: Reading) -> dict[str, Task | GuideTask]:
    """Every task by id: the plan's own, then the guide's."""
    found: dict[str, Task | GuideTask] = {task.id: task for task in reading.plan.tasks}
    for task in reading.guide.tasks if reading.guide else ():
        found.setdefault(task.id, task)
    return found


def holds_on(entry: Responsibility, day: date) -> bool:
    """Whether the entry is in force on `day`; without a first or last day it has no beginning or end."""
    start = entry.valid_from.start_day if entry.valid_from else None
    end = (entry.valid_to.end_day or entry.valid_to.start_day) if entry.valid_to else None
    return not (start and day < start) and not (end and end < day)


def holds_in(reading: Reading, entry: Responsibility, participant: str) -> bool:
    """Whether the entry holds in a municipality: neither it nor its agency is of others only."""
    agency = reading.party(entry.agency).entry
    return all(
        not ids or participant in ids for ids in (entry.applies_to, agency.applies_to if agency else ())
    )


def level_code(reading: Reading, word: str) -> str:
    """The code of a level; a word that no list knows as it is."""
    return reading.vocabulary.code("matrix-level", word) or word


def level_order(reading: Reading) -> dict[str, int]:
    """The guide's levels and the place of each, from 1."""
    terms = reading.guide.matrix_levels if reading.guide else ()
    return {term.id: number for number, term in enumerate(terms, start=1)}


def _cells(reading: Reading, entries: list[Responsibility]) -> dict[str, Cell]:
    by_agency: dict[str, list[Responsibility]] = {}
    for entry in entries:
        by_agency.setdefault(entry.agency, []).append(entry)
    return {
        agency: Cell(
            letters=tuple(letter for letter in LETTERS if letter in {one.role for one in of_agency}),
            entries=tuple(of_agency),
            levels=_levels(reading, of_agency),
        )
        for agency, of_agency in by_agency.items()
    }


def _levels(reading: Reading, entries: list[Responsibility]) -> tuple[str, ...]:
    codes = {level_code(reading, one.level) for one in entries if one.level}
    if not codes:
        return ()
    order = level_order(reading)
    return tuple(sorted(codes, key=lambda code: (order.get(code, len(order) + 1), code)))


def _by_task(
    reading: Reading, tasks: dict[str, Task | GuideTask], cut: Cut
) -> dict[str, list[Responsibility]]:
    found: dict[str, list[Responsibility]] = {}
    for entry in reading.plan.responsibilities:
        if not entry.task or not (entry.role or entry.level) or (cut.task and entry.task != cut.task):
            continue
        if (getattr(tasks.get(entry.task), "matrix", None) or "") != cut.matrix:
            continue
        if cut.day and not holds_on(entry, cut.day):
            continue
        if cut.participant and not holds_in(reading, entry, cut.participant):
            continue
        found.setdefault(entry.task, []).append(entry)
    return found


def responsibility_matrix(reading: Reading, cut: Cut = WHOLE) -> Matrix:
    """The matrix of a plan, or what `cut` leaves of it: of an agency, every row in which it has a part."""
    rows = _rows(reading, replace(cut, agency="", phase=""))
    phase = reading.vocabulary.code("phase", cut.phase) or cut.phase
    if cut.agency or phase:
        rows = tuple(
            row
            for row in rows
            if (not cut.agency or cut.agency in row.cells) and (not phase or phase == row.phase)
        )
    return Matrix(columns=_columns(reading, rows), rows=rows, phases=_phases(reading, rows))


@lru_cache(maxsize=8)
def _rows(reading: Reading, cut: Cut) -> tuple[Row, ...]:
    """The rows in order. Kept, because every agency's page asks for its part of the same ones."""
    tasks = tasks_of(reading)
    by_task = _by_task(reading, tasks, cut)
    order = _phase_order(reading)
    position = {task: number for number, task in enumerate(tasks)}
    rows = []
    for task_id in sorted(by_task, key=lambda one: position.get(one, len(position))):
        task = tasks.get(task_id)
        rows.append(
            Row(
                task=task_id,
                title=reading.text(task.title) if task else task_id,
                phase=phase_code(reading, task),
                cells=_cells(reading, by_task[task_id]),
            )
        )
    return tuple(sorted(rows, key=lambda row: order.get(row.phase, len(order))))


def _columns(reading: Reading, rows: tuple[Row, ...]) -> tuple[Party, ...]:
    used = {column for row in rows for column in row.cells}
    columns = [party for party in reading.named_parties if party.id in used]
    return (*columns, *(reading.party(one) for one in sorted(used - {party.id for party in columns})))


def _phases(reading: Reading, rows: tuple[Row, ...]) -> tuple[tuple[str, str], ...]:
    codes = dict.fromkeys(row.phase for row in rows)
    return tuple((code, capitalised(reading.label("phase", code))) for code in codes)


def phase_code(reading: Reading, task: Task | GuideTask | None) -> str:
    """The code of the phase that a task belongs to; empty where it has none."""
    phase = (task.phase if task else None) or ""
    return reading.vocabulary.code("phase", phase) or phase


def _phase_order(reading: Reading) -> dict[str, int]:
    codes = [term.id for term in reading.guide.task_phases] if reading.guide else []
    return {code: number for number, code in enumerate(codes)}


@dataclass(frozen=True, kw_only=True)
class RolePart:
    """What one role in an agency is to a task; the agency as a whole where `role` is empty."""

    role: str
    letters: tuple[Rasci, ...]
    levels: tuple[str, ...]
    entries: tuple[Responsibility, ...]


def role_parts(reading: Reading, cell: Cell) -> tuple[RolePart, ...]:
    """A cell one level down: the agency's roles, in the order of the plan, with what each is to the task."""
    by_role: dict[str, list[Responsibility]] = {}
    for entry in cell.entries:
        by_role.setdefault(role_title(reading, entry), []).append(entry)
    return tuple(
        RolePart(
            role=role,
            letters=tuple(letter for letter in LETTERS if letter in {one.role for one in entries}),
            levels=_levels(reading, entries),
            entries=tuple(entries),
        )
        for role, entries in by_role.items()
    )


def role_title(reading: Reading, entry: Responsibility) -> str:
    """The role that an entry names, in words; empty where it names none."""
    return role_of(reading, entry.agency, entry.agency_role)


def role_of(reading: Reading, agency_id: str | None, role_id: str | None) -> str:
    """What a role of an agency is called; its id where the plan does not describe it, empty where there is none."""
    if role_id is None:
        return ""
    agency = reading.party(agency_id).entry if agency_id else None
    role = next((one for one in agency.roles if one.id == role_id), None) if agency else None
    return reading.text(role.title) if role else role_id
