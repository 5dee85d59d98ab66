"""What may be shown of each figure: those that count too few are withheld, and those that would give them away.

A figure and its total hang together: the total less the other parts is the figure. Each figure has at most one total
(`part_of`), so that all of them together are trees, in which what can be worked out is found exactly.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from plankit.model.base import Text
from plankit.model.indicator import Indicator, Observation
from plankit.model.knowledge import Statistic
from plankit.model.plan import Plan
from plankit.model.vocabulary import Vocabulary
from plankit.views.figure_groups import Cell, exposed, protected
from plankit.views.small_counts import DEFAULT, counts_people, in_words, is_small, number, tells


class Reason(StrEnum):
    """Why a figure is withheld. Readers are not told which: that alone would help to work figures out."""

    MARKED = "marked"
    """The plan says so."""
    FEW = "few"
    """It counts too few."""
    PROTECTS = "protects"
    """It would give another away."""


@dataclass(frozen=True, kw_only=True)
class Shown:
    """What may be shown of one figure."""

    reason: Reason | None = None
    """Why it is withheld; `None` where it is shown."""
    withheld: frozenset[str] = frozenset()
    """Keys whose words would tell it; they are left out too."""
    repeats: frozenset[str] = frozenset()
    """Those of them that repeat the figure outright: the plan's author must know."""

    @property
    def is_withheld(self) -> bool:
        """Whether a colon stands in its place."""
        return self.reason is not None

    def words(self, entry: Statistic | Observation | Indicator, key: str) -> Text | None:
        """What `entry` says under `key`; `None` where that would tell the figure."""
        value: Text | None = None if key in self.withheld else getattr(entry, key)
        return value


Figure = TypeVar("Figure", Statistic, Observation, Indicator)
OPEN = Shown()
"""All of it may be shown."""

_ALWAYS = frozenset({"value", "base", "value_text", "change"})
_BESIDE = ("caveat", "notes", "absence_note", "value_text", "change")


@dataclass(frozen=True, kw_only=True)
class Figures:
    """What may be shown of every figure of a plan."""

    below: Decimal
    """The threshold: figures below it are small."""
    cells: tuple[Cell, ...]
    """The plan's statistics in its order, with why each is withheld."""
    _by_entry: Mapping[int, Shown] = field(default_factory=dict)

    def of(self, entry: Statistic | Observation | Indicator) -> Shown:
        """What may be shown of a figure, of one value of an indicator, or of the words of an indicator."""
        return self._by_entry.get(id(entry), OPEN)


def threshold(plan: Plan) -> Decimal:
    """Figures below this are small: as the plan says, else five."""
    said = number(plan.plan.suppress_below)
    return DEFAULT if said is None else said


def figures(plan: Plan, vocabulary: Vocabulary) -> Figures:
    """What may be shown of every statistic and every value of an indicator. The same plan gives the same each time."""
    below = threshold(plan)
    cells = protected(_cells(plan, vocabulary, below), below)
    by_entry = {
        id(one): shown
        for one, cell in zip(plan.statistics, cells, strict=True)
        if (shown := _shown(plan, one, cell, _related(plan, one, cells))) is not OPEN
    }
    for indicator in plan.indicators:
        by_entry |= _of_indicator(plan, indicator, below)
    return Figures(below=below, cells=cells, _by_entry=by_entry)


def given_away(plan: Plan, vocabulary: Vocabulary) -> tuple[int, ...]:
    """Numbers of the statistics that anyone can work out from what the plan's author left to be shown."""
    below = threshold(plan)
    return exposed(_cells(plan, vocabulary, below), below)


def _cells(plan: Plan, vocabulary: Vocabulary, below: Decimal) -> tuple[Cell, ...]:
    numbers = {one.id: place for place, one in enumerate(plan.statistics) if one.id}
    cells = []
    for place, one in enumerate(plan.statistics):
        total = numbers.get(one.part_of) if one.part_of else None
        if total is not None and in_words(plan.statistics[total].unit) != in_words(one.unit):
            total = None
        reason = Reason.MARKED if one.suppressed else Reason.FEW if _is_few(one, vocabulary, below) else None
        cells.append(Cell(value=number(one.value), total=None if total == place else total, reason=reason))
    return tuple(cells)


def _is_few(one: Statistic, vocabulary: Vocabulary, below: Decimal) -> bool:
    # What is worked out from a national rate was not counted here, and national figures were judged by who published them.
    if one.estimate or not counts_people(one.unit, one.counts_people):
        return False
    area = vocabulary.code("statistic-area", one.area) if one.area else None
    return area not in ("national", "estimate") and is_small(one.value, one.base, one.unit, below)


def _related(plan: Plan, one: Statistic, cells: Sequence[Cell]) -> bool:
    """Whether another figure on the same topic is withheld: a change from that one would tell it."""
    return any(
        cell.reason and other is not one and other.topic == one.topic
        for other, cell in zip(plan.statistics, cells, strict=True)
    )


def _shown(plan: Plan, one: Statistic, cell: Cell, related: bool) -> Shown:
    if cell.reason is None:
        return Shown(withheld=frozenset({"change"})) if related and one.change else OPEN
    language, value = plan.plan.language, cell.value
    told = {key for key in _BESIDE if value is not None and tells(getattr(one, key), value, language)}
    return Shown(reason=Reason(cell.reason), withheld=_ALWAYS | told, repeats=frozenset(told))


def _of_indicator(plan: Plan, indicator: Indicator, below: Decimal) -> dict[int, Shown]:
    if not counts_people(indicator.unit, indicator.counts_people):
        return {}
    language, found, values = plan.plan.language, {}, set()
    for one in indicator.series:
        if is_small(one.value, one.base, indicator.unit, below):
            value = number(one.value)
            told = {
                key
                for key in ("notes", "break_in_series")
                if value is not None and tells(getattr(one, key), value, language)
            }
            found[id(one)] = Shown(
                reason=Reason.FEW, withheld=frozenset({"value", "base"} | told), repeats=frozenset(told)
            )
            values |= {value} if value is not None else set()
    keys = {
        key
        for key in ("baseline", "notes")
        if any(tells(getattr(indicator, key), value, language) for value in values)
    }
    if keys:
        found[id(indicator)] = Shown(withheld=frozenset(keys), repeats=frozenset(keys))
    return found


def without_withheld(plan: Plan, vocabulary: Vocabulary) -> Plan:
    """The plan as it may leave the house as data: what is withheld is gone, and marked as withheld."""
    found = figures(plan, vocabulary)
    return plan.model_copy(
        update={
            "statistics": tuple(_without(one, found.of(one)) for one in plan.statistics),
            "indicators": tuple(
                _without(one, found.of(one)).model_copy(
                    update={"series": tuple(_without(value, found.of(value)) for value in one.series)}
                )
                for one in plan.indicators
            ),
        }
    )


def _without(entry: Figure, shown: Shown) -> Figure:
    if shown is OPEN:
        return entry
    gone = {key: None for key in shown.withheld if key in type(entry).model_fields}
    marked: dict[str, bool] = (
        {"suppressed": True} if shown.is_withheld and isinstance(entry, Statistic) else {}
    )
    return entry.model_copy(update={**gone, **marked})
