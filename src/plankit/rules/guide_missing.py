"""What it checks
    The plan does not say which guide it follows.

Why it matters
    Without a guide nobody can work out which of its requirements the plan answers, from mandate (guide 1.3) to
    evaluation (guide 4.5).

Bad
    plan: {id: havn, title: Handlingsplan}

Good
    plan:
      id: havn
      title: Handlingsplan
      guide: {id: no-vold, edition: '2022'}
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.model.base import Absence
from plankit.rules.base import Hit, Rule, Subject


def find(subject: Subject) -> Iterator[Hit]:
    """The frame, if it names no guide and does not say why."""
    if subject.plan.plan.absence("guide") is Absence.NOT_STATED:
        yield Hit(at=subject.plan.plan)


RULE = Rule(
    code="PK106",
    name="guide-missing",
    severity=Severity.ADVICE,
    message=N_("The plan names no guide that it follows."),
    hint=N_("Add “guide” with “id” and “edition”, or say under “empty” that it is not applicable."),
    check=find,
)
