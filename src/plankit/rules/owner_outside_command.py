"""What it checks
    Whoever owns a measure is not under the municipality's command, and no agreement is named.

Why it matters
    State and voluntary bodies are bound by agreement, not by the council's decision; the guide asks that they
    are anchored at their own level (guide 1.3).

Bad
    responsible: politiet

Good
    responsible: {agency: politiet, agreement: samarbeidsavtale-politi}
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.model.base import Absence
from plankit.model.contents import Responsible
from plankit.rules.base import Hit, Rule, Subject


def _free(subject: Subject) -> set[str]:
    """Agencies that the municipality cannot give orders; what the plan says of one wins over the guide."""
    guide = {one.id: one.commandable for one in subject.guide.agencies} if subject.guide else {}
    free = {agency for agency, commandable in guide.items() if commandable is False}
    for agency in subject.plan.agencies:
        known = guide.get(agency.guide_agency) if agency.guide_agency else guide.get(agency.id)
        said = known if agency.commandable is None else agency.commandable
        (free.add if said is False else free.discard)(agency.id)
    return free


def _unbound(one: Responsible, free: set[str], subject: Subject) -> bool:
    outside = one.commandable is False or (one.commandable is None and one.agency in free)
    if not outside or one.agreement:
        return False
    if one.function and subject.code("function", one.function) != "owner":
        return False
    return one.absence("agreement") is Absence.NOT_STATED


def find(subject: Subject) -> Iterator[Hit]:
    """Each owner of a measure who cannot be ordered and has agreed to nothing."""
    free = _free(subject)
    for measure in subject.plan.measures:
        for number, one in enumerate(measure.responsible):
            if _unbound(one, free, subject):
                who = one.agency or one.text or one.role or ""
                yield Hit(at=measure, path=("responsible", number), values={"id": measure.id, "who": who})


RULE = Rule(
    code="PK209",
    name="owner-outside-command",
    severity=Severity.WARNING,
    message=N_(
        "“{who}” owns the measure “{id}”, but the municipality cannot give it orders and no agreement is named."
    ),
    hint=N_("Name the agreement under “agreement”, or give the measure an owner in the municipality."),
    check=find,
)
