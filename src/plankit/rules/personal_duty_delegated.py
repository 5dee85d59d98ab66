"""What it checks
    A duty that rests on each employee is given to others: an agency that the guide binds to it only supports, is
    consulted or is informed, or has no part in it at all, or one agency alone carries it out for all of them. Where
    law settles a cell, and the plan says otherwise, that is PK316.

Why it matters
    The duty to report a child and the duty to avert a crime are personal (barnevernsloven § 13-2; straffeloven
    § 196). Whoever believes that another service reports for them breaks the law.

Bad
    responsibilities:
    - {task: report-child-welfare, agency: barnehage, role: S}
    - {task: report-child-welfare, agency: skole, role: R}

Good
    responsibilities:
    - {task: report-child-welfare, agency: barnehage, role: R}
    - {task: report-child-welfare, agency: skole, role: R}
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.model.parties import Rasci, Responsibility
from plankit.rules.base import Hit, Rule, Subject
from plankit.rules.bodies import Bodies
from plankit.rules.rows import Row, agencies_having, rows

_LESS = N_("has only a lesser part in it")
_ALONE = N_("alone is to carry it out")
_OUT = N_("cannot be left out of it")


def _released(row: Row, bodies: Bodies) -> Iterator[Responsibility]:
    """The first cell of each agency that the guide binds and the plan lets off."""
    assert row.of_guide is not None
    settled = {one.agency for one in row.of_guide.settled if Rasci.RESPONSIBLE in one.role}
    bound = set(row.of_guide.agencies) - settled
    doers = [cell.agency for cell in row.having(Rasci.RESPONSIBLE)]
    seen: set[str] = set()
    for cell in row.cells:
        kin = bodies.kin(cell.agency)
        if kin is None or kin.id not in bound or kin.id in seen:
            continue
        seen.add(kin.id)
        if not any(bodies.is_same(one, cell.agency) for one in doers):
            yield cell


def _left_out(subject: Subject, row: Row, bodies: Bodies) -> list[str]:
    """The plan's agencies that the guide binds and that have no part in the row, neither themselves nor by a part.

    Of several that the guide counts as one, one with a part in it is enough.
    """
    assert row.of_guide is not None
    bound = set(row.of_guide.agencies)
    named = {cell.agency for cell in row.cells}
    return [
        one.id
        for one in subject.plan.agencies
        if (kin := bodies.kin(one.id))
        and kin.id in bound
        and not any(bodies.is_same(one.id, other) for other in named)
    ]


def find(subject: Subject) -> Iterator[Hit]:
    """Each cell that takes a personal duty from those who have it."""
    if not subject.is_whole:
        return
    bodies = subject.once(Bodies)
    for row in rows(subject):
        if row.of_guide is None or not row.is_personal:
            continue
        doers = agencies_having(row.cells, Rasci.RESPONSIBLE)
        if len(doers) == 1 and len(row.of_guide.agencies) > 1:
            values: dict[str, object] = {"task": row.task, "agency": doers[0].agency, "reason": _ALONE}
            yield Hit(at=doers[0], path=("role",), values=values)
        elif doers:
            for cell in _released(row, bodies):
                values = {"task": row.task, "agency": cell.agency, "reason": _LESS}
                yield Hit(at=cell, path=("role",), values=values)
            left = _left_out(subject, row, bodies)
            if left:
                entry, path = row.place
                values = {"task": row.task, "agency": "”, “".join(left), "reason": _OUT}
                yield Hit(at=entry, path=path, values=values)


RULE = Rule(
    code="PK313",
    name="personal-duty-delegated",
    severity=Severity.WARNING,
    message=N_("The duty “{task}” rests on each employee, and “{agency}” {reason}."),
    hint=N_("Give every agency whose employees have the duty “role: R”; nobody can take it over for them."),
    check=find,
)
