"""What it checks
    In a procedure that says which cases start it, or that another leads on to, at least three of four steps have a
    deadline, and a step has none.

Why it matters
    Guidelines in writing say within what time each thing is done (guide 2.2.3). Among steps with a time, the one
    without is taken for the one that can wait.

Bad
    steps:
    - {id: a, what: Ring barnevernet, deadline: PT0S}
    - {id: b, what: Ring politiet, deadline: PT0S}
    - {id: c, what: Følg barnet, deadline: PT1H}
    - {id: d, what: Skriv ned}

Good
    steps:
    - {id: a, what: Ring barnevernet, deadline: PT0S}
    - {id: b, what: Ring politiet, deadline: PT0S}
    - {id: c, what: Følg barnet, deadline: PT1H}
    - {id: d, what: Skriv ned, deadline: P1D}
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.model.base import Absence
from plankit.rules.base import Hit, Rule, Subject
from plankit.rules.ways import places


def find(subject: Subject) -> Iterator[Hit]:
    """Each step without a deadline among many with one."""
    procedures = subject.plan.procedures
    onward = {one.procedure for each in procedures for step in each.all_steps() for one in step.next}
    for procedure in procedures:
        every = places(procedure)
        without = [
            (path, step)
            for path, step in every
            if not step.deadline_text and step.absence("deadline") is Absence.NOT_STATED
        ]
        is_walked = procedure.starts is not None or procedure.id in onward
        if not is_walked or not without or 4 * len(without) > len(every):
            continue
        for path, step in without:
            yield Hit(at=procedure, path=path, values={"step": step.id})


RULE = Rule(
    code="PK434",
    name="time-limit-forgotten",
    severity=Severity.ADVICE,
    message=N_("The other steps of the procedure have a deadline, and “{step}” has none."),
    hint=N_("Add “deadline”, such as PT1H or P1D; “not-applicable” under “empty” where no time makes sense."),
    check=find,
)
