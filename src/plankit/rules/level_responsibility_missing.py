"""What it checks
    In a matrix of levels, an agency lacks a task that everyone at its level must hold.

Why it matters
    Leaders map what each role in and across organisations holds (guide 2.7; MARAM, the Australian framework that the
    levels come from). An agency that identifies violence and does not share what it may leaves the others blind.

Bad
    responsibilities:
    - {task: engage, agency: skole, level: identification}
    # nothing on “identify”, which every level holds

Good
    responsibilities:
    - {task: engage, agency: skole, level: identification}
    - {task: identify, agency: skole, level: identification}
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.rules.base import Hit, Rule, Subject
from plankit.rules.levels import holders, tasks_of


def find(subject: Subject) -> Iterator[Hit]:
    """Each agency with something left out, at its first cell."""
    if not subject.is_whole:
        return
    for matrix, found in holders(subject).items():
        rows = tasks_of(subject, matrix)
        for holder in found:
            missing = [
                subject.text(task.title)
                for task in rows
                if task.id not in holder.tasks and holder.level in task.levels
            ]
            if missing:
                values: dict[str, object] = {
                    "agency": holder.agency,
                    "level": subject.vocabulary.label(
                        "matrix-level", holder.level, subject.plan.plan.language
                    ),
                    "tasks": "; ".join(missing),
                }
                yield Hit(at=holder.cells[0], path=("agency",), values=values)


RULE = Rule(
    code="PK320",
    name="level-responsibility-missing",
    severity=Severity.WARNING,
    message=N_("“{agency}” is at the level “{level}” and lacks what everyone there holds: {tasks}."),
    hint=N_("Add a line with “task”, “agency” and “level” for each, or place the agency at another level."),
    check=find,
)
