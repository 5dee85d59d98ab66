"""What it checks
    An agency at a level in the middle hands over to no agency at the highest in any procedure. Asked only where some
    agency is at the highest level, and where there are procedures with steps.

Why it matters
    The plan has routines for who takes over (guide 2.2.3; MARAM, the Australian framework that the levels come from).
    Whoever assesses risk half-way must know whom to hand the case to when it is worse than that.

Bad
    procedures:
    - id: voksen
      title: Voksen
      steps:
      - {id: a, agency: nav, what: Vurder faren}

Good
    procedures:
    - id: voksen
      title: Voksen
      steps:
      - {id: a, agency: nav, what: Vurder faren, handover: {receiver: krisesenter}}
      - {id: b, agency: krisesenter, what: Ta imot}
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.rules.base import Hit, Rule, Subject
from plankit.rules.bodies import Bodies
from plankit.rules.levels import holders, order


def _handed(subject: Subject) -> set[tuple[str, str]]:
    """Every pair of agencies where the first hands over to the second."""
    return {
        (step.agency, step.handover.receiver)
        for procedure in subject.plan.procedures
        for step in procedure.all_steps()
        if step.agency and step.handover and step.handover.receiver
    }


def find(subject: Subject) -> Iterator[Hit]:
    """Each agency in the middle with nobody to hand over to, at its first cell."""
    levels = order(subject)
    if not subject.is_whole or len(levels) < 3:
        return
    if not any(procedure.all_steps() for procedure in subject.plan.procedures):
        return
    bodies, handed = Bodies(subject), _handed(subject)
    for found in holders(subject).values():
        highest = [holder.agency for holder in found if holder.level == levels[-1]]
        for holder in found:
            if not highest or holder.level not in levels[1:-1]:
                continue
            if any(
                bodies.is_same(giver, holder.agency) and bodies.is_same(receiver, top)
                for giver, receiver in handed
                for top in highest
            ):
                continue
            yield Hit(at=holder.cells[0], path=("agency",), values={"agency": holder.agency})


RULE = Rule(
    code="PK322",
    name="level-without-referral",
    severity=Severity.WARNING,
    message=N_("In no procedure does “{agency}” hand over to an agency at the highest level."),
    hint=N_("Add a step with “handover” to one of them."),
    check=find,
)
