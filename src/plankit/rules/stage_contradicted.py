"""What it checks
    The stage that the plan states cannot be true beside its decisions, its period or its successor: a draft that was
    adopted, a plan in force that another has replaced or that is to be in force from a later day, an expired one whose
    period is not over.

Why it matters
    The front page and each paper say which stage the plan is in (guide section 2, cover). If that is wrong, readers
    follow a plan that does not hold, or think that one that holds does not.

Bad
    plan: {stage: draft}
    decisions:
    - {kind: adopted, body: Kommunestyret, date: 2026-03-12}

Good
    plan: {stage: adopted}
    decisions:
    - {kind: adopted, body: Kommunestyret, date: 2026-03-12}
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.rules.base import Hit, Rule, Subject
from plankit.views.reading import Reading
from plankit.views.stages import contradiction


def find(subject: Subject) -> Iterator[Hit]:
    """The frame, where its stage contradicts what else the plan says."""
    frame = subject.plan.plan
    if not frame.stage or not subject.is_whole:
        return
    why = contradiction(Reading(subject.plan, subject.guide, frame.language), subject.today)
    if why is not None:
        yield Hit(at=frame, path=("stage",), values={"stage": frame.stage, "reason": why})


RULE = Rule(
    code="PK110",
    name="stage-contradicted",
    severity=Severity.WARNING,
    message=N_("The plan's stage is “{stage}”, but {reason}."),
    hint=N_("Put the stage right, or the decision, the period or the succession that contradicts it."),
    check=find,
)
