"""What a plan promises in a case: the latest hour that its deadlines allow, and whether its bans are written down.

A walk takes every step as soon as somebody is there. People may take as long as the deadline lets them; where the
deadlines on the way add up to more than the case can wait, the plan allows what the case forbids.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from plankit.model.base import Text
from plankit.model.case import Expectation
from plankit.model.durations import after, read_duration
from plankit.walks.cases import CaseError, all_cases, walk_case
from plankit.walks.expectations import missed_expectations
from plankit.walks.player import Player, play
from plankit.walks.prepared import AGENCY, Node, Prepared
from plankit.walks.result import WalkCase


class Latest(NamedTuple):
    """A step on the way of a case, when its deadline lets it begin at the latest, and when it is over then."""

    node: Node
    begins: int
    ends: int
    allowed: int
    """Seconds that the step itself lets pass before it begins."""


class Late(NamedTuple):
    """Something that a case needs and the deadlines on its way let come too late."""

    title: Text
    expected: Expectation
    node: Node
    """The step on the way that lets most time pass."""
    seconds: int
    """How long it may take in all."""


class Unbanned(NamedTuple):
    """An action that must never be taken in a case, and that nothing on its way forbids."""

    title: Text
    action: str
    first: Node
    """The step that the case begins with."""


def late_promises(ready: Prepared) -> Iterator[Late]:
    """For each case that is answered, the first thing that the deadlines on its way let come too late."""
    for title, case, player in _answered(ready):
        start = ready.calendar.moment(case.at)
        way = _latest(player, start)
        for one in case.must:
            late = _late(ready, one, way, start)
            if late is not None:
                worst, seconds = late
                yield Late(title, one, worst, seconds)
                break


def unbanned(ready: Prepared) -> Iterator[Unbanned]:
    """For each case that is answered, every action that must never be taken and that nothing on its way forbids."""
    for title, case, player in _answered(ready):
        for action in dict.fromkeys(one.never for one in case.must if one.never):
            if action not in player.forbidden and player.events:
                yield Unbanned(title, action, player.events[0].node)


def _answered(ready: Prepared) -> Iterator[tuple[Text, WalkCase, Player]]:
    """Every case that meets no gap, walked. The others have worse troubles."""
    for told in all_cases(ready):
        try:
            case = walk_case(ready, told)
        except CaseError:
            continue
        if not case.must:
            continue
        player = play(ready, case)
        if not player.gaps and not any(missed_expectations(ready, case, player)):
            yield told.title, case, player


def _latest(player: Player, start: int) -> list[Latest]:
    """Every step that was taken, as late as its deadline allows, but not before somebody is there."""
    way: list[Latest] = []
    now, waited = start, 0
    for one in player.events:
        if one.what == "waited":
            waited = one.done_at - one.at
        if one.what != "acted":
            continue
        deadline = read_duration(one.node.step.deadline)
        begins = max(now + waited, after(now, deadline) if deadline else now)
        ends = begins + one.done_at - one.at
        way.append(Latest(one.node, begins, ends, begins - now))
        now, waited = ends, 0
    return way


def _late(ready: Prepared, expected: Expectation, way: list[Latest], start: int) -> tuple[Node, int] | None:
    """The step that lets most time pass and the seconds in all, where they are more than what is expected."""
    limit = read_duration(expected.within if expected.reaches else expected.safe_within)
    for number, one in enumerate(way if limit else ()):
        if expected.reaches:
            moment = _reached_at(ready, one, expected.reaches)
        else:
            moment = one.ends if one.node.step.safe else None
        if moment is None:
            continue
        if limit is not None and moment > after(start, limit):
            return max(way[: number + 1], key=lambda each: each.allowed).node, moment - start
        break
    return None


def _reached_at(ready: Prepared, one: Latest, wanted: str) -> int | None:
    """When the agency acts in the step or is handed the case by it; `None` where neither is so."""
    node = one.node
    if node.actor == AGENCY and node.agency is not None and ready.is_agency(node.agency, wanted):
        return one.begins
    if node.receiver is not None and ready.is_agency(node.receiver, wanted):
        return one.ends
    return None
