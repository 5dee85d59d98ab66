"""What it checks
    A task has agencies in the responsibility matrix, but none is accountable (A).

Why it matters
    The plan names the position and service that answers for the work (guide 2.7); where several act and none is
    accountable, the case stops between them.

Bad
    responsibilities:
    - {task: avdekke, agency: skole, role: R}

Good
    responsibilities:
    - {task: avdekke, agency: skole, role: R}
    - {task: avdekke, agency: barnevern, role: A}
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.model.parties import Rasci
from plankit.rules.base import Hit, Rule, Subject
from plankit.rules.cells import tasks_lacking


def find(subject: Subject) -> Iterator[Hit]:
    """Each task with cells that has no accountable agency, whichever participants the cells are for."""
    if not subject.is_whole:
        return
    # A duty that rests on each employee has nobody who is accountable for it in their stead.
    personal = {task.id for task in subject.guide.tasks if task.personal_duty} if subject.guide else set()
    for task, (entry, path) in tasks_lacking(subject, Rasci.ACCOUNTABLE).items():
        if task in personal:
            continue
        yield Hit(at=entry, path=path, values={"task": task})


RULE = Rule(
    code="PK301",
    name="task-without-accountable",
    severity=Severity.WARNING,
    message=N_("Nobody is accountable (A) for the task “{task}”."),
    hint=N_("Give one agency “role: A” for the task."),
    check=find,
)
