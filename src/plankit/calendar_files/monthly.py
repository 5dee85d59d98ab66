"""The calendar of a kit: one exercise a month, as iCalendar (RFC 5545), for whoever trains colleagues.

Calendars are seen by others: on a screen that is shared, on a telephone that lies open. So what an entry is called does not
tell the theme, and of a case only the title is told; its story stays in the kit. Nothing tells an answer.
"""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

from icalendar import Calendar, Event

import plankit
from plankit.language import N_
from plankit.teaching.exercise import CaseTold, Question, TableTop
from plankit.teaching.kit import Kit
from plankit.teaching.monthly import MonthlyItem, Used, monthly
from plankit.views.discretion import Discretion, discretion
from plankit.views.reading import Reading

FILE = "trainer/monthly.ics"
_QUIET = N_("Exercise of the month")


def write_calendar(kit: Kit, folder: Path) -> None:
    """Write `trainer/monthly.ics` below `folder`; nothing where the guide proposes no exercises. Same kit, same bytes."""
    items = monthly(kit)
    if not items:
        return
    path = folder / FILE
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(calendar_bytes(kit, items))


def calendar_bytes(kit: Kit, items: tuple[MonthlyItem, ...]) -> bytes:
    """The file, with a whole day for each item."""
    reading = kit.subject.reading
    calendar = Calendar()
    calendar.add("prodid", f"-//plankit//{plankit.__version__}//{reading.language.upper()}")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", reading.words(N_("One exercise a month")))
    for item in items:
        calendar.add_component(_event(kit, item))
    return bytes(calendar.to_ical())


def _event(kit: Kit, item: MonthlyItem) -> Event:
    reading, quiet = kit.subject.reading, discretion(kit.subject.guide)
    event = Event()
    event.add("uid", uid(kit, item))
    event.add("dtstamp", datetime.combine(kit.subject.today, time(), UTC))
    event.add("summary", summary(reading, quiet, item))
    event.add("description", "\n\n".join(described(reading, item)))
    event.add("dtstart", item.date)
    event.add("dtend", item.date + timedelta(days=1))
    # Those who only see that somebody is busy see no more than that, where the program can.
    event.add("class", "PRIVATE")
    # A meeting has its own entry: this one keeps nobody busy.
    event.add("transp", "TRANSPARENT")
    return event


def uid(kit: Kit, item: MonthlyItem) -> str:
    """The id of an item: the same for a plan or guide, audience and month, whatever is done in it."""
    subject = kit.subject
    frame = subject.reading.plan.plan if subject.has_plan else subject.guide.guide
    told = f"{frame.id}\0{subject.audience}\0{item.date:%Y-%m}"
    return f"{hashlib.sha256(told.encode()).hexdigest()[:24]}.month@plankit.invalid"


def summary(reading: Reading, quiet: Discretion, item: MonthlyItem) -> str:
    """What the entry is called: the exercise's own title where it does not tell the theme."""
    title = reading.words(_QUIET) if not item.title or quiet.reveals(item.title) else item.title
    return reading.words(N_("{title} ({minutes} minutes)")).format(title=title, minutes=item.minutes)


def described(reading: Reading, item: MonthlyItem) -> tuple[str, ...]:
    """The paragraphs of the entry: what to do, with what, and where the rest is."""
    words = reading.words
    told = (
        item.text,
        *(_used(reading, item.used) if item.used else ()),
        words(N_("The answers and the notes for whoever leads are in the teaching kit: {id}")).format(
            id=item.ids[0]
        )
        if item.ids
        else "",
    )
    return tuple(one for one in told if one)


def _used(reading: Reading, used: Used) -> tuple[str, ...]:
    words = reading.words
    if isinstance(used, Question):
        return (f"{words(N_('Question'))}: {used.text}", "\n".join(f"– {one}" for one in _shown(used)))
    named = words(N_("From the kit, if it suits you: {title}")).format(title=used.title)
    if isinstance(used, CaseTold | TableTop):
        return (f"{words(N_('Say first'))}: {used.warning}" if used.warning else "", named)
    return (named,)


def _shown(question: Question) -> tuple[str, ...]:
    """What there is to choose from or to put in order, as it is shown to whoever answers."""
    if question.choices:
        return tuple(one.text for one in question.choices)
    if question.steps:
        return tuple(question.steps[place] for place in question.shown)
    if question.pairs:
        left = (one for one, _ in question.pairs)
        right = (question.pairs[place][1] for place in question.shown)
        return (" · ".join(left), " · ".join(right))
    return ()
