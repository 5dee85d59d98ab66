"""What it checks
    An agency acts in a procedure that says which cases start it, or that another leads on to, and neither the agency
    nor a service of it tells when it can be reached. Walks then take office hours for granted. Hours in words count.

Why it matters
    Cases come at all hours, and the municipality must be able to avert violence (helse- og omsorgstjenesteloven
    § 3-3 a; guide 2.2.2). Staff who do not know whether anybody answers lose the minutes that count.

Bad
    agencies:
    - {id: barnevern, name: Barnevernet}
    procedures:
    - {id: p, title: P, starts: {}, steps: [{id: ring, what: Ring barnevernet, agency: barnevern}]}

Good
    agencies:
    - {id: barnevern, name: Barnevernet, opening_hours: [{days: [mon, tue, wed, thu, fri], opens: '08:00', closes: '15:30'}]}
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.model.base import Absence
from plankit.model.parties import Agency
from plankit.rules.base import Hit, Rule, Subject
from plankit.rules.bodies import acting_agency


def find(subject: Subject) -> Iterator[Hit]:
    """Each such agency of the plan, once."""
    if not subject.is_whole:
        return
    procedures = subject.plan.procedures
    onward = {one.procedure for each in procedures for step in each.all_steps() for one in step.next}
    acting = {
        acting_agency(subject, step)
        for procedure in procedures
        if procedure.starts is not None or procedure.id in onward
        for step in procedure.all_steps()
    }
    for agency in subject.plan.agencies:
        if agency.id in acting and not _tells(subject, agency):
            yield Hit(at=agency, values={"agency": agency.id})


def _tells(subject: Subject, agency: Agency) -> bool:
    if agency.opening_hours or agency.around_the_clock is not None:
        return True
    if agency.absence("opening_hours") is not Absence.NOT_STATED:
        return True
    return any(
        one.opening_hours or one.around_the_clock or one.hours
        for one in subject.plan.services
        if one.agency == agency.id
    )


RULE = Rule(
    code="PK435",
    name="acting-agency-without-hours",
    severity=Severity.ADVICE,
    message=N_(
        "The agency “{agency}” acts in a procedure, and the plan does not tell when it can be reached."
    ),
    hint=N_("Add “opening_hours” or “around_the_clock” to the agency or to its service."),
    check=find,
)
