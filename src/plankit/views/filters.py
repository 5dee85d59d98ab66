"""What the measures of a plan can be filtered by: who answers, how far they have come, for whom, which area."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plankit.language import N_
from plankit.views.groups import Group, by_status, by_target_group
from plankit.views.reading import Reading


@dataclass(frozen=True, kw_only=True)
class Filter:
    """One way to choose measures: its stable key, its words, and the groups to choose from."""

    key: str
    title: str
    groups: tuple[Group, ...]
    ids: tuple[str, ...] = ()
    """The entry that each group stands for, such as an agency; empty for the last where it is no entry."""

    def places(self) -> dict[str, tuple[int, ...]]:
        """For each measure by id, the numbers of the groups that it is in."""
        found: dict[str, list[int]] = {}
        for number, group in enumerate(self.groups):
            for measure in group.measures:
                found.setdefault(measure.id, []).append(number)
        return {name: tuple(numbers) for name, numbers in found.items()}


def measure_filters(reading: Reading) -> tuple[Filter, ...]:
    """The filters that tell measures apart: those with two groups or more."""
    return tuple(one for one in _all(reading) if len(one.groups) > 1)


def measures_by_agency(reading: Reading) -> Filter:
    """The measures that each agency answers for, in the order of the agencies; last those that nobody answers for."""
    owned = {
        party.id: tuple(
            one for one in reading.plan.measures if any(who.agency == party.id for who in one.responsible)
        )
        for party in reading.named_parties
    }
    ids = tuple(name for name, measures in owned.items() if measures)
    groups = tuple(Group(heading=reading.party(name).name, measures=owned[name]) for name in ids)
    named = {one.id for measures in owned.values() for one in measures}
    rest = tuple(one for one in reading.plan.measures if one.id not in named)
    if groups and rest:
        groups += (Group(heading=reading.words(N_("No agency named")), measures=rest),)
        ids += ("",)
    return Filter(key="agency", title=reading.words(N_("Responsible")), groups=groups, ids=ids)


def _all(reading: Reading) -> Iterator[Filter]:
    yield measures_by_agency(reading)
    yield Filter(key="status", title=reading.words(N_("Status")), groups=by_status(reading))
    yield Filter(key="group", title=reading.words(N_("For whom")), groups=by_target_group(reading))
    filled = reading.measures_by_area
    headings = {
        name: reading.words(N_("Measures outside the areas"))
        if name == "none"
        else reading.numbered_title(name)
        for name in filled
    }
    groups = tuple(Group(heading=headings[name], measures=measures) for name, measures in filled.items())
    yield Filter(key="area", title=reading.words(N_("Area")), groups=groups, ids=tuple(filled))
