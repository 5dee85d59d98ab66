"""Walks with everything that they met: what happened when, each gap, and whether what was expected held."""

from __future__ import annotations

from datetime import date

from plankit.model.guide import Guide
from plankit.model.plan import Plan
from plankit.walks.expectations import missed_expectations
from plankit.walks.player import Met, Player, play
from plankit.walks.prepared import ACTORS, Prepared, prepare
from plankit.walks.result import Event, Gap, Walk, WalkCase


def walk(plan: Plan, guide: Guide | None, case: WalkCase, *, today: date | None = None) -> Walk:
    """Play one case through a plan. For many cases, `prepare` once and call `walk_prepared`."""
    return walk_prepared(prepare(plan, guide, today=today), case)


def walk_prepared(ready: Prepared, case: WalkCase) -> Walk:
    """Play one case through a plan that is ready. The same case gives the same walk."""
    player = play(ready, case)
    local = ready.calendar.local
    events = tuple(_event(ready, player, number) for number in range(len(player.events)))
    start = ready.calendar.moment(case.at)
    missed = missed_expectations(ready, case, player)
    gaps = tuple(_told(ready, one) for one in player.gaps) + tuple(gap for gap in missed if gap)
    return Walk(
        case=case,
        events=events,
        gaps=gaps,
        began_at=local(start),
        ended_at=local(player.now),
        safe_at=local(player.safe_at) if player.safe_at is not None else None,
        reaches_safety=player.reached,
        owner=player.owner,
        held=tuple(gap is None for gap in missed),
    )


def _event(ready: Prepared, player: Player, number: int) -> Event:
    one = player.events[number]
    node = one.node
    assumptions = ["office-hours"] if one.assumed else []
    if number in player.assumed_onward:
        assumptions.append("condition-holds")
    acted = one.what == "acted"
    at = ready.calendar.local(one.at)
    return Event(
        at=at,
        procedure=node.way.procedure.id,
        step=node.step.id,
        actor=ACTORS[node.actor],
        agency=node.agency,
        what=one.what,
        ground=node.ground if acted else (),
        handed_to=node.receiver if acted else None,
        waited=one.done_at - one.at if one.what == "waited" else 0,
        done_at=at if one.done_at == one.at else ready.calendar.local(one.done_at),
        assumptions=tuple(assumptions),
    )


def _told(ready: Prepared, met: Met) -> Gap:
    return Gap(
        kind=met.kind,
        at=ready.calendar.local(met.at),
        procedure=met.way.procedure.id if met.way else None,
        step=met.node.step.id if met.node else None,
        agency=met.agency,
        detail=met.detail,
        until=ready.calendar.local(met.until) if met.until is not None else None,
    )
