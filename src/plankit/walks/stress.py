"""Every combination of the case vocabulary, walked: the share that reaches safety, and the smallest case of each gap.

Many words of the vocabulary are the same to a plan: no condition tells one door from the other. Of the combinations
whose words no condition tells apart, one is played, and what came of it counts for each of them. That gives the same
figures as playing every one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import product
from math import prod
from typing import NamedTuple

from plankit.model.procedure import Procedure
from plankit.walks.cases import all_cases, codes_of, read_moment
from plankit.walks.conditions import DOOR, EXPOSED, LEADER, PARTICIPANT, SEVERITY, SUSPECT, Facts
from plankit.walks.player import Met, Player
from plankit.walks.prepared import Prepared
from plankit.walks.result import GAP_KINDS, Gap, WalkCase
from plankit.walks.walking import walk_prepared

MOMENTS = (
    "tue 10:00",
    "fri 16:30",
    "tue 20:00",
    "sat 03:00",
    "sun 12:00",
    "holiday 12:00",
    "clock-change 01:30",
)
"""The hours that every combination is walked at, as a case writes them."""
NAMES = ("exposed", "door", "severity", "suspect", "adaptation", "leader", "participant", "moment")
"""The dimensions of the vocabulary, in the order of the enumeration: the last one changes fastest."""
_OTHER = "other"
"""Stands for the only value of a list that neither guide nor plan has."""

Value = str | None


class Dimension(NamedTuple):
    """One key of a case and the values it takes. The first is the usual one."""

    name: str
    values: tuple[Value, ...]
    groups: tuple[tuple[int, ...], ...]
    """Places of values that no condition of the plan tells apart, by the first of them."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Vocabularies:
    """Every dimension, and the local time of each moment."""

    dimensions: tuple[Dimension, ...]
    times: dict[str, datetime]

    @property
    def count(self) -> int:
        """How many combinations there are."""
        return prod(len(one.values) for one in self.dimensions)

    def case(self, values: Sequence[Value]) -> WalkCase:
        """The case that one combination makes."""
        exposed, door, severity, suspect, adaptation, leader, participant, moment = values
        return WalkCase(
            exposed=exposed or _OTHER,
            door=door or _OTHER,
            severity=severity or _OTHER,
            at=self.times[moment or ""],
            leader_reachable=leader == "reachable",
            suspect=suspect,
            adaptations=(adaptation,) if adaptation else (),
            participant=participant,
        )


@dataclass(frozen=True, kw_only=True, slots=True)
class Share:
    """How many of the cases with one value reach safety."""

    value: str
    cases: int
    safe: int


@dataclass(frozen=True, kw_only=True, slots=True)
class StressGap:
    """A kind of gap at one place of the plan."""

    kind: str
    procedure: str | None
    step: str | None
    count: int
    """How many cases meet it."""
    case: WalkCase
    """The smallest: with the fewest values that are not the usual ones, of several the first."""
    gap: Gap
    """The gap as that case meets it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Stress:
    """What walking every combination gave."""

    cases: int
    played: int
    """How many of them were played; the others differ only in words that no condition tells apart."""
    safe: int
    by_exposed: tuple[Share, ...]
    by_door: tuple[Share, ...]
    by_severity: tuple[Share, ...]
    by_moment: tuple[Share, ...]
    by_leader: tuple[Share, ...]
    times: dict[str, datetime]
    """For each moment, the local time that was walked."""
    gaps: tuple[StressGap, ...]


def vocabularies(ready: Prepared) -> Vocabularies:
    """What to enumerate.

    Target groups are those of the guide's list that a case, procedure or branch of the guide or plan names, or all of
    them where none does; doors, suspects and adaptations are all of the guide's. What only the plan has follows.
    """
    named = _named(ready)
    groups = codes_of(ready, "target-group")
    exposed = [one for one in groups if one in named["exposed"]] or list(groups)
    times = {
        moment: at
        for moment in MOMENTS
        if (at := read_moment(moment, ready.calendar, ready.base)) is not None
    }
    sets = ready.conditions.sets
    adaptation_sets = ready.conditions.adaptation_sets
    participants: list[Value] = [one.id for one in ready.plan.participants if one.id]

    def dimension(name: str, values: Iterable[Value], tell: Callable[[Value], Hashable]) -> Dimension:
        kept = tuple(dict.fromkeys(values)) or (_OTHER,)
        found: dict[Hashable, list[int]] = {}
        for number, value in enumerate(kept):
            found.setdefault(tell(value), []).append(number)
        return Dimension(name, kept, tuple(tuple(some) for some in found.values()))

    def told_by(place: int) -> Callable[[Value], Hashable]:
        return lambda value: tuple(value in one for one in sorted(sets[place], key=repr))

    def of_adaptation(value: Value) -> Hashable:
        return tuple(value in one for one in sorted(adaptation_sets, key=repr))

    def of_leader(value: Value) -> Hashable:
        return value if ready.leader_acts or sets[LEADER] else None

    def more(field: str, name: str) -> tuple[Value, ...]:
        return (*codes_of(ready, field), *named[name])

    return Vocabularies(
        dimensions=(
            dimension("exposed", (*exposed, *named["exposed"]), told_by(EXPOSED)),
            dimension("door", more("door", "door"), told_by(DOOR)),
            dimension("severity", codes_of(ready, "severity"), told_by(SEVERITY)),
            dimension("suspect", (None, *more("suspect", "suspect")), told_by(SUSPECT)),
            dimension("adaptation", (None, *more("adaptation", "adaptation")), of_adaptation),
            dimension("leader", ("reachable", "out-of-reach"), of_leader),
            dimension("participant", participants or [None], told_by(PARTICIPANT)),
            dimension("moment", times, lambda value: value),
        ),
        times=times,
    )


def _named(ready: Prepared) -> dict[str, list[str]]:
    """The codes that cases, procedures and branches name, by dimension, in the order of the files."""
    code = ready.conditions.code
    found: dict[str, list[str]] = {name: [] for name in NAMES}
    for case in all_cases(ready):
        found["exposed"].append(code("target-group", case.exposed))
        found["door"].append(code("door", case.door))
        found["suspect"] += [code("suspect", case.suspect)] if case.suspect else []
        found["adaptation"] += [code("adaptation", word) for word in case.adaptations]
    for procedure in ready.plan.procedures:
        for field, name, words in _words(procedure):
            found[name] += [code(field, word) for word in words]
    # A word of no letters names nothing, and a case cannot be told with it.
    return {name: [one for one in codes if one] for name, codes in found.items()}


def _words(procedure: Procedure) -> Iterable[tuple[str, str, tuple[str, ...]]]:
    yield "target-group", "exposed", (*procedure.for_victim, *procedure.target_groups)
    yield "target-group", "exposed", tuple(one.victim for one in procedure.branches if one.victim)
    situations = [procedure.starts, *(one.when for one in procedure.branches)]
    situations += [one.when for step in procedure.all_steps() for one in step.next]
    for one in situations:
        if one is not None:
            yield "target-group", "exposed", one.exposed
            yield "door", "door", one.doors
            yield "suspect", "suspect", one.suspects
            yield "adaptation", "adaptation", one.adaptations


Key = tuple[str, str | None, str | None]
"""Kind of a gap, procedure and step."""


class _Tally:
    """Counts while the combinations are walked, in the order of the enumeration."""

    def __init__(self, found: Vocabularies) -> None:
        self.found = found
        self.safe = 0
        self.played = 0
        self.weights = [[len(group) for group in one.groups] for one in found.dimensions]
        self.cells = [[0] * len(one.groups) for one in found.dimensions]
        """For each dimension, the safe cases of each group of values."""
        self.counts: Counter[Key] = Counter()
        self.least: dict[Key, tuple[int, tuple[int, ...]]] = {}
        """For each gap, the fewest values that are not the usual ones, and the first combination with so few."""

    def add(self, chosen: tuple[int, ...], *, reached: bool, gaps: Iterable[Met]) -> None:
        """Count what came of one combination of groups. The usual value is in the first group of each dimension."""
        weight = 1
        for weights, place in zip(self.weights, chosen, strict=True):
            weight *= weights[place]
        self.played += 1
        if reached:
            self.safe += weight
            for cells, place in zip(self.cells, chosen, strict=True):
                cells[place] += weight
        if gaps:
            unusual = len(chosen) - chosen.count(0)
            for key in {_key(one) for one in gaps}:
                self.counts[key] += weight
                known = self.least.get(key)
                if known is None or unusual < known[0]:
                    self.least[key] = (unusual, chosen)

    def smallest(self, key: Key) -> WalkCase:
        """The smallest case of a gap: of each group that it needs, the first value."""
        chosen = self.least[key][1]
        dimensions = self.found.dimensions
        return self.found.case(
            [one.values[one.groups[place][0]] for one, place in zip(dimensions, chosen, strict=True)]
        )

    def shares(self, name: str) -> tuple[Share, ...]:
        """For each value of a dimension, how many cases have it and how many of these reach safety."""
        number = NAMES.index(name)
        dimension = self.found.dimensions[number]
        cases = self.found.count // len(dimension.values)
        safe = {
            value: self.cells[number][place] // len(group)
            for place, group in enumerate(dimension.groups)
            for value in group
        }
        return tuple(
            Share(value=value or "", cases=cases, safe=safe[place])
            for place, value in enumerate(dimension.values)
        )


def _key(met: Met) -> Key:
    procedure = met.way.procedure.id if met.way else None
    return met.kind, procedure, met.node.step.id if met.node else None


def stress(ready: Prepared) -> Stress:
    """Walk every combination. The same plan gives the same figures."""
    found = vocabularies(ready)
    tally = _Tally(found)
    firsts = [[one.values[group[0]] for group in one.groups] for one in found.dimensions]
    starts = [ready.calendar.moment(found.times[moment or ""]) for moment in firsts[-1]]
    needs = [frozenset([one]) if one is not None else frozenset[str]() for one in firsts[4]]
    for chosen in product(*map(range, map(len, firsts))):
        exposed, door, severity, suspect, adaptation, leader, participant, moment = chosen
        reachable = firsts[5][leader]
        words = (
            firsts[0][exposed],
            firsts[1][door],
            firsts[2][severity],
            firsts[3][suspect],
            reachable,
            firsts[6][participant],
        )
        player = Player(
            ready,
            Facts(words, needs[adaptation]),
            start=starts[moment],
            leader=reachable == "reachable",
        )
        player.play()
        tally.add(chosen, reached=player.reached, gaps=player.gaps)
    return Stress(
        cases=found.count,
        played=tally.played,
        safe=tally.safe,
        by_exposed=tally.shares("exposed"),
        by_door=tally.shares("door"),
        by_severity=tally.shares("severity"),
        by_moment=tally.shares("moment"),
        by_leader=tally.shares("leader"),
        times=found.times,
        gaps=_gaps(ready, tally),
    )


def _gaps(ready: Prepared, tally: _Tally) -> tuple[StressGap, ...]:
    """Every kind of gap at every place, the gravest kind first, then by count, then in the order of the plan."""
    order = {way.procedure.id: number for number, way in enumerate(ready.ways)}
    gaps = []
    for key in tally.least:
        kind, procedure, step = key
        case = tally.smallest(key)
        met = next(
            one for one in walk_prepared(ready, case).gaps if (one.kind, one.procedure, one.step) == key
        )
        gaps.append(
            StressGap(kind=kind, procedure=procedure, step=step, count=tally.counts[key], case=case, gap=met)
        )
    gaps.sort(
        key=lambda one: (
            GAP_KINDS.index(one.kind),
            -one.count,
            order.get(one.procedure or "", -1),
            one.step or "",
        )
    )
    return tuple(gaps)
