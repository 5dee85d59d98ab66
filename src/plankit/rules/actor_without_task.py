"""What it checks
    A step says which task of the matrix it carries out, and its agency neither carries that out (R) nor is
    accountable (A) for it nor supports it (S). In a matrix of levels any cell is enough.

Why it matters
    The plan says once by whom each thing is done (guide 2.4). Where the procedure sends people to another door than
    the matrix, one of them is wrong.

Bad
    responsibilities:
    - {task: assess-risk, agency: politi, role: R}
    procedures:
    - {id: p, title: P, steps: [{id: a, what: Vurder risiko, agency: skole, task: assess-risk}]}

Good
    procedures:
    - {id: p, title: P, steps: [{id: a, what: Vurder risiko, agency: politi, task: assess-risk}]}
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.model.parties import Rasci
from plankit.rules.base import Hit, Rule, Subject
from plankit.rules.bodies import Bodies, acting_agency
from plankit.rules.cells import holds
from plankit.rules.ways import places

_ACTS = frozenset({Rasci.RESPONSIBLE, Rasci.ACCOUNTABLE, Rasci.SUPPORTS})


def _holders(subject: Subject) -> dict[str, set[str]]:
    """For each task, the agencies that do something in it today."""
    found: dict[str, set[str]] = {}
    for cell in subject.plan.responsibilities:
        if cell.task and (cell.role in _ACTS or cell.level) and holds(cell, subject):
            found.setdefault(cell.task, set()).add(cell.agency)
    return found


def find(subject: Subject) -> Iterator[Hit]:
    """Each step whose agency has no such task."""
    acting = _holders(subject)
    if not acting or not subject.is_whole:
        return
    bodies = subject.once(Bodies)
    for procedure in subject.plan.procedures:
        for path, step in places(procedure):
            agency = acting_agency(subject, step)
            if step.task is None or agency is None:
                continue
            if not any(bodies.is_same(agency, one) for one in acting.get(step.task, ())):
                values: dict[str, object] = {"step": step.id, "agency": agency, "task": step.task}
                yield Hit(at=procedure, path=(*path, "agency"), values=values)


RULE = Rule(
    code="PK406",
    name="actor-without-task",
    severity=Severity.WARNING,
    message=N_(
        "The step “{step}” lets “{agency}” carry out the task “{task}”, which the matrix does not give it."
    ),
    hint=N_("Give it the task under “responsibilities”, or name the agency there that has it."),
    check=find,
)
