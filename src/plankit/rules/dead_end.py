"""What it checks
    A way through a procedure stops at a step that neither leads on, nor says that the procedure ends there, nor hands
    the case over. Procedures that are plain lists, without “next”, “end” and “starts” anywhere, are left alone.

Why it matters
    Guidelines in writing say who goes on with the case (guide 2.2.3). Where the way just stops, each service may
    believe that another has it.

Bad
    steps:
    - {id: a, what: …, next: [{step: b}]}
    - {id: b, what: Snakk med leder}

Good
    steps:
    - {id: a, what: …, next: [{step: b}]}
    - {id: b, what: Snakk med leder, end: true}
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.model.base import Absence
from plankit.model.procedure import Procedure, Step
from plankit.rules.base import Hit, Rule, Subject
from plankit.rules.ways import Path, lists


def _is_drawn(procedure: Procedure) -> bool:
    """Whether its ways are spelt out, so that what is not said is missing."""
    steps = procedure.all_steps()
    return procedure.starts is not None or any(step.next or step.end for step in steps)


def _stops(step: Step, *, is_last: bool) -> bool:
    handed = step.handover and (step.handover.receiver or step.handover.receiver_text)
    if step.end or handed or Absence.UNKNOWN in (step.absence("end"), step.absence("next")):
        return False
    return not any(one.step or one.procedure for one in step.next) if step.next else is_last


def _ends(procedure: Procedure) -> Iterator[tuple[Path, Step]]:
    for path, steps in lists(procedure):
        leads_on = path == ("steps",) and any(branch.steps for branch in procedure.branches)
        for number, step in enumerate(steps):
            if _stops(step, is_last=number + 1 == len(steps) and not leads_on):
                yield (*path, number), step


def find(subject: Subject) -> Iterator[Hit]:
    """Each step where a way stops."""
    for procedure in subject.plan.procedures:
        if _is_drawn(procedure):
            for path, step in _ends(procedure):
                yield Hit(at=procedure, path=path, values={"step": step.id})


RULE = Rule(
    code="PK404",
    name="dead-end",
    severity=Severity.WARNING,
    message=N_(
        "The way stops at the step “{step}”: nothing follows, nobody takes over, and it is not the end."
    ),
    hint=N_("Add “next”, a “handover” with its receiver, or “end: true”."),
    check=find,
)
