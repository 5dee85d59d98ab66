"""An agenda as iCalendar (RFC 5545): for each task a to-do, and a whole day in the calendar with alarms before it.

Programs differ in which of the two they show. Ids and times are made from the plan alone, so that the same plan gives the
same bytes and a calendar that subscribes to the file sees a task that moved as the same task.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache

from icalendar import Alarm, Calendar, Event, Todo

import plankit
from plankit.views.agenda_task import WORDS, Task
from plankit.views.reading import Reading

ALARMS = (timedelta(days=30), timedelta(days=7))
"""How long before the day a calendar reminds."""


_END = b"END:VCALENDAR"
_KEPT = 4096
"""How many tasks are kept as text: each stands in the calendar of everything and in that of each of its agencies."""


@dataclass(frozen=True)
class _Said:
    """A task with all that its components say, in words."""

    plan: str
    task: Task
    title: str
    told: str
    today: date


def calendar_of(reading: Reading, tasks: Iterable[Task], *, name: str, today: date) -> bytes:
    """The file. `today` stands in it as the day that it was made."""
    calendar = Calendar()
    calendar.add("prodid", f"-//plankit//{plankit.__version__}//{reading.language.upper()}")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", name)
    head, end, rest = bytes(calendar.to_ical()).rpartition(_END)
    return b"".join([head, *(_written(_said(reading, task, today)) for task in tasks), end, rest])


def uid(reading: Reading, task: Task, kind: str) -> str:
    """The id of a task, the same for as long as the plan has it."""
    return _uid(reading.plan.plan.id, task.key, kind)


def _uid(plan: str, key: str, kind: str) -> str:
    mark = hashlib.sha256(f"{plan}\0{key}".encode()).hexdigest()[:24]
    return f"{mark}.{kind}@plankit.invalid"


def _said(reading: Reading, task: Task, today: date) -> _Said:
    title = f"{reading.words(WORDS[task.deed])}: {task.title}"
    told = " · ".join(filter(None, (task.who, task.until_told)))
    return _Said(reading.plan.plan.id, task, title, told, today)


@lru_cache(maxsize=_KEPT)
def _written(said: _Said) -> bytes:
    """The to-do and the day of a task, as they stand in a calendar. Both have the same alarms, written once."""
    alarms = b"".join(bytes(_alarm(said, before).to_ical()) for before in ALARMS)
    made = bytearray()
    for component in (_todo(said), _day(said)):
        head, end, rest = bytes(component.to_ical()).rpartition(b"END:")
        made += head + alarms + end + rest
    return bytes(made)


def _alarm(said: _Said, before: timedelta) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", said.title)
    alarm.add("trigger", -before)
    return alarm


def _common(component: Event | Todo, said: _Said, kind: str) -> None:
    component.add("uid", _uid(said.plan, said.task.key, kind))
    component.add("dtstamp", datetime.combine(said.today, time(), UTC))
    component.add("summary", said.title)
    if said.told:
        component.add("description", said.told)
    component.add("categories", [str(said.task.deed)])


def _todo(said: _Said) -> Todo:
    todo = Todo()
    _common(todo, said, "todo")
    # An alarm counts from the start of a to-do (RFC 5545, 3.8.6.3); the day itself is both its start and its end.
    todo.add("dtstart", said.task.day)
    todo.add("due", said.task.day + timedelta(days=1))
    todo.add("status", "NEEDS-ACTION")
    return todo


def _day(said: _Said) -> Event:
    event = Event()
    _common(event, said, "day")
    event.add("dtstart", said.task.day)
    event.add("dtend", said.task.day + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    return event
