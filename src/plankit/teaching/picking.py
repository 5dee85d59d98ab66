"""Choosing among questions and choices, so that the same subject always gets the same ones, well spread."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

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
    return tuple(slice(one, two) for one, two in zip(starts, starts[1:], strict=False) if two - one >= least)


def spread(subject: Subject, name: str, asked: Iterable[Asked], limit: int) -> tuple[Question, ...]:
    """At most `limit` of the questions that are for the kit's audience, in their order.

    They are spread over what they are about, then over kinds, objectives and audiences; chance settles the rest.
    A question that is asked in the same words of two things is left out, since its answer would not be known.
    """
    fitting = _told_apart([one for one in asked if subject.is_for(one.question.audiences)])
    if subject.everything:
        return tuple(one.question for one in fitting)
    left = list(range(len(fitting)))
    subject.dice(name).shuffle(left)
    seen: Counter[str] = Counter()
    chosen: list[int] = []
    while left and len(chosen) < limit:
        best = min(left, key=lambda place: _weight(seen, fitting[place]))
        left.remove(best)
        chosen.append(best)
        seen.update(_marks(fitting[best]))
    return tuple(fitting[place].question for place in sorted(chosen))


def _told_apart(asked: list[Asked]) -> list[Asked]:
    words = Counter((one.question.kind, same(one.question.text)) for one in asked)
    found: dict[str, Asked] = {}
    for one in asked:
        question = one.question
        if question.kind in SHARED_TEXT or words[question.kind, same(question.text)] == 1:
            found.setdefault(question.id, one)
    return list(found.values())


def _marks(asked: Asked) -> tuple[str, ...]:
    question = asked.question
    return (
        f"about {asked.about}",
        f"kind {question.kind}",
        *(f"objective {one}" for one in question.objectives),
        *(f"audience {one}" for one in question.audiences),
    )


def _weight(seen: Counter[str], asked: Asked) -> tuple[int, float]:
    about, *others = _marks(asked)
    return seen[about], sum(seen[mark] for mark in others) / len(others)
