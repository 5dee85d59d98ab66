"""Where a drawing can be read: in the text, or on a page of its own, on its side or twice as large."""

from __future__ import annotations

from typing import NamedTuple

LARGEST = 0.72
"""Points for each of a drawing's own dots, at most: its letters are then as large as the text."""
SMALLEST = 0.48
"""The same at least: below it the letters of a drawing, 13 dots high, are smaller than six points."""


class Sheet(NamedTuple):
    """A kind of page: its name, and the room on it in points."""

    name: str
    width: float
    height: float


SHEETS = (
    Sheet("", 459, 640),
    Sheet("a4-wide", 773, 470),
    Sheet("a3", 773, 1060),
    Sheet("a3-wide", 1122, 710),
)
"""The text's own page, and those that a drawing can have for itself, the smallest first."""


def sheet_for(width: float, height: float, *, alone: bool) -> tuple[str, float]:
    """The sheet for a drawing of that size, and points for each of its dots.

    It is the first sheet on which the drawing can be read, else the one that shows it largest. Where it cannot stand
    `alone`, it stays in the text.
    """
    choice = SHEETS if alone else SHEETS[:1]
    scales = [(min(LARGEST, sheet.width / width, sheet.height / height), sheet.name) for sheet in choice]
    found = next(((scale, name) for scale, name in scales if scale >= SMALLEST), max(scales))
    return found[1], round(found[0], 4)
