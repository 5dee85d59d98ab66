"""The plans before and after a plan in their order, how each came of the other, and the years without a plan.

Read from `succession` of one plan or several, and from where a merged plan has its entries from.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from plankit.model.frame import Succession
from plankit.model.merged import MergedPlan, of_this_plan
from plankit.model.when import When
from plankit.views.reading import Reading

Key = tuple[str, int | None, int | None, str]
"""Title, first and last year; for a plan that was made from others its id too, since it may have the title of one."""


@dataclass(frozen=True, kw_only=True)
class Years:
    """First and last year of a plan, where it says."""

    first: int | None = None
    last: int | None = None


@dataclass(frozen=True, kw_only=True)
class Follows:
    """How a plan came of an earlier one."""

    earlier: Key
    kind: str
    """Code of the kind of succession; the plan's own word where it has none; empty where nothing is said."""
    gap: tuple[int, int] | None = None
    """First and last of the whole years between the two that no plan covers, as far as their periods tell."""
    told: str = ""
    """What the plan says of it."""


@dataclass(frozen=True, kw_only=True)
class ChainPlan:
    """One plan of the chain."""

    key: Key
    title: str
    period: str
    years: Years
    whose: tuple[str, ...] = ()
    """Names of its municipalities."""
    scope: str = ""
    is_here: bool = False
    """Whether it is a plan that is read, not only told of."""
    follows: tuple[Follows, ...] = ()


@dataclass
class _Graph:
    plans: dict[Key, ChainPlan] = field(default_factory=dict)
    edges: dict[tuple[Key, Key], tuple[str, str]] = field(default_factory=dict)
    """Earlier and later plan; kind of succession, and what is said of it."""

    def add(self, plan: ChainPlan) -> Key:
        """Put a plan into the chain; of one that is there already, keep what is known more fully."""
        known = self.plans.get(plan.key)
        if known is None:
            self.plans[plan.key] = plan
        else:
            self.plans[plan.key] = replace(
                known,
                is_here=known.is_here or plan.is_here,
                whose=known.whose or plan.whose,
                scope=known.scope or plan.scope,
            )
        return plan.key

    def link(self, earlier: Key, later: Key, kind: str, told: str) -> None:
        """Say that one plan came of the other. What is said first of the two holds."""
        before = self.edges.get((earlier, later), ("", ""))
        self.edges[earlier, later] = (before[0] or kind, before[1] or told)


def chain(*readings: Reading) -> tuple[ChainPlan, ...]:
    """The plans that `readings` tell of, the oldest first: a plan after those that it came of.

    A plan that several tell of is there once: known by its title and the years of its period.
    """
    graph = _Graph()
    for reading in readings:
        _add(graph, reading)
    later = {key: [two for one, two in graph.edges if one == key] for key in graph.plans}
    depths: dict[Key, int] = {}
    for key in graph.plans:
        _depth(key, later, depths, frozenset())
    order = sorted(graph.plans, key=lambda key: (-depths[key], graph.plans[key].years.first or 0, key[0]))
    return tuple(replace(graph.plans[key], follows=tuple(_follows(graph, key, order))) for key in order)


def _depth(key: Key, later: dict[Key, list[Key]], depths: dict[Key, int], above: frozenset[Key]) -> int:
    """How many plans came after it, along the longest way; plans that tell of each other in a ring end it."""
    if key not in depths:
        after = [one for one in later[key] if one not in above and one != key]
        depths[key] = 1 + max((_depth(one, later, depths, above | {key}) for one in after), default=-1)
    return depths[key]


def _follows(graph: _Graph, key: Key, order: Sequence[Key]) -> Iterator[Follows]:
    for earlier in order:
        if (earlier, key) in graph.edges:
            kind, told = graph.edges[earlier, key]
            gap = gap_between(graph.plans[earlier].years, graph.plans[key].years)
            yield Follows(earlier=earlier, kind=kind, gap=gap, told=told)


def gap_between(earlier: Years, later: Years) -> tuple[int, int] | None:
    """The first and last whole year between two plans; `None` where there is none, or nobody knows."""
    if earlier.last is None or later.first is None or later.first - earlier.last < 2:
        return None
    return earlier.last + 1, later.first - 1


def years_of(period: When | None) -> Years:
    """The first and last year of a period."""
    first = period.start_day if period else None
    last = period.end_day if period else None
    return Years(first=first.year if first else None, last=last.year if last else None)


def _plan(
    title: str, period: When | None, *, whose: Iterable[str] = (), scope: str = "", mark: str = ""
) -> ChainPlan:
    years = years_of(period)
    return ChainPlan(
        key=(" ".join(title.casefold().split()), years.first, years.last, mark),
        title=title,
        period=period.text if period else "",
        years=years,
        whose=tuple(whose),
        scope=scope,
    )


def _add(graph: _Graph, reading: Reading) -> None:
    plan = reading.plan
    names = [reading.text(one.name) for one in plan.participants]
    mark = plan.plan.id if plan.merged_from else ""
    own = _plan(reading.text(plan.plan.title), plan.plan.period, whose=names, mark=mark)
    here = graph.add(replace(own, is_here=True))
    merged = {one.id: _merged(graph, reading, one) for one in plan.merged_from}
    for one in of_this_plan(plan.succession):
        _succession(graph, reading, one, here)
    for one in plan.succession:
        for origin in one.origins:
            if origin.plan in merged:
                _succession(graph, reading, one, merged[origin.plan])


def _merged(graph: _Graph, reading: Reading, one: MergedPlan) -> Key:
    """A plan that the one that is read was made from."""
    people = [
        reading.text(who.name)
        for who in reading.plan.participants
        if any(origin.plan == one.id for origin in who.origins)
    ]
    return graph.add(_plan(reading.text(one.frame.title), one.frame.period, whose=people))


def _succession(graph: _Graph, reading: Reading, one: Succession, own: Key) -> None:
    code = reading.vocabulary.code
    whose = [reading.title(who) for who in one.participants]
    other = graph.add(_plan(reading.text(one.title), one.period, whose=whose, scope=reading.text(one.scope)))
    kind = (code("succession-kind", one.kind) or one.kind) if one.kind else ""
    told = reading.text(one.text)
    if code("succession-direction", one.direction) == "replaced-by":
        graph.link(own, other, kind, told)
    else:
        graph.link(other, own, kind, told)
