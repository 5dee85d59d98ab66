"""At which hours of a week an agency is there, as far as the plan says."""

from __future__ import annotations

from plankit.model.parties import Agency, OpeningHours, Service
from plankit.rules.base import Subject

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun", "holiday")
"""The days of a week, and a public holiday as an eighth."""

Cover = tuple[int, ...]
"""For each of `DAYS`, the minutes when somebody is there, a bit for each."""

_MINUTES = 24 * 60
_NOON = 12 * 60
_ALL_DAY = (1 << _MINUTES) - 1
EVERYTHING: Cover = (_ALL_DAY,) * len(DAYS)
NOTHING: Cover = (0,) * len(DAYS)
_OFFICE = OpeningHours(days=DAYS[:5], opens="08:00", closes="15:30")


def together(covers: list[Cover]) -> Cover:
    """When at least one is there."""
    found = NOTHING
    for cover in covers:
        found = tuple(one | other for one, other in zip(found, cover, strict=True))
    return found


def first_gap(cover: Cover) -> tuple[str, str]:
    """The day and the clock time at which nobody is there any more: looked for after noon before the morning.

    There must be such a time.
    """
    day = next(number for number, minutes in enumerate(cover) if minutes != _ALL_DAY)
    empty = ~cover[day] & _ALL_DAY
    late = empty >> _NOON << _NOON
    first = late or empty
    hour, minute = divmod((first & -first).bit_length() - 1, 60)
    return DAYS[day], f"{hour:02}:{minute:02}"


def cover_of(subject: Subject, agency: str) -> Cover | None:
    """When the agency is there; office hours where nothing is said, `None` where hours are only told in words."""
    own = next((one for one in subject.plan.agencies if one.id == agency), None)
    if own and _is_stated(own):
        return _stated(own)
    services = [one for one in subject.plan.services if one.agency == agency]
    stated = [_stated(one) for one in services if _is_stated(one)]
    if any(one.hours for one in services if not _is_stated(one)):
        return None
    return together(stated) if stated else together([_hours(_OFFICE)])


def _is_stated(entry: Agency | Service) -> bool:
    return bool(entry.around_the_clock or entry.opening_hours)


def _stated(entry: Agency | Service) -> Cover:
    return EVERYTHING if entry.around_the_clock else together([_hours(one) for one in entry.opening_hours])


def _hours(hours: OpeningHours) -> Cover:
    opens, closes = _minute(hours.opens, 0), _minute(hours.closes, _MINUTES)
    days = hours.days or DAYS
    cover = [0] * len(DAYS)
    for number, day in enumerate(DAYS):
        if day not in days or opens is None or closes is None:
            continue
        if closes > opens:
            cover[number] |= _span(opens, closes)
        else:
            cover[number] |= _span(opens, _MINUTES)
            cover[(number + 1) % 7 if day != "holiday" else number] |= _span(0, closes)
    return tuple(cover)


def _span(start: int, end: int) -> int:
    return ((1 << (end - start)) - 1) << start


def _minute(clock: str | None, otherwise: int) -> int | None:
    """The minute of the day; `None` for what is no clock time."""
    if not clock:
        return otherwise
    hour, _, minute = clock.replace(".", ":").partition(":")
    if not (hour.isdecimal() and (minute or "0").isdecimal()):
        return None
    found = int(hour) * 60 + int(minute or 0)
    return found if found <= _MINUTES else None
