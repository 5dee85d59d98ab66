"""What it checks
    An activity has been carried over from one activity plan to the next three times.

Why it matters
    The evaluation asks what was not done and why (guide 4.5). What is put off year after year wants a decision: money,
    another owner, or an end.

Bad
    activities:
    - {id: a-2027, activity_plan: year-2027, title: Kurs, carried_from: a-2026}
    - {id: a-2026, activity_plan: year-2026, title: Kurs, carried_from: a-2025}
    - {id: a-2025, activity_plan: year-2025, title: Kurs, carried_from: a-2024}

Good
    activities:
    - {id: a-2025, activity_plan: year-2025, title: Kurs, status: droppet, reason: Kurset finnes på nett.}
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.rules.base import Hit, Rule, Subject
from plankit.views.years import comes_back

MOST = 3


def find(subject: Subject) -> Iterator[Hit]:
    """Each activity at the end of a chain that is open and was carried over too often; what comes back each year is none."""
    before = {one.id: one.carried_from for one in subject.plan.activities}
    carried = set(before.values())
    for activity in subject.plan.activities:
        code = subject.code("activity-status", activity.status) if activity.status else None
        if activity.id in carried or code in ("done", "dropped") or comes_back(activity):
            continue
        times = _times(before, activity.id)
        if times >= MOST:
            yield Hit(
                at=activity,
                path=("carried_from",),
                values={"title": subject.text(activity.title), "times": times},
            )


def _times(before: dict[str, str | None], name: str) -> int:
    seen = {name}
    while (earlier := before.get(name)) is not None and earlier not in seen:
        seen.add(earlier)
        name = earlier
    return len(seen) - 1


RULE = Rule(
    code="PK529",
    name="activity-carried-too-long",
    severity=Severity.ADVICE,
    message=N_("“{title}” was carried over {times} times."),
    hint=N_("Decide what it takes to get it done, or drop it and say why."),
    check=find,
)
