"""The questions of a kit on paper: a sheet to answer on, and apart from it the answers under the same numbers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from plankit.language import N_
from plankit.papers.blocks import (
    Block,
    Cell,
    Chapter,
    Document,
    Group,
    Inline,
    Listing,
    Paragraph,
    Span,
    Table,
)
from plankit.papers.teaching_frame import Frame, letter, line, write_lines
from plankit.teaching.exercise import Question
from plankit.teaching.kit import Kit
from plankit.teaching.programme import programme

TITLE, ANSWERS = N_("Questions"), N_("Answers to the questions")
_BOX = "______"
"""Where a letter or number is written inside a line."""


class Section(NamedTuple):
    """Questions under one heading, each with its number."""

    name: str
    title: str
    questions: tuple[tuple[int, Question], ...]


def sections(kit: Kit) -> tuple[Section, ...]:
    """The questions of the kit's session, part by part, then the others by their kind. Each question stands once."""
    t = kit.subject.reading.words
    by_id = {one.id: one for one in kit.questions}
    found: list[tuple[str, list[Question]]] = []
    for item in programme(kit).items:
        here = [by_id.pop(name) for name in item.ids if name in by_id]
        if here:
            found.append((t(N_("In this session: {title}")).format(title=item.title), here))
    for kind in dict.fromkeys(one.exercise for one in by_id.values()):
        label = kit.subject.reading.label("exercise", kind)
        more = [one for one in by_id.values() if one.exercise == kind]
        found.append((t(N_("More to choose from: {title}")).format(title=label), more))
    made, number = [], 0
    for place, (title, ones) in enumerate(found, start=1):
        made.append(Section(f"part-{place}", title, tuple(enumerate(ones, start=number + 1))))
        number += len(ones)
    return tuple(made)


def numbers(kit: Kit) -> dict[str, int]:
    """The number of each question on the sheet, by its id."""
    return {one.id: number for section in sections(kit) for number, one in section.questions}


def question_sheet(kit: Kit, size: str = "a4") -> Document:
    """The questions with boxes and lines to write. It holds no answer and no feedback."""
    frame = Frame(kit)
    chapters = (
        Chapter(
            name=one.name,
            title=one.title,
            level=1,
            blocks=tuple(asked(frame, number, question) for number, question in one.questions),
        )
        for one in sections(kit)
    )
    front = (
        frame.help(),
        line(frame.t(N_("Tick the box, or write in it or on the line. The answers are with whoever leads."))),
    )
    return frame.paper(frame.t(TITLE), chapters, size=size, front=front)


def answer_chapters(frame: Frame) -> Iterator[Chapter]:
    """The answers, under the numbers and heads of the sheet."""
    for one in sections(frame.kit):
        blocks = tuple(answered(frame, number, question) for number, question in one.questions)
        yield Chapter(name=one.name, title=one.title, level=1, blocks=blocks)


def asked(frame: Frame, number: int, one: Question) -> Group:
    """A question as learners get it."""
    return Group(blocks=(_lead(number, one), *_room(frame, one)), style="question")


def _lead(number: int, one: Question) -> Paragraph:
    spans = (Span(text=f"{number}. ", bold=True), Span(text=one.text, bold=True))
    return Paragraph(spans=spans, style="step")


def _room(frame: Frame, one: Question) -> Iterator[Block]:
    """Where the answer is written."""
    match one.kind:
        case "one" | "gap" | "true-false":
            yield _ticks(tuple(choice.text for choice in one.choices))
        case "several":
            yield line(frame.t(N_("Tick all that are right.")), "note")
            yield _ticks(tuple(choice.text for choice in one.choices))
        case "order":
            yield line(frame.t(N_("Write in each box which place the step has: 1 is the first.")), "note")
            yield _ticks(tuple(one.steps[place] for place in one.shown))
        case "match":
            yield line(frame.t(N_("Write the letter of what belongs to it on each line.")), "note")
            yield _two_columns(frame, one)
        case "number":
            # An empty cell of a form: the unit stands behind the line.
            yield line(f"{_BOX} {one.unit}".rstrip())
        case "text":
            yield from write_lines(1)
        case _:
            yield from write_lines(4)


def _ticks(texts: tuple[str, ...]) -> Listing:
    items = tuple(((_lettered(place, text)),) for place, text in enumerate(texts))
    return Listing(items=items, style="ticks")


def _lettered(place: int, text: str) -> Paragraph:
    return Paragraph(spans=(Span(text=f"{letter(place)}\u2002", bold=True), Span(text=text)))


def _two_columns(frame: Frame, one: Question) -> Table:
    """The left sides in their order, each with a line; the right sides as they are shown, each with its letter."""
    head = tuple(
        Cell(blocks=(line(words),), header="col")
        for words in (frame.t(N_("This …")), frame.t(N_("… belongs to")))
    )
    rows = tuple(
        (
            Cell(blocks=(line(f"{_BOX} {left}"),)),
            Cell(blocks=(_lettered(place, one.pairs[one.shown[place]][1]),)),
        )
        for place, (left, _) in enumerate(one.pairs)
    )
    return Table(head=(head,), body=rows)


def answered(frame: Frame, number: int, one: Question) -> Group:
    """A question with its answer, why, and what decides it."""
    blocks: list[Block] = [_lead(number, one), *_answer(frame, one)]
    if one.feedback:
        blocks.append(line(one.feedback))
    blocks += frame.pointers(one.pointers)
    return Group(blocks=tuple(blocks), style="question")


def _answer(frame: Frame, one: Question) -> Iterator[Block]:
    t = frame.t
    match one.kind:
        case "one" | "several" | "gap" | "true-false":
            right = [_choice(place, choice.text) for place, choice in enumerate(one.choices) if choice.right]
            told = right or [(Span(text=t(N_("None of them."))),)]
            yield Paragraph(spans=_joined(t(N_("Right:")), told))
            why = tuple(
                (Paragraph(spans=(Span(text=f"{letter(place)} ", bold=True), Span(text=choice.feedback))),)
                for place, choice in enumerate(one.choices)
                if choice.feedback
            )
            if why:
                yield Listing(items=why, plain=True)
        case "order":
            where = {step: place for place, step in enumerate(one.shown)}
            yield line(f"{t(N_('Right order:'))}", bold=True)
            steps = ((_lettered(where[place], step),) for place, step in enumerate(one.steps))
            yield Listing(items=tuple(steps), ordered=True)
        case "match":
            where = {pair: place for place, pair in enumerate(one.shown)}
            told = [
                (Span(text=f"{left}: "), *_choice(where[place], right))
                for place, (left, right) in enumerate(one.pairs)
            ]
            yield Paragraph(spans=_joined(t(N_("Right:")), told))
        case "text" | "number":
            words = f" {t(N_('or'))} ".join(one.answers)
            unit = f" ({one.unit})" if one.unit else ""
            yield Paragraph(spans=_joined(t(N_("Right:")), [(Span(text=f"{words}{unit}"),)]))
        case _:
            yield line(t(N_("Anything may be answered.")))


def _choice(place: int, text: str) -> Inline:
    return (Span(text=f"{letter(place)} ", bold=True), Span(text=text))


def _joined(label: str, parts: list[Inline]) -> Inline:
    spans = [Span(text=f"{label} ", bold=True)]
    for place, one in enumerate(parts):
        spans += [Span(text="; ")] if place else []
        spans += one
    return tuple(spans)
