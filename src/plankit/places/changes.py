"""What became of municipalities and counties that were merged, split or given another number."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from plankit.places.tables import COUNTY_DIGITS, municipalities, rows

_FILES = MappingProxyType({"NO": "norway-changes.tsv"})
_PART = "part"
"""Kind of the rows that are no change of their own."""


class ChangeKind(StrEnum):
    """What happened to a municipality or county."""

    MERGED = "merged"
    SPLIT = "split"
    RENUMBERED = "renumbered"


class Place(NamedTuple):
    """A municipality or county of some day: its number and name then."""

    number: str
    name: str

    def __str__(self) -> str:
        return f"{self.number} {self.name}"


class _Part(NamedTuple):
    day: date
    place: Place


@dataclass(frozen=True, kw_only=True)
class Change:
    """What became of one municipality or county on one day."""

    country: str
    day: date
    """The first day on which it was as `new` says."""
    kind: ChangeKind
    old: Place
    new: tuple[Place, ...]
    """Several only where it was split."""

    @property
    def ends_number(self) -> bool:
        """Whether the number went out of use. The largest of those that merge may have kept its own."""
        return all(place.number != self.old.number for place in self.new)


def changes(country: str) -> tuple[Change, ...]:
    """Every change that is known, oldest first; none for a country whose table has none."""
    return _changes(country.upper())


def ending(country: str, number: str, day: date) -> Change | None:
    """The change that took `number` out of use, if that was on `day` or before it."""
    change = _endings(country.upper()).get(number)
    return change if change and change.day <= day else None


def successors(country: str, number: str, day: date) -> tuple[Place, ...]:
    """What the municipality or county with `number` is on `day`; empty where the number still holds or was never one."""
    change = ending(country, number, day)
    if change is None:
        return ()
    part = _parts(country.upper()).get(number)
    found: dict[Place, None] = {}
    for place in (part.place,) if part and part.day <= day else change.new:
        found.update(dict.fromkeys(successors(country, place.number, day) or (place,)))
    return tuple(found)


def numbers(country: str, day: date) -> frozenset[str]:
    """The numbers of the municipalities that there were on `day`, no earlier than the day before the first change."""
    return frozenset(
        number
        for number, first in _began(country.upper()).items()
        if first <= day and ending(country, number, day) is None
    )


@lru_cache(maxsize=None)
def _changes(country: str) -> tuple[Change, ...]:
    if country not in _FILES:
        return ()
    grouped: dict[tuple[date, ChangeKind, Place], list[Place]] = {}
    for day, kind, number, name, new_number, new_name in rows(_FILES[country]):
        if kind == _PART:
            continue
        key = (date.fromisoformat(day), ChangeKind(kind), Place(number, name))
        grouped.setdefault(key, []).append(Place(new_number, new_name))
    return tuple(
        Change(country=country, day=day, kind=kind, old=old, new=tuple(new))
        for (day, kind, old), new in grouped.items()
    )


@lru_cache(maxsize=None)
def _parts(country: str) -> Mapping[str, _Part]:
    """By number of a municipality that was merged into one that was split later: where its own land is since then."""
    found = rows(_FILES[country]) if country in _FILES else ()
    return {
        number: _Part(date.fromisoformat(day), Place(new_number, new_name))
        for day, kind, number, _, new_number, new_name in found
        if kind == _PART
    }


@lru_cache(maxsize=None)
def _endings(country: str) -> Mapping[str, Change]:
    return {change.old.number: change for change in _changes(country) if change.ends_number}


@lru_cache(maxsize=None)
def _began(country: str) -> Mapping[str, date]:
    """For each number of a municipality that is or was one, the first day on which it is known to be."""
    known = _changes(country)
    kept = {change.old.number for change in known if not change.ends_number}
    given = {place.number: change.day for change in known for place in change.new}
    old = {change.old.number for change in known} | {one.number for one in municipalities(country)}
    found = dict.fromkeys(old, date.min) | given | dict.fromkeys(kept, date.min)
    return {number: day for number, day in found.items() if len(number) > COUNTY_DIGITS}
