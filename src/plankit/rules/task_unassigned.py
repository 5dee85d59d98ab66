"""What it checks
    The plan has a matrix, and tasks of the guide that rest on law are not in it. All of them are told of at once.

Why it matters
    The plan says by whom each thing is done (guide 2.4), and makes the duties in law clear (guide 2.6). A row that
    nobody filled in is a duty that nobody was given.

Bad
    responsibilities:
    - {task: report-child-welfare, agency: skole, role: R}
    # nothing on temporary-shelter, which krisesenterlova asks for

Good
    responsibilities:
    - {task: report-child-welfare, agency: skole, role: R}
    - {task: temporary-shelter, agency: kommunestyre, role: A}
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.rules.base import Hit, Rule, Subject

_NAMED = 4


def find(subject: Subject) -> Iterator[Hit]:
    """The plan, where its matrix leaves out tasks that law asks for."""
    plan, guide = subject.plan, subject.guide
    if (
        guide is None
        or not subject.is_whole
        or not any(cell.task and cell.role for cell in plan.responsibilities)
    ):
        return
    said = {cell.task for cell in plan.responsibilities}
    said |= {one for cell in plan.responsibilities for one in cell.about}
    open_tasks = [
        task
        for task in guide.tasks
        if not task.matrix and (task.settled or task.laws) and task.id not in said
    ]
    if open_tasks:
        names = [subject.text(task.title) for task in open_tasks]
        shown = "; ".join(names[:_NAMED]) + (" …" if len(names) > _NAMED else "")
        yield Hit(at=plan.plan, values={"count": len(names), "tasks": shown})


RULE = Rule(
    code="PK318",
    name="task-unassigned",
    severity=Severity.ADVICE,
    message=N_("The matrix leaves out tasks that rest on law ({count}): {tasks}."),
    hint=N_(
        "Add a line for each under “responsibilities”: who is accountable (A) and who carries it out (R)."
    ),
    check=find,
)
