"""The matrix whose cells hold levels instead of roles: who holds which task, and at which level."""

from __future__ import annotations

from dataclasses import dataclass

from plankit.model.guide import GuideTask
from plankit.model.parties import Responsibility
from plankit.rules.base import Subject
from plankit.rules.cells import holds


@dataclass(frozen=True, kw_only=True)
class Holder:
    """One agency in a matrix of levels. Its level is the highest that one of its cells has."""

    agency: str
    level: str
    cells: tuple[Responsibility, ...]

    @property
    def tasks(self) -> frozenset[str]:
        """The tasks that it holds."""
        return frozenset(cell.task for cell in self.cells if cell.task)


def order(subject: Subject) -> tuple[str, ...]:
    """The guide's levels, lowest first."""
    return tuple(term.id for term in subject.guide.matrix_levels) if subject.guide else ()


def tasks_of(subject: Subject, matrix: str) -> tuple[GuideTask, ...]:
    """The rows of a matrix of levels."""
    return tuple(task for task in subject.guide.tasks if task.matrix == matrix) if subject.guide else ()


def holders(subject: Subject) -> dict[str, tuple[Holder, ...]]:
    """For each matrix of levels that the plan fills in, its agencies in the order of the file."""
    matrix_of = {task.id: task.matrix for task in subject.guide.tasks if task.matrix} if subject.guide else {}
    ranks = {level: rank for rank, level in enumerate(order(subject))}
    cells: dict[str, dict[str, list[Responsibility]]] = {}
    for cell in subject.plan.responsibilities:
        matrix = matrix_of.get(cell.task or "")
        if matrix and _level(subject, cell) in ranks and holds(cell, subject):
            cells.setdefault(matrix, {}).setdefault(cell.agency, []).append(cell)
    return {
        matrix: tuple(
            Holder(
                agency=agency,
                level=max((_level(subject, cell) for cell in found), key=lambda level: ranks[level]),
                cells=tuple(found),
            )
            for agency, found in by_agency.items()
        )
        for matrix, by_agency in cells.items()
    }


def _level(subject: Subject, cell: Responsibility) -> str:
    return subject.code("matrix-level", cell.level) if cell.level else ""
