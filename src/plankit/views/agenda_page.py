"""The agenda of a plan as a page shows it: what is past, what comes soon, what comes later; like things together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from plankit.language import N_
from plankit.views.agenda_task import Deed, Task

MONTHS_AHEAD = 3
"""How many months ahead count as soon on a page that is read for weeks after it was made."""
HEADINGS = {
    "past": N_("Past its day"),
    "soon": N_("In the next three months"),
    "later": N_("Later"),
}


@dataclass(frozen=True, kw_only=True)
class Line:
    """What one party has to do by one day: the same deed to one thing or to several."""

    day: date
    deed: Deed
    who: str
    agencies: tuple[str, ...]
    tasks: tuple[Task, ...]


@dataclass(frozen=True, kw_only=True)
class Stretch:
    """A stretch of time with what is due in it. `key` never changes; `heading` is English, to be translated."""

    key: str
    heading: str
    lines: tuple[Line, ...]

    @property
    def count(self) -> int:
        """How many tasks there are."""
        return sum(len(one.tasks) for one in self.lines)


def stretches_of(tasks: Iterable[Task], today: date) -> tuple[Stretch, ...]:
    """The tasks by when they are due, seen from `today`; stretches without any are left out."""
    until = _months_after(today, MONTHS_AHEAD)
    found: dict[str, list[Task]] = {key: [] for key in HEADINGS}
    for task in tasks:
        key = "past" if task.day < today else "soon" if task.day <= until else "later"
        found[key].append(task)
    return tuple(
        Stretch(key=key, heading=HEADINGS[key], lines=_together(ones)) for key, ones in found.items() if ones
    )


def _together(tasks: Iterable[Task]) -> tuple[Line, ...]:
    """Tasks that the same party does by the same day in the same manner, in one line; in the order of their days."""
    found: dict[tuple[date, Deed, str, tuple[str, ...]], list[Task]] = {}
    for task in tasks:
        found.setdefault((task.day, task.deed, task.who, task.agencies), []).append(task)
    return tuple(
        Line(day=day, deed=deed, who=who, agencies=agencies, tasks=tuple(ones))
        for (day, deed, who, agencies), ones in found.items()
    )


def _months_after(day: date, months: int) -> date:
    month = day.month - 1 + months
    year = day.year + month // 12
    return date.max if year > date.max.year else date(year, month % 12 + 1, min(day.day, 28))
