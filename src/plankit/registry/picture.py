"""The picture of a country: for each municipality of today, which plans there are and whether one is in force."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from plankit.language import N_
from plankit.model.guide import Guide
from plankit.model.guide_help import RegionalCentre
from plankit.places.changes import successors
from plankit.places.names import find
from plankit.places.tables import County, Municipality, by_number, counties, municipalities
from plankit.registry.facts import PlanFacts
from plankit.registry.listing import Population
from plankit.views.in_force import IN_FORCE, Basis, InForce, Member, State, in_force
from plankit.views.terms import basis_of

_RANK = (
    State.OWN,
    State.SHARED,
    State.UNDER_REVISION,
    State.UNCLEAR,
    State.BEING_MADE,
    State.EXPIRED,
    State.NONE,
)
"""Of several plans of a municipality, the one whose state stands first here counts."""
SINCE: Mapping[str, date] = {"NO": date(2024, 1, 1), "SE": date(2003, 1, 1)}
"""Since when a country has had the municipalities of today: from then on it is known that one has no plan."""


@dataclass(frozen=True, kw_only=True)
class Source:
    """A plan that was read, and what the list of plans says of it."""

    facts: PlanFacts
    number: str | None = None
    municipality: str | None = None
    address: str | None = None


@dataclass(frozen=True, kw_only=True)
class Unread:
    """A plan folder that could not be read, and why, in words."""

    folder: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class Astray:
    """A participant of a plan that no municipality of today was found for, and why, in English."""

    facts: PlanFacts
    name: str
    number: str | None
    reason: str


@dataclass(frozen=True, kw_only=True)
class Held:
    """One plan as one municipality has it."""

    facts: PlanFacts
    member: Member
    verdict: InForce
    address: str | None

    def sort_key(self) -> tuple[int, int, str]:
        """Best state first, of those the newest, then by folder."""
        newest = max((*self.member.adoptions, self.facts.term.starts or date.min), default=date.min)
        return (_RANK.index(self.verdict.state), -newest.toordinal(), self.facts.folder)


@dataclass(frozen=True, kw_only=True)
class Place:
    """A municipality of today and its plans, the one that counts first."""

    municipality: Municipality
    region: str | None
    """Id of the regional centre that its county belongs to."""
    population: int | None
    plans: tuple[Held, ...]

    @property
    def number(self) -> str:
        """Its official number."""
        return self.municipality.number

    @property
    def name(self) -> str:
        """Its name in Norwegian or Swedish."""
        return self.municipality.name

    @property
    def state(self) -> State:
        """What the plan that counts is; expired and being made at once is being revised."""
        states = [one.verdict.state for one in self.plans]
        if not states:
            return State.NONE
        if states[0] is State.BEING_MADE and State.EXPIRED in states:
            return State.UNDER_REVISION
        return states[0]

    @property
    def counts(self) -> Held | None:
        """The plan that decides the state."""
        return self.plans[0] if self.plans else None

    def said(self, language: str) -> str:
        """Why the state is what it is, in `language`; empty where there is no plan."""
        if not self.plans:
            return ""
        told = [self.plans[0]]
        if self.state is not told[0].verdict.state:
            told.insert(0, next(one for one in self.plans if one.verdict.state is State.EXPIRED))
        return " ".join(one.verdict.said(language) for one in told)

    @property
    def is_in_force(self) -> bool:
        """Whether a plan is in force for it."""
        return self.state in IN_FORCE


@dataclass(frozen=True, kw_only=True)
class Counts:
    """What was added up over the plans that are in force."""

    judged: int
    """How many of them follow the guide in its edition, and were judged by its requirements."""
    coverage: Mapping[str, Mapping[str, int]]
    """For each requirement and state, how many of those plans."""
    inside: Mapping[str, int]
    """For each code of a finding, in how many of all plans in force it is."""
    times: Mapping[str, int]
    """For each code, how often altogether."""


class _Counting:
    """Adds up plan after plan."""

    def __init__(self, guide: Guide | None) -> None:
        self._follows = (guide.guide.id, guide.guide.edition) if guide else None
        self._judged = 0
        self._coverage: dict[str, Counter[str]] = {}
        self._inside: Counter[str] = Counter()
        self._times: Counter[str] = Counter()

    def add(self, facts: PlanFacts) -> None:
        """Count a plan that is in force."""
        self._times.update(facts.findings)
        self._inside.update(facts.findings.keys())
        if facts.guide_known and (facts.guide, facts.edition) == self._follows:
            self._judged += 1
            for requirement, state in facts.coverage.items():
                self._coverage.setdefault(requirement, Counter())[state] += 1

    def done(self) -> Counts:
        """The sums."""
        return Counts(judged=self._judged, coverage=self._coverage, inside=self._inside, times=self._times)


def _slim(facts: PlanFacts) -> PlanFacts:
    """The facts without what is only added up."""
    return replace(facts, coverage={}, findings={})


@dataclass(frozen=True, kw_only=True)
class Picture:
    """All that a registry tells, as of one day."""

    country: str
    day: date
    guide: Guide | None
    basis: Basis
    places: tuple[Place, ...]
    plans: tuple[PlanFacts, ...]
    """Every plan that was read, by folder, without `coverage` and `findings`: those are counted in `counts`."""
    in_force: frozenset[str]
    """Folders of the plans that are in force for at least one municipality."""
    counts: Counts
    unread: tuple[Unread, ...] = ()
    astray: tuple[Astray, ...] = ()
    population: Population | None = None

    @cached_property
    def by_number(self) -> Mapping[str, Place]:
        """The municipalities by their numbers."""
        return {one.number: one for one in self.places}

    @property
    def counties(self) -> tuple[County, ...]:
        """The counties in the order of numbers."""
        return counties(self.country)

    @property
    def regions(self) -> tuple[RegionalCentre, ...]:
        """The regional centres of the guide."""
        return self.guide.regional_centres if self.guide else ()


def picture(
    sources: Iterable[Source | Unread],
    *,
    country: str,
    day: date,
    guide: Guide | None,
    population: Population | None = None,
) -> Picture:
    """What the plans tell of the municipalities of `country` on `day`. `guide` is the country's."""
    basis, counts = basis_of(guide), _Counting(guide)
    held: dict[str, list[Held]] = {}
    astray: list[Astray] = []
    plans: list[PlanFacts] = []
    unread: list[Unread] = []
    in_force: set[str] = set()
    for source in sources:
        if isinstance(source, Unread):
            unread.append(source)
            continue
        # Ten thousand plans fit: of each only what a page tells of it is kept, the rest is added up.
        whole, source = source.facts, replace(source, facts=_slim(source.facts))
        plans.append(source.facts)
        for member in whole.participants:
            found, reason = _numbers(source, member, country, day)
            if not found:
                astray.append(
                    Astray(facts=source.facts, name=member.name, number=member.number, reason=reason)
                )
            for number in found:
                one = _held(source, member, number, country, day, basis)
                held.setdefault(number, []).append(one)
                if one.verdict.state in IN_FORCE and whole.folder not in in_force:
                    in_force.add(whole.folder)
                    counts.add(whole)
    regions = _regions(guide, country)
    people = population.people if population else {}
    return Picture(
        country=country,
        day=day,
        guide=guide,
        basis=basis,
        places=tuple(
            Place(
                municipality=one,
                region=regions.get(one.county.number),
                population=people.get(one.number),
                plans=tuple(sorted(held.get(one.number, ()), key=Held.sort_key)),
            )
            for one in municipalities(country)
        ),
        plans=tuple(sorted(plans, key=lambda one: one.folder)),
        in_force=frozenset(in_force),
        counts=counts.done(),
        unread=tuple(sorted(unread, key=lambda one: one.folder)),
        astray=tuple(sorted(astray, key=lambda one: (one.facts.folder, one.name))),
        population=population,
    )


def _held(source: Source, member: Member, number: str, country: str, day: date, basis: Basis) -> Held:
    facts = source.facts
    here = by_number(country, number)
    named = replace(
        member, name=member.name or (here.name if here else number), number=member.number or number
    )
    verdict = in_force(facts.term, named, day, basis, country=country)
    return Held(facts=facts, member=named, verdict=verdict, address=facts.address or source.address)


def _numbers(source: Source, member: Member, country: str, day: date) -> tuple[tuple[str, ...], str]:
    """The municipalities of today that a participant is or became; without one, why, in English."""
    if source.facts.country not in (None, country):
        return (), N_("The plan is of another country.")
    alone = len(source.facts.participants) == 1
    number = member.number or (source.number if alone else None)
    if number:
        now = [place.number for place in successors(country, number, day)] or [number]
        known = tuple(one for one in now if by_number(country, one))
        return known, "" if known else N_("No municipality has this number.")
    name = member.name or (source.municipality if alone else None)
    if not name:
        return (), N_("The plan names no municipality.")
    called = find(name, country)
    if len(called) == 1:
        return (called[0].number,), ""
    return (), N_("Several municipalities have this name.") if called else N_(
        "No municipality has this name today, and the plan gives no number."
    )


def _regions(guide: Guide | None, country: str) -> dict[str, str]:
    """The regional centre of each county, by number; the guide's numbers are of its own country."""
    if guide is None or (guide.guide.country or country).upper() != country:
        return {}
    return {county: centre.id for centre in guide.regional_centres for county in centre.counties}
