"""The next year's activity plan: what goes on, what ends, what nobody can tell, and which measures have nothing yet."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from plankit.language import N_, translate
from plankit.model.base import Absence, Text, Translated
from plankit.model.contents import Measure
from plankit.model.cost import Cost, CostKind
from plankit.model.when import Period
from plankit.model.year import Activity, ActivityPlan
from plankit.views.reading import Reading
from plankit.views.years import (
    OUTCOME_WORDS,
    Outcome,
    activities_in,
    activity_plans,
    comes_back,
    is_due_in,
    outcomes,
    running,
    span_of,
)

DRAFT = "draft"
_HOLDS_EACH_YEAR = frozenset(
    {CostKind.AMOUNT_PER_YEAR, CostKind.WITHIN_BUDGET, CostKind.NO_COST, CostKind.NOT_APPLICABLE}
)
"""Kinds of cost that hold in the next year too; any other sum was given for its own year."""
_YEARS = re.compile(r"(?<!\d)\d{4}(?:\s*[–-]\s*\d{4})?(?!\d)")


class Fate(StrEnum):
    """What becomes of an activity when the next year's activity plan is made."""

    CARRY = "carry"
    LEAVE = "leave"
    ASK = "ask"
    """Nobody has said how it went, so somebody must say whether it goes on."""


@dataclass(frozen=True, kw_only=True)
class Judged:
    """An activity of the old year, how it went, and what becomes of it."""

    activity: Activity
    outcome: Outcome
    fate: Fate


@dataclass(frozen=True, kw_only=True)
class NewActivity:
    """An activity of the new year, and what is to be remembered of the old one, in words."""

    activity: Activity
    remark: str


@dataclass(frozen=True, kw_only=True)
class NewYear:
    """The activity plans of the new year, their activities, and the measures that run and have none."""

    plans: tuple[ActivityPlan, ...]
    activities: tuple[NewActivity, ...]
    due: tuple[Measure, ...]
    """Measures that run in the year, have no activity, and are due by its end."""
    idle: tuple[Measure, ...]
    """Measures that run in the year, have no activity, and run on."""


def years_before(reading: Reading, year: int) -> tuple[int, ...]:
    """The last years of the activity plans that end before a year, the newest first."""
    ends = {span[1].year for one in reading.plan.activity_plans if (span := span_of(one))}
    return tuple(sorted((end for end in ends if end < year), reverse=True))


def plans_ending(reading: Reading, year: int) -> tuple[ActivityPlan, ...]:
    """The activity plans whose last year it is."""
    return tuple(
        one for one in activity_plans(reading.plan) if (span := span_of(one)) and span[1].year == year
    )


def judged(reading: Reading, plans: tuple[ActivityPlan, ...], today: date) -> tuple[Judged, ...]:
    """Every activity of the plans, in order, with its fate."""
    went = outcomes(reading.plan, reading.vocabulary, today)
    carried = {one.carried_from for one in reading.plan.activities}
    return tuple(
        Judged(activity=one, outcome=went[one.id], fate=_fate(reading, one, went[one.id], one.id in carried))
        for plan in plans
        for one in activities_in(reading.plan, plan.id)
    )


def _fate(reading: Reading, activity: Activity, outcome: Outcome, is_carried: bool) -> Fate:
    if is_carried or outcome is Outcome.DROPPED:
        return Fate.LEAVE
    if comes_back(activity):
        return Fate.CARRY
    if outcome is Outcome.DONE:
        return Fate.LEAVE
    known = reading.vocabulary.code("activity-status", activity.status) if activity.status else None
    # Before its last day, “planned” is an answer; no word at all is none.
    return Fate.ASK if outcome is Outcome.NOT_REPORTED or known is None else Fate.CARRY


def new_year(
    reading: Reading, year: int, old: tuple[ActivityPlan, ...], going_on: Mapping[str, bool]
) -> NewYear:
    """The year's activity plans, made from the old ones.

    `going_on` holds each activity that goes on, by id; `False` where nobody said whether it does.
    """
    names = _Names(reading, year)
    made: list[NewActivity] = []
    plans = []
    for plan in old:
        new = _next_plan(reading, plan, year, names)
        plans.append(new)
        for one in activities_in(reading.plan, plan.id):
            if one.id in going_on:
                made.append(
                    _next_activity(reading, one, (plan, new), names.of(one.id, plan), going_on[one.id])
                )
    if not plans:
        title = translate(N_("Activity plan {year}"), reading.language).format(year=year)
        name = names.free(f"activity-plan-{year}")
        plans.append(ActivityPlan(id=name, title=title, period=Period(text=str(year)), stage=_draft(reading)))
    served = {name for one in made for name in one.activity.measures}
    span = (date(year, 1, 1), date(year, 12, 31))
    idle = [one for one in running(reading.plan, reading.vocabulary, span) if one.id not in served]
    return NewYear(
        plans=tuple(plans),
        activities=tuple(made),
        due=tuple(one for one in idle if is_due_in(one, span)),
        idle=tuple(one for one in idle if not is_due_in(one, span)),
    )


def _draft(reading: Reading) -> str:
    return reading.label("stage", DRAFT)


class _Names:
    """Ids of the new year, made from the old ones, each once."""

    def __init__(self, reading: Reading, year: int) -> None:
        self._taken: set[str] = set(reading.plan.by_id)
        self._year = year

    def of(self, old: str, plan: ActivityPlan) -> str:
        """The id of the entry that follows `old`: with the year in it changed, else put into it."""
        span = span_of(plan)
        years = range(span[0].year, span[1].year + 1) if span else ()
        known = next((str(one) for one in years if _holds(old, str(one))), None)
        if known:
            return self.free(old.replace(known, str(self._year), 1))
        return self.free(
            f"{old}-{self._year}" if old == plan.id else f"a-{self._year}-{old.removeprefix('a-')}"
        )

    def free(self, name: str) -> str:
        """The name itself, or with a number where it is taken."""
        chosen, number = name, 2
        while chosen in self._taken:
            chosen, number = f"{name}-{number}", number + 1
        self._taken.add(chosen)
        return chosen


def _holds(name: str, year: str) -> bool:
    return re.search(rf"(?<!\d){year}(?!\d)", name) is not None


def _next_plan(reading: Reading, plan: ActivityPlan, year: int, names: _Names) -> ActivityPlan:
    return ActivityPlan(
        id=names.of(plan.id, plan),
        title=_retitled(plan.title, year),
        period=Period(text=str(year)),
        stage=_draft(reading),
        owner=plan.owner,
        parts=plan.parts,
        applies_to=plan.applies_to,
    )


def _retitled(title: Text, year: int) -> Text:
    def one(text: str) -> str:
        changed, count = _YEARS.subn(str(year), text, count=1)
        return changed if count else f"{text} {year}"

    if isinstance(title, Translated):
        return Translated(values=tuple((tag, one(text)) for tag, text in title.values))
    return one(title)


def _next_activity(
    reading: Reading, old: Activity, plans: tuple[ActivityPlan, ActivityPlan], name: str, is_sure: bool
) -> NewActivity:
    before, after = plans
    again = comes_back(old)
    note = N_("Nobody has reported how it went in {period}. Go on with it, or take it out.")
    made = old.model_copy(
        update={
            "id": name,
            "activity_plan": after.id,
            "when": old.when if again else None,
            "cost": old.cost if _holds_on(old.cost) else None,
            "status": None,
            "result": None,
            "reason": None,
            "carried_from": old.id,
            "empty": () if is_sure else (("status", Absence.UNKNOWN),),
            "notes": None if is_sure else translate(note, reading.language).format(period=before.period.text),
            "sources": (),
        }
    )
    return NewActivity(activity=made, remark=_remark(reading, old, before))


def _holds_on(cost: Cost | None) -> bool:
    return cost is not None and cost.reading.kind in _HOLDS_EACH_YEAR and cost.decision is None


def _remark(reading: Reading, old: Activity, plan: ActivityPlan) -> str:
    """How it was in the old year: status, time, money, why not."""
    told = (
        reading.label("activity-status", old.status) or reading.words(OUTCOME_WORDS[Outcome.NOT_REPORTED][1]),
        old.when.text if old.when else "",
        old.cost.text if old.cost else "",
        reading.text(old.result),
        reading.text(old.reason),
    )
    return f"{plan.period.text}: {'; '.join(' '.join(one.split()) for one in told if one)}"


def choose(found: tuple[Judged, ...], wanted: Container[str], answer: bool | None) -> dict[str, bool]:
    """What goes on: what is carried, what is `wanted`, and of what is asked about what `answer` says.

    Without an answer, what is asked about goes on too, marked as not certain (`False`).
    """
    chosen: dict[str, bool] = {}
    for one in found:
        if one.fate is Fate.CARRY or one.activity.id in wanted:
            chosen[one.activity.id] = True
        elif one.fate is Fate.ASK and answer is not False:
            chosen[one.activity.id] = answer is True
    return chosen
