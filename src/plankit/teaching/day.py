"""A whole day of training, led by one running case."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from plankit.language import N_
from plankit.model.teaching import RunningCase, RunningPart
from plankit.teaching.programme import ProgrammeItem
from plankit.teaching.subject import Subject

BEGINS = time(8, 30)
"""When a day of training begins, unless whoever leads says otherwise."""
_SITTING, _PAUSE, _LUNCH = 90, 15, 45
"""Minutes after which a pause is due, of a pause, and of lunch."""
_NOON = 180
"""Minutes from the beginning after which the next pause is lunch."""


@dataclass(frozen=True, kw_only=True)
class DayItem:
    """A part of the day."""

    clock: str
    """When it begins: `08:30`."""
    item: ProgrammeItem
    part: RunningPart | None = None
    """The part of the running case; `None` for a pause."""


def training_day(subject: Subject, running: RunningCase) -> tuple[DayItem, ...]:
    """The day of a running case: its parts in order, with a pause before anybody has sat too long, and lunch once."""
    start = datetime.combine(subject.today, BEGINS)
    return tuple(
        DayItem(clock=f"{start + timedelta(minutes=item.begins):%H:%M}", item=item, part=part)
        for item, part in _parts(subject, running)
    )


def _parts(subject: Subject, running: RunningCase) -> Iterator[tuple[ProgrammeItem, RunningPart | None]]:
    now, sat, eaten = 0, 0, False
    for part in running.parts:
        minutes = int(part.minutes)
        if sat and sat + minutes > _SITTING:
            lunch = not eaten and now >= _NOON
            eaten, length = eaten or lunch, _LUNCH if lunch else _PAUSE
            yield _pause(subject, now, length, lunch=lunch), None
            now, sat = now + length, 0
        yield _part(subject, running, part, now), part
        now, sat = now + minutes, sat + minutes


def _pause(subject: Subject, begins: int, minutes: int, *, lunch: bool) -> ProgrammeItem:
    words = subject.reading.words
    return ProgrammeItem(
        begins=begins,
        minutes=minutes,
        title=words(N_("Lunch")) if lunch else words(N_("Pause")),
        text=words(N_("Stay in the room: somebody may want to talk to you.")),
    )


def _part(subject: Subject, running: RunningCase, part: RunningPart, begins: int) -> ProgrammeItem:
    text = subject.reading.text
    served = {*running.objectives, *(subject.objectives(part.exercise) if part.exercise else ())}
    return ProgrammeItem(
        begins=begins,
        minutes=int(part.minutes),
        title=text(part.title),
        text=text(part.text),
        exercise=part.exercise or "",
        ids=(part.case,) if part.case else (),
        objectives=tuple(one.id for one in subject.guide.objectives if one.id in served),
    )
