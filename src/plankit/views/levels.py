"""The guide's further matrices: which agency holds a task at which level, and what its level asks for besides."""

from __future__ import annotations

from dataclasses import dataclass

from plankit.model.guide import GuideTask
from plankit.views.matrix import Cut, Matrix, level_order, responsibility_matrix
from plankit.views.reading import Party, Reading


@dataclass(frozen=True, kw_only=True)
class Lacking:
    """A task that every holder of a level has, and an agency of that level that the plan does not give it to."""

    party: Party
    level: str
    task: str
    title: str


@dataclass(frozen=True, kw_only=True)
class LevelMatrix:
    """One further matrix of the guide, as the plan fills it."""

    id: str
    title: str
    text: str
    levels: tuple[tuple[str, str], ...]
    """Code and word of each level, in the guide's order."""
    matrix: Matrix
    unfilled: tuple[GuideTask, ...]
    """Its tasks that no agency of the plan holds."""
    lacking: tuple[Lacking, ...]


def level_matrices(reading: Reading, only: str = "") -> tuple[LevelMatrix, ...]:
    """The further matrices of the guide that the plan fills a cell of; with `only`, the one of that id."""
    if reading.guide is None:
        return ()
    found = []
    for entry in reading.guide.matrices:
        if only and entry.id != only:
            continue
        matrix = responsibility_matrix(reading, Cut(matrix=entry.id))
        if not matrix.rows:
            continue
        tasks = tuple(task for task in reading.guide.tasks if task.matrix == entry.id)
        filled = {row.task for row in matrix.rows}
        found.append(
            LevelMatrix(
                id=entry.id,
                title=reading.text(entry.title),
                text=reading.text(entry.text),
                levels=tuple((term.id, reading.text(term.name)) for term in reading.guide.matrix_levels),
                matrix=matrix,
                unfilled=tuple(task for task in tasks if task.id not in filled),
                lacking=_lacking(reading, matrix, tasks),
            )
        )
    return tuple(found)


def highest_levels(reading: Reading, matrix: Matrix) -> dict[str, str]:
    """For each agency that has a cell, the last of the guide's levels that it holds a task at."""
    order = level_order(reading)
    found: dict[str, str] = {}
    for row in matrix.rows:
        for agency, cell in row.cells.items():
            for level in cell.levels:
                if order.get(level, 0) >= order.get(found.get(agency, ""), 0):
                    found[agency] = level
    return found


def _lacking(reading: Reading, matrix: Matrix, tasks: tuple[GuideTask, ...]) -> tuple[Lacking, ...]:
    held = {(row.task, agency) for row in matrix.rows for agency in row.cells}
    levels = highest_levels(reading, matrix)
    return tuple(
        Lacking(party=party, level=levels[party.id], task=task.id, title=reading.text(task.title))
        for party in matrix.columns
        for task in tasks
        if levels.get(party.id) in task.levels and (task.id, party.id) not in held
    )
