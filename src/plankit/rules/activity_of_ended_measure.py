"""What it checks
    An activity is to carry out a measure that was ended before the year of the activity.

Why it matters
    Services report on measures started, carried out and ended (guide 4.1). Work that goes on beneath an ended measure
    is work that nobody asks after.

Bad
    progress:
    - {measure: t1, date: 2025-11-01, status: gjennomført}
    activities:
    - {id: a1, activity_plan: year-2027, title: Kurs, measures: t1}

Good
    activities:
    - {id: a1, activity_plan: year-2027, title: Kurs, measures: t2}
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.rules.base import Hit, Rule, Subject
from plankit.views.years import closed_before, span_of


def find(subject: Subject) -> Iterator[Hit]:
    """Each measure of an activity that was closed before the first day of the activity plan."""
    plan = subject.plan
    for one in plan.activity_plans:
        span = span_of(one)
        if span is None:
            continue
        ended = closed_before(plan, subject.vocabulary, span[0])
        for activity in plan.activities:
            if activity.activity_plan != one.id:
                continue
            for number, measure in enumerate(activity.measures):
                if measure in ended:
                    yield Hit(
                        at=activity,
                        path=("measures", number),
                        values={
                            "id": measure,
                            "title": subject.text(activity.title),
                            "period": one.period.text,
                        },
                    )


RULE = Rule(
    code="PK526",
    name="activity-of-ended-measure",
    severity=Severity.WARNING,
    message=N_("“{title}” is to carry out the measure “{id}” in {period}, but that had ended before."),
    hint=N_("Name another measure, or report on “{id}” that it goes on."),
    check=find,
)
