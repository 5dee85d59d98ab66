"""An agenda as iCalendar (RFC 5545): for each task a to-do, and a whole day in the calendar with alarms before it.

Programs differ in which of the two they show. Ids and times are made from the plan alone, so that the same plan gives the
same bytes and a calendar that subscribes to the file sees a task that moved as the same task.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Alarm, Calendar, Event, Todo

import plankit
from plankit.views.agenda_task import WORDS, Task
from plankit.views.reading import Reading

ALARMS = (timedelta(days=30), timedelta(days=7))
"""How long before the day a calendar reminds."""


def calendar_of(reading: Reading, tasks: Iterable[Task], *, name: str, today: date) -> bytes:
    """The file. `today` stands in it as the day that it was made."""
    calendar = Calendar()
    calendar.add("prodid", f"-//plankit//{plankit.__version__}//{reading.language.upper()}")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", name)
    for task in tasks:
        calendar.add_component(_todo(reading, task, today))
        calendar.add_component(_day(reading, task, today))
    return bytes(calendar.to_ical())


def uid(reading: Reading, task: Task, kind: str) -> str:
    """The id of a task, the same for as long as the plan has it."""
    mark = hashlib.sha256(f"{reading.plan.plan.id}\0{task.key}".encode()).hexdigest()[:24]
    return f"{mark}.{kind}@plankit.invalid"


def _title(reading: Reading, task: Task) -> str:
    return f"{reading.words(WORDS[task.deed])}: {task.title}"


def _stamp(today: date) -> datetime:
    return datetime.combine(today, time(), UTC)


def _common(component: Event | Todo, reading: Reading, task: Task, today: date, kind: str) -> None:
    component.add("uid", uid(reading, task, kind))
    component.add("dtstamp", _stamp(today))
    component.add("summary", _title(reading, task))
    told = " · ".join(filter(None, (task.who, task.until_told)))
    if told:
        component.add("description", told)
    component.add("categories", [str(task.deed)])
    for before in ALARMS:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", _title(reading, task))
        alarm.add("trigger", -before)
        component.add_component(alarm)


def _todo(reading: Reading, task: Task, today: date) -> Todo:
    todo = Todo()
    _common(todo, reading, task, today, "todo")
    # An alarm counts from the start of a to-do (RFC 5545, 3.8.6.3); the day itself is both its start and its end.
    todo.add("dtstart", task.day)
    todo.add("due", task.day + timedelta(days=1))
    todo.add("status", "NEEDS-ACTION")
    return todo


def _day(reading: Reading, task: Task, today: date) -> Event:
    event = Event()
    _common(event, reading, task, today, "day")
    event.add("dtstart", task.day)
    event.add("dtend", task.day + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    return event
