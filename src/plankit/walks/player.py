"""The walk itself: a case goes from step to step until the plan has no more to say.

What ends a walk early (nobody there, a way that leads nowhere, a ring) leaves the case where it is. Only a walk that
comes to its end by the plan is asked whether somebody is safe and who owns the case.
"""

from __future__ import annotations

from typing import NamedTuple

from plankit.model.durations import after
from plankit.walks.calendar import LAST_MOMENT
from plankit.walks.conditions import Facts, facts_of
from plankit.walks.prepared import AGENCY, LEADER_ACTS, Goal, Node, Prepared, Way
from plankit.walks.result import BLOCKING, WalkCase

MOST_VISITS, MOST_STEPS = 3, 200
"""How often one step, and how many steps in all, may come due before the walk is taken for a ring."""


class Happened(NamedTuple):
    """An event before it has words and a local time."""

    at: int
    node: Node
    what: str
    done_at: int
    assumed: bool = False
    """Whether office hours were assumed."""


class Met(NamedTuple):
    """A gap before it has words and a local time."""

    kind: str
    at: int
    way: Way | None = None
    node: Node | None = None
    agency: str | None = None
    detail: str | None = None
    until: int | None = None


class Player:
    """One walk while it goes on. After `play`, its attributes tell what came of it."""

    __slots__ = (
        "_facts",
        "_last",
        "_leader",
        "_ready",
        "_visits",
        "_way",
        "assumed_onward",
        "blocked",
        "events",
        "forbidden",
        "gaps",
        "now",
        "owner",
        "reached",
        "safe_at",
    )

    def __init__(self, ready: Prepared, facts: Facts, *, start: int, leader: bool) -> None:
        self._ready = ready
        self._facts = facts
        self._leader = leader
        self._visits: dict[Node, int] = {}
        self._way: Way | None = None
        self._last: Node | None = None
        self.now = start
        self.events: list[Happened] = []
        self.gaps: list[Met] = []
        self.assumed_onward: set[int] = set()
        """Places in `events` of steps that were left by a condition that stands only in words."""
        self.forbidden: frozenset[str] = frozenset()
        self.blocked = False
        self.reached = False
        self.safe_at: int | None = None
        self.owner: str | None = None

    def play(self) -> None:
        """Walk to the end."""
        hours = self._ready.calendar.hours(self.now)
        for way in self._ready.ways:
            if way.starts is not None and way.starts.fits(self._facts, hours):
                break
        else:
            self._gap("no-procedure")
            return
        node = self._enter(way)
        steps = 0
        while node is not None:
            steps += 1
            visits = self._visits[node] = self._visits.get(node, 0) + 1
            if visits > MOST_VISITS or steps > MOST_STEPS:
                self._gap("loop", node)
                return
            node = self._due(node)

    def _gap(
        self,
        kind: str,
        node: Node | None = None,
        *,
        agency: str | None = None,
        detail: str | None = None,
        until: int | None = None,
    ) -> None:
        self.blocked = self.blocked or kind in BLOCKING
        way = node.way if node else self._way
        self.gaps.append(Met(kind, self.now, way, node, agency, detail, until))

    def _due(self, node: Node) -> Node | None:
        """Let a step come due: the one that follows, or `None` where the walk is over."""
        self._last = node
        if node.actor == LEADER_ACTS and not self._leader:
            return self._out_of_reach(node)
        if node.schedule is not None:
            opens = node.schedule.next_open(self.now)
            if opens != self.now:
                if opens is None or node.fallback is not None:
                    return self._out_of_reach(node)
                self._wait(node, opens)
        return self._take(node)

    def _out_of_reach(self, node: Node) -> Node | None:
        if node.fallback is None:
            self._gap("nobody-there", node, agency=node.agency)
            return None
        assumed = node.schedule is not None and node.schedule.assumed
        self.events.append(Happened(self.now, node, "fallback", self.now, assumed))
        return self._goto(node.fallback, node)

    def _wait(self, node: Node, opens: int) -> None:
        assumed = node.schedule is not None and node.schedule.assumed
        self.events.append(Happened(self.now, node, "waited", opens, assumed))
        for written, limit in node.limits:
            if after(self.now, limit) < opens:
                self._gap("too-late", node, agency=node.agency, detail=written, until=opens)
                break
        self.now = opens

    def _take(self, node: Node) -> Node | None:
        if node.does:
            wrong = node.does & (self.forbidden | node.forbids)
            if wrong:
                self._gap("forbidden", node, agency=node.agency, detail=min(wrong))
                self.events.append(Happened(self.now, node, "skipped-forbidden", self.now))
                return self._leave(node)
        if node.forbids:
            self.forbidden |= node.forbids
        began = self.now
        self.now = min(after(began, node.takes), LAST_MOMENT)
        assumed = node.schedule is not None and node.schedule.assumed
        self.events.append(Happened(began, node, "acted", self.now, assumed))
        if node.receiver is not None:
            self.owner = node.receiver
            if node.without_ground:
                self._gap("no-ground", node, agency=node.receiver)
        elif node.actor == AGENCY and node.agency is not None:
            self.owner = node.agency
        if node.step.safe and self.safe_at is None:
            self.safe_at = self.now
            self.reached = not self.blocked
        return self._leave(node)

    def _leave(self, node: Node) -> Node | None:
        """Go on from a step: by the first `next` that fits, else to the end, else to the step below it."""
        if node.onward:
            for one in node.onward:
                if one.condition is None or one.condition.fits(
                    self._facts, self._ready.calendar.hours(self.now)
                ):
                    if one.in_words:
                        self.assumed_onward.add(len(self.events) - 1)
                    return self._goto(one.goal, node)
            if not node.step.end:
                self._gap("uncovered", node)
                return None
        if node.step.end:
            self._finish()
            return None
        return self._goto(node.following, node)

    def _goto(self, goal: Goal, node: Node | None) -> Node | None:
        if goal.node is not None:
            return goal.node
        if goal.kind == "procedure" and goal.way is not None:
            return self._enter(goal.way)
        if goal.kind == "branches" and goal.way is not None:
            hours = self._ready.calendar.hours(self.now)
            for condition, first in goal.way.branches:
                if condition.fits(self._facts, hours):
                    return self._goto(first, node)
            self._gap("uncovered")
            return None
        if goal.kind == "end":
            self._finish()
        else:
            self._gap("dead-end", node)
        return None

    def _enter(self, way: Way) -> Node | None:
        self._way = way
        self.forbidden |= way.forbids
        return self._goto(way.first, None)

    def _finish(self) -> None:
        if self.safe_at is None:
            self._gap("not-safe", self._last)
        if self.owner is None:
            self._gap("no-owner", self._last)


def play(ready: Prepared, case: WalkCase) -> Player:
    """Play a case and give the bare result."""
    start = ready.calendar.moment(case.at)
    player = Player(ready, facts_of(case), start=start, leader=case.leader_reachable)
    player.play()
    return player
