"""What the activity plans ask for: activities to carry out, and the next year's activity plan to decide."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from plankit.language import N_
from plankit.model.year import ActivityPlan
from plankit.views.agenda_task import Deed, Task
from plankit.views.reading import Reading
from plankit.views.years import Outcome, activity_plans, comes_back, is_settled, last_day, outcomes, span_of

_OPEN = frozenset({Outcome.PLANNED, Outcome.ONGOING, Outcome.NOT_REPORTED})


def years(reading: Reading, today: date) -> Iterator[Task]:
    """Open activities by their last day; activity plans that are still drafts; the one that comes next."""
    yield from _activities(reading, today)
    yield from _drafts(reading, today)
    yield from _next(reading)


def _activities(reading: Reading, today: date) -> Iterator[Task]:
    plans = {one.id: one for one in reading.plan.activity_plans}
    went = outcomes(reading.plan, reading.vocabulary, today)
    for one in reading.plan.activities:
        plan = plans.get(one.activity_plan)
        day = last_day(one, plan)
        if day is None or went[one.id] not in _OPEN or comes_back(one):
            continue
        agencies = tuple(dict.fromkeys(who.agency for who in one.responsible if who.agency))
        yield Task(
            key=f"activity.{one.id}",
            deed=Deed.CARRY_OUT,
            day=day,
            title=reading.title(one.id),
            subject=one.id,
            agencies=agencies,
            who="; ".join(filter(None, map(reading.who, one.responsible))),
            until_told=one.when.text if one.when else plan.period.text if plan else "",
        )


def _drafts(reading: Reading, today: date) -> Iterator[Task]:
    """A draft is to be decided by the first day of its year. One whose year is over is past deciding."""
    for plan in reading.plan.activity_plans:
        span = span_of(plan)
        if span and span[1] >= today and is_settled(plan, reading.vocabulary) is False:
            yield _decide(reading, plan, f"year.{plan.id}", span[0], reading.title(plan.id))


def _next(reading: Reading) -> Iterator[Task]:
    """The activity plan after the last one, where the plan itself runs longer."""
    spans = [(span, one) for one in activity_plans(reading.plan) if (span := span_of(one))]
    period = reading.plan.plan.period
    if not spans or period is None or period.end_day is None:
        return
    (_, end), last = max(spans, key=lambda pair: pair[0][1])
    if period.end_day > end:
        title = reading.words(N_("The activity plan after {period}")).format(period=last.period.text)
        yield _decide(reading, last, f"year-after.{end.isoformat()}", end, title)


def _decide(reading: Reading, plan: ActivityPlan, key: str, day: date, title: str) -> Task:
    owner = reading.text(plan.owner) or reading.text(reading.plan.plan.process_owner)
    return Task(
        key=key,
        deed=Deed.DECIDE,
        day=day,
        title=title,
        subject=plan.id,
        who=owner,
        until_told=plan.period.text,
    )
