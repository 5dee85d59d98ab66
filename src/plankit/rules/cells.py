"""The cells of the responsibility matrix that hold on a day, by task."""

from __future__ import annotations

from plankit.model.base import Entity
from plankit.model.parties import Rasci, Responsibility
from plankit.rules.base import Subject


def holds(cell: Responsibility, subject: Subject) -> bool:
    """Whether the cell holds today or, where the plan's period is over or still to come, on its nearest day."""
    begins = cell.valid_from and cell.valid_from.start_day
    if begins and begins > subject.law_day:
        return False
    return not (cell.valid_to and cell.valid_to.is_over(subject.law_day))


def cells_by_task(subject: Subject) -> dict[str, list[Responsibility]]:
    """For each task that has cells today, these cells in the order of the file."""
    return subject.once(_cells_by_task)


def _cells_by_task(subject: Subject) -> dict[str, list[Responsibility]]:
    found: dict[str, list[Responsibility]] = {}
    for cell in subject.plan.responsibilities:
        if cell.task and cell.role and holds(cell, subject):
            found.setdefault(cell.task, []).append(cell)
    return found


def tasks_lacking(subject: Subject, letter: Rasci) -> dict[str, tuple[Entity, tuple[str | int, ...]]]:
    """The tasks that have cells but none with `letter`, each with the entry and path to speak of it at.

    That is the plan's own task where it has one; a task of the guide is spoken of at its first cell.
    """
    tasks = {task.id: task for task in subject.plan.tasks}
    unseen = {cell.task for cell in subject.plan.responsibilities if not cell.role and cell.empty}
    found: dict[str, tuple[Entity, tuple[str | int, ...]]] = {}
    for task, cells in cells_by_task(subject).items():
        if task in unseen or any(cell.role is letter for cell in cells):
            continue
        found[task] = (tasks[task], ()) if task in tasks else (cells[0], ("task",))
    return found
