"""A condition of the closed vocabulary of cases in words."""

from __future__ import annotations

from plankit.language import N_
from plankit.model.case import Situation
from plankit.views.reading import Reading

KEYS = (
    ("exposed", "target-group", N_("exposed is {words}")),
    ("doors", "door", N_("discovered by {words}")),
    ("severity", "severity", N_("severity is {words}")),
    ("suspects", "suspect", N_("suspected is {words}")),
    ("adaptations", "adaptation", N_("needed is {words}")),
    ("hours", "hours", N_("the hour is {words}")),
)
"""Key of a situation, the list that its words belong to, and how to say it."""


def situation_words(reading: Reading, situation: Situation | None) -> str:
    """What a case must be like, in words; empty where every case fits."""
    if situation is None:
        return ""
    parts = []
    for key, field, words in KEYS:
        asked = [reading.label(field, one) for one in getattr(situation, key)]
        if asked:
            parts.append(reading.words(words).format(words=either(reading, asked)))
    if situation.leader:
        words = reading.words(N_("the leader {words}"))
        parts.append(words.format(words=reading.label("leader", situation.leader)))
    if situation.participants:
        names = [reading.title(one) for one in situation.participants]
        parts.append(reading.words(N_("it happens in {words}")).format(words=either(reading, names)))
    if situation.notes:
        parts.append(reading.text(situation.notes))
    return ", ".join(parts)


def either(reading: Reading, words: list[str]) -> str:
    """The words as one of which one is enough: `a, b or c`."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {reading.words(N_('or'))} {words[-1]}"
