"""What it checks
    A case or question in a teacher's file holds the name of a municipality, or what looks like the full name of a
    person. The second is a guess: two words in a row with capital letters that are no known agency.

Why it matters
    Cases are made up. In a small place a name, or the place itself, points at somebody, and somebody in the room may
    know whom (GDPR articles 5 and 6).

Bad
    ~~~{plan-case} bus
    A girl on the bus to Tromsø tells that Kari Nordmann is hit at home.
    ~~~

Good
    ~~~{plan-case} bus
    A girl on the bus tells that her friend is hit at home.
    ~~~
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from plankit.findings import Severity
from plankit.language import N_
from plankit.model.lesson import OwnCase, OwnExercise
from plankit.places.tables import COUNTRIES, municipalities
from plankit.rules.base import Hit, Rule, Subject
from plankit.rules.names import known_words, name_in
from plankit.rules.taught import Own, hit, own

_BEFORE = re.compile(r"[^\W\d_][,;:]?\s+$|\d\s+$")
"""What stands before a word that begins no sentence."""


@lru_cache(maxsize=1)
def _names() -> re.Pattern[str]:
    """The name of any municipality, long names first, as whole words."""
    found = {name for country in COUNTRIES for place in municipalities(country) for name in place.names}
    return re.compile(r"\b(?:" + "|".join(map(re.escape, sorted(found, key=len, reverse=True))) + r")\b")


def find(subject: Subject) -> Iterator[Hit]:
    """The first name in each case or question that holds one."""
    known = known_words(subject) if subject.lessons else set()
    for lesson, one in own(subject):
        for text in _texts(subject, one):
            name = _place_in(text) or name_in(text, known)
            if name:
                yield hit(lesson, one.line, name=name)
                break


def _texts(subject: Subject, one: Own) -> Iterator[str]:
    if isinstance(one, OwnExercise):
        return
    if isinstance(one, OwnCase):
        told = (one.title, one.story, one.warning, *one.questions, *one.mistakes)
        yield from (subject.text(text) for text in told if text)
        return
    yield one.text
    yield from (choice.text for choice in one.choices)


def _place_in(text: str) -> str | None:
    """The first municipality named inside a sentence: at its beginning, many names are words like any other."""
    for match in _names().finditer(text):
        if _BEFORE.search(text[: match.start()]):
            return match[0]
    return None


RULE = Rule(
    code="PK853",
    name="case-names-somebody",
    severity=Severity.WARNING,
    message=N_("“{name}” looks like a real place or a person; cases are made up and name nobody."),
    hint=N_("Write the role instead: a pupil, a neighbour, the nearest town."),
    check=find,
)
