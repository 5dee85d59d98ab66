"""The municipalities and counties of Norway and Sweden, read from the tables beside this file when first asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from types import MappingProxyType

_FILES = MappingProxyType({"NO": "norway.tsv", "SE": "sweden.tsv"})
COUNTRIES = tuple(_FILES)
"""The countries that have a table, two letters each, as in ISO 3166-1."""
COUNTY_DIGITS = 2
"""How many digits the number of a county has. They are the first ones of its municipalities' numbers."""


@dataclass(frozen=True, kw_only=True)
class _Named:
    country: str
    number: str
    name: str
    """Norwegian or Swedish, without the word for municipality."""
    sami: str | None = None
    sami_language: str | None = None
    """`se` for Northern, `smj` for Lule and `sma` for Southern Sámi."""
    kven: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """Every official name, the Norwegian or Swedish one first."""
        return tuple(name for name in (self.name, self.sami, self.kven) if name)


@dataclass(frozen=True, kw_only=True)
class County(_Named):
    """A county as it is today."""


@dataclass(frozen=True, kw_only=True)
class Municipality(_Named):
    """A municipality as it is today."""

    county: County


def municipalities(country: str) -> tuple[Municipality, ...]:
    """The municipalities of today in the order of numbers; none for a country that has no table."""
    return tuple(_municipalities(country.upper()).values())


def counties(country: str) -> tuple[County, ...]:
    """The counties of today in the order of numbers; none for a country that has no table."""
    return tuple(_counties(country.upper()).values())


def by_number(country: str, number: str) -> Municipality | None:
    """The municipality that has this number today."""
    return _municipalities(country.upper()).get(number)


def county_by_number(country: str, number: str) -> County | None:
    """The county that has this number today."""
    return _counties(country.upper()).get(number)


def rows(file: str) -> Iterator[list[str]]:
    """The rows of a table beside this file: cells between tabs. Empty lines and lines that begin with # are not rows."""
    text = resources.files(__package__).joinpath(file).read_text(encoding="utf-8")
    return (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))


@lru_cache(maxsize=None)
def _table(country: str) -> tuple[list[str], ...]:
    return tuple(rows(_FILES[country])) if country in _FILES else ()


@lru_cache(maxsize=None)
def _counties(country: str) -> Mapping[str, County]:
    found = (cells for cells in _table(country) if len(cells[0]) == COUNTY_DIGITS)
    return {cells[0]: County(country=country, **_names(*cells)) for cells in found}


@lru_cache(maxsize=None)
def _municipalities(country: str) -> Mapping[str, Municipality]:
    found = (cells for cells in _table(country) if len(cells[0]) > COUNTY_DIGITS)
    in_county = _counties(country)
    return {
        cells[0]: Municipality(country=country, county=in_county[cells[0][:COUNTY_DIGITS]], **_names(*cells))
        for cells in found
    }


def _names(number: str, name: str, sami: str = "", language: str = "", kven: str = "") -> dict[str, str]:
    given = {"number": number, "name": name, "sami": sami, "sami_language": language, "kven": kven}
    return {key: value for key, value in given.items() if value}
