"""How hard a text is to read, by LIX: words a sentence plus the share of words with more than six letters.

Björnsson, Läsbarhet (1968), made it for Swedish, and it is used for Norwegian in the same way: below 30 very easy, to 40
easy, to 50 of middling difficulty, to 60 hard. English has shorter words, so the same text counts some five less; the
limits here are our own choice, for texts that somebody hears read aloud once.
"""

from __future__ import annotations

import re

LIMITS = {"nb": 45, "nn": 45, "sv": 45, "en": 40}
"""Above it a text is told to be hard."""
LEAST_WORDS = 30
"""Shorter texts say nothing: one long word would make them hard."""
_LONG = 6
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_END = re.compile(r"[.!?:…]+(?=\s|$|[\"'”’»)])|\n\s*\n|\n\s*[-*]\s")


def lix(text: str) -> int | None:
    """The readability index of a text; `None` where it has too few words to tell."""
    words = _WORD.findall(text)
    if len(words) < LEAST_WORDS:
        return None
    sentences = sum(1 for one in _END.split(text) if _WORD.search(one))
    long = sum(1 for one in words if len(one) > _LONG)
    return round(len(words) / max(sentences, 1) + 100 * long / len(words))


def is_hard(text: str, language: str) -> int | None:
    """The index of a text that is too hard to read in its language; `None` where it is not."""
    index = lix(text)
    return index if index is not None and index > LIMITS.get(language, LIMITS["nb"]) else None
