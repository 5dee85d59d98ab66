"""When somebody can be reached: opening hours as moments, and the next time that a door opens."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from plankit.model.durations import DAY
from plankit.model.parties import Agency, OpeningHours, Service
from plankit.walks.calendar import OFFICE, WEEKDAYS, Calendar

LONGEST_WAIT = 14 * DAY
"""For how long it is waited that somebody opens."""
_WEEK = 7 * DAY
_CLOCK = re.compile(r"(\d{1,2})[:.](\d{2})", re.ASCII)
_MIDNIGHT = 1440


class Hours(NamedTuple):
    """Days (`None` is every day, public holidays too) and the minutes of the day between which it is open."""

    days: frozenset[str] | None
    opens: int
    closes: int
    """After midnight it is more than 1440."""


OFFICE_HOURS = (Hours(frozenset(WEEKDAYS[:5]), *OFFICE),)
"""What is assumed of an agency that tells no hours."""


class Schedule:
    """The opening hours of one agency, worked out week by week as they are asked for."""

    def __init__(self, hours: Iterable[Hours], calendar: Calendar, *, assumed: bool = False) -> None:
        self.hours = tuple(hours)
        self.assumed = assumed
        """Whether the plan says nothing, so that office hours are assumed."""
        self._calendar = calendar
        self._weeks: dict[int, tuple[list[int], list[int]]] = {}

    def next_open(self, moment: int) -> int | None:
        """`moment` where it is open then, else when it opens next; `None` where that is more than 14 days away."""
        week = moment // _WEEK
        found = self._weeks.get(week)
        if found is None:
            found = self._weeks[week] = self._around(week)
        starts, ends = found
        at = bisect_right(starts, moment)
        if at and moment < ends[at - 1]:
            return moment
        if at < len(starts) and starts[at] - moment <= LONGEST_WAIT:
            return starts[at]
        return None

    def _around(self, week: int) -> tuple[list[int], list[int]]:
        """When it opens and closes from the days before a week until more than 14 days after it."""
        first = self._calendar.local(week * _WEEK).date() - timedelta(days=2)
        days = (first + timedelta(days=ahead) for ahead in range(2 + 7 + 14 + 3))
        starts: list[int] = []
        ends: list[int] = []
        for start, end in sorted(span for day in days for span in self._on(day)):
            if ends and start <= ends[-1]:
                ends[-1] = max(ends[-1], end)
            else:
                starts.append(start)
                ends.append(end)
        return starts, ends

    def _on(self, day: date) -> Iterator[tuple[int, int]]:
        name = "holiday" if self._calendar.is_holiday(day) else WEEKDAYS[day.weekday()]
        for one in self.hours:
            if one.days is None or name in one.days:
                start, end = self._calendar.minute(day, one.opens), self._calendar.minute(day, one.closes)
                if start < end:  # the clocks may jump over a short opening
                    yield start, end


def schedule_of(agency: Agency | None, services: Iterable[Service], calendar: Calendar) -> Schedule | None:
    """When `agency` can be reached; `None` is always.

    Its own hours count, else those of its services together, else office hours are assumed.
    """
    own: list[Agency | Service] = [agency] if agency else []
    for group in (own, list[Agency | Service](services)):
        if any(one.around_the_clock for one in group):
            return None
        told = [entry for one in group for entry in one.opening_hours]
        if told:
            return Schedule(filter(None, map(read_hours, told)), calendar)
    return Schedule(OFFICE_HOURS, calendar, assumed=True)


def read_hours(entry: OpeningHours) -> Hours | None:
    """What an entry of opening hours means; `None` where its times are not understood.

    Where no time is told, it opens at the beginning of the day and closes at its end.
    """
    opens = 0 if entry.opens is None else _minute(entry.opens)
    closes = _MIDNIGHT if entry.closes is None else _minute(entry.closes)
    if opens is None or closes is None:
        return None
    days = frozenset(word.casefold().strip() for word in entry.days) if entry.days else None
    return Hours(days, opens, closes if closes > opens else closes + _MIDNIGHT)


def _minute(text: str) -> int | None:
    match = _CLOCK.fullmatch(text.strip())
    if match is None:
        return None
    hour, minute = int(match[1]), int(match[2])
    return hour * 60 + minute if minute < 60 and hour * 60 + minute <= _MIDNIGHT else None
