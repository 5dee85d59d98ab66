"""The timeline of a walk: every event is a mark, every gap stands somewhere."""

from __future__ import annotations

from datetime import datetime, timedelta

from plankit.views.timeline import timeline
from plankit.walks.result import Event, Gap, Walk, WalkCase

BEGIN = datetime(2027, 1, 8, 16, 30)


def event(
    step: str, minutes: int, *, what: str = "acted", agency: str | None = None, to: str | None = None
) -> Event:
    """An event of one step, over at once."""
    at = BEGIN + timedelta(minutes=minutes)
    actor = "agency" if agency else "discoverer"
    return Event(
        at=at, procedure="p", step=step, actor=actor, agency=agency, what=what, handed_to=to, done_at=at
    )


def walk(*events: Event, gaps: tuple[Gap, ...] = (), safe: int | None = None) -> Walk:
    """A walk of these events."""
    return Walk(
        case=WalkCase(exposed="children", door="school", severity="serious", at=BEGIN),
        events=events,
        gaps=gaps,
        began_at=BEGIN,
        ended_at=events[-1].done_at if events else BEGIN,
        safe_at=BEGIN + timedelta(minutes=safe) if safe is not None else None,
        reaches_safety=safe is not None,
        owner=None,
        held=(),
    )


def test_timeline_has_lanes_for_who_acts_and_who_receives() -> None:
    """In the order in which they appear; a hand-over leads to the receiver's lane."""
    made = timeline(walk(event("a", 0, to="police"), event("b", 5, agency="school"), safe=5))
    assert made.lanes == (("discoverer", None), ("agency", "police"), ("agency", "school"))
    assert [(one.lane, one.receiver, one.column) for one in made.marks] == [(0, 1, 1), (2, None, 2)]
    assert made.safe_column == 2


def test_timeline_ticks_where_time_has_passed() -> None:
    """One tick for the beginning and one for each later moment, not one for each event."""
    made = timeline(walk(event("a", 0), event("b", 0), event("c", 90)))
    assert [(one.column, one.at.minute) for one in made.ticks] == [(0, 30), (3, 0)]


def test_timeline_puts_each_gap_at_its_event_or_apart() -> None:
    """A gap of a step stands at the last event of it that is not later; any other is loose."""
    at = BEGIN + timedelta(minutes=10)
    late = Gap(kind="too-late", at=at, procedure="p", step="a")
    none = Gap(kind="no-procedure", at=BEGIN)
    made = timeline(walk(event("a", 0), event("a", 10), event("a", 20), gaps=(late, none)))
    assert [one.gaps for one in made.marks] == [(), (late,), ()]
    assert made.loose == (none,)


def test_timeline_of_a_walk_without_events_is_empty() -> None:
    """No procedure began: there is a beginning and nothing more."""
    made = timeline(walk())
    assert (made.lanes, made.marks, len(made.ticks)) == ((), (), 1)
