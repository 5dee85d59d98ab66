"""The values that a table holds for an indicator, by the mapping that the plan declares."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from plankit.data_files.table import Row, Table
from plankit.model.indicator import DataMapping
from plankit.model.nearest import nearest

_YEAR = re.compile(r"\s*((?:19|20)\d\d)\s*", re.ASCII)
_OFFICE_PERIOD = re.compile(r"((?:19|20)\d\d)\s*([KkQqMmHhTt])\s*(\d{1,2})", re.ASCII)
_SPACES = str.maketrans("", "", " \u00a0\u2009\u202f")
_AMBIGUOUS = re.compile(r"-?\d{1,3}[.,]\d{3}", re.ASCII)
"""A thousand with a sign inside, or a number with three decimals: `1.234`. Only the mapping can tell."""
_PARTS = {"K": ("Q", 4), "Q": ("Q", 4), "H": ("H", 2), "M": ("", 12)}

Note = Callable[..., None]
"""Takes the code of a finding, its values and, by name, `row`, `column` and `suggestion`."""


@dataclass(frozen=True, kw_only=True)
class Value:
    """One value as the file has it: numbers with a point, as they stand in the plan."""

    period: str
    value: str
    base: str | None
    row: int
    column: int


@dataclass(frozen=True, kw_only=True)
class _Columns:
    period: int | None
    values: Mapping[int, str]
    """The columns with values, and the period that each is of where no column tells."""
    base: int | None
    where: tuple[tuple[int, str], ...]


def values_in(table: Table, mapping: DataMapping, note: Note) -> tuple[Value, ...]:
    """The values, in the order of the file; what cannot be read is noted and left out."""
    columns = _columns(table, mapping, note)
    if columns is None:
        return ()
    by_period: dict[str, list[tuple[Row, int]]] = defaultdict(list)
    for row in table.rows:
        if all(_is(row.cell(at), wanted) for at, wanted in columns.where):
            for at, named in columns.values.items():
                period = period_of(row.cell(columns.period)) if columns.period is not None else named
                if period:
                    by_period[period].append((row, at))
    if not by_period:
        note("PK065", {"conditions": _told(mapping)}, row=table.header.number)
    return tuple(_read(by_period, columns, mapping, note))


def _read(
    by_period: Mapping[str, list[tuple[Row, int]]], columns: _Columns, mapping: DataMapping, note: Note
) -> Iterator[Value]:
    for period, places in by_period.items():
        row, at = places[0]
        if len(places) > 1:
            rows = ", ".join(str(one.number) for one, _ in places[:5])
            note("PK064", {"period": period, "rows": rows}, row=row.number, column=at + 1)
            continue
        found = _number(row, at, mapping, note)
        if found is not None:
            base = _number(row, columns.base, mapping, note) if columns.base is not None else None
            yield Value(period=period, value=found, base=base, row=row.number, column=at + 1)


def _told(mapping: DataMapping) -> str:
    return ", ".join(f"{one.column} = {one.value}" for one in mapping.where) or "–"


def _is(cell: str, wanted: str) -> bool:
    return " ".join(cell.split()).casefold() == " ".join(wanted.split()).casefold()


def _columns(table: Table, mapping: DataMapping, note: Note) -> _Columns | None:
    named = [mapping.period, mapping.base, *(one.column for one in mapping.where)]
    if mapping.period is not None:
        named.append(mapping.value)
    missing = [name for name in named if name is not None and table.column(name) is None]
    for name in missing:
        _note_missing(table, name, note)
    years = {at: year[1] for at, cell in enumerate(table.header.cells) if (year := _YEAR.fullmatch(cell))}
    if (mapping.period is not None and mapping.value is None) or (mapping.period is None and not years):
        note("PK066", {"mapping": mapping.id}, row=table.header.number)
    elif not missing:
        value = table.column(mapping.value) if mapping.period and mapping.value else None
        return _Columns(
            period=table.column(mapping.period) if mapping.period else None,
            values=years if value is None else {value: ""},
            base=table.column(mapping.base) if mapping.base else None,
            where=tuple((table.column(one.column) or 0, one.value) for one in mapping.where),
        )
    return None


def _note_missing(table: Table, name: str, note: Note) -> None:
    there = [cell.strip() for cell in table.header.cells if cell.strip()]
    note(
        "PK063",
        {"column": name, "columns": ", ".join(there[:20])},
        row=table.header.number,
        suggestion=nearest(name, there),
    )


def period_of(text: str) -> str:
    """A period as plans write it: an office's `2024K1` is `2024-Q1`, its `2024M05` is `2024-05`; others stay."""
    words = " ".join(text.split())
    match = _OFFICE_PERIOD.fullmatch(words)
    if match is None:
        return words
    sign, most = _PARTS.get(match[2].upper(), ("", 0))
    number = int(match[3])
    if not 1 <= number <= most:
        return words
    return f"{match[1]}-{sign}{number}" if sign else f"{match[1]}-{number:02}"


def _number(row: Row, at: int, mapping: DataMapping, note: Note) -> str | None:
    text = row.cell(at)
    if not text or text in mapping.missing:
        return None
    try:
        number = Decimal(_plain(text.translate(_SPACES).replace("\u2212", "-"), mapping.decimal))
    except InvalidOperation:
        number = Decimal("NaN")
    if number.is_finite():
        return format(number, "f")
    note("PK067", {"value": text[:60]}, row=row.number, column=at + 1)
    return None


def _plain(text: str, decimal: str | None) -> str:
    """The number with a point before its decimals; as it stands where the sign before them cannot be known."""
    if decimal is None:
        if _AMBIGUOUS.fullmatch(text):
            return "?"
        decimal = max(",.", key=text.rfind)
    thousands = "." if decimal == "," else ","
    return text.replace(thousands, "").replace(decimal, ".")
