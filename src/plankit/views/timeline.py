"""A walk as a picture: a lane for each who acts or receives, a column for each thing that happened."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from plankit.walks.result import Event, Gap, Walk

Who = tuple[str, str | None]
"""Kind of actor and agency."""


@dataclass(frozen=True, kw_only=True)
class Mark:
    """One event in the picture. Lanes count from 0, columns from 1."""

    column: int
    lane: int
    event: Event
    receiver: int | None
    """Lane of the agency that the case is handed to."""
    gaps: tuple[Gap, ...]
    """What the plan did not answer there."""


@dataclass(frozen=True, kw_only=True)
class Tick:
    """A moment on the axis, at the first column that happens then."""

    column: int
    at: datetime


@dataclass(frozen=True, kw_only=True)
class Timeline:
    """A walk laid out."""

    lanes: tuple[Who, ...]
    marks: tuple[Mark, ...]
    ticks: tuple[Tick, ...]
    safe_column: int | None
    """The event after which the exposed person is safe."""
    loose: tuple[Gap, ...]
    """Gaps that belong to no event."""


def timeline(walk: Walk) -> Timeline:
    """The walk as a picture: every event a mark, every gap at its event or loose."""
    lanes = tuple(dict.fromkeys(who for event in walk.events for who in _named(event)))
    belongs = [_place(walk.events, gap) for gap in walk.gaps]
    marks = []
    ticks = [Tick(column=0, at=walk.began_at)]
    for column, event in enumerate(walk.events, start=1):
        if event.at != ticks[-1].at:
            ticks.append(Tick(column=column, at=event.at))
        marks.append(
            Mark(
                column=column,
                lane=lanes.index(_who(event)),
                event=event,
                receiver=lanes.index(("agency", event.handed_to)) if event.handed_to else None,
                gaps=tuple(gap for gap, at in zip(walk.gaps, belongs, strict=True) if at == column),
            )
        )
    if walk.ended_at != ticks[-1].at:
        ticks.append(Tick(column=len(walk.events) + 1, at=walk.ended_at))
    return Timeline(
        lanes=lanes,
        marks=tuple(marks),
        ticks=tuple(ticks),
        safe_column=_safe(walk),
        loose=tuple(gap for gap, at in zip(walk.gaps, belongs, strict=True) if at is None),
    )


def _who(event: Event) -> Who:
    return (event.actor, event.agency) if event.actor == "agency" else (event.actor, None)


def _named(event: Event) -> tuple[Who, ...]:
    return (_who(event), ("agency", event.handed_to)) if event.handed_to else (_who(event),)


def _place(events: tuple[Event, ...], gap: Gap) -> int | None:
    """The column of the event that a gap belongs to: the last one of its step that is not later."""
    if gap.step is None or gap.expected is not None:
        return None
    columns = [
        column
        for column, event in enumerate(events, start=1)
        if (event.procedure, event.step) == (gap.procedure, gap.step) and event.at <= gap.at
    ]
    return columns[-1] if columns else None


def _safe(walk: Walk) -> int | None:
    """The first event that was done when the exposed person became safe, and did it."""
    if walk.safe_at is None:
        return None
    columns = [
        column
        for column, event in enumerate(walk.events, start=1)
        if event.what == "acted" and event.done_at == walk.safe_at
    ]
    return columns[0] if columns else None
