"""What a cell of a workbook says, for the column that it stands in."""

from __future__ import annotations

import datetime
import math
from dataclasses import dataclass

from plankit.language import N_
from plankit.model.nearest import nearest
from plankit.model.partial_dates import is_impossible_date
from plankit.model.when import When, WhenKind
from plankit.views.sheet_dates import exact_day
from plankit.views.sheets import Column, Kind
from plankit.workbooks import Raw

_FIRST_YEAR = datetime.date(1930, 1, 1)
_EPOCH = datetime.date(1899, 12, 30)
LOST_ZERO = N_(
    "it is a number there, and a zero at its start would be lost; write it as text, with ' before it"
)


@dataclass(frozen=True, kw_only=True)
class Said:
    """What a cell says: a text, and the day that it is. Or what is wrong with it, as code and values."""

    text: str = ""
    day: datetime.date | None = None
    code: str = ""
    values: tuple[tuple[str, str], ...] = ()
    suggestion: str | None = None


def plain(raw: Raw | None) -> Said:
    """What the cell says, in whatever column."""
    if raw is None or (raw.value is None and raw.kind == "value"):
        return Said()
    if raw.kind == "formula":
        return Said(code="PK058", values=(("value", str(raw.value)[:60]),))
    if raw.kind == "error":
        return Said(code="PK059", values=(("value", str(raw.value)[:20]),))
    return _typed(raw.value)


def _typed(value: object) -> Said:
    if isinstance(value, str):
        text = value.replace("\r\n", "\n").replace("\r", "\n")
        return Said(text=text if text.strip() else "")
    if isinstance(value, bool):
        return Said(text="true" if value else "false")
    if isinstance(value, int | float):
        return Said(text=str(int(value)) if math.isfinite(value) and value == int(value) else str(value))
    if isinstance(value, datetime.datetime):
        day = value.date()
        if day < _FIRST_YEAR:
            # A year typed into a cell that shows days: 2027 became a day in 1905.
            return Said(text=str((day - _EPOCH).days))
        return Said(text=day.isoformat(), day=day)
    if isinstance(value, datetime.time):
        return Said(text=value.strftime("%H:%M"))
    return Said(text=str(value))


def said(raw: Raw | None, column: Column) -> Said:
    """What the cell says in that column: a day where it is one, and a finding where it does not fit."""
    found = plain(raw)
    if found.code or not found.text or raw is None:
        return found
    is_number = isinstance(raw.value, int | float) and not isinstance(raw.value, bool)
    if column.kind is Kind.DIGITS and is_number:
        return Said(code="PK062", values=(("reason", LOST_ZERO),))
    if column.kind in (Kind.WHEN, Kind.DAY):
        return _time(found, column)
    if column.choices and column.kind is not Kind.LETTERS:
        return _words(found, column)
    return found


def _time(found: Said, column: Column) -> Said:
    text = found.text.strip()
    day = found.day or exact_day(text)
    bad = column.kind is Kind.DAY and When(text=text).reading.kind in (WhenKind.UNREAD, WhenKind.PLACEHOLDER)
    if day is None and (bad or is_impossible_date(text)):
        return Said(code="PK057", values=(("value", text[:60]),))
    return Said(text=found.text, day=day)


def _words(found: Said, column: Column) -> Said:
    lines = found.text.split("\n") if column.kind is Kind.LINES else [found.text]
    for line in lines:
        if line.strip() and column.value_of(line) is None:
            suggestion = nearest(line.strip(), [one.shown for one in column.choices])
            values = (("value", line.strip()[:60]), ("column", column.title))
            return Said(code="PK056", values=values, suggestion=suggestion)
    return found
