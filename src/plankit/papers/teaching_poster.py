"""A poster for a staff room: who does what, first when it is urgent, then when somebody is worried; and help by the hour."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from plankit.language import N_
from plankit.papers.blocks import Block, Chapter, Document, Group, Heading, Inline, Listing, Paragraph, Span
from plankit.papers.teaching_frame import Frame, line
from plankit.papers.teaching_hours import hours_of
from plankit.teaching.kit import Kit
from plankit.teaching.strands import Needed, main_way, needed_strands
from plankit.views.action_card import CardStep
from plankit.views.help import help_box, help_lines
from plankit.walks.words import limit_words

TITLE = N_("Who does what")
_COLUMNS = 2
_MOST_NEVER = 6


class Room(NamedTuple):
    """How much stands on a poster, at most."""

    steps: int
    """Steps of each procedure."""
    worries: int
    """Procedures for worries that are not urgent."""
    helpers: int
    """Who helps, with number and hours."""


ROOMS = (
    Room(4, 3, 9),
    Room(3, 3, 9),
    Room(3, 3, 7),
    Room(2, 3, 6),
    Room(2, 2, 5),
    Room(1, 2, 4),
    Room(1, 1, 3),
    Room(1, 0, 3),
)
"""From much to little: what does not fit a page is tried with the next."""


def poster(kit: Kit, size: str, room: Room = ROOMS[0]) -> Document:
    """The poster for the kit's audience, with as much as `room` says. It names no address."""
    frame = Frame(kit)
    title = " – ".join(part for part in (frame.t(TITLE), frame.audience()) if part)
    chapter = Chapter(name="poster", title=title, level=1, blocks=tuple(_blocks(frame, room)))
    return frame.paper(frame.t(TITLE), (chapter,), kind="poster", size=size)


def _blocks(frame: Frame, room: Room) -> Iterator[Block]:
    yield from _emergency(frame)
    needed = needed_strands(frame.kit)
    chosen = [*[one for one in needed if one.urgent][:1], *_worries(needed)[: room.worries]]
    boxes = [_procedure(frame, one, room.steps) for one in chosen] or _duties(frame)[: 2 * room.worries]
    yield from (_row(boxes[at : at + _COLUMNS]) for at in range(0, len(boxes), _COLUMNS))
    yield from _must_not(frame, chosen)
    yield from frame.table(
        frame.t(N_("Help, and at which hours")),
        (frame.t(N_("Who")), frame.t(N_("Phone")), frame.t(N_("When"))),
        tuple(_help(frame, chosen))[: room.helpers],
    )


def _row(boxes: Iterable[Group]) -> Group:
    return Group(blocks=tuple(boxes), style="side-by-side")


def _emergency(frame: Frame) -> Iterator[Block]:
    """The numbers for those who are in danger now, larger than all else."""
    boxes = [
        Group(
            blocks=(
                Paragraph(spans=(Span(text=_unbroken(one.number or ""), bold=True),), style="number"),
                line(_begun(frame.reading.text(one.name))),
            )
        )
        for one in help_box(frame.reading)
        if one.kind == "emergency"
    ]
    if boxes:
        yield _head(frame.t(N_("In danger now: call. You need not be sure, and need not ask anybody first.")))
        yield _row(boxes)


def _worries(needed: tuple[Needed, ...]) -> list[Needed]:
    """Of each procedure the branch that most cases begin in."""
    found: dict[str, Needed] = {}
    for one in needed:
        if not one.urgent:
            found.setdefault(one.procedure.id, one)
    return list(found.values())


def _procedure(frame: Frame, one: Needed, most: int) -> Group:
    reading, t = frame.reading, frame.t
    blocks: list[Block] = [_head(reading.text(one.procedure.title))]
    if one.strand.title:
        blocks.append(Paragraph(spans=(Span(text=one.strand.title),), style="condition"))
    main = main_way(one.strand)
    blocks.append(Listing(items=tuple(((_step(frame, step)),) for step in main[:most]), plain=True))
    if len(main) > most:
        name = reading.numbered_title(one.procedure.id)
        blocks.append(line(t(N_("More steps stand in the plan: {name}.")).format(name=name), "note"))
    return Group(blocks=tuple(blocks))


def _step(frame: Frame, one: CardStep) -> Paragraph:
    limit = ""
    if one.step.deadline_text or one.step.deadline:
        told = frame.reading.text(one.step.deadline_text)
        limit = told or limit_words(frame.kit.subject.names, one.step.deadline)
    spans = [Span(text=f"{_unbroken(one.number)}\u2002", bold=True)]
    spans += [Span(text=f"{one.who}: ", bold=True)] if one.who else []
    spans.append(Span(text=one.what))
    spans += [Span(text=f" ({limit})")] if limit else []
    number = _unbroken(one.phone)
    spans += [Span(text=f" ☎\u00a0{number}", bold=True)] if number and one.phone not in one.what else []
    return Paragraph(spans=tuple(spans))


def _duties(frame: Frame) -> list[Group]:
    """Where no procedure is known: the duties that the audience learns about."""
    guide, reading = frame.kit.subject.guide, frame.reading
    mine = {
        name for one in guide.objectives if frame.kit.subject.is_for(one.audiences) for name in one.duties
    }
    return [
        Group(
            blocks=(
                _head(_begun(reading.text(one.name))),
                *((line(text),) if (text := reading.text(one.text)) else ()),
            )
        )
        for one in guide.legal_duties
        if one.id in mine
    ]


def _must_not(frame: Frame, needed: list[Needed]) -> Iterator[Block]:
    said = dict.fromkeys(
        text
        for one in needed
        for text in (frame.reading.text(words) for words in one.procedure.must_not)
        if text
    )
    if said:
        rows = tuple((line(text),) for text in tuple(said)[:_MOST_NEVER])
        yield line(frame.t(N_("Never")), "label")
        yield Listing(items=rows, style="must-not")


def _help(frame: Frame, chosen: list[Needed]) -> Iterator[tuple[Inline, Inline, Inline]]:
    """The plan's own services that have a number, those of the procedures above first; then the guide's lines."""
    reading = frame.reading
    seen: set[str] = set()
    named = {step.step.agency for one in chosen for step in one.strand.steps}
    services = sorted(reading.plan.services, key=lambda one: one.agency not in named)
    rows = [(reading.text(one.name), one.phone, hours_of(reading, one)) for one in services]
    rows += [
        (reading.text(one.name), one.number, reading.text(one.hours))
        for one in (*help_box(reading), *help_lines(reading, kinds=("helpline",)))
        if one.kind != "emergency"
    ]
    for name, number, hours in rows:
        if number and number not in seen:
            seen.add(number)
            phone = (Span(text=_unbroken(number), bold=True),)
            yield (Span(text=name),), phone, (Span(text=hours),)


def _head(text: str) -> Heading:
    return Heading(level=2, spans=(Span(text=text),))


def _unbroken(text: str) -> str:
    """A number whose spaces end no line."""
    return text.replace(" ", "\u00a0")


def _begun(text: str) -> str:
    return text[:1].upper() + text[1:]
