"""Questions as plain text: first all of them, then all the answers, each with what decides it."""

from __future__ import annotations

from collections.abc import Iterator
from string import ascii_lowercase
from typing import TypeVar

from plankit.language import N_
from plankit.teaching.exercise import Question
from plankit.teaching.kit import Kit
from plankit.views.reading import Reading

T = TypeVar("T")
_ASKS = {
    "one": N_("One answer is right."),
    "several": N_("Several answers can be right."),
    "true-false": N_("True or false?"),
    "order": N_("Put the steps in order."),
    "match": N_("What belongs together?"),
    "text": N_("Write the answer."),
    "number": N_("Write a number."),
    "gap": N_("Which word is missing?"),
    "open": N_("Say it in your own words."),
}


def plain_text(kit: Kit) -> str:
    """Every question of the kit, numbered, and below them the answers under the same numbers."""
    return "\n".join(_lines(kit)) + "\n"


def _lines(kit: Kit) -> Iterator[str]:
    reading = kit.subject.reading
    yield reading.words(N_("Questions"))
    yield ""
    for number, question in enumerate(kit.questions, start=1):
        yield f"{number}. {question.text}"
        yield f"   ({reading.words(_ASKS[question.kind])})"
        yield from (f"   {line}" for line in _shown(question))
        yield ""
    yield reading.words(N_("Answers"))
    yield ""
    for number, question in enumerate(kit.questions, start=1):
        yield f"{number}. {right_answer(reading, question)}"
        if question.feedback:
            yield f"   {question.feedback}"
        for one in question.pointers:
            unsure = f" ({reading.words(N_('unconfirmed'))})" if one.unsure else ""
            yield f"   {reading.words(N_('Decided by: {what}')).format(what=one.words)}{unsure}"
        yield ""


def _shown(question: Question) -> Iterator[str]:
    if question.kind == "order":
        for place in question.shown:
            yield f"[ ] {question.steps[place]}"
    elif question.kind == "match":
        yield from (f"{letter}) {left}" for letter, (left, _) in _lettered(question.pairs))
        order = question.shown or tuple(range(len(question.pairs)))
        for number, place in enumerate(order, start=1):
            yield f"{number}) {question.pairs[place][1]}"
    elif question.kind != "true-false":
        yield from (f"{letter}) {one.text}" for letter, one in _lettered(question.choices))
    if question.unit:
        yield f"____ {question.unit}"


def _lettered(some: tuple[T, ...]) -> Iterator[tuple[str, T]]:
    return zip(ascii_lowercase, some, strict=False)


def right_answer(reading: Reading, question: Question) -> str:
    """What is right, in words."""
    if question.kind == "order":
        return " – ".join(question.steps)
    if question.kind == "match":
        return "; ".join(f"{left}: {right}" for left, right in question.pairs)
    if question.kind in ("text", "number"):
        told = " / ".join(question.answers)
        return f"{told} ({question.unit})" if question.unit else told
    if question.kind == "true-false":
        return reading.words(N_("True")) if question.choices[0].right else reading.words(N_("False"))
    if question.kind == "open":
        return reading.words(N_("No one answer is right."))
    return "; ".join(one.text for one in question.choices if one.right)
