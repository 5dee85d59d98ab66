"""The centres that help the plan's municipalities, by the county that each of them lies in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from plankit.model.frame import Participation
from plankit.model.guide_help import RegionalCentre
from plankit.places.changes import successors
from plankit.places.names import find
from plankit.places.tables import COUNTRIES, County, by_number, county_by_number
from plankit.views.reading import Reading


@dataclass(frozen=True, kw_only=True)
class CentreForPlan:
    """A centre of the guide, and why it is this plan's."""

    centre: RegionalCentre
    counties: tuple[County, ...]
    """Those of the centre's counties that a municipality of the plan lies in."""


def regional_centres(reading: Reading) -> tuple[CentreForPlan, ...]:
    """The centres for the counties of the plan's municipalities, in the guide's order.

    A municipality counts by its number, today's or an older one, and without a number by its name, if only one
    municipality is called that. One that has left the plan does not count.
    """
    guide = reading.guide
    if guide is None or not guide.regional_centres:
        return ()
    country = reading.plan.plan.country or guide.guide.country
    here = [one for one in reading.plan.participants if not one.left]
    counties = dict.fromkeys(county for one in here for county in _counties(reading, one, country))
    # The numbers that a guide gives are of its own country: 03 is Oslo in Norway and Uppsala in Sweden.
    known = [county for county in counties if guide.guide.country in (None, county.country)]
    found = (
        (one, tuple(county for county in known if county.number in one.counties))
        for one in guide.regional_centres
    )
    return tuple(CentreForPlan(centre=one, counties=of_it) for one, of_it in found if of_it)


def _counties(reading: Reading, one: Participation, country: str | None) -> tuple[County, ...]:
    """The counties of today that a participant is, or lies in."""
    if one.number:
        numbers = [(name, number) for name in _countries(country) for number in _now(name, one.number)]
        found = (_county(name, number) for name, number in numbers)
        return tuple(county for county in found if county)
    called = find(reading.text(one.name), country)
    return (called[0].county,) if len(called) == 1 else ()


def _now(country: str, number: str) -> tuple[str, ...]:
    return tuple(place.number for place in successors(country, number, date.max)) or (number,)


def _county(country: str, number: str) -> County | None:
    place = by_number(country, number)
    return place.county if place else county_by_number(country, number)


def _countries(country: str | None) -> tuple[str, ...]:
    return (country,) if country else COUNTRIES
