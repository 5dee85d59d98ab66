"""One exercise a month for a year: what the guide proposes, and what of the kit fits it.

A year begins with the month after the day of the kit. Each exercise falls on the first Tuesday of its month that is no public
holiday, so that it meets a day on which people are at work.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from plankit.model.teaching import MonthlyExercise
from plankit.teaching.exercise import BranchingCase, CaseTold, DilemmaCard, Hunt, Question, TableTop
from plankit.teaching.kit import Kit
from plankit.teaching.subject import ALL
from plankit.walks.calendar import FIRST_YEAR, LAST_YEAR, calendar_of

MONTHS = 12
_TUESDAY = 1
_WEEK = timedelta(days=7)

Used = Question | CaseTold | BranchingCase | DilemmaCard | Hunt | TableTop


@dataclass(frozen=True, kw_only=True)
class MonthlyItem:
    """The exercise of one month."""

    id: str
    """Id of the guide's exercise."""
    date: date
    title: str
    text: str
    """What to do."""
    minutes: int
    exercise: str = ""
    """Its kind, a code of the list `exercise`; empty where any will do."""
    used: Used | None = None
    """What of the kit it is done with; `None` where the kit holds nothing of the kind."""
    ids: tuple[str, ...] = ()
    """Id of what of the kit it is done with."""
    objectives: tuple[str, ...] = ()
    """Those of the exercise, in the guide's order."""


def monthly(kit: Kit) -> tuple[MonthlyItem, ...]:
    """The exercises of the twelve months after the day of the kit, in order.

    A month for which the guide proposes nothing to the kit's audience has none. Of what the kit holds, nothing is used twice
    while something of the kind is left. The same kit gives the same items.
    """
    used: set[str] = set()
    items = []
    for first in _months(kit.subject.today):
        exercise = _proposed(kit, first)
        if exercise is not None:
            items.append(_item(kit, exercise, first, used))
    return tuple(items)


def _months(today: date) -> Iterator[date]:
    """The first day of each of the twelve months that follow."""
    for ahead in range(1, MONTHS + 1):
        years, month = divmod(today.month - 1 + ahead, 12)
        if today.year + years < date.max.year:
            yield date(today.year + years, month + 1, 1)


def _proposed(kit: Kit, first: date) -> MonthlyExercise | None:
    """What the guide proposes for that month: what is made for the audience alone goes before what is for several."""
    found = [
        one
        for one in kit.subject.guide.monthly_exercises
        if Decimal(one.month) == first.month and kit.subject.is_for(one.audiences)
    ]
    everybody = len(kit.subject.guide.audiences)
    return min(found, key=lambda one: _breadth(kit, len(one.audiences) or everybody), default=None)


def _breadth(kit: Kit, audiences: int) -> int:
    """The narrowest comes first; in a kit for all, the broadest."""
    return -audiences if kit.subject.audience == ALL else audiences


def _item(kit: Kit, exercise: MonthlyExercise, first: date, used: set[str]) -> MonthlyItem:
    reading = kit.subject.reading
    chosen = _chosen(kit, exercise, used)
    if chosen is not None:
        used.add(chosen.id)
    return MonthlyItem(
        id=exercise.id,
        date=working_tuesday(first, kit.subject.guide.guide.country or ""),
        title=reading.text(exercise.title),
        text=reading.text(exercise.text),
        minutes=int(Decimal(exercise.minutes)),
        exercise=exercise.exercise or "",
        used=chosen,
        ids=(chosen.id,) if chosen else (),
        objectives=tuple(one.id for one in kit.subject.guide.objectives if one.id in exercise.objectives),
    )


def _chosen(kit: Kit, exercise: MonthlyExercise, used: set[str]) -> Used | None:
    """One of the kind that was not used before, while there is such a one; of those that serve most of its objectives."""
    found = of_kind(kit, exercise.exercise or "")
    left = [one for one in found if one.id not in used] or list(found)
    if not left:
        return None
    served = [len(set(one.objectives) & set(exercise.objectives)) for one in left]
    best = [one for one, count in zip(left, served, strict=True) if count == max(served)]
    return kit.subject.dice(f"monthly/{exercise.id}").choice(best)


def of_kind(kit: Kit, kind: str) -> tuple[Used, ...]:
    """What the kit holds of a kind of exercise."""
    others: dict[str, tuple[Used, ...]] = {
        "case": kit.cases,
        "branching": kit.branching,
        "dilemma": kit.dilemmas,
        "gap-hunt": (kit.hunt,) if kit.hunt else (),
        "table-top": (kit.table_top,) if kit.table_top else (),
    }
    return others[kind] if kind in others else tuple(one for one in kit.questions if one.exercise == kind)


def working_tuesday(first: date, country: str) -> date:
    """The first Tuesday from `first` that is no public holiday of the country."""
    day = first + timedelta(days=(_TUESDAY - first.weekday()) % 7)
    time = calendar_of(country)
    while FIRST_YEAR <= day.year <= LAST_YEAR and time.is_holiday(day):
        day += _WEEK
    return day
