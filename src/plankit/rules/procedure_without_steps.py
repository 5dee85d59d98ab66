"""What it checks
    A procedure has no steps.

Why it matters
    The plan needs models and routines that staff can follow (guide 2.2.3: guidelines in writing; guide 4.4:
    action cards); a title alone tells nobody what to do first.

Bad
    procedures:
    - {id: melding, title: Melding til barnevernet}

Good
    procedures:
    - id: melding
      title: Melding til barnevernet
      steps:
      - {id: skriv, what: Skriv ned hva barnet sa, med barnets ord}
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.model.base import Absence
from plankit.rules.base import Hit, Rule, Subject


def find(subject: Subject) -> Iterator[Hit]:
    """Each procedure without steps that neither lives elsewhere nor says why."""
    for procedure in subject.plan.procedures:
        if procedure.all_steps() or procedure.outside_plan:
            continue
        if procedure.absence("steps") in (None, Absence.NOT_STATED):
            yield Hit(at=procedure, values={"id": procedure.id})


RULE = Rule(
    code="PK402",
    name="procedure-without-steps",
    severity=Severity.WARNING,
    message=N_("The procedure “{id}” has no steps."),
    hint=N_("Add its steps, or “outside_plan: true” if they stand in another document."),
    check=find,
)
