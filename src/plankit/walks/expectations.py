"""What a case says must happen or never happen, against what did."""

from __future__ import annotations

from plankit.model.case import Expectation
from plankit.model.durations import Duration, after, read_duration
from plankit.walks.player import Player
from plankit.walks.prepared import AGENCY, Node, Prepared
from plankit.walks.result import Gap, WalkCase


def missed_expectations(ready: Prepared, case: WalkCase, player: Player) -> list[Gap | None]:
    """For each expectation of a case that was played: the gap if it did not hold, else `None`."""
    start = ready.calendar.moment(case.at)
    return [_missed(ready, one, player, start) for one in case.must]


def _missed(ready: Prepared, expected: Expectation, player: Player, start: int) -> Gap | None:
    """The first thing in `expected` that did not hold."""
    last = player.events[-1].node if player.events else None
    at = player.now
    if expected.reaches is not None and not _reached(ready, expected, player, start):
        return _gap(ready, expected, "reaches", last, at)
    if expected.never is not None:
        for one in player.events:
            if one.what == "acted" and expected.never in one.node.does:
                return _gap(ready, expected, "never", one.node, one.at)
    if expected.safe_within is not None:
        limit = read_duration(expected.safe_within)
        if player.safe_at is None or _is_past(start, limit, player.safe_at):
            return _gap(ready, expected, "safe", last, at)
    if expected.owner is not None and not (player.owner and ready.is_agency(player.owner, expected.owner)):
        return _gap(ready, expected, "owner", last, at)
    return None


def _is_past(start: int, limit: Duration | None, moment: int) -> bool:
    return limit is not None and moment > after(start, limit)


def _reached(ready: Prepared, expected: Expectation, player: Player, start: int) -> bool:
    """Whether the agency acted, or was handed the case, in time."""
    limit, wanted = read_duration(expected.within), expected.reaches or ""
    for one in player.events:
        if one.what != "acted":
            continue
        node = one.node
        acts = node.actor == AGENCY and node.agency is not None and ready.is_agency(node.agency, wanted)
        if acts and not _is_past(start, limit, one.at):
            return True
        handed = node.receiver is not None and ready.is_agency(node.receiver, wanted)
        if handed and not _is_past(start, limit, one.done_at):
            return True
    return False


def _gap(ready: Prepared, expected: Expectation, detail: str, node: Node | None, at: int) -> Gap:
    return Gap(
        kind="expectation",
        at=ready.calendar.local(at),
        procedure=node.way.procedure.id if node else None,
        step=node.step.id if node else None,
        detail=detail,
        expected=expected,
    )
