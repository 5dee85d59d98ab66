"""Who helps: services and agencies of the plan and lines of the guide, with what is known of their hours and ages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

from plankit.language import N_
from plankit.model.durations import DAY, MINUTE
from plankit.model.parties import Agency, OpeningHours, Service
from plankit.teaching.ages import Ages, read_ages
from plankit.teaching.exercise import Pointer
from plankit.teaching.numbers import digits, is_confirmed
from plankit.teaching.parts import holds_everywhere
from plankit.teaching.picking import on_one_line, same
from plankit.teaching.subject import Subject
from plankit.walks.calendar import Calendar, calendar_of
from plankit.walks.opening import Schedule, read_hours
from plankit.walks.prepared import country_of

_LONGEST = 20
"""Weeks that an ordinary one is looked for."""

_DAYS = {
    "mon": N_("Monday"),
    "tue": N_("Tuesday"),
    "wed": N_("Wednesday"),
    "thu": N_("Thursday"),
    "fri": N_("Friday"),
    "sat": N_("Saturday"),
    "sun": N_("Sunday"),
    "holiday": N_("holidays"),
}


@dataclass(frozen=True, kw_only=True)
class Helper:
    """Somebody who helps, and what plan or guide say of them."""

    id: str
    name: str
    pointer: Pointer
    always: bool = False
    """Whether it can be reached around the clock."""
    schedule: Schedule | None = None
    """When it can be reached; `None` where that is always, or nothing certain is known."""
    is_sometimes_closed: bool = False
    """Whether it certainly is not there around the clock."""
    agency: str | None = None
    hours: str = ""
    """The same in words."""
    number: str = ""
    ages: Ages | None = None
    age_words: str = ""
    offer: str = ""
    for_whom: str = ""
    """Of a line: whom it is for."""
    access: str | None = None
    """Code of how to get it."""

    def is_open(self, moment: int) -> bool | None:
        """Whether it can be reached at that moment; `None` where nobody knows."""
        if self.always:
            return True
        return self.schedule.next_open(moment) == moment if self.schedule else None


def helpers(subject: Subject) -> tuple[Helper, ...]:
    """Services of the plan, lines of the guide, other agencies; nobody twice, and none whose name another has."""
    found: dict[str, Helper] = {}
    twice: set[str] = set()
    for one in (*_services(subject), *_lines(subject), *_agencies(subject)):
        name = same(one.name)
        twice |= {name} if name in found else set()
        found.setdefault(name, one)
    return tuple(one for name, one in found.items() if name and name not in twice)


def _services(subject: Subject) -> Iterator[Helper]:
    reading = subject.reading
    for one in reading.plan.services:
        if not holds_everywhere(subject, one.applies_to):
            continue
        yield replace(
            _of_plan(subject, one),
            agency=one.agency,
            offer=on_one_line(subject, one.offer),
            access=reading.vocabulary.code("access", one.access) if one.access else None,
        )


def _agencies(subject: Subject) -> Iterator[Helper]:
    """Agencies that tell their own hours or ages and have no service that does."""
    of_service = {one.agency for one in subject.reading.plan.services}
    for one in subject.reading.plan.agencies:
        if one.id in of_service or not holds_everywhere(subject, one.applies_to):
            continue
        if not (one.opening_hours or one.around_the_clock or one.age_limits):
            continue
        yield replace(_of_plan(subject, one), agency=one.id)


def _of_plan(subject: Subject, one: Agency | Service) -> Helper:
    """What the plan tells alike of services and agencies: name, hours and ages."""
    name = on_one_line(subject, one.name)
    return Helper(
        id=one.id,
        name=name,
        pointer=subject.plan_entry(one.id, name),
        always=_is_always(one),
        schedule=own_schedule(subject, one),
        is_sometimes_closed=_is_sometimes_closed(subject, one),
        hours=_hours(subject, one),
        ages=read_ages(one.age_limits),
        age_words=one.age_limits or "",
    )


def _lines(subject: Subject) -> Iterator[Helper]:
    """The guide's confirmed lines, without those whose number or name a service of the plan has."""
    own = {digits(one.phone or "") for one in subject.reading.plan.services}
    for line in subject.guide.help_lines:
        number = digits(line.number or "")
        if not is_confirmed(subject, line) or (number and number in own):
            continue
        name = on_one_line(subject, line.name)
        yield Helper(
            id=line.id,
            name=name,
            pointer=subject.guide_entry(line.id, name),
            always=bool(line.around_the_clock and line.number),
            is_sometimes_closed=line.around_the_clock is False and bool(line.number),
            number=" ".join((line.number or "").split()),
            hours=on_one_line(subject, line.hours) or _around(subject, bool(line.around_the_clock)),
            for_whom=on_one_line(subject, line.for_whom),
        )


def _is_always(entry: Agency | Service) -> bool:
    return bool(entry.around_the_clock)


def own_schedule(subject: Subject, entry: Agency | Service) -> Schedule | None:
    """Its own hours, where each of them is understood; nothing is assumed."""
    read = [read_hours(one) for one in entry.opening_hours]
    known = [one for one in read if one is not None]
    if entry.around_the_clock or not known or len(known) < len(read):
        return None
    return Schedule(known, calendar(subject))


def calendar(subject: Subject) -> Calendar:
    """The clock and holidays that hold."""
    return calendar_of(country_of(subject.reading.plan, subject.guide))


def _is_sometimes_closed(subject: Subject, entry: Agency | Service) -> bool:
    schedule = own_schedule(subject, entry)
    return schedule is not None and any(schedule.next_open(one) != one for one in ordinary_week(subject))


def ordinary_week(subject: Subject) -> tuple[int, ...]:
    """Every half hour of the first week after the day of the kit that has no holiday and no change of the clocks."""
    clock = calendar(subject)
    monday = subject.today + timedelta(days=7 - subject.today.weekday())
    for _ in range(_LONGEST):
        days = [monday + timedelta(days=ahead) for ahead in range(8)]
        lasts = clock.minute(days[7], 0) - clock.minute(monday, 0)
        if lasts == 7 * DAY and not any(map(clock.is_holiday, days)):
            break
        monday += timedelta(days=7)
    return tuple(clock.minute(monday, 0) + step * 30 * MINUTE for step in range(7 * 48))


def _around(subject: Subject, always: bool) -> str:
    return subject.reading.words(N_("around the clock")) if always else ""


def _hours(subject: Subject, entry: Agency | Service) -> str:
    told = [_opening(subject, one) for one in entry.opening_hours]
    return _around(subject, _is_always(entry)) or "; ".join(told)


def _opening(subject: Subject, one: OpeningHours) -> str:
    words = subject.reading.words
    named = [words(_DAYS[day]) if day in _DAYS else day for day in one.days]
    is_run = len(named) > 2 and "|".join(one.days) in "|".join(_DAYS)
    days = f"{named[0]}–{named[-1]}" if is_run and "holiday" not in one.days else ", ".join(named)
    return f"{days or words(N_('every day'))} {one.opens or '00:00'}–{one.closes or '24:00'}"
