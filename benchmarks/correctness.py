"""Whether what was built after a change shows the change, on every page that should."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

from benchmarks.model import AGENCIES, PAGE_SIZE, STATUSES, Goal, Model

_UNSEEN = re.compile(r"<(script|style|title)\b.*?</\1>|<[^>]*>", re.DOTALL)
_FIRST_STATUS = re.compile(rf"Measure number 1 for .*?\b({'|'.join(STATUSES)})\b")
_FIRST = re.compile(r"\bM00001\b|Measure number 1 for ")


def words_of(path: Path) -> str:
    """What a reader sees of a page, on one line; nothing where there is no such page."""
    if not path.is_file():
        return ""
    return " ".join(unescape(_UNSEEN.sub(" ", path.read_text(encoding="utf-8"))).split())


def verdicts(kind: str, out: Path, before: Model, after: Model) -> dict[str, bool]:
    """For the table, the page by agency, and the goal pages: whether they show the plan as it is `after`."""
    first = after.measures[0]
    table, matrix = _pages(kind, out, first.owner)
    return {
        "table": _first_status(words_of(table)) == first.status,
        "matrix": _matrix_is_right(kind, words_of(matrix), after),
        "goals": all(_goal_is_right(kind, out, goal, after) for goal in _touched(before, after)),
    }


def _pages(kind: str, out: Path, owner: str) -> tuple[Path, Path]:
    if kind == "plankit":
        return out / "measures.html", out / "agencies" / f"{owner}.html"
    return out / "table.html", out / "matrix.html"


def _first_status(words: str) -> str:
    found = _FIRST_STATUS.search(words)
    return found[1] if found else ""


def _matrix_is_right(kind: str, words: str, model: Model) -> bool:
    first = model.measures[0]
    if kind == "plankit":
        return _first_status(words) == first.status
    if kind == "plankit_ext":
        found = re.search(rf"{first.owner}, {first.status} #?(.*?)(?:{'|'.join(AGENCIES)}), ", words)
        count = f"{model.count(first.owner, first.status)} measure"
        return bool(found and count in found[1] and _FIRST.search(found[1]))
    counts = " ".join(str(model.count(first.owner, status)) for status in STATUSES)
    return f"{first.owner} {counts} " in f"{words} "


def _touched(before: Model, after: Model) -> list[Goal]:
    names = set(before.measures[0].goals) ^ set(after.measures[0].goals)
    return [goal for goal in after.goals if goal.id in names]


def _goal_is_right(kind: str, out: Path, goal: Goal, model: Model) -> bool:
    page = f"goals{model.goals.index(goal) // PAGE_SIZE:04d}.html"
    words = words_of(out / "areas" / page if kind == "plankit" else out / page)
    # A title stands in lists of contents too; what a goal's own card holds comes before the next goal's title.
    sections = [after.partition("Goal number ")[0] for after in words.split(goal.title)[1:]]
    shown = any(_FIRST.search(section) for section in sections)
    return bool(sections) and shown == (goal.id in model.measures[0].goals)


def differing_files(one: Path, other: Path) -> list[str]:
    """Names of files that are not in both folders with the same bytes; Sphinx's own memory does not count."""
    names = sorted({*_names(one), *_names(other)})
    return [name for name in names if _bytes(one / name) != _bytes(other / name)]


def _names(folder: Path) -> Iterator[str]:
    for path in folder.rglob("*"):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and not name.startswith(".doctrees/"):
            yield name


def _bytes(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None
