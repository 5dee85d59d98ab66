"""What it checks
    A decision has no date.

Why it matters
    The date of adoption belongs on the front page (guide section 2, cover), and without it nobody can find the
    decision in the minutes.

Bad
    decisions:
    - {kind: adopted, body: Kommunestyret}

Good
    decisions:
    - {kind: adopted, body: Kommunestyret, date: 2026-03-12}
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.model.base import Absence
from plankit.rules.base import Hit, Rule, Subject


def find(subject: Subject) -> Iterator[Hit]:
    """Each decision without a date that does not say why."""
    for decision in subject.plan.decisions:
        if not decision.date and decision.absence("date") is Absence.NOT_STATED:
            yield Hit(at=decision, values={"body": decision.body})


RULE = Rule(
    code="PK108",
    name="decision-without-date",
    severity=Severity.WARNING,
    message=N_("This decision of {body} has no date."),
    hint=N_("Add “date”, or say under “empty” that it is unknown."),
    check=find,
)
