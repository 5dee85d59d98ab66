"""The values of an indicator as a drawing needs them: in order of time, with the holes between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise

from plankit.model.indicator import Indicator, Observation
from plankit.views.reading import Reading
from plankit.views.small_counts import number

LONGEST_HOLE = 10
"""Years without a value that are drawn as a hole; where more are missing, the values only stand side by side."""


@dataclass(frozen=True, kw_only=True)
class Point:
    """One period of a series."""

    period: str
    """In the plan's words."""
    value: Decimal | None = None
    """What may be drawn; `None` where it is withheld or missing."""
    text: str = ""
    """The value as the plan writes it."""
    base: str = ""
    """How many it is of; empty where that is not stated or withheld."""
    is_withheld: bool = False
    break_before: str = ""
    """Why it cannot be compared with those before; empty where it can."""
    note: str = ""
    observation: Observation | None = None
    """The value in the plan; `None` where a year has none at all."""


@dataclass(frozen=True, kw_only=True)
class Series:
    """The values of one indicator."""

    id: str
    name: str
    unit: str
    points: tuple[Point, ...]
    targets: tuple[tuple[Decimal, str], ...] = ()
    """Values to be reached, each with how it is written."""
    is_discontinued: bool = False
    replaced_by: str = ""

    @property
    def shown(self) -> tuple[Point, ...]:
        """The points whose value may be drawn."""
        return tuple(one for one in self.points if one.value is not None)

    @property
    def has_withheld(self) -> bool:
        """Whether a value is withheld."""
        return any(one.is_withheld for one in self.points)


def series_of(reading: Reading, indicator: Indicator, until: date | None = None) -> Series:
    """The values of an indicator, oldest first; with `until`, only those of periods that end by then.

    What is withheld is in it as a period without a value: nothing of the value can be told from the rest.
    """
    dated = [one for one in indicator.series if until is None or _ends(one, until)]
    if all(one.period.end_day for one in dated):
        dated.sort(key=lambda one: one.period.end_day or date.max)
    status = reading.vocabulary.code("indicator-status", indicator.status) if indicator.status else None
    return Series(
        id=indicator.id,
        name=reading.text(indicator.name),
        unit=reading.text(indicator.unit),
        points=tuple(_with_holes(_point(reading, one) for one in dated)),
        targets=tuple(_targets(reading, indicator)),
        is_discontinued=status == "discontinued" or indicator.discontinued is not None,
        replaced_by=indicator.replaced_by or "",
    )


def _ends(one: Observation, until: date) -> bool:
    end = one.period.end_day or one.period.start_day
    return end is None or end <= until


def _point(reading: Reading, one: Observation) -> Point:
    shown = reading.figures.of(one)
    hidden = shown.is_withheld
    return Point(
        period=one.period.text,
        value=None if hidden else number(one.value),
        text="" if hidden else one.value or "",
        base="" if hidden else one.base or "",
        is_withheld=hidden,
        break_before=reading.text(shown.words(one, "break_in_series")),
        note=reading.text(shown.words(one, "notes")),
        observation=one,
    )


def _with_holes(points: Iterable[Point]) -> Iterator[Point]:
    """The points, and an empty one for each calendar year between two that lie further apart."""
    given = tuple(points)
    years = [_year(one) for one in given]
    known = [one for one in years if one is not None]
    steps = [after - before for before, after in pairwise(known)]
    regular = len(known) == len(given) and all(0 < step <= LONGEST_HOLE + 1 for step in steps)
    for place, point in enumerate(given):
        if regular and place:
            yield from (Point(period=str(year)) for year in range(known[place - 1] + 1, known[place]))
        yield point


def _year(point: Point) -> int | None:
    """The calendar year that a point is of; `None` where it is of another period."""
    period = point.observation.period if point.observation else None
    start, end = (period.start_day, period.end_day) if period else (None, None)
    if start is None or end is None or (start, end) != (date(start.year, 1, 1), date(start.year, 12, 31)):
        return None
    return start.year


def _targets(reading: Reading, indicator: Indicator) -> Iterator[tuple[Decimal, str]]:
    said = [one.value for one in indicator.targets] or [reading.text(indicator.target).replace(",", ".")]
    for text in dict.fromkeys(said):
        value = number(text)
        if value is not None and value.is_finite():
            yield value, text
