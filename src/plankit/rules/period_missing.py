"""What it checks
    The plan does not say for which period it holds.

Why it matters
    The period belongs on the front page (guide section 2, cover) and decides how long the plan counts
    (KOSTRA form 7B).

Bad
    plan: {id: havn, title: Handlingsplan}

Good
    plan: {id: havn, title: Handlingsplan, period: 2026–2029}
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.model.base import Absence
from plankit.rules.base import Hit, Rule, Subject


def find(subject: Subject) -> Iterator[Hit]:
    """The frame, if neither it nor a version has a period."""
    frame = subject.plan.plan
    if frame.absence("period") is not Absence.NOT_STATED or not subject.is_whole:
        return
    if not any(version.period for version in subject.plan.versions):
        yield Hit(at=frame)


RULE = Rule(
    code="PK103",
    name="period-missing",
    severity=Severity.WARNING,
    message=N_("The plan does not say for which period it holds."),
    hint=N_("Add “period: 2026–2029”, or say why there is none under “empty”."),
    check=find,
)
