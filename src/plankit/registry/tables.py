"""The tables of a registry: how many municipalities have what, what plans lack, and what is found most often."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from plankit.model.guide import Requirement
from plankit.registry.picture import Held, Picture, Place
from plankit.views.coverage import State as Answered
from plankit.views.in_force import IN_FORCE, State

SIZES: tuple[int, ...] = (0, 2_000, 5_000, 10_000, 20_000, 50_000)
"""Where the classes of size begin, in inhabitants. They are plankit's own."""
YEARS = 4
"""Within how many years a plan must have been decided on, to count as revised."""


@dataclass(frozen=True, kw_only=True)
class Share:
    """A group of municipalities, and how many of them are in each state."""

    key: str
    name: str
    states: Mapping[State, int]
    people: int | None = None
    """Inhabitants of the group, where all of them are known."""
    people_covered: int | None = None
    """Those of them who live where a plan is in force."""

    @property
    def total(self) -> int:
        """How many municipalities there are in the group."""
        return sum(self.states.values())

    @property
    def in_force(self) -> int:
        """How many of them have a plan in force."""
        return sum(self.states[state] for state in IN_FORCE)


def share(key: str, name: str, places: Sequence[Place]) -> Share:
    """How many of the municipalities are in each state."""
    counted = Counter(one.state for one in places)
    known = [one.population for one in places if one.population is not None]
    whole = bool(places) and len(known) == len(places)
    covered = sum(one.population or 0 for one in places if one.is_in_force)
    return Share(
        key=key,
        name=name,
        states={state: counted[state] for state in State},
        people=sum(known) if whole else None,
        people_covered=covered if whole else None,
    )


def whole_country(picture: Picture) -> Share:
    """All municipalities."""
    return share(picture.country, picture.country, picture.places)


def by_county(picture: Picture) -> tuple[Share, ...]:
    """County by county, in the order of numbers."""
    groups = _grouped(picture.places, lambda one: one.municipality.county.number)
    return tuple(share(one.number, one.name, groups.get(one.number, ())) for one in picture.counties)


def by_region(picture: Picture, name: Callable[[str], str]) -> tuple[Share, ...]:
    """Regional centre by regional centre, in the guide's order; last those that belong to none, under no key."""
    groups = _grouped(picture.places, lambda one: one.region or "")
    found = [share(one.id, name(one.id), groups.get(one.id, ())) for one in picture.regions]
    return (*found, share("", "", groups[""])) if found and "" in groups else tuple(found)


def by_size(picture: Picture) -> tuple[Share, ...]:
    """By number of inhabitants, the smallest first; empty where nobody gave the numbers.

    `key` is the least number of inhabitants of the class, and empty for those whose number is not given.
    """
    if picture.population is None:
        return ()
    groups = _grouped(picture.places, lambda one: _class(one.population))
    found = [share(str(least), "", groups.get(str(least), ())) for least in SIZES]
    return (*found, share("", "", groups[""])) if "" in groups else tuple(found)


def _class(people: int | None) -> str:
    return "" if people is None else str(max(least for least in SIZES if least <= people))


def _grouped(places: Iterable[Place], key: Callable[[Place], str]) -> dict[str, list[Place]]:
    groups: dict[str, list[Place]] = {}
    for one in places:
        groups.setdefault(key(one), []).append(one)
    return groups


@dataclass(frozen=True, kw_only=True)
class Coverage:
    """One requirement, and how many of the plans in force answer it how."""

    requirement: Requirement
    states: Mapping[Answered, int]


def coverage_table(picture: Picture) -> tuple[Coverage, ...]:
    """Every requirement of the guide in its order; `picture.counts.judged` is how many plans were judged by it."""
    guide, counted = picture.guide, picture.counts.coverage
    return tuple(
        Coverage(requirement=one, states={state: counted.get(one.id, {}).get(state, 0) for state in Answered})
        for one in (guide.requirements if guide else ())
    )


@dataclass(frozen=True, kw_only=True)
class Common:
    """A finding, in how many plans it is, and how often altogether."""

    code: str
    plans: int
    times: int


def common_findings(picture: Picture) -> tuple[Common, ...]:
    """What is found in the plans in force, in the most plans first."""
    counts = picture.counts
    rows = [Common(code=code, plans=counts.inside[code], times=times) for code, times in counts.times.items()]
    return tuple(sorted(rows, key=lambda one: (-one.plans, -one.times, one.code)))


@dataclass(frozen=True, kw_only=True)
class Questions:
    """Four questions to a municipality's plan: is it written, adopted, published, revised within four years?"""

    written: bool
    adopted: bool
    published: bool
    revised: bool

    @property
    def all(self) -> bool:
        """Whether every answer is yes."""
        return self.written and self.adopted and self.published and self.revised


def four_questions(place: Place, day: date) -> Questions:
    """The answers for the plan that counts. One that does not hold for the municipality is no plan of it."""
    one = place.counts
    if one is None or one.verdict.state is State.NONE:
        return Questions(written=False, adopted=False, published=False, revised=False)
    past = [when for when in one.member.adoptions if when <= day]
    return Questions(
        written=True,
        adopted=bool(past) or (one.member.adopted and not one.member.adoptions),
        published=bool(one.address),
        revised=bool(past) and max(past) >= years_before(day, YEARS),
    )


def years_before(day: date, years: int) -> date:
    """The same day so many years earlier; for a leap day, the day before it."""
    return day.replace(year=day.year - years, day=28 if (day.month, day.day) == (2, 29) else day.day)


def updated(place: Place, day: date, since: date) -> date:
    """The last day up to `day` on which what is told of a municipality changed; `since` where nothing did."""
    told = [day_of for one in place.plans for day_of in _days(one, day)]
    return max((one for one in told if one <= day), default=since)


def _days(held: Held, day: date) -> list[date]:
    return [one for one in (held.facts.updated(day), held.verdict.since) if one]
