"""What it checks
    A goal is to be seen by indicators that all have ended: their source no longer measures them.

Why it matters
    Goals are to be measurable (guide 2.4). After the source has stopped, nobody can tell whether the goal was reached,
    and the last figure stands there as if it were new.

Bad
    goals:
    - {id: m1, text: Flere blir spurt, indicators: [i1]}
    indicators:
    - {id: i1, name: Andel som er spurt, status: avviklet}

Good
    goals:
    - {id: m1, text: Flere blir spurt, indicators: [i1, i2]}
    indicators:
    - {id: i1, name: Andel som er spurt, status: avviklet, replaced_by: i2}
    - {id: i2, name: Andel som er spurt alene}
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.model.indicator import Indicator
from plankit.rules.base import Hit, Rule, Subject


def _has_ended(subject: Subject, one: Indicator) -> bool:
    if one.discontinued is not None:
        return one.discontinued.start_day is None or one.discontinued.start_day <= subject.today
    return bool(one.status) and subject.code("indicator-status", one.status or "") == "discontinued"


def find(subject: Subject) -> Iterator[Hit]:
    """Each goal whose indicators have all ended."""
    known = {one.id: one for one in subject.plan.indicators}
    for goal in subject.plan.goals:
        indicators = [known[one] for one in goal.indicators if one in known]
        if len(indicators) < len(goal.indicators) or not indicators:
            continue
        if all(_has_ended(subject, one) for one in indicators):
            values: dict[str, object] = {
                "id": goal.id,
                "indicators": ", ".join(one.id for one in indicators),
            }
            yield Hit(at=goal, path=("indicators",), values=values)


RULE = Rule(
    code="PK216",
    name="indicator-discontinued",
    severity=Severity.WARNING,
    message=N_("The goal “{id}” is measured by nothing that is still measured: {indicators}."),
    hint=N_(
        "Find another indicator, or say under “replaced_by” what took its place and name that in the goal."
    ),
    check=find,
)
