"""Where each municipality's square lies on the map: our own layout, a block of squares for each county."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib import resources
from typing import NamedTuple

from plankit.places.tables import municipalities

_FILES = {"NO": "tiles-no.tsv", "SE": "tiles-se.tsv"}


class Square(NamedTuple):
    """A place on the map, counted from the upper left corner."""

    column: int
    row: int


@lru_cache(maxsize=None)
def squares(country: str) -> Mapping[str, Square]:
    """The square of each municipality by number; empty for a country that has no layout."""
    if country not in _FILES:
        return {}
    found: dict[str, Square] = {}
    taken: set[Square] = set()
    for county, column, row, width in _blocks(_FILES[country]):
        free = _block(column, row, width)
        for one in municipalities(country):
            if one.county.number == county:
                square = next(place for place in free if place not in taken)
                taken.add(square)
                found[one.number] = square
    return found


def _blocks(file: str) -> Iterator[tuple[str, int, int, int]]:
    text = resources.files(__package__).joinpath(file).read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            county, column, row, width = line.split("\t")
            yield county, int(column), int(row), int(width)


def _block(column: int, row: int, width: int) -> Iterator[Square]:
    while True:
        yield from (Square(column + step, row) for step in range(width))
        row += 1
