"""What it checks
    A measure is due after the plan's period has ended.

Why it matters
    What is realistic in the period decides what is chosen for it (guide 2.3); after the last day the plan no
    longer counts (KOSTRA form 7B).

Bad
    plan: {period: 2024–2027}
    measures:
    - {id: t1, title: Opplæring, deadline: 2029}

Good
    measures:
    - {id: t1, title: Opplæring, deadline: 2027}
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.model.when import WITH_END
from plankit.rules.base import Hit, Rule, Subject


def find(subject: Subject) -> Iterator[Hit]:
    """Each deadline whose last day lies after the period of the plan, and of the part that the measure is in."""
    period = subject.plan.plan.period
    if period is None or period.end_day is None:
        return
    ends = {
        part.id: part.period.end_day for part in subject.plan.parts if part.period and part.period.end_day
    }
    for measure in subject.plan.measures:
        if measure.deadline is None or measure.deadline.reading.kind not in WITH_END:
            continue
        last = max([period.end_day, *(ends[part] for part in measure.parts if part in ends)])
        if measure.deadline.end_day and measure.deadline.end_day > last:
            values: dict[str, object] = {"deadline": measure.deadline.text, "last": last.isoformat()}
            yield Hit(at=measure, path=("deadline",), values=values)


RULE = Rule(
    code="PK212",
    name="deadline-after-period",
    severity=Severity.WARNING,
    message=N_("“{deadline}” is after the plan's last day, {last}."),
    hint=N_("Set an earlier deadline, or move the measure to the next plan."),
    check=find,
)
