"""Keeps figures that are too small to be told out of a list of changes."""

from __future__ import annotations

from dataclasses import replace

from plankit.views.change_list import Change
from plankit.views.reading import Reading

WITHHELD = ":"
"""What stands in place of a figure, as wherever figures are drawn."""
_TELLING = frozenset(
    ["value", "value_text", "base", "change", "caveat", "notes", "absence_note", "series", "text", "baseline"]
)
"""Keys that hold a figure or may repeat it."""


def without_small_figures(change: Change, old: Reading, new: Reading) -> Change:
    """The change; without figures where either plan withholds one of that kind.

    All of the kind are left out, not only the small one: an earlier and a later figure beside each other, or beside
    their total, could give it away.
    """
    if not any(_withholds(reading, change.kind) for reading in (old, new)):
        return change
    fields = tuple(
        replace(field, old=WITHHELD, new=WITHHELD) if field.key in _TELLING else field
        for field in change.fields
    )
    return replace(change, fields=fields, about="")


def _withholds(reading: Reading, kind: str) -> bool:
    plan, figures = reading.plan, reading.figures
    if kind == "statistics":
        return any(figures.of(one).is_withheld for one in plan.statistics)
    if kind == "indicators":
        return any(
            figures.of(one).is_withheld or any(figures.of(value).is_withheld for value in one.series)
            for one in plan.indicators
        )
    return False
