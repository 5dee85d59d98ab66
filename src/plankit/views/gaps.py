"""What the matrix leaves open: tasks without a cell, without A or R, settled cells that are not there, idle agencies."""

from __future__ import annotations

from dataclasses import dataclass, replace

from plankit.model.guide import GuideTask, Settled
from plankit.model.parties import Rasci
from plankit.views.matrix import LETTERS, WHOLE, Cut, Matrix, Row, phase_code, responsibility_matrix
from plankit.views.reading import Party, Reading


@dataclass(frozen=True, kw_only=True)
class SettledGap:
    """A cell that law settles and the plan does not have, or has with other letters."""

    task: str
    title: str
    party: Party
    """The agency of the plan that it is about, or the guide's where the plan has none."""
    wanted: tuple[Rasci, ...]
    stands: tuple[Rasci, ...]
    laws: tuple[str, ...]
    """Provisions, by name."""


@dataclass(frozen=True, kw_only=True)
class MatrixGaps:
    """Everything that the matrix of roles leaves open, in the order of tasks and of agencies."""

    empty: tuple[GuideTask, ...]
    """Tasks of the guide that no agency has a part in."""
    without_accountable: tuple[Row, ...]
    without_responsible: tuple[Row, ...]
    settled: tuple[SettledGap, ...]
    idle: tuple[Party, ...]
    """Agencies of the plan that have no cell."""

    def __bool__(self) -> bool:
        return bool(
            self.empty or self.without_accountable or self.without_responsible or self.settled or self.idle
        )


def matrix_gaps(reading: Reading, cut: Cut = WHOLE) -> MatrixGaps:
    """The gaps of the matrix, for a municipality and a day where `cut` names them."""
    matrix = responsibility_matrix(reading, replace(cut, agency=""))
    filled = {row.task for row in matrix.rows}
    tasks = tuple(task for task in reading.guide.tasks if not task.matrix) if reading.guide else ()
    if cut.phase:
        code = reading.vocabulary.code("phase", cut.phase) or cut.phase
        tasks = tuple(task for task in tasks if phase_code(reading, task) == code)
    if cut.task:
        tasks = tuple(task for task in tasks if task.id == cut.task)
    return MatrixGaps(
        empty=tuple(task for task in tasks if task.id not in filled),
        without_accountable=_without(matrix, Rasci.ACCOUNTABLE),
        without_responsible=_without(matrix, Rasci.RESPONSIBLE),
        settled=tuple(gap for task in tasks for gap in _settled(reading, task, matrix)),
        idle=_idle(reading, matrix) if not (cut.phase or cut.task) else (),
    )


def _without(matrix: Matrix, letter: Rasci) -> tuple[Row, ...]:
    return tuple(row for row in matrix.rows if not any(letter in cell.letters for cell in row.cells.values()))


def _settled(reading: Reading, task: GuideTask, matrix: Matrix) -> list[SettledGap]:
    row = next((one for one in matrix.rows if one.task == task.id), None)
    gaps = []
    for cell in task.settled:
        wanted = tuple(letter for letter in LETTERS if letter in cell.role)
        parties = _own(reading, cell)
        stands = {
            party.id: row.cells[party.id].letters if row and party.id in row.cells else ()
            for party in parties
        }
        # Of several agencies of the plan that are this one of the guide, one that has the cell is enough.
        if any(set(wanted) <= set(letters) for letters in stands.values()):
            continue
        gaps.append(
            SettledGap(
                task=task.id,
                title=reading.text(task.title),
                party=parties[0],
                wanted=wanted,
                stands=stands[parties[0].id],
                laws=tuple(reading.law_name(law) for law in cell.laws),
            )
        )
    return gaps


def _own(reading: Reading, cell: Settled) -> tuple[Party, ...]:
    own = (one.id for one in reading.plan.agencies if (one.guide_agency or one.id) == cell.agency)
    return tuple(reading.party(one) for one in dict.fromkeys((*own, cell.agency)))


def _idle(reading: Reading, matrix: Matrix) -> tuple[Party, ...]:
    busy = {party.id for party in matrix.columns}
    return tuple(reading.party(one.id) for one in reading.plan.agencies if one.id not in busy)
