"""How the cells of a workbook look."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook

INK, PAPER, LINE = "#1B2733", "#FFFFFF", "#C3CBD3"
HEAD, HEAD_LOCKED = "#1F4E5F", "#5C6B73"
OPEN, LOCKED = "#FFF9DB", "#F0F2F4"
LETTERS = {"A": "#BBD9E6", "R": "#CDE7D0", "S": "#E9EEF2"}
"""What sets the letters of the matrix off, besides being there."""
DATE_FORMAT = "yyyy-mm-dd"
STARTS_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the start of a formula."""

_CELL = {"font_size": 10, "font_color": INK, "valign": "top", "border": 1, "border_color": LINE}

_WORDS: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 18, "font_color": HEAD},
    "one-line": {"bold": True, "font_size": 18, "font_color": HEAD, "text_wrap": False},
    "heading": {"bold": True, "font_size": 13, "font_color": HEAD, "valign": "bottom"},
    "label": {"bold": True},
    "open": {"bg_color": OPEN, "border": 1, "border_color": LINE},
    "locked": {"bg_color": LOCKED, "border": 1, "border_color": LINE},
}


class Styles:
    """The formats of one workbook, each made once."""

    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        self._made: dict[tuple[tuple[str, Any], ...], Format] = {}

    def _format(self, **wanted: Any) -> Format:
        key = tuple(sorted(wanted.items()))
        if key not in self._made:
            self._made[key] = self._workbook.add_format(wanted)
        return self._made[key]

    def cell(
        self, text: str, *, is_open: bool, is_day: bool = False, is_centred: bool = False, is_id: bool = False
    ) -> Format:
        """A cell that may be changed, or not; a text that looks like a formula stays a text."""
        wanted: dict[str, Any] = {
            **_CELL,
            "bg_color": OPEN if is_open else LOCKED,
            "locked": not is_open,
            "text_wrap": not is_id,
            "num_format": DATE_FORMAT if is_day else "@",
            "align": "center" if is_centred else "left",
            "indent": 0 if is_centred or is_id else 1,
        }
        if text.startswith(STARTS_FORMULA):
            wanted["quote_prefix"] = True
        return self._format(**wanted)

    def figure(self, *, is_open: bool, pattern: str = "0") -> Format:
        """A cell that holds a number to reckon with, or a word in its place."""
        return self._format(
            **_CELL,
            bg_color=OPEN if is_open else LOCKED,
            locked=not is_open,
            num_format=pattern,
            align="center",
        )

    def heading(self, *, is_open: bool, is_upright: bool) -> Format:
        """A heading of a column; those of columns that may be changed are darker."""
        wanted: dict[str, Any] = {
            **_CELL,
            "bold": True,
            "font_color": PAPER,
            "bg_color": HEAD if is_open else HEAD_LOCKED,
            "text_wrap": not is_upright,
            "num_format": "@",
            "valign": "bottom" if is_upright else "vcenter",
        }
        if is_upright:
            wanted |= {"rotation": 90, "align": "center"}
        return self._format(**wanted)

    def letter(self, colour: str) -> Format:
        """What is put over a cell of the matrix that holds a certain letter."""
        return self._format(bold=True, bg_color=colour)

    def words(self, kind: str) -> Format:
        """A line of the sheet that explains: `title`, `heading`, `text`, `label`, `open` or `locked`."""
        wanted: dict[str, Any] = {"font_size": 11, "font_color": INK, "text_wrap": True, "valign": "top"}
        wanted |= _WORDS.get(kind, {})
        return self._format(**wanted, num_format="@")


@lru_cache(maxsize=4096)
def lines_of(text: str, width: int) -> int:
    """About how many lines the text takes in a column of that width."""
    return sum(-(-max(1, len(line)) // max(1, width - 1)) for line in text.split("\n"))
