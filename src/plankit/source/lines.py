"""Lines and columns of a text."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property


class Lines:
    r"""Turns offsets in a text into lines and columns.

    Only `\n` ends a line, as in editors; YAML's own count also takes U+0085, U+2028 and U+2029 for line ends.
    """

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _starts(self) -> list[int]:
        starts = [0]
        while (at := self._text.find("\n", starts[-1])) >= 0:
            starts.append(at + 1)
        return starts

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of the character at `offset`; both start at 1."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def line(self, number: int) -> str:
        """The text of a line, without its end."""
        start = self._starts[number - 1]
        end = self._text.find("\n", start)
        return self._text[start : end if end >= 0 else None]
