"""What a workbook remembers of its making: the plan, the language, and what each cell held.

It lies in a hidden sheet. With it, what somebody changed can be told from what changed in the plan meanwhile.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from plankit.views.sheets import Book, Choice, Column, Sheet, harmless

FORMAT = 1
"""The version of what is remembered."""
SHEET = "_plankit"
_CHUNK = 30_000
"""Most characters in one cell of the hidden sheet."""


class Forgotten(ValueError):
    """The hidden sheet is there but cannot be understood."""


@dataclass(frozen=True, kw_only=True)
class Memory:
    """What a workbook was made of."""

    format: int
    plan: str
    language: str
    agency: str = ""
    version: str = ""
    checksum: str = ""
    sheets: Mapping[str, str] = field(default_factory=dict)
    """Title of each sheet, by its key."""
    columns: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """For each sheet the title of each column, by its key."""
    names: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """By key of a column, the ids that its words stood for: agencies and measures may be renamed meanwhile."""
    texts: Mapping[tuple[str, str, str], str] = field(default_factory=dict)
    """What the cells that may be changed held, by sheet, row and column."""
    marks: Mapping[tuple[str, str, str], str] = field(default_factory=dict)
    """A fingerprint of what each other cell held."""


def mark_of(text: str) -> str:
    """A fingerprint of what a cell shows."""
    shown = harmless(text)
    shown = shown if shown.strip() else ""
    return hashlib.sha256(shown.encode("utf-8", "replace")).hexdigest()[:12]


def checksum_of(texts: Mapping[str, str]) -> str:
    """A checksum over the files of a plan, by name."""
    total = hashlib.sha256()
    for name in sorted(texts):
        for part in (name, texts[name]):
            data = part.encode("utf-8", "surrogatepass")
            total.update(len(data).to_bytes(8, "big") + data)
    return total.hexdigest()


def remembered(book: Book, version: str, checksum: str) -> Memory:
    """What a workbook of `book` has to remember."""
    return Memory(
        format=FORMAT,
        plan=book.plan,
        language=book.language,
        agency=book.agency,
        version=version,
        checksum=checksum,
        sheets={one.key: one.title for one in book.sheets},
        columns={one.key: {column.key: column.title for column in one.columns} for one in book.sheets},
        names=_names(book),
        texts={place: cell.text for place, cell in book.values.items() if cell.path is not None},
        marks={
            place: mark_of(cell.day.isoformat() if cell.day else cell.text)
            for place, cell in book.values.items()
            if cell.path is None
        },
    )


def _names(book: Book) -> dict[str, dict[str, str]]:
    return {
        column.key: {one.shown: str(one.value) for one in column.choices}
        for sheet in book.sheets
        for column in sheet.columns
        if column.key in OF_IDS
    }


OF_IDS = ("owner", "agency", "measure")
"""Columns whose words stand for ids."""
_HEAD = ("format", "plan", "language", "agency", "version", "checksum", "sheets", "columns", "names")


def to_rows(memory: Memory) -> list[list[str]]:
    """The rows of the hidden sheet: the head, then one for each row of a sheet, in JSON cut into cells."""
    head = {key: getattr(memory, key) for key in _HEAD}
    rows: dict[tuple[str, str], dict[str, dict[str, str]]] = {}
    for name, values in (("t", memory.texts), ("m", memory.marks)):
        for (sheet, row, column), value in values.items():
            rows.setdefault((sheet, row), {}).setdefault(name, {})[column] = value
    listed = [{"s": sheet, "r": row, **parts} for (sheet, row), parts in rows.items()]
    return [_cut(_json(one)) for one in (head, *listed)]


def _json(value: object) -> str:
    # Programs read `_x0041_` in a cell as a sign of its own.
    return json.dumps(value, ensure_ascii=True, separators=(",", ":")).replace("_", "\\u005f")


def _cut(text: str) -> list[str]:
    return [text[at : at + _CHUNK] for at in range(0, len(text), _CHUNK)]


def from_rows(rows: Sequence[Sequence[str]]) -> Memory:
    """The memory in the rows of a hidden sheet. Raises `Forgotten` where they are not what was written."""
    try:
        head, *listed = [json.loads("".join(row)) for row in rows if any(row)]
        texts, marks = _values(listed, "t"), _values(listed, "m")
        return Memory(**_head(head), texts=texts, marks=marks)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise Forgotten(str(error)) from error


def _head(head: Any) -> dict[str, Any]:
    if not isinstance(head["format"], int):
        raise Forgotten("format")
    kept: dict[str, Any] = {"format": head["format"]}
    kept |= {key: str(head[key]) for key in _HEAD[1:6]}
    kept["sheets"] = {str(key): str(title) for key, title in head["sheets"].items()}
    for part in ("columns", "names"):
        kept[part] = {
            str(key): {str(one): str(word) for one, word in inside.items()}
            for key, inside in head[part].items()
        }
    return kept


def with_names(book: Book, memory: Memory) -> Book:
    """The book, in which the names that agencies and measures had when the workbook was made are known too."""
    return replace(book, sheets=tuple(_knowing(sheet, memory) for sheet in book.sheets))


def _knowing(sheet: Sheet, memory: Memory) -> Sheet:
    columns = tuple(
        replace(one, choices=(*one.choices, *_earlier(one, memory))) if one.key in OF_IDS else one
        for one in sheet.columns
    )
    return replace(sheet, columns=columns)


def _earlier(column: Column, memory: Memory) -> Iterator[Choice]:
    known = {one.value for one in column.choices}
    for shown, value in memory.names.get(column.key, {}).items():
        if value in known and column.value_of(shown) is None:
            yield Choice(shown=shown, value=value)


def _values(listed: Sequence[Any], name: str) -> dict[tuple[str, str, str], str]:
    return {
        (str(one["s"]), str(one["r"]), str(column)): str(value)
        for one in listed
        for column, value in one.get(name, {}).items()
    }
