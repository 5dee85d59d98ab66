"""What it checks
    The plan's period has ended, and the plan neither names one that takes over nor says that it is no longer in
    force. Without an end of the period, the day set for evaluation is its end.

Why it matters
    After its last day a plan no longer counts as one (KOSTRA form 7B), and the guide asks that the next period is
    prepared in time (guide 2.3, 4.5).

Bad
    plan: {period: 2021–2024}

Good
    plan: {period: 2021–2024}
    succession:
    - {direction: replaced-by, title: Handlingsplan 2025–2028}
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.model.merged import of_this_plan
from plankit.rules.base import Hit, Rule, Subject

_NO_LONGER = frozenset({"expired", "replaced"})


def find(subject: Subject) -> Iterator[Hit]:
    """The period, or the day of evaluation that stands in for its end, if it is over."""
    frame = subject.plan.plan
    if frame.stage and subject.code("stage", frame.stage) in _NO_LONGER:
        return
    followed = (
        subject.code("succession-direction", one.direction) for one in of_this_plan(subject.plan.succession)
    )
    if "replaced-by" in followed or not subject.is_whole:
        return
    key = "period" if frame.period and frame.period.end_day else "evaluation_date"
    when = frame.period if key == "period" else frame.evaluation_date
    if when and when.is_over(subject.today):
        yield Hit(at=frame, path=(key,), values={"date": when.text})


RULE = Rule(
    code="PK102",
    name="period-over",
    severity=Severity.WARNING,
    message=N_("The plan's time ended with “{date}”, and no plan is named that takes over."),
    hint=N_("Renew the plan, name its successor under “succession”, or set “stage: expired”."),
    check=find,
)
