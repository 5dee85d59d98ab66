"""What it checks
    A step hands the case over to another agency and the procedure goes on, but no later step is that agency's, and
    no procedure that follows belongs to it. A step of an agency that is named in words only counts where the words
    hold the receiver's name.

Why it matters
    Guidelines in writing say who goes on with the case (guide 2.2.3). A case that is handed over and then not taken
    up by the receiver is everybody's and nobody's.

Bad
    steps:
    - {id: a, agency: skole, what: …, handover: {receiver: barnevern}, next: [{step: b}]}
    - {id: b, agency: skole, what: …, end: true}

Good
    steps:
    - {id: a, agency: skole, what: …, handover: {receiver: barnevern}, next: [{step: b}]}
    - {id: b, agency: barnevern, what: Gi svar til den som meldte, end: true}
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.model.procedure import Procedure, Step
from plankit.rules.base import Hit, Rule, Subject
from plankit.rules.bodies import Bodies
from plankit.rules.ways import following, places, reach


def _takes_up(step: Step, receiver: str, bodies: Bodies, subject: Subject) -> bool:
    if step.agency:
        return bodies.is_same(step.agency, receiver)
    own = bodies.entry(receiver)
    names = [bodies.name(receiver), subject.text(own.short_name) if own else ""]
    who = subject.text(step.who).casefold()
    return any(name and name.casefold() in who for name in names)


def _goes_on_at(procedures: list[Procedure], receiver: str, bodies: Bodies, subject: Subject) -> bool:
    """Whether one of the procedures that follow belongs to the receiver, or has a step of it."""
    return any(
        (procedure.owner is not None and bodies.is_same(procedure.owner, receiver))
        or any(_takes_up(step, receiver, bodies, subject) for step in procedure.all_steps())
        for procedure in procedures
    )


def find(subject: Subject) -> Iterator[Hit]:
    """Each hand-over that nobody takes up."""
    if not subject.is_whole:
        return
    bodies = subject.once(Bodies)
    known = {procedure.id: procedure for procedure in subject.plan.procedures}
    for procedure in subject.plan.procedures:
        leads = following(procedure)
        steps = {step.id: step for step in procedure.all_steps()}
        for path, step in places(procedure):
            receiver = step.handover.receiver if step.handover else None
            if receiver is None or step.end or (step.agency and bodies.is_same(step.agency, receiver)):
                continue
            later = [steps[one] for one in reach(leads[step.id], leads) if one in steps]
            onward = [
                known[one.procedure] for each in (step, *later) for one in each.next if one.procedure in known
            ]
            if not later and not onward:
                continue
            if any(_takes_up(one, receiver, bodies, subject) for one in later):
                continue
            if not _goes_on_at(onward, receiver, bodies, subject):
                values: dict[str, object] = {"step": step.id, "receiver": receiver}
                yield Hit(at=procedure, path=(*path, "handover", "receiver"), values=values)


RULE = Rule(
    code="PK407",
    name="handover-without-step",
    severity=Severity.WARNING,
    message=N_("The step “{step}” hands over to “{receiver}”, and no step that follows is theirs."),
    hint=N_("Add the step in which they take the case up, or lead on to their procedure."),
    check=find,
)
