"""Who does what: tasks in rows, agencies in columns, and in each cell what the agency is to the task."""

from __future__ import annotations

from dataclasses import dataclass

from plankit.model.guide import GuideTask
from plankit.model.parties import Rasci, Responsibility, Task
from plankit.views.groups import capitalised
from plankit.views.reading import Party, Reading

LETTERS = tuple(Rasci)
"""In the order in which they are shown."""


@dataclass(frozen=True, kw_only=True)
class Cell:
    """What one agency is to one task; each letter with the entry that says so."""

    letters: tuple[Rasci, ...]
    entries: tuple[Responsibility, ...]


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


def _tasks(reading: Reading) -> dict[str, Task | GuideTask]:
    found: dict[str, Task | GuideTask] = {task.id: task for task in reading.plan.tasks}
    for task in reading.guide.tasks if reading.guide else ():
        found.setdefault(task.id, task)
    return found


def _cells(entries: list[Responsibility]) -> dict[str, Cell]:
    by_agency: dict[str, list[Responsibility]] = {}
    for entry in entries:
        by_agency.setdefault(entry.agency, []).append(entry)
    return {
        agency: Cell(
            letters=tuple(letter for letter in LETTERS if letter in {one.role for one in of_agency}),
            entries=tuple(of_agency),
        )
        for agency, of_agency in by_agency.items()
    }


def responsibility_matrix(reading: Reading, *, agency: str = "", phase: str = "") -> Matrix:
    """The matrix of a plan; with `agency` only the rows where that agency has a part, with `phase` only its rows."""
    by_task: dict[str, list[Responsibility]] = {}
    for entry in reading.plan.responsibilities:
        if entry.task and entry.role:
            by_task.setdefault(entry.task, []).append(entry)
    tasks = _tasks(reading)
    order = _phase_order(reading)
    position = {task: number for number, task in enumerate(tasks)}
    rows = []
    for task_id in sorted(by_task, key=lambda one: position.get(one, len(position))):
        task = tasks.get(task_id)
        code = _phase_code(reading, task)
        row = Row(
            task=task_id,
            title=reading.text(task.title) if task else task_id,
            phase=code,
            cells=_cells(by_task[task_id]),
        )
        if (not agency or agency in row.cells) and (not phase or phase == code):
            rows.append(row)
    rows.sort(key=lambda row: order.get(row.phase, len(order)))
    used = {column for row in rows for column in row.cells}
    columns = [party for party in reading.named_parties if party.id in used]
    columns += [reading.party(one) for one in sorted(used - {party.id for party in columns})]
    phases = tuple(
        (code, capitalised(reading.label("phase", code))) for code in dict.fromkeys(row.phase for row in rows)
    )
    return Matrix(columns=tuple(columns), rows=tuple(rows), phases=phases)


def _phase_code(reading: Reading, task: Task | GuideTask | None) -> str:
    phase = (task.phase if task else None) or ""
    return reading.vocabulary.code("phase", phase) or phase


def _phase_order(reading: Reading) -> dict[str, int]:
    codes = [term.id for term in reading.guide.task_phases] if reading.guide else []
    return {code: number for number, code in enumerate(codes)}
