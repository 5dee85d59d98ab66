"""Choosing among questions and choices, so that the same subject always gets the same ones, well spread."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from plankit.model.base import Translated
from plankit.teaching.exercise import Question
from plankit.teaching.subject import Subject

SHARED_TEXT = ("order", "match")
"""Kinds of question that may be asked in the same words of different things."""


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A question, and what it is about, so that not all of a kit is about the same."""

    about: str
    question: Question


def on_one_line(subject: Subject, text: str | Translated | None) -> str:
    """A text in the language of the kit, on one line; empty where there is none."""
    return " ".join(subject.reading.text(text).split())


def same(text: str) -> str:
    """What is the same of two texts that a reader takes for one."""
    return " ".join(text.casefold().split()).strip(" .:;,!")


def all_differ(texts: Sequence[str]) -> bool:
    """Whether no two of the texts look the same, and none is empty."""
    seen = [same(text) for text in texts]
    return all(seen) and len(set(seen)) == len(seen)


def mixed(dice: random.Random, count: int) -> tuple[int, ...]:
    """The places from 0 in another order than their own; there must be two at least."""
    places = list(range(count))
    while True:
        dice.shuffle(places)
        if places != sorted(places):
            return tuple(places)


def pieces(count: int, *, least: int, most: int) -> tuple[slice, ...]:
    """A row of so many things cut into stretches of nearly one size; none where there are too few of them."""
    if count < least:
        return ()
    parts = -(-count // most)
    size, longer = divmod(count, parts)
    starts = [number * size + min(number, longer) for number in range(parts + 1)]
    return tuple(slice(one, two) for one, two in pairwise(starts) if two - one >= least)


def spread(subject: Subject, name: str, *families: tuple[Iterable[Asked], int]) -> tuple[Question, ...]:
    """Of each family of questions as many as stand beside it, as far as they are for the kit's audience, in their order.

    They are spread over what they are about, then over kinds, objectives and audiences; chance settles the rest. Where
    one family has too few, others have more. A question that is asked in the same words of two things is left out,
    since its answer would not be known.
    """
    known = _told_apart(
        [(number, one) for number, (some, _) in enumerate(families) for one in some if _is_for(subject, one)]
    )
    picked = _Picked(known, subject.dice(name))
    for number, (_, count) in enumerate(families):
        picked.take(count, number)
    picked.take(sum(count for _, count in families) - len(picked.chosen))
    return tuple(known[place][1].question for place in sorted(picked.chosen))


def _is_for(subject: Subject, asked: Asked) -> bool:
    return subject.is_for(asked.question.audiences)


class _Picked:
    """What has been chosen so far, by place."""

    def __init__(self, known: list[tuple[int, Asked]], dice: random.Random) -> None:
        self.chosen: list[int] = []
        self._known = known
        self._left = list(range(len(known)))
        self._seen: Counter[str] = Counter()
        dice.shuffle(self._left)

    def take(self, count: int, family: int | None = None) -> None:
        """Choose so many more, of a family or of all: always what differs most from what is there."""
        for _ in range(count):
            left = [place for place in self._left if family is None or self._known[place][0] == family]
            if not left:
                return
            best = min(left, key=lambda place: _weight(self._seen, self._known[place][1]))
            self._left.remove(best)
            self.chosen.append(best)
            self._seen.update(_marks(self._known[best][1]))


def _told_apart(asked: list[tuple[int, Asked]]) -> list[tuple[int, Asked]]:
    words = Counter((one.question.kind, same(one.question.text)) for _, one in asked)
    found: dict[str, tuple[int, Asked]] = {}
    for family, one in asked:
        question = one.question
        if question.kind in SHARED_TEXT or words[question.kind, same(question.text)] == 1:
            found.setdefault(question.id, (family, one))
    return list(found.values())


def _marks(asked: Asked) -> tuple[str, ...]:
    question = asked.question
    return (
        f"about {asked.about}",
        f"kind {question.kind}",
        *(f"true {one.right}" for one in question.choices[:1] if question.kind == "true-false"),
        *(f"objective {one}" for one in question.objectives),
        *(f"audience {one}" for one in question.audiences),
    )


def _weight(seen: Counter[str], asked: Asked) -> tuple[int, float]:
    about, *others = _marks(asked)
    return seen[about], sum(seen[mark] for mark in others) / len(others)
