"""What it checks
    An agency that is not a public body carries out (R) or is accountable (A) for a task that exercises public
    authority. An R is left alone where the guide itself binds the agency to the task.

Why it matters
    Only public bodies decide over people; a municipality may not hand tasks that exercise public authority to a
    private performer (SoL 4 kap. 3 §). The guide marks these tasks in Norway too.

Bad
    responsibilities:
    - {task: emergency-housing, agency: frivilligsentral, role: A}

Good
    responsibilities:
    - {task: emergency-housing, agency: nav, role: A}
    - {task: emergency-housing, agency: frivilligsentral, role: S}
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.model.parties import Rasci
from plankit.rules.base import Hit, Rule, Subject
from plankit.rules.bodies import Bodies
from plankit.rules.rows import rows


def find(subject: Subject) -> Iterator[Hit]:
    """Each A or R of public authority that lies with somebody private."""
    bodies = subject.once(Bodies)
    for row in rows(subject):
        if not row.is_public_authority:
            continue
        bound = (
            {*row.of_guide.agencies, *(one.agency for one in row.of_guide.settled)} if row.of_guide else set()
        )
        for cell in (*row.having(Rasci.ACCOUNTABLE), *row.having(Rasci.RESPONSIBLE)):
            kin = bodies.kin(cell.agency)
            if not bodies.is_private(cell.agency):
                continue
            if cell.role is Rasci.RESPONSIBLE and kin and kin.id in bound:
                continue
            values: dict[str, object] = {"task": row.task, "agency": cell.agency, "letter": cell.role}
            yield Hit(at=cell, path=("agency",), values=values)


RULE = Rule(
    code="PK312",
    name="public-authority-private",
    severity=Severity.WARNING,
    message=N_("“{task}” exercises public authority, and “{agency}” ({letter}) is not a public body."),
    hint=N_("Give A and R to a public body; others may support (S)."),
    check=find,
)
