"""Columns that hold one key of an entry each, and what stands in their cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from plankit.model.base import Item, Translated
from plankit.model.cost import Cost
from plankit.model.when import When
from plankit.views.reading import Reading
from plankit.views.sheet_choices import flag_choices, party_choices, shown_of, word_choices
from plankit.views.sheet_dates import exact_day
from plankit.views.sheets import Cell, Choice, Column, Kind, Path, is_exact


@dataclass(frozen=True, kw_only=True)
class Field:
    """A column for one key; `words` is the list of the words in it, or `agency` or `flag`."""

    key: str
    title: str
    kind: Kind = Kind.TEXT
    width: int = 14
    words: str = ""
    required: bool = False
    fill: bool = False


_SHORT = {"deadline": "text", "when": "text", "cost": "text", "owner": "agency", "owner_role": "agency"}
"""The key that a text alone stands for where a column's value lies in a map."""


def columns_of(reading: Reading, fields: Sequence[Field]) -> tuple[Column, ...]:
    """The columns of these fields in the language of the reading."""
    return tuple(
        Column(
            key=one.key,
            title=reading.words(one.title),
            kind=one.kind,
            width=one.width,
            choices=_choices(reading, one.words),
            required=one.required,
            fill=one.fill,
            short=_SHORT.get(one.key, ""),
        )
        for one in fields
    )


def _choices(reading: Reading, words: str) -> tuple[Choice, ...]:
    if words == "agency":
        return party_choices(reading)
    if words == "flag":
        return flag_choices(reading)
    return word_choices(reading, words) if words else ()


def cells_of(
    reading: Reading, entry: Item, columns: Sequence[Column], *, locked: bool = False
) -> dict[str, Cell]:
    """The cells of an entry for those columns that are named like its keys."""
    keys = type(entry).model_fields
    return {
        one.key: cell_of(reading, getattr(entry, one.key), (one.key,), one, locked=locked)
        for one in columns
        if one.key in keys and one.kind is not Kind.SHOWN
    }


def cell_of(reading: Reading, value: Any, path: Path, column: Column, *, locked: bool = False) -> Cell:
    """The cell of one value, which stands at `path` in its entry."""
    if isinstance(value, Translated):
        value, path = _in_language(reading, value, path)
    text = _text(value, column)
    if text is None:
        return Cell(text=_lines(reading, value))
    is_open = not locked and is_exact(text)
    is_time = column.kind in (Kind.WHEN, Kind.DAY)
    return Cell(text=text, path=path if is_open else None, day=exact_day(text) if is_time else None)


def _in_language(reading: Reading, value: Translated, path: Path) -> tuple[str, Path]:
    have = dict(value.values)
    tag = next((one for one in reading.order if one in have), value.values[0][0])
    return have[tag], (*path, tag)


def _text(value: Any, column: Column) -> str | None:
    """What a cell shows of a value; `None` where it cannot be shown so that it may be changed."""
    if value is None:
        return ""
    if isinstance(value, When | Cost):
        return value.text
    if isinstance(value, bool):
        return shown_of(column.choices, value) or ""
    if isinstance(value, tuple):
        one_line_each = all(isinstance(one, str) and "\n" not in one and one.strip() == one for one in value)
        if not one_line_each:
            return None
        return "\n".join(shown_of(column.choices, one) or one for one in value)
    return shown_of(column.choices, str(value)) or str(value)


def _lines(reading: Reading, values: Sequence[Any]) -> str:
    return "\n".join(reading.text(one) for one in values)
