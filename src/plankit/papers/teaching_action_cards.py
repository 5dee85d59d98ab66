"""The plan's action cards in one paper, a card a page."""

from __future__ import annotations

from dataclasses import replace

from plankit.language import N_
from plankit.papers.blocks import Document
from plankit.papers.teaching_frame import Frame
from plankit.papers.whole import card_document
from plankit.teaching.kit import Kit

TITLE = N_("Action cards")


def action_cards(kit: Kit, size: str = "a5") -> Document | None:
    """The cards of every procedure in the plan's order; `None` where it has none."""
    frame, today = Frame(kit), kit.subject.today
    chapters = tuple(
        # Each of them calls its chapter the same.
        replace(chapter, name=f"card-{place}")
        for place, one in enumerate(frame.reading.plan.procedures, start=1)
        for chapter in card_document(frame.reading, one.id, today=today).chapters
    )
    return frame.paper(frame.t(TITLE), chapters, kind="card", size=size) if chapters else None
