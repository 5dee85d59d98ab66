"""The known word that a misspelt one was most likely meant to be."""

from __future__ import annotations

import difflib
from collections.abc import Sequence


def nearest(word: str, known: Sequence[str]) -> str | None:
    """The one of `known` that is closest to `word`; `None` if none is close."""
    by_folded = {one.casefold(): one for one in reversed(known)}
    close = difflib.get_close_matches(word.casefold(), by_folded, n=1, cutoff=0.6)
    return by_folded[close[0]] if close else None
