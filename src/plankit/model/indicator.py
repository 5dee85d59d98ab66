"""Indicators: how one can see whether a goal is reached, and where their values are read from."""

from __future__ import annotations

from plankit.model.base import Entity, Flag, Id, Named, Part, Text, Texts, Words
from plankit.model.cost import Number
from plankit.model.when import When


class Observation(Part):
    """One value of an indicator."""

    period: When
    value: Number | None = None
    base: Number | None = None
    break_in_series: Text | None = None
    """Why this value cannot be compared with the one before: a new definition, base or way to count."""


class Target(Part):
    """A value that is to be reached."""

    value: Number
    by: When | None = None
    direction: str | None = None
    """`at-least`, `at-most` or `exactly`."""


class Indicator(Named):
    """How one can see whether a goal is reached.

    Name, short name, measurement, quality dimension, quality area, indicator area, purpose, references and target are
    the template that Socialstyrelsen describes its own indicators by (Öppna jämförelser).
    """

    name: Text
    short_name: Text | None = None
    definition: Text | None = None
    measurement: Text | None = None
    """How the value is worked out: what is divided by what."""
    purpose: Text | None = None
    """Why it is followed: what a high or low value may mean."""
    quality_dimension: Text | None = None
    """Such as accessible, safe, based on knowledge."""
    quality_area: Text | None = None
    """Structure, process or result."""
    indicator_area: Text | None = None
    references: Texts = ()
    """Literature and law that it rests on."""
    unit: Text | None = None
    counts_people: Flag | None = None
    """Whether its values count people or their cases; small ones are withheld. Without it, the unit decides."""
    breakdown: Words = ()
    source: Text | None = None
    collector: str | None = None
    collector_text: Text | None = None
    status: str | None = None
    discontinued: When | None = None
    """When its source stopped measuring it."""
    replaced_by: Id | None = None
    baseline: Text | None = None
    target: Text | None = None
    targets: tuple[Target, ...] = ()
    series: tuple[Observation, ...] = ()


class FileRead(Part):
    """A file that values were read from."""

    name: str
    sha256: str
    """Checksum of the file, by which the same file can be known again."""
    read_on: When
    periods: Words = ()
    """Periods whose values it gave."""


class ColumnIs(Entity):
    """A row is meant only where this column holds this."""

    column: str
    value: str


class DataMapping(Named):
    """How a table from a statistics office is read into an indicator's series."""

    indicator: Id
    title: Text | None = None
    publisher: Text | None = None
    address: str | None = None
    """Page where the table is fetched by hand; nothing is fetched by plankit."""
    sheet: str | None = None
    """Sheet of a workbook; the first where it is left out."""
    encoding: str | None = None
    """Of a CSV file: `utf-8` where it is left out."""
    delimiter: str | None = None
    """Between the columns of a CSV file; found out where it is left out. `tab` is a tab."""
    decimal: str | None = None
    """The sign before decimals in the file: `,` where it is left out and the file has no other."""
    header_row: Number | None = None
    """Number of the row with the columns' names, counted from 1; the first where it is left out."""
    period: str | None = None
    """Column with the period. Where it is left out, columns whose names are years each hold the values of that year."""
    value: str | None = None
    """Column with the value."""
    base: str | None = None
    """Column with the number that the value is of."""
    where: tuple[ColumnIs, ...] = ()
    """Which rows are meant; exactly one must be left for each period."""
    missing: Words = ()
    """What the office writes where there is no value, besides an empty cell: `:`, `..`."""
    files: tuple[FileRead, ...] = ()
    """The files read so far. They are added, never rewritten."""
