"""What it checks
    An activity is to be done at a time that lies wholly outside its activity plan.

Why it matters
    KOSTRA form 7B asks for concrete activities with a timetable. A time in another year is most often left over from
    the year before.

Bad
    activity_plans:
    - {id: year-2027, title: Aktivitetsplan 2027, period: 2027}
    activities:
    - {id: a1, activity_plan: year-2027, title: Kurs, when: mai 2026}

Good
    activities:
    - {id: a1, activity_plan: year-2027, title: Kurs, when: mai 2027}
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.model.when import WITH_END, WhenKind
from plankit.rules.base import Hit, Rule, Subject
from plankit.views.years import span_of


def find(subject: Subject) -> Iterator[Hit]:
    """Each activity that ends before its activity plan begins, or begins after that has ended."""
    spans = {one.id: (span_of(one), one.period.text) for one in subject.plan.activity_plans}
    for activity in subject.plan.activities:
        span, period = spans.get(activity.activity_plan, (None, ""))
        if activity.when is None or span is None:
            continue
        kind, start, end, _ = activity.when.reading
        is_before = kind in WITH_END and end is not None and end < span[0]
        is_after = kind in (*WITH_END, WhenKind.START_ONLY) and start is not None and start > span[1]
        if is_before or is_after:
            yield Hit(at=activity, path=("when",), values={"when": activity.when.text, "period": period})


RULE = Rule(
    code="PK527",
    name="activity-outside-year",
    severity=Severity.WARNING,
    message=N_("“{when}” lies outside the activity plan, which is for {period}."),
    hint=N_("Correct the time, or move the activity to the activity plan of that year."),
    check=find,
)
