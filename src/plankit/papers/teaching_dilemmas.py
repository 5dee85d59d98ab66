"""The dilemmas of a kit as cards. Nothing on a card or in its notes tells a right answer."""

from __future__ import annotations

from collections.abc import Iterator

from plankit.language import N_
from plankit.papers.blocks import Block, Chapter, Document
from plankit.papers.teaching_frame import Frame, line
from plankit.teaching.exercise import DilemmaCard
from plankit.teaching.kit import Kit

TITLE = N_("Dilemmas")


def dilemma_cards(kit: Kit, size: str = "a5") -> Document | None:
    """Each dilemma on a page of its own; `None` where the kit has none."""
    frame = Frame(kit)
    if not kit.dilemmas:
        return None
    chapters = (
        Chapter(name=one.id, title=one.title, level=1, blocks=tuple(_card(frame, one)))
        for one in kit.dilemmas
    )
    return frame.paper(frame.t(TITLE), chapters, kind="leaves", size=size)


def _card(frame: Frame, one: DilemmaCard) -> Iterator[Block]:
    t = frame.t
    told = t(
        N_("No answer is the right one. Think alone for a minute, then hear everybody. Time: {minutes}.")
    )
    yield line(told.format(minutes=frame.minutes(one.minutes)), "note")
    yield from frame.prose(one.text, one.id)
    yield from frame.labelled(t(N_("What pulls each way")), one.sides)
    yield from frame.labelled(t(N_("Talk about")), one.questions)
    yield frame.help()


def dilemma_notes(frame: Frame, one: DilemmaCard) -> Iterator[Block]:
    """What whoever leads needs: what to listen for, and the provisions that frame it."""
    yield from frame.said(frame.t(N_("To you who lead:")), one.facilitator)
    yield from frame.pointers(one.pointers)
