"""What it checks
    An agency is accountable (A) for a task that the guide's law puts on others: a municipal agency for what only
    the state or the county does, or the other way round. Where law settles the cell itself, that is PK316.

Why it matters
    The duty of a municipality does not lessen that of others (SoL 4 kap. 1 §), and it cannot command them. Nobody can answer for work that is not theirs to command.

Bad
    responsibilities:
    - {task: detect-dental, agency: kommunedirektør, role: A}

Good
    responsibilities:
    - {task: detect-dental, agency: fylkeskommune, role: A}
    - {task: detect-dental, agency: kommunedirektør, role: I}
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.model.guide import GuideTask
from plankit.model.guide_law import Law
from plankit.model.parties import Rasci
from plankit.rules.base import Hit, Rule, Subject
from plankit.rules.bodies import Bodies
from plankit.rules.rows import law_names, rows


def _bound(subject: Subject, task: GuideTask) -> set[str]:
    """The agencies that the task or its law names."""
    assert subject.guide is not None
    bound = {*task.agencies, *(one.agency for one in task.settled)}
    for name in task.laws:
        law = subject.guide.by_id.get(name)
        bound.update(law.binds if isinstance(law, Law) else ())
    return bound


def find(subject: Subject) -> Iterator[Hit]:
    """Each A that lies where no agency of the task's own law belongs."""
    bodies = subject.once(Bodies)
    for row in rows(subject):
        task = row.of_guide
        if task is None or not task.laws or any(Rasci.ACCOUNTABLE in one.role for one in task.settled):
            continue
        bound = _bound(subject, task)
        spheres = {bodies.sphere(one) for one in bound}
        if not bound or None in spheres:
            continue
        for cell in row.having(Rasci.ACCOUNTABLE):
            sphere = bodies.sphere(cell.agency)
            kin = bodies.kin(cell.agency)
            if sphere is None or sphere in spheres or (kin and kin.id in bound):
                continue
            values: dict[str, object] = {
                "task": row.task,
                "agency": cell.agency,
                "law": law_names(subject, task.laws),
            }
            yield Hit(at=cell, path=("agency",), values=values)


RULE = Rule(
    code="PK311",
    name="accountable-outside-mandate",
    severity=Severity.WARNING,
    message=N_("“{agency}” is accountable (A) for the task “{task}”, which law puts on others ({law})."),
    hint=N_("Give the A to an agency that law binds; yours may support (S) or be informed (I)."),
    check=find,
)
