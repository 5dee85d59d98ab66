"""Ways that the plan does not tell at a step of a case, each with why: forbidden, too late, or alone.

A way is only taken for wrong where the plan rules it out. What another procedure says is not ruled out here, only not
asked for: it is never one of them, and neither is calling for help at once.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from plankit.language import N_
from plankit.model.durations import Duration, after, read_duration
from plankit.teaching.exercise import Pointer
from plankit.teaching.grounds import ban_pointer
from plankit.teaching.played import Beat, Played
from plankit.teaching.subject import Subject
from plankit.walks.calendar import OFFICE
from plankit.walks.prepared import AGENCY, LEADER_ACTS
from plankit.walks.result import Event
from plankit.walks.words import clock, length, limit_words

_AHEAD = 15
"""Days within which office hours are looked for."""


@dataclass(frozen=True, kw_only=True)
class Wrong:
    """A way that the plan rules out."""

    kind: str
    """`forbidden`, `shut`, `wait`, `alone` or `keep`."""
    text: str
    why: str
    pointers: tuple[Pointer, ...] = ()


def wrong_turns(subject: Subject, played: Played, beat: Beat) -> tuple[Wrong, ...]:
    """Every way that can be offered at a step and that the plan rules out, the most telling first."""
    found = (
        *_shut(subject, played, beat),
        *_forbidden(subject, played, beat),
        *_waiting(subject, beat),
        *_alone(subject, beat),
    )
    told = {subject.names.text(beat.step.what).casefold()}
    kept = []
    for one in found:
        if one.text.casefold() not in told:
            told.add(one.text.casefold())
            kept.append(one)
    return tuple(kept)


def _shut(subject: Subject, played: Played, beat: Beat) -> Iterator[Wrong]:
    """To wait for whoever the plan names a fallback for."""
    names = subject.names
    for event in beat.before:
        if event.what != "fallback":
            continue
        if event.actor == "leader":
            yield Wrong(
                kind="shut",
                text=names.t(N_("Wait until the leader answers.")),
                why=names.t(N_("The leader cannot be reached, and the plan names another way.")),
            )
        elif event.agency is not None:
            agency = names.agency(event.agency)
            yield Wrong(
                kind="shut",
                text=names.t(N_("Wait until “{agency}” can be reached."), agency=agency),
                why=_opens(subject, played, event),
                pointers=(subject.plan_entry(event.agency, agency, "opening_hours"),),
            )


def _opens(subject: Subject, played: Played, event: Event) -> str:
    names, ready = subject.names, subject.ready
    agency = names.agency(event.agency)
    node = played.nodes.get((event.procedure, event.step))
    now = ready.calendar.moment(event.at.replace(tzinfo=None))
    opens = node.schedule.next_open(now) if node and node.schedule else None
    if opens is None or opens <= now:
        return names.t(N_("“{agency}” is out of reach now, and the plan names another way."), agency=agency)
    return names.t(
        N_("“{agency}” is not there before {time}, and the plan names another way."),
        agency=agency,
        time=clock(names, ready.calendar.local(opens)),
    )


def _forbidden(subject: Subject, played: Played, beat: Beat) -> Iterator[Wrong]:
    """Actions that the plan forbids here, and that nothing in the case takes all the same."""
    taken = {action for event in played.walk.events for action in _does(played, event)}
    for action, place in beat.forbidden:
        words = subject.names.action(action)
        if action not in taken and words != action:
            yield forbidden(subject, action, ban_pointer(subject, place))


def forbidden(subject: Subject, action: str, pointer: Pointer) -> Wrong:
    """The way to take an action that nobody may take, with what the guide says of it."""
    names = subject.names
    words = names.action(action)
    told = next((names.text(one.text) for one in subject.guide.actions if one.id == action), "")
    # In quotation marks after the ban: on their own such words would read like advice.
    banned = (
        names.t(
            N_("Nobody may do this in this case: “{what}” ({place})."),
            what=told.rstrip("."),
            place=pointer.words,
        )
        if told
        else names.t(N_("Nobody may do that in this case: {place}."), place=pointer.words)
    )
    return Wrong(
        kind="forbidden",
        text=names.t(N_("Choose to {action}."), action=words),
        why=banned,
        pointers=(pointer,),
    )


def _does(played: Played, event: Event) -> frozenset[str]:
    node = played.nodes.get((event.procedure, event.step))
    return node.does if node else frozenset()


def _waiting(subject: Subject, beat: Beat) -> Iterator[Wrong]:
    limits = sorted(beat.node.limits, key=lambda one: (one[1].months, one[1].seconds))
    if limits:
        written, limit = limits[0]
        yield from waiting(subject, beat.event.at, written, limit)


def waiting(subject: Subject, at: datetime, written: str, limit: Duration | None) -> Iterator[Wrong]:
    """To wait for the next office hours on a later day, where the limit passes before they begin."""
    limit = limit or read_duration(written)
    calendar, names = subject.ready.calendar, subject.names
    now = calendar.moment(at.replace(tzinfo=None))
    opens = _next_office(subject, at)
    if limit is None or opens is None or after(now, limit) >= opens:
        return
    when = clock(names, calendar.local(opens))
    yield Wrong(
        kind="wait",
        text=names.t(N_("Wait until office hours begin ({time}), and take it up then."), time=when),
        why=names.t(
            N_("Then nothing happens for {length}. It is to be done {limit}."),
            length=length(names.language, opens - now),
            limit=limit_words(names, written),
        ),
    )


def _next_office(subject: Subject, at: datetime) -> int | None:
    """When office hours begin next, on a later day."""
    calendar = subject.ready.calendar
    for ahead in range(1, _AHEAD):
        day = at.date() + timedelta(days=ahead)
        opens = calendar.moment(datetime.combine(day, time(OFFICE[0] // 60, OFFICE[0] % 60)))
        if calendar.hours(opens) == "office":
            return opens
    return None


def _alone(subject: Subject, beat: Beat) -> Iterator[Wrong]:
    names, node = subject.names, beat.node
    if node.receiver is not None and node.receiver != node.agency:
        agency = names.agency(node.receiver)
        yield Wrong(
            kind="keep",
            text=names.t(
                N_("Keep the case yourself instead of handing it over to “{agency}”."), agency=agency
            ),
            why=names.t(N_("From this step on the plan gives the case to “{agency}”."), agency=agency),
        )
    elif node.actor == AGENCY and node.agency is not None:
        yield alone(subject, names.agency(node.agency))
    elif node.actor == LEADER_ACTS:
        yield Wrong(
            kind="alone",
            text=names.t(N_("Decide it alone, and do not tell the leader.")),
            why=names.t(N_("The plan gives this step to the leader.")),
        )


def alone(subject: Subject, agency: str) -> Wrong:
    """To do without an agency that must have a part in it."""
    names = subject.names
    return Wrong(
        kind="alone",
        text=names.t(N_("Take care of it alone, without “{agency}”."), agency=agency),
        why=names.t(N_("“{agency}” has a part in this and is not to be left out."), agency=agency),
    )
