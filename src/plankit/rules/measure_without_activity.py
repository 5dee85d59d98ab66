"""What it checks
    A measure is due by the end of an adopted activity plan that still runs, and no activity in it carries the measure out.

Why it matters
    KOSTRA form 7B asks for concrete activities with a timetable. A plan that works with activity plans does not get to
    a measure that none of them names. Measures without a last day may be part of daily work and are not asked about.

Bad
    measures:
    - {id: t1, title: Kurs, deadline: oktober 2026}
    activity_plans:
    - {id: year-2026, title: Aktivitetsplan 2026, period: 2026, stage: vedtatt}

Good
    activities:
    - {id: a1, activity_plan: year-2026, title: Første kurs, measures: t1}
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from plankit.findings import Severity
from plankit.language import N_
from plankit.model.base import Absence
from plankit.model.year import ActivityPlan
from plankit.rules.base import Hit, Rule, Subject
from plankit.views.years import activities_in, hold_together, is_due_in, is_settled, running, span_of


def find(subject: Subject) -> Iterator[Hit]:
    """Each open measure that is due by the end of the year and has no activity, as far as all activities are known."""
    plan = subject.plan
    if not subject.is_whole or Absence.UNKNOWN in (
        plan.absence("activities"),
        plan.absence("activity_plans"),
    ):
        return
    served: dict[tuple[date, date], set[str]] = {}
    for one in plan.activity_plans:
        span = span_of(one)
        # Of several activity plans for one year, any may hold the activity.
        if span is not None:
            names = {name for activity in activities_in(plan, one.id) for name in activity.measures}
            served.setdefault(span, set()).update(names)
    told: set[str] = set()
    for one in plan.activity_plans:
        span = span_of(one)
        if span is None or span[1] < subject.today or not _is_known(subject, one):
            continue
        for measure in running(plan, subject.vocabulary, span, still_open=True):
            if measure.id in told or measure.id in served[span] or not is_due_in(measure, span):
                continue
            if hold_together(measure, one):
                told.add(measure.id)
                yield Hit(
                    at=measure,
                    path=("deadline",),
                    values={"id": measure.id, "title": subject.text(one.title)},
                )


def _is_known(subject: Subject, plan: ActivityPlan) -> bool:
    """Whether the activity plan was decided, and all that stands in it could be read."""
    unknown = {one.id for one in subject.plan.parts if dict(one.empty).get("contents") is Absence.UNKNOWN}
    return is_settled(plan, subject.vocabulary) is True and not unknown.intersection(plan.parts)


RULE = Rule(
    code="PK528",
    name="measure-without-activity",
    severity=Severity.ADVICE,
    message=N_(
        "The measure “{id}” is due by the end of “{title}”, but no activity in it carries the measure out."
    ),
    hint=N_("Add an activity that names the measure, or report how it went."),
    check=find,
)
