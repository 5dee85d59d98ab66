"""The script of a session for whoever leads it: minute by minute what to do and say; and the answers, kept apart."""

from __future__ import annotations

from collections.abc import Iterator

from plankit.language import N_
from plankit.papers.blocks import Block, Chapter, Document, Heading, Listing, Span
from plankit.papers.teaching_branching import plan_way
from plankit.papers.teaching_cases import case_notes, warned
from plankit.papers.teaching_dilemmas import dilemma_notes
from plankit.papers.teaching_frame import Frame, line
from plankit.papers.teaching_questions import answer_chapters, answered, numbers
from plankit.teaching.exercise import BranchingCase, CaseTold, DilemmaCard, Hunt, Question, TableTop
from plankit.teaching.kit import Kit
from plankit.teaching.programme import Programme, ProgrammeItem, programme

SCRIPT, ANSWERS = N_("Script for whoever leads"), N_("Answers and notes")
ONLY_LEADERS = N_("Only for whoever leads: answers stand here. Do not hand it out.")
OWN_EXPERIENCE = (
    N_("Thank for being told. Say that it was right to tell."),
    N_("Do not ask for more in front of the others. Offer to talk apart, in the pause or afterwards."),
    N_("Do not promise to keep it to yourself: say early what you may have to pass on, and to whom."),
    N_("Tell where help is, and stay until the other knows what happens next."),
    N_("Nobody writes down what anybody told of themselves."),
)
"""What to do when somebody tells of own experience."""
READY = (
    N_("A room with a door that closes, and a place outside where one can sit alone."),
    N_("Chairs so that three or four can talk together, and that everybody can get out."),
    N_("Two of you who lead: one can go out with somebody who needs it."),
    N_("The plan itself, on paper or on a screen, so that answers can be looked up."),
)
FILES = {
    "case": N_("The sheets “cases”, one for each group"),
    "branching": N_("The sheets “branching”, one for each group"),
    "dilemma": N_("The cards “dilemmas”"),
    "gap-hunt": N_("The sheet “gap-hunt-sheet”, one for each"),
    "table-top": N_("The cards and forms of “table-top”"),
}
"""What is printed for each kind of exercise."""
QUESTIONS = N_("The sheet “worksheet-questions”, one for each")
"""What is printed for every other kind of exercise."""


def script(kit: Kit, size: str = "a4") -> Document:
    """What to do and say in each minute of the kit's session, with answers and what decides them."""
    frame, session = Frame(kit), programme(kit)
    t = frame.t
    parts = (
        ("before", N_("Before they come"), _before),
        ("programme", N_("The programme"), _programme),
        ("minutes", N_("Minute by minute"), _minutes),
        ("objectives", N_("What the session covers"), _objectives),
    )
    chapters = (
        Chapter(name=name, title=t(title), level=1, blocks=tuple(blocks(frame, session)))
        for name, title, blocks in parts
    )
    front = (line(_only(frame), "warning"), frame.help())
    return frame.paper(t(SCRIPT), chapters, size=size, front=front)


def answers(kit: Kit) -> Document:
    """The answers to every question of the sheet, and the notes to every case and dilemma."""
    frame = Frame(kit)
    t = frame.t
    chapters = list(answer_chapters(frame))
    parts = (
        ("cases", N_("Cases to talk about"), _each(frame, kit.cases)),
        ("branching", N_("Cases step by step"), _each(frame, kit.branching)),
        ("dilemmas", N_("Dilemmas"), _each(frame, kit.dilemmas)),
    )
    chapters += [
        Chapter(name=name, title=t(title), level=1, blocks=blocks) for name, title, blocks in parts if blocks
    ]
    return frame.paper(t(ANSWERS), chapters, front=(line(_only(frame), "warning"),))


def _only(frame: Frame) -> str:
    return frame.t(ONLY_LEADERS)


def _before(frame: Frame, session: Programme) -> Iterator[Block]:
    t = frame.t
    used = dict.fromkeys(FILES.get(one.exercise, QUESTIONS) for one in session.items if one.exercise)
    yield from frame.labelled(t(N_("Room")), map(t, READY))
    yield from frame.labelled(t(N_("Material to print")), (t(one) for one in used))
    yield from frame.labelled(t(N_("If somebody tells of own experience")), map(t, OWN_EXPERIENCE))


def _programme(frame: Frame, session: Programme) -> Iterator[Block]:
    t = frame.t
    rows = [(_when(one), frame.minutes(one.minutes), one.title) for one in session.items]
    total = sum(one.minutes for one in session.items)
    rows.append((t(N_("Sum")), frame.minutes(total), ""))
    heads = (t(N_("Minute")), t(N_("How long")), t(N_("What")))
    yield from frame.table("", heads, tuple(rows))


def _when(one: ProgrammeItem) -> str:
    return f"{one.begins}–{one.begins + one.minutes}"


def _minutes(frame: Frame, session: Programme) -> Iterator[Block]:
    numbered, known = numbers(frame.kit), {one.id: one for one in frame.kit.everything}
    for item in session.items:
        told = f"{_when(item)} · {item.title} ({frame.minutes(item.minutes)})"
        yield Heading(level=2, spans=(Span(text=told),))
        yield line(item.text)
        for name in item.ids:
            one = known.get(name)
            if isinstance(one, Question):
                yield answered(frame, numbered[name], one)
            elif one is not None:
                yield Heading(level=3, spans=(Span(text=one.title),))
                yield from _led(frame, one)


def _led(frame: Frame, one: CaseTold | BranchingCase | DilemmaCard | Hunt | TableTop) -> Iterator[Block]:
    """What is said of an exercise in the session."""
    t = frame.t
    match one:
        case CaseTold():
            yield from warned(frame, one.warning)
            yield from frame.labelled(t(N_("Questions")), one.questions)
            yield from case_notes(frame, one)
        case BranchingCase():
            yield from plan_way(frame, one)
        case DilemmaCard():
            yield from frame.labelled(t(N_("Questions")), one.questions)
            yield from dilemma_notes(frame, one)
        case Hunt():
            yield line(t(N_("The key stands in “gap-hunt-key”, with hints for a group that is stuck.")))
        case TableTop():
            yield from warned(frame, one.warning)
            yield line(t(N_("How it is led, the news and the forms stand in “table-top”.")))


def _each(
    frame: Frame, ones: tuple[CaseTold, ...] | tuple[BranchingCase, ...] | tuple[DilemmaCard, ...]
) -> tuple[Block, ...]:
    """The notes to each of these, under its name."""
    blocks: list[Block] = []
    for one in ones:
        blocks.append(Heading(level=2, spans=(Span(text=one.title),)))
        match one:
            case CaseTold():
                blocks += case_notes(frame, one)
            case BranchingCase():
                blocks += plan_way(frame, one)
            case DilemmaCard():
                blocks += dilemma_notes(frame, one)
    return tuple(blocks)


def _objectives(frame: Frame, session: Programme) -> Iterator[Block]:
    t, title = frame.t, frame.reading.title
    yield from frame.labelled(t(N_("Served by a part of the session")), map(title, session.covered))
    if session.uncovered:
        yield from frame.labelled(t(N_("Not served: take them another time")), map(title, session.uncovered))
    else:
        yield Listing(items=((line(t(N_("Nothing is left out."))),),), plain=True)
