"""What it checks
    A task has agencies in the responsibility matrix, but none carries it out (R).

Why it matters
    A plan says by whom each thing is done (guide 2.4); support and information alone do nothing for a family.

Bad
    responsibilities:
    - {task: avdekke, agency: barnevern, role: A}
    - {task: avdekke, agency: skole, role: I}

Good
    responsibilities:
    - {task: avdekke, agency: barnevern, role: A}
    - {task: avdekke, agency: skole, role: R}
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.model.parties import Rasci
from plankit.rules.base import Hit, Rule, Subject
from plankit.rules.cells import tasks_lacking


def find(subject: Subject) -> Iterator[Hit]:
    """Each task with cells that nobody carries out."""
    if not subject.is_whole:
        return
    for task, (entry, path) in tasks_lacking(subject, Rasci.RESPONSIBLE).items():
        yield Hit(at=entry, path=path, values={"task": task})


RULE = Rule(
    code="PK304",
    name="task-without-doer",
    severity=Severity.WARNING,
    message=N_("Nobody carries out (R) the task “{task}”."),
    hint=N_("Give at least one agency “role: R” for the task."),
    check=find,
)
