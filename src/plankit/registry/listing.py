"""Which plans a registry is made of, and how many live where: a folder of plans, a list, a table of inhabitants."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

PLAN_FILES = ("*.yaml", "*.yml")
_DELIMITERS = ";\t,"
_COLUMNS = ("folder", "number", "name", "address")
_SOURCE = re.compile(r"#\s*(?:source|kilde|kjelde|källa)\s*:\s*(.+)", re.IGNORECASE)
_GAPS = str.maketrans("", "", " \u00a0\u2009\u202f.'")


class ListUnreadable(ValueError):
    """A list or a table cannot be read. `line` tells where, 0 where the whole is meant; `reason` is a code."""

    def __init__(self, path: Path, line: int, reason: str, value: str = "") -> None:
        super().__init__(f"{path}:{line}: {reason}")
        self.path, self.line, self.reason, self.value = path, line, reason, value


@dataclass(frozen=True, kw_only=True)
class Listed:
    """A plan folder that belongs to the registry, and what the list says of it."""

    folder: Path
    name: str
    """What to call the folder: its way from the list or the folder of plans."""
    number: str | None = None
    """Number of the municipality, where the plan does not tell it."""
    municipality: str | None = None
    address: str | None = None
    """Where the plan is published, where the plan does not tell it."""


@dataclass(frozen=True, kw_only=True)
class Population:
    """How many live in each municipality, by number, and who counted."""

    people: Mapping[str, int]
    source: str | None = None


def listed_plans(place: Path) -> tuple[Listed, ...]:
    """The plan folders in the folder `place`, or those that the list `place` names, in order.

    Raises `ListUnreadable`, or `OSError` where there is nothing or it cannot be read.
    """
    if place.is_dir():
        return tuple(
            Listed(folder=one, name=one.relative_to(place).as_posix() if one != place else one.resolve().name)
            for one in _plans_in(place)
        )
    return tuple(_rows(place))


def _plans_in(place: Path) -> Iterator[Path]:
    """Folders with files of a plan in them: `place` itself, else those in it, else those one further down."""
    if (place / "plan.yaml").is_file():
        yield place
        return
    for one in _folders(place):
        inner = [] if _holds_files(one) else [deep for deep in _folders(one) if _holds_files(deep)]
        yield from inner if inner else ([one] if _holds_files(one) else [])


def _folders(place: Path) -> list[Path]:
    return sorted(one for one in place.iterdir() if one.is_dir() and not one.name.startswith((".", "_")))


def _holds_files(folder: Path) -> bool:
    return any(True for pattern in PLAN_FILES for _ in folder.glob(pattern))


def _rows(place: Path) -> Iterator[Listed]:
    lines = _lines(place)
    if not lines:
        return
    first = _cells(lines[0][1], _delimiter(lines[0][1]))
    named = [cell.strip().casefold() for cell in first]
    if "folder" not in named:
        for _, line in lines:
            yield _listed(place, {"folder": line.strip()})
        return
    delimiter = _delimiter(lines[0][1])
    for number, line in lines[1:]:
        values = dict(zip(named, _cells(line, delimiter), strict=False))
        given = {key: values.get(key, "").strip() for key in _COLUMNS}
        if not given["folder"]:
            raise ListUnreadable(place, number, "no-folder")
        yield _listed(place, given)


def _listed(place: Path, given: Mapping[str, str]) -> Listed:
    return Listed(
        folder=place.parent / given["folder"],
        name=given["folder"].replace("\\", "/").rstrip("/"),
        number=given.get("number") or None,
        municipality=given.get("name") or None,
        address=given.get("address") or None,
    )


def read_population(path: Path) -> Population:
    """The table of inhabitants: columns `number` and `population`, and a line `# source: …` above them.

    Raises `ListUnreadable` or `OSError`.
    """
    text = _text(path)
    told = next((match[1].strip() for line in text.splitlines() if (match := _SOURCE.fullmatch(line))), None)
    lines = _lines(path)
    head = [cell.strip().casefold() for cell in _cells(lines[0][1], _delimiter(lines[0][1]))] if lines else []
    if "number" not in head or "population" not in head:
        raise ListUnreadable(path, lines[0][0] if lines else 0, "no-columns")
    delimiter, people = _delimiter(lines[0][1]), {}
    for line_number, line in lines[1:]:
        values = dict(zip(head, _cells(line, delimiter), strict=False))
        number, count = values.get("number", "").strip(), values.get("population", "").translate(_GAPS)
        if not count.isascii() or not count.isdigit() or not number:
            raise ListUnreadable(path, line_number, "no-number", values.get("population", ""))
        people[number] = int(count)
    return Population(people=people, source=told)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise ListUnreadable(path, 0, "not-utf8") from error


def _lines(path: Path) -> list[tuple[int, str]]:
    """The lines that say something, with their numbers; those that begin with # do not."""
    numbered = enumerate(_text(path).splitlines(), 1)
    return [(number, line) for number, line in numbered if line.strip() and not line.lstrip().startswith("#")]


def _delimiter(head: str) -> str:
    return max(_DELIMITERS, key=head.count)


def _cells(line: str, delimiter: str) -> list[str]:
    return next(csv.reader([line], delimiter=delimiter))
