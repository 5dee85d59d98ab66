"""What it checks
    Two agencies are accountable (A) for the same task in the same municipality.

Why it matters
    Each municipality answers for carrying the plan out in its own services (guide 1.2), with one position and
    service (guide 2.7). Where two are accountable, each may think that the other is.

Bad
    responsibilities:
    - {task: avdekke, agency: barnevern, role: A}
    - {task: avdekke, agency: skole, role: A}

Good
    responsibilities:
    - {task: avdekke, agency: barnevern, role: A}
    - {task: avdekke, agency: skole, role: S}
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.model.parties import Rasci, Responsibility
from plankit.rules.base import Hit, Rule, Subject
from plankit.rules.cells import cells_by_task


def _second(cells: list[Responsibility]) -> tuple[Responsibility, str] | None:
    """The first cell that makes another agency accountable for the same participant, and the agency before it."""
    everywhere: str | None = None
    somewhere: dict[str, str] = {}
    for cell in cells:
        before = [somewhere.get(participant, everywhere) for participant in cell.applies_to]
        if not cell.applies_to:
            before = [everywhere, *somewhere.values()]
        other = next((agency for agency in before if agency and agency != cell.agency), None)
        if other:
            return cell, other
        if cell.applies_to:
            somewhere.update(dict.fromkeys(cell.applies_to, cell.agency))
        else:
            everywhere = cell.agency
    return None


def find(subject: Subject) -> Iterator[Hit]:
    """Each task with more than one accountable agency, at the second of them."""
    for task, cells in cells_by_task(subject).items():
        found = _second([cell for cell in cells if cell.role is Rasci.ACCOUNTABLE])
        if found:
            cell, other = found
            yield Hit(at=cell, path=("role",), values={"task": task, "first": other, "second": cell.agency})


RULE = Rule(
    code="PK302",
    name="task-with-two-accountable",
    severity=Severity.WARNING,
    message=N_("Both “{first}” and “{second}” are accountable (A) for the task “{task}”."),
    hint=N_(
        "Keep one A; the other agency may be R or S. If each is accountable in its own municipality, say so with “applies_to”."
    ),
    check=find,
)
