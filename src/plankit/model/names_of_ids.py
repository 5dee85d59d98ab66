"""Ids made of words: what a person would call an entry in a file."""

from __future__ import annotations

import re
import unicodedata

_LETTERS = str.maketrans(
    {"æ": "ae", "ø": "o", "å": "a", "ä": "a", "ö": "o", "đ": "d", "ŋ": "n", "ŧ": "t", "ß": "ss"}
)
LONGEST = 40


def id_of_words(words: str) -> str:
    """ASCII letters, digits and hyphens, whole words as far as they fit; empty where the words hold no letter."""
    folded = unicodedata.normalize("NFKD", words.lower().translate(_LETTERS))
    plain = re.sub(r"[^a-z0-9]+", "-", folded.encode("ascii", "ignore").decode()).strip("-")
    if len(plain) <= LONGEST:
        return plain
    cut = plain[: LONGEST + 1].rpartition("-")[0]
    return cut or plain[:LONGEST]
