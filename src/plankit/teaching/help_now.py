"""Who can be reached at a certain time."""

from __future__ import annotations

from collections.abc import Iterator

from plankit.language import N_
from plankit.model.parties import Agency
from plankit.teaching.helpers import Helper, ordinary_week, own_schedule
from plankit.teaching.offered import Sides, asked_of, matches
from plankit.teaching.picking import Asked
from plankit.teaching.subject import Subject

_MOMENTS = (
    ("mon-1030", 0, 10.5, N_("It is an ordinary Monday, 10:30.")),
    ("tue-1930", 1, 19.5, N_("It is an ordinary Tuesday, 19:30.")),
    ("fri-1600", 4, 16, N_("It is an ordinary Friday, 16:00.")),
    ("sat-0200", 5, 2, N_("It is an ordinary Saturday, 02:00 in the night.")),
    ("sun-1400", 6, 14, N_("It is an ordinary Sunday, 14:00.")),
)
"""Name, day of the week, hour, and how it is told. Ordinary: no public holiday, and no season of its own."""


def now_questions(subject: Subject, known: tuple[Helper, ...]) -> Iterator[Asked]:
    """Who is there at each of the moments, and who is there around the clock."""
    week, words = ordinary_week(subject), subject.reading.words
    for name, day, hour, told in _MOMENTS:
        moment = week[day * 48 + int(hour * 2)]
        state = {one.id: _state(subject, known, one, moment) for one in known}
        yield from asked_of(
            subject,
            Sides(
                id=f"help-now-{name}",
                about=name,
                text=f"{words(told)} {words(N_('Who of these can be reached now?'))}",
                right=tuple(one for one in known if state[one.id] is True),
                wrong=tuple(one for one in known if state[one.id] is False),
                feedback=lambda helper: _hours(subject, helper),
                key="opening_hours",
            ),
        )
    yield from asked_of(
        subject,
        Sides(
            id="help-around-the-clock",
            about="clock",
            text=words(N_("Who of these can be reached around the clock?")),
            right=tuple(one for one in known if one.always),
            wrong=tuple(one for one in known if one.is_sometimes_closed and not _has_other(known, one)),
            feedback=lambda helper: _hours(subject, helper),
            key="around_the_clock",
        ),
    )


def hours_matched(subject: Subject, known: tuple[Helper, ...]) -> Iterator[Asked]:
    """Who has which opening hours."""
    told = [(one, one.hours) for one in known if one.hours and (one.schedule or one.is_sometimes_closed)]
    words = subject.reading.words(N_("Who has which opening hours?"))
    yield from matches(subject, "help-match-hours", words, told)


def _hours(subject: Subject, helper: Helper) -> str:
    return subject.reading.words(N_("Open: {hours}.")).format(hours=helper.hours)


def _state(subject: Subject, known: tuple[Helper, ...], helper: Helper, moment: int) -> bool | None:
    """Whether it can be reached; `None` where nobody knows, or another door of the same agency is open."""
    found = helper.is_open(moment)
    if found is False and helper.agency:
        agency = subject.reading.plan.by_id.get(helper.agency)
        schedule = own_schedule(subject, agency) if isinstance(agency, Agency) else None
        doors = [one.is_open(moment) for one in known if one.agency == helper.agency and one.id != helper.id]
        is_there = isinstance(agency, Agency) and agency.around_the_clock
        if is_there or any(doors) or (schedule and schedule.next_open(moment) == moment):
            return None
    return found


def _has_other(known: tuple[Helper, ...], helper: Helper) -> bool:
    return helper.agency is not None and any(one.always for one in known if one.agency == helper.agency)
