"""What it checks
    Law settles who has a task, and the plan says otherwise: another agency is accountable (A), or the agency that
    law names has a part in the task but not the one that law gives it. An agency may leave the work to those under
    its own orders.

Why it matters
    A plan cannot move a duty that law has placed; that of one does not lessen that of others (SoL 4 kap. 1 §). Staff who follow the plan
    then turn to the wrong door, and the agency that law binds believes that it is free.

Bad
    responsibilities:
    - {task: respond-emergency, agency: legevakt, role: A}

Good
    responsibilities:
    - {task: respond-emergency, agency: politi, role: A}
    - {task: respond-emergency, agency: legevakt, role: S}
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.model.guide import Settled
from plankit.model.parties import Rasci, Responsibility
from plankit.rules.base import Hit, Rule, Subject
from plankit.rules.bodies import Bodies
from plankit.rules.rows import Row, law_names, rows

_AS_GOOD = {
    Rasci.RESPONSIBLE: "R",
    Rasci.ACCOUNTABLE: "A",
    Rasci.SUPPORTS: "ARS",
    Rasci.CONSULTED: "ARSC",
    Rasci.INFORMED: "ARSCI",
}
"""For each letter, those by which an agency does as much or more."""


def _is_known(bodies: Bodies, agency: str) -> bool:
    return bodies.kin(agency) is not None or bodies.sphere(agency) is not None


def _taken(row: Row, one: Settled, bodies: Bodies) -> Iterator[tuple[Responsibility, Rasci]]:
    """Each cell by which another agency is accountable in place of the one that law names."""
    if Rasci.ACCOUNTABLE not in one.role:
        return
    for cell in row.having(Rasci.ACCOUNTABLE):
        if bodies.is_under(cell.agency, one.agency) or not _is_known(bodies, cell.agency):
            continue
        # The municipality's own unit that no guide knows may well be the one that the guide names.
        own_unit = bodies.kin(cell.agency) is None and bodies.is_one_organisation(cell.agency, one.agency)
        if not own_unit:
            yield cell, Rasci.ACCOUNTABLE


def _first_cells(row: Row, bodies: Bodies) -> dict[str, Responsibility]:
    """For each agency of the guide that has a part in the task, its first cell."""
    found: dict[str, Responsibility] = {}
    for cell in row.cells:
        kin = bodies.kin(cell.agency)
        if kin:
            found.setdefault(kin.id, cell)
    return found


def _lacking(row: Row, one: Settled, bodies: Bodies) -> Iterator[Rasci]:
    """The letters that law gives an agency and the plan, which gives it others, does not."""
    for letter in Rasci:
        if letter is Rasci.ACCOUNTABLE or letter not in one.role:
            continue
        if letter is Rasci.RESPONSIBLE and not row.having(letter):
            continue
        as_good = [cell for cell in row.cells if cell.role and cell.role in _AS_GOOD[letter]]
        if not any(bodies.is_under(cell.agency, one.agency) for cell in as_good):
            yield letter


def find(subject: Subject) -> Iterator[Hit]:
    """Each cell that says other than law; once for each agency that law names."""
    if not subject.is_whole:
        return
    bodies = subject.once(Bodies)
    for row in rows(subject):
        if row.of_guide is None or not row.of_guide.settled:
            continue
        first = _first_cells(row, bodies)
        for one in row.of_guide.settled:
            wrong = list(_taken(row, one, bodies))
            if one.agency in first:
                wrong += [(first[one.agency], letter) for letter in _lacking(row, one, bodies)]
            for cell, letter in wrong:
                values: dict[str, object] = {
                    "task": row.task,
                    "agency": cell.agency,
                    "given": cell.role,
                    "wanted": letter,
                    "settled": bodies.name(one.agency),
                    "law": law_names(subject, one.laws or row.of_guide.laws),
                }
                yield Hit(at=cell, path=("role",), values=values)


RULE = Rule(
    code="PK316",
    name="law-settled-contradicted",
    severity=Severity.ERROR,
    message=N_(
        "Law settles that “{settled}” is {wanted} for the task “{task}” ({law}); the plan has “{agency}” as {given}."
    ),
    hint=N_("Give the cell the letter that law gives it; a plan cannot move a duty that law has placed."),
    check=find,
)
