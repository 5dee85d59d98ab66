"""Activity plans: the year's activities by part and measure, how each went, and which measures have none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from plankit.language import N_
from plankit.model.base import Absence
from plankit.model.contents import Measure
from plankit.model.frame import PlanPart
from plankit.model.plan import Plan
from plankit.model.vocabulary import Vocabulary
from plankit.model.when import WITH_END, WhenKind
from plankit.model.year import Activity, ActivityPlan
from plankit.views.participation import had_gone, joins_later
from plankit.views.reading import Reading
from plankit.views.reporting import closes, is_closing, told_until
from plankit.views.year_money import Money, money


class Outcome(StrEnum):
    """How an activity went, as far as anybody has said."""

    DONE = "done"
    ONGOING = "ongoing"
    PLANNED = "planned"
    """Its time has not run out, and nobody has said anything else."""
    MOVED = "moved"
    """It goes on in a later year."""
    DROPPED = "dropped"
    NOT_REPORTED = "not-reported"
    """Its time has run out, and nobody has said how it ended. It is never taken to be done."""


OUTCOME_WORDS: Mapping[Outcome, tuple[str, str]] = {
    Outcome.DONE: ("●", N_("done")),
    Outcome.ONGOING: ("◐", N_("ongoing")),
    Outcome.PLANNED: ("○", N_("planned")),
    Outcome.MOVED: ("→", N_("goes on in a later year")),
    Outcome.DROPPED: ("×", N_("dropped")),
    Outcome.NOT_REPORTED: ("?", N_("not reported")),
}
"""A sign and a word for each outcome, for those who see no colours."""

_COMES_BACK = frozenset({WhenKind.RECURRING, WhenKind.CONTINUOUS})
SETTLED = frozenset({"adopted", "in-force", "under-revision", "expired", "replaced"})
"""Stages of an activity plan that was decided."""


@dataclass(frozen=True, kw_only=True)
class YearGroup:
    """Activities beneath the same measures."""

    measures: tuple[str, ...]
    activities: tuple[Activity, ...]


@dataclass(frozen=True, kw_only=True)
class YearPart:
    """A part of an activity plan; `part` is `None` for activities that stand in none."""

    part: PlanPart | None
    absence: Absence | None
    """Why there are no activities in it; `None` where there are."""
    groups: tuple[YearGroup, ...]


@dataclass(frozen=True, kw_only=True)
class Year:
    """One activity plan, put in order."""

    plan: ActivityPlan
    parts: tuple[YearPart, ...]
    activities: tuple[Activity, ...]
    outcomes: Mapping[str, Outcome]
    """How each activity went, by its id."""
    counts: Mapping[Outcome, int]
    """How many went how; all outcomes, in their order."""
    idle: tuple[Measure, ...]
    """Measures that run in the year and have no activity in it."""
    money: Money


def span_of(plan: ActivityPlan) -> tuple[date, date] | None:
    """First and last day of an activity plan; `None` where its period tells no days."""
    first, last = plan.period.start_day, plan.period.end_day
    return (first, last) if first and last and first <= last else None


def covers(plan: ActivityPlan, year: int) -> bool:
    """Whether the activity plan is for that year, alone or among others."""
    span = span_of(plan)
    return span is not None and span[0].year <= year <= span[1].year


def activity_plans(plan: Plan) -> tuple[ActivityPlan, ...]:
    """The plan's activity plans, oldest first; those without a readable period last."""
    return tuple(sorted(plan.activity_plans, key=lambda one: span_of(one) or (date.max, date.max)))


def activities_in(plan: Plan, activity_plan: str) -> tuple[Activity, ...]:
    """The activities of an activity plan, in the order of the files."""
    return tuple(one for one in plan.activities if one.activity_plan == activity_plan)


def comes_back(activity: Activity) -> bool:
    """Whether it is done again and again, so that it is done once more next year whatever came of it."""
    return activity.when is not None and activity.when.reading.kind in _COMES_BACK


def last_day(activity: Activity, plan: ActivityPlan | None) -> date | None:
    """The last day for it: its own, else that of its activity plan."""
    when = activity.when.reading if activity.when else None
    if when and when.end and when.kind in WITH_END:
        return when.end
    span = span_of(plan) if plan else None
    return span[1] if span else None


def outcomes(plan: Plan, vocabulary: Vocabulary, today: date) -> dict[str, Outcome]:
    """How each activity of the plan went, by its id."""
    plans = {one.id: one for one in plan.activity_plans}
    carried = {one.carried_from for one in plan.activities if one.carried_from}
    return {
        one.id: _outcome(one, plans.get(one.activity_plan), vocabulary, (one.id in carried, today))
        for one in plan.activities
    }


def _outcome(
    activity: Activity, plan: ActivityPlan | None, vocabulary: Vocabulary, known: tuple[bool, date]
) -> Outcome:
    is_carried, today = known
    code = vocabulary.code("activity-status", activity.status) if activity.status else None
    if code in (Outcome.DONE, Outcome.DROPPED, Outcome.MOVED):
        return Outcome(code)
    again = comes_back(activity)
    if is_carried and not again:
        return Outcome.MOVED
    span = span_of(plan) if plan else None
    is_over = span is not None and span[1] < today
    if code == Outcome.ONGOING:
        return Outcome.NOT_REPORTED if is_over and not again else Outcome.ONGOING
    day = last_day(activity, plan)
    return Outcome.NOT_REPORTED if day is not None and day < today else Outcome.PLANNED


def year(reading: Reading, plan: ActivityPlan, today: date) -> Year:
    """One activity plan, put in order."""
    mine = activities_in(reading.plan, plan.id)
    went = outcomes(reading.plan, reading.vocabulary, today)
    ours = {one.id: went[one.id] for one in mine}
    count = Counter(ours.values())
    return Year(
        plan=plan,
        parts=_parts(reading, plan, mine),
        activities=mine,
        outcomes=ours,
        counts={one: count[one] for one in Outcome},
        idle=_idle(reading, plan, mine),
        money=money(one.cost for one in mine),
    )


def _parts(reading: Reading, plan: ActivityPlan, mine: tuple[Activity, ...]) -> tuple[YearPart, ...]:
    known = {one.id: one for one in reading.plan.parts if one.id}
    names = dict.fromkeys([*plan.parts, *(one.part for one in mine if one.part)])
    found = []
    for name in names:
        inside = tuple(one for one in mine if one.part == name)
        part = known.get(name)
        why = None if inside else (part.absence("contents") if part else None) or Absence.NOT_STATED
        found.append(YearPart(part=part, absence=why, groups=_groups(reading, inside)))
    rest = tuple(one for one in mine if not one.part)
    if rest:
        found.append(YearPart(part=None, absence=None, groups=_groups(reading, rest)))
    return tuple(found)


def _groups(reading: Reading, activities: Iterable[Activity]) -> tuple[YearGroup, ...]:
    """Activities by the measures that they carry out, in the plan's order; those beside the measures last."""
    found: dict[tuple[str, ...], list[Activity]] = {}
    for one in activities:
        found.setdefault(tuple(reading.measure_order(one.measures)), []).append(one)
    place = {name: number for number, name in enumerate(reading.measures)}
    order = sorted(found, key=lambda names: (not names, [place[name] for name in names]))
    return tuple(YearGroup(measures=names, activities=tuple(found[names])) for names in order)


def _idle(reading: Reading, plan: ActivityPlan, mine: Iterable[Activity]) -> tuple[Measure, ...]:
    span = span_of(plan)
    if span is None:
        return ()
    served = {name for one in mine for name in one.measures}
    return tuple(
        one
        for one in running(reading.plan, reading.vocabulary, span)
        if one.id not in served and hold_together(one, plan)
    )


def hold_together(measure: Measure, plan: ActivityPlan) -> bool:
    """Whether measure and activity plan hold for a municipality in common."""
    ours, theirs = set(measure.applies_to), set(plan.applies_to)
    return not ours or not theirs or bool(ours & theirs)


def running(
    plan: Plan, vocabulary: Vocabulary, span: tuple[date, date], *, still_open: bool = False
) -> tuple[Measure, ...]:
    """The measures that are under way or still to be done in the span, in the plan's order.

    With `still_open`, without those that a later report has closed.
    """
    ended = closed_before(plan, vocabulary, date.max if still_open else span[0])
    reported = {one.measure for one in plan.progress}
    return tuple(
        one
        for one in plan.measures
        if one.id not in ended
        and not joins_later(one.applies_to, plan, span[1])
        and not had_gone(one.applies_to, plan, span[0])
        and not (one.id not in reported and is_closing(vocabulary, one.status))
        and not _starts_after(one, span[1])
    )


def _starts_after(measure: Measure, day: date) -> bool:
    kind, start, *_ = measure.deadline.reading if measure.deadline else (None, None)
    # The first day of “Q3 2028” is no start of work: only a range and “from” tell one.
    return kind in (WhenKind.RANGE, WhenKind.START_ONLY) and start is not None and start > day


def is_due_in(measure: Measure, span: tuple[date, date]) -> bool:
    """Whether the measure's own deadline ends in the span, or ended before it."""
    reading = measure.deadline.reading if measure.deadline else None
    return (
        reading is not None
        and reading.end is not None
        and reading.kind in WITH_END
        and reading.end <= span[1]
    )


def closed_before(plan: Plan, vocabulary: Vocabulary, day: date) -> frozenset[str]:
    """Ids of the measures that were closed before a day: by the last report before it, else when the plan was adopted."""
    ended = {one.id: is_closing(vocabulary, one.status_at_adoption) for one in plan.measures}
    for report in sorted(plan.progress, key=lambda one: one.date.sort_key()):
        end = told_until(report)
        if report.status and end is not None and end < day:
            ended[report.measure] = closes(vocabulary, report)
    return frozenset(name for name, is_over in ended.items() if is_over)


def is_settled(plan: ActivityPlan, vocabulary: Vocabulary) -> bool | None:
    """Whether the activity plan was decided, by its stage, else by its decision; `None` where it says neither."""
    if plan.stage is not None:
        return vocabulary.code("stage", plan.stage) in SETTLED
    return True if plan.decision else None


def of_measure(reading: Reading, measure: str) -> tuple[tuple[ActivityPlan, tuple[Activity, ...]], ...]:
    """The activities beneath a measure, by activity plan, oldest first."""
    return _by_plan(reading, [one for one in reading.plan.activities if measure in one.measures])


def of_agency(reading: Reading, agency: str) -> tuple[tuple[ActivityPlan, tuple[Activity, ...]], ...]:
    """The activities that an agency answers for, by activity plan, the newest first."""
    mine = [one for one in reading.plan.activities if any(who.agency == agency for who in one.responsible)]
    return tuple(reversed(_by_plan(reading, mine)))


def _by_plan(
    reading: Reading, activities: Iterable[Activity]
) -> tuple[tuple[ActivityPlan, tuple[Activity, ...]], ...]:
    found: dict[str, list[Activity]] = {}
    for one in activities:
        found.setdefault(one.activity_plan, []).append(one)
    return tuple((plan, tuple(found[plan.id])) for plan in activity_plans(reading.plan) if plan.id in found)
