"""What it checks
    Law settles that an agency of the plan carries out (R) or is accountable (A) for a task, and the task's row leaves
    the agency out. An agency may leave the work to those under its own orders. Duties that rest on each employee are
    PK313, a row with another letter for it is PK316, a task without a row is PK318.

Why it matters
    The plan makes the duties in law clear (guide 2.6). An agency that law binds and that does not find itself in the
    row reads that others have it.

Bad
    responsibilities:
    - {task: detect-adults, agency: psykisk-helse, role: R}
    # nothing on “legevakt”, which helse- og omsorgstjenesteloven § 3-3 a binds too

Good
    responsibilities:
    - {task: detect-adults, agency: psykisk-helse, role: R}
    - {task: detect-adults, agency: legevakt, role: R}
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.model.parties import Rasci
from plankit.rules.base import Hit, Rule, Subject
from plankit.rules.bodies import Bodies
from plankit.rules.rows import law_names, rows


def find(subject: Subject) -> Iterator[Hit]:
    """Each row that leaves out an agency of the plan that law puts there."""
    if not subject.is_whole:
        return
    bodies = subject.once(Bodies)
    present: dict[str, str] = {}
    for agency in subject.plan.agencies:
        kin = bodies.kin(agency.id)
        if kin:
            present.setdefault(kin.id, agency.id)
    for row in rows(subject):
        if row.of_guide is None or row.is_personal:
            continue
        for one in row.of_guide.settled:
            letters = "".join(
                letter for letter in (Rasci.ACCOUNTABLE, Rasci.RESPONSIBLE) if letter in one.role
            )
            if not letters or one.agency not in present:
                continue
            if any(bodies.is_under(cell.agency, one.agency) for cell in row.cells):
                continue
            entry, path = row.place
            values: dict[str, object] = {
                "task": row.task,
                "agency": present[one.agency],
                "wanted": letters,
                "law": law_names(subject, one.laws or row.of_guide.laws),
            }
            yield Hit(at=entry, path=path, values=values)


RULE = Rule(
    code="PK319",
    name="settled-cell-missing",
    severity=Severity.WARNING,
    message=N_(
        "Law settles that “{agency}” is {wanted} for the task “{task}” ({law}); the row leaves it out."
    ),
    hint=N_("Add a line with this task, the agency and its letter, resting on law."),
    check=find,
)
