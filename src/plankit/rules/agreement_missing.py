"""What it checks
    An agency carries out (R) a task for which another organisation is accountable (A), and the cell rests on neither
    law nor an agreement.

Why it matters
    State and voluntary bodies are bound by agreement, not by the council's decision; the guide asks that they are
    anchored at their own level (guide 1.3).

Bad
    responsibilities:
    - {task: re-establish, agency: koordinerende-enhet, role: A}
    - {task: re-establish, agency: krisesenter-iks, role: R, basis: plan}

Good
    responsibilities:
    - {task: re-establish, agency: koordinerende-enhet, role: A}
    - {task: re-establish, agency: krisesenter-iks, role: R, basis: avtale, agreement: samarbeidsavtale}
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.model.base import Absence
from plankit.model.guide_law import Law
from plankit.model.parties import Rasci, Responsibility
from plankit.rules.base import Hit, Rule, Subject
from plankit.rules.bodies import Bodies
from plankit.rules.rows import Row, is_settled, rows


def _rests(cell: Responsibility, subject: Subject) -> bool:
    """Whether the cell says what it rests on beyond the plan, or cannot be known not to."""
    if cell.agreement or cell.legal_basis or cell.basis_text:
        return True
    if cell.basis and subject.code("basis", cell.basis) != "plan":
        return True
    return Absence.UNKNOWN in (cell.absence("basis"), cell.absence("agreement"), cell.absence("legal_basis"))


def _binds(subject: Subject, row: Row, cell: Responsibility, bodies: Bodies) -> bool:
    """Whether the law of the task binds the agency anyway."""
    kin = bodies.kin(cell.agency)
    if is_settled(row, cell, bodies) or kin is None or row.of_guide is None or subject.guide is None:
        return is_settled(row, cell, bodies)
    laws = (subject.guide.by_id.get(name) for name in row.of_guide.laws)
    return any(isinstance(law, Law) and kin.id in law.binds for law in laws)


def _other(cell: Responsibility, accountable: tuple[Responsibility, ...], bodies: Bodies) -> str | None:
    """Who is accountable in its municipality, where that is another organisation."""
    near = [
        one.agency
        for one in accountable
        if not one.applies_to or not cell.applies_to or set(one.applies_to) & set(cell.applies_to)
    ]
    if not near or any(bodies.is_one_organisation(cell.agency, one) for one in near):
        return None
    if bodies.is_commandable(cell.agency) and all(bodies.sphere(one) == "municipality" for one in near):
        return None
    return near[0]


def find(subject: Subject) -> Iterator[Hit]:
    """Each R in another organisation than the A, with nothing that binds it."""
    bodies = subject.once(Bodies)
    for row in rows(subject):
        accountable = row.having(Rasci.ACCOUNTABLE)
        for cell in row.having(Rasci.RESPONSIBLE):
            other = _other(cell, accountable, bodies)
            if other is None or _rests(cell, subject) or _binds(subject, row, cell, bodies):
                continue
            values: dict[str, object] = {"task": row.task, "agency": cell.agency, "other": other}
            yield Hit(at=cell, path=("agency",), values=values)


RULE = Rule(
    code="PK314",
    name="agreement-missing",
    severity=Severity.WARNING,
    message=N_(
        "“{agency}” carries out (R) the task “{task}” for “{other}”, another organisation, and no agreement is named."
    ),
    hint=N_("Name the agreement under “agreement”, or the law under “legal_basis”."),
    check=find,
)
