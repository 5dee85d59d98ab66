"""The cases of a kit on paper: a case a sheet, and apart from it what whoever leads needs."""

from __future__ import annotations

from collections.abc import Iterator

from plankit.language import N_
from plankit.papers.blocks import Block, Chapter, Document, Facts, Listing, Paragraph, Span
from plankit.papers.teaching_frame import Frame, line, write_lines
from plankit.teaching.exercise import CaseTold
from plankit.teaching.kit import Kit

TITLE = N_("Cases to talk about")


def case_sheet(kit: Kit, size: str = "a4") -> Document | None:
    """Each case on a sheet of its own; `None` where the kit has none. No sheet tells what the plan says."""
    frame = Frame(kit)
    if not kit.cases:
        return None
    chapters = (
        Chapter(name=one.id, title=one.title, level=1, blocks=tuple(_sheet(frame, one, size)))
        for one in kit.cases
    )
    return frame.paper(frame.t(TITLE), chapters, kind="leaves", size=size)


def _sheet(frame: Frame, one: CaseTold, size: str) -> Iterator[Block]:
    t = frame.t
    yield frame.help()
    yield from warned(frame, one.warning)
    fictional = t(N_("The case is made up. Nobody in it exists."))
    yield line(f"{fictional} {t(N_('Time: {minutes}.')).format(minutes=frame.minutes(one.minutes))}", "note")
    yield from frame.prose(one.story, one.id)
    yield from facts(one)
    if one.questions:
        yield line(t(N_("Talk about")), "label")
        words = sum(map(len, (one.story, one.warning, *one.questions)))
        room = write_lines(frame.room(size, words, questions=len(one.questions), facts=len(one.facts)))
        yield Listing(items=tuple((line(question), *room) for question in one.questions), ordered=True)
    yield frame.help()


def warned(frame: Frame, warning: str) -> Iterator[Block]:
    """What the case touches on, and that anybody may leave; a warning says that itself, and here how."""
    pause = frame.t(N_("Whoever goes out need not say why, and may come back at any time."))
    label = frame.t(N_("Before you read:"))
    spans = (Span(text=f"{label} ", bold=True), Span(text=f"{warning} {pause}".strip()))
    yield Paragraph(spans=spans, style="warning")


def facts(one: CaseTold) -> Iterator[Block]:
    """Who, where and when."""
    if one.facts:
        rows = tuple(((Span(text=name),), (line(words),)) for name, words in one.facts)
        yield Facts(rows=rows)


def case_notes(frame: Frame, one: CaseTold) -> Iterator[Block]:
    """What whoever leads needs to know of a case: what happens under the plan, what groups get wrong, what to look for."""
    t = frame.t
    yield from frame.said(t(N_("To you who lead:")), one.facilitator)
    yield from frame.labelled(t(N_("What happens under this plan")), one.way)
    yield from frame.labelled(t(N_("What the guide asks for")), one.expected)
    yield from frame.labelled(t(N_("What the plan does not answer")), one.gaps)
    yield from frame.labelled(t(N_("Common mistakes")), one.mistakes)
    yield from frame.pointers(one.pointers)
