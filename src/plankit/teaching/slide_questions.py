"""A question as two slides: one that asks and says nothing of the answer, and one that answers."""

from __future__ import annotations

from collections.abc import Iterator
from string import ascii_uppercase

from plankit.language import N_, translate
from plankit.teaching.exercise import Question
from plankit.teaching.slide import (
    Alternative,
    Alternatives,
    Block,
    Bullets,
    Notes,
    Paragraph,
    Slide,
    Table,
    pointer_words,
)
from plankit.teaching.slide_fit import briefly

RIGHT, WRONG = N_("Right"), N_("Not right")
_MOST_SAID = 160
"""Letters of what is said of a choice on the slide; all of it stands in the notes."""
_HOW = {
    "one": N_("One answer is right."),
    "several": N_("Several answers may be right."),
    "true-false": N_("True or false?"),
    "order": N_("Put these in the right order."),
    "match": N_("What belongs together? Join letters and numbers."),
    "text": N_("Answer in a word or two."),
    "number": N_("Answer with a number."),
    "gap": N_("Which words belong in the gap?"),
    "open": N_("Talk two and two. There is no list of right answers."),
}


def letter(place: int) -> str:
    """The letter of an alternative: A, B, … Z, A1, B1 …"""
    rest, at = divmod(place, len(ascii_uppercase))
    return f"{ascii_uppercase[at]}{rest or ''}"


def question_slides(language: str, question: Question, name: str, title: str) -> Iterator[Slide]:
    """The slide that asks, named `name`, and the one that answers, named `name-answer`. No minutes are given out."""
    answer = f"{name}-answer"
    how = Paragraph(text=translate(_HOW[question.kind], language), style="small")
    told = tuple(answers(question))
    notes = Notes(answers=(*told, *_why(question)), pointers=question.pointers)
    asked = Paragraph(text=question.text, style="lead")
    yield Slide(
        id=name,
        title=title,
        kind="question",
        blocks=(asked, *_asked(language, question, answer), how),
        notes=notes,
    )
    yield Slide(
        id=answer,
        title=translate(N_("Answer: {title}"), language).format(title=title),
        kind="answer",
        # An open question without a word on it has an answer slide all the same: it is time to hear some.
        blocks=tuple(_answered(language, question))
        or (Paragraph(text=translate(N_("Hear some of the answers."), language)),),
        notes=Notes(answers=tuple(_each_why(question)), pointers=question.pointers),
    )


def _each_why(question: Question) -> Iterator[str]:
    for place, choice in enumerate(question.choices):
        if choice.feedback:
            yield f"{letter(place)}: {choice.feedback}"


def answers(question: Question) -> Iterator[str]:
    """Every right answer in words, in order; of an open question none."""
    for place, choice in enumerate(question.choices):
        if choice.right:
            yield f"{letter(place)}: {choice.text}"
    if question.kind == "order":
        yield from (f"{number}. {step}" for number, step in enumerate(question.steps, start=1))
    yield from (f"{left} – {right}" for left, right in question.pairs)
    yield from (f"{one} {question.unit}".strip() for one in question.answers)


def _why(question: Question) -> tuple[str, ...]:
    return (question.feedback,) if question.feedback else ()


def _asked(language: str, question: Question, answer: str) -> Iterator[Block]:
    if question.choices:
        yield Alternatives(
            items=tuple(
                Alternative(sign=letter(place), text=choice.text, leads=answer)
                for place, choice in enumerate(question.choices)
            )
        )
    if question.kind == "order":
        yield Alternatives(
            items=tuple(
                Alternative(sign=letter(place), text=question.steps[at])
                for place, at in enumerate(question.shown)
            )
        )
    if question.kind == "match":
        yield Table(
            caption=question.text,
            head=_pair_heads(language),
            rows=tuple(
                (f"{place + 1}. {question.pairs[place][0]}", f"{letter(place)}: {question.pairs[at][1]}")
                for place, at in enumerate(question.shown)
            ),
        )


def _answered(language: str, question: Question) -> Iterator[Block]:
    if question.choices:
        yield Alternatives(
            items=tuple(
                Alternative(
                    sign=letter(place),
                    text=choice.text,
                    right=choice.right,
                    mark=translate(RIGHT if choice.right else WRONG, language),
                    said=briefly(choice.feedback, _MOST_SAID),
                )
                for place, choice in enumerate(question.choices)
            )
        )
    elif question.kind == "order":
        yield Bullets(items=question.steps, ordered=True)
    elif question.kind == "match":
        yield Table(caption=question.text, head=_pair_heads(language), rows=question.pairs)
    elif question.answers:
        yield Paragraph(text=f"{question.answers[0]} {question.unit}".strip(), style="lead")
    said = {choice.feedback for choice in question.choices}
    if question.feedback not in {"", *said}:
        yield Paragraph(text=question.feedback)
    yield from decides(language, question)


def _pair_heads(language: str) -> tuple[str, str]:
    return translate(N_("This"), language), translate(N_("Belongs together with"), language)


def decides(language: str, question: Question) -> Iterator[Paragraph]:
    """What decides the answer, in a line; nothing where nothing does."""
    if question.pointers:
        words = "; ".join(pointer_words(language, one) for one in question.pointers)
        yield Paragraph(
            text=translate(N_("What decides: {where}"), language).format(where=words), style="small"
        )
