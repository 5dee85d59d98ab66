"""What it checks
    A step hands something over to another agency and names no legal ground for sharing it. Consent is a ground; so is
    “not-applicable” where nothing on a person is shared.

Why it matters
    Sharing needs a ground, between services of one municipality too (forvaltningsloven §§ 13 and 13 b; guide 2.6).
    Staff who do not know the ground either share nothing or share too much.

Bad
    handover: {receiver: barnevern, content: Bekymringsmelding}

Good
    handover: {receiver: barnevern, content: Bekymringsmelding, legal_basis: [barnevernsloven § 13-2]}
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.model.base import Absence
from plankit.rules.base import Hit, Rule, Subject
from plankit.rules.bodies import Bodies, acting_agency
from plankit.rules.ways import places


def find(subject: Subject) -> Iterator[Hit]:
    """Each hand-over to another agency without a ground."""
    bodies = subject.once(Bodies)
    for procedure in subject.plan.procedures:
        for path, step in places(procedure):
            handover = step.handover
            if handover is None or handover.receiver is None:
                continue
            agency = acting_agency(subject, step)
            if agency and bodies.is_same(agency, handover.receiver):
                continue
            if handover.absence("legal_basis") is Absence.NOT_STATED:
                values: dict[str, object] = {"step": step.id, "receiver": handover.receiver}
                yield Hit(at=procedure, path=(*path, "handover"), values=values)


RULE = Rule(
    code="PK408",
    name="handover-without-ground",
    severity=Severity.WARNING,
    message=N_("The step “{step}” hands over to “{receiver}” without a legal ground for sharing."),
    hint=N_("Add “legal_basis” to the hand-over: the provision, or consent."),
    check=find,
)
