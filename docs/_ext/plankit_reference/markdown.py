"""Markdown from values."""

from __future__ import annotations

import re
from collections.abc import Iterable

_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")


def plain(text: str) -> str:
    """`text` on one line, in which nothing counts as Markdown."""
    return _PUNCTUATION.sub(r"\\\1", " ".join(text.split()))


def named(words: str, name: str) -> str:
    """`words` as code that can be linked to by `name`."""
    return f"[`{words}`]{{#{name}}}"


def table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A table; a `|` in a cell stays one."""
    heads = list(heads)
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join("| " + " | ".join(_cell(cell) for cell in line) + " |" for line in lines) + "\n"


def _cell(text: str) -> str:
    return re.sub(r"(?<!\\)\|", r"\\|", " ".join(text.split()))


def block(text: str, language: str = "text") -> str:
    """`text` as it is."""
    return f"```{language}\n{text}\n```\n"
