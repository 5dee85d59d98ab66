"""What it checks
    A procedure is for acute cases only, and its first step has no deadline.

Why it matters
    Protection is assessed at once (SoL 20 kap. 1 §), and a child in danger cannot wait. Where no time is stated, the
    step may be taken on Monday, and no walk can say that it came too late.

Bad
    starts: {severity: [alvorlig og akutt]}
    steps:
    - {id: ring, what: Ring barnevernvakta}

Good
    starts: {severity: [alvorlig og akutt]}
    steps:
    - {id: ring, what: Ring barnevernvakta, deadline: PT0S}
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.model.base import Absence
from plankit.rules.base import Hit, Rule, Subject
from plankit.rules.ways import entries, places


def find(subject: Subject) -> Iterator[Hit]:
    """Each first step of an acute procedure that may take as long as it likes."""
    for procedure in subject.plan.procedures:
        severity = procedure.starts.severity if procedure.starts else ()
        if not severity or any(subject.code("severity", word) != "acute-serious" for word in severity):
            continue
        first = entries(procedure)
        for path, step in places(procedure):
            if step.id in first and step.absence("deadline") is Absence.NOT_STATED:
                yield Hit(at=procedure, path=path, values={"step": step.id})


RULE = Rule(
    code="PK414",
    name="step-without-time",
    severity=Severity.WARNING,
    message=N_("The procedure is for acute cases, and its first step “{step}” has no deadline."),
    hint=N_("Add “deadline”, such as PT0S for at once."),
    check=find,
)
