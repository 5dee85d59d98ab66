"""What it checks
    A procedure has steps, but none says what to do when whoever should act cannot be reached.

Why it matters
    The municipality must enable its services to prevent, uncover and avert violence (helse- og
    omsorgstjenesteloven § 3-3 a). Cases come at night and in holidays too; there an unanswered phone is the end.

Bad
    steps:
    - {id: ring, what: Ring barnevernvakten}

Good
    steps:
    - {id: ring, what: Ring barnevernvakten, fallback: politi}
    - {id: politi, what: Ring politiet}
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.model.base import Absence
from plankit.rules.base import Hit, Rule, Subject


def find(subject: Subject) -> Iterator[Hit]:
    """Each procedure with steps and no way out when somebody is out of reach."""
    for procedure in subject.plan.procedures:
        steps = procedure.all_steps()
        if not steps or any(step.fallback or (step.kind or "").casefold() == "fallback" for step in steps):
            continue
        if any(step.absence("fallback") is not Absence.NOT_STATED for step in steps):
            continue
        yield Hit(at=procedure, values={"id": procedure.id})


RULE = Rule(
    code="PK401",
    name="procedure-without-fallback",
    severity=Severity.WARNING,
    message=N_("No step of the procedure “{id}” says what to do when nobody answers."),
    hint=N_("Add “fallback” with the id of the step to take then."),
    check=find,
)
