"""The part `slides-pdf` of a kit: every slide as a picture of itself, with what whoever leads needs below it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import accumulate
from pathlib import Path

from plankit.language import N_
from plankit.pdf.data import Data
from plankit.pdf.setting import set_data
from plankit.teaching.deck import deck
from plankit.teaching.kit import Kit
from plankit.teaching.slide import (
    Alternative,
    Alternatives,
    Block,
    Bullets,
    Deck,
    Links,
    Paragraph,
    Quote,
    Table,
    levels,
    notes_told,
)
from plankit.teaching.slide_fit import shares

_TEMPLATE = "slides.typ"
_PLACE = "slides/slides.pdf"


def write_slides_pdf(kit: Kit, folder: Path) -> None:
    """Write `slides/slides.pdf`, which is PDF/UA-1. The same kit gives the same bytes."""
    made = set_data(_TEMPLATE, deck_data(deck(kit)), kit.subject.today)
    (folder / _PLACE).parent.mkdir(parents=True, exist_ok=True)
    (folder / _PLACE).write_bytes(made.data)


def deck_data(deck: Deck) -> Data:
    """The deck as the plain data that the template reads."""
    return {
        "running": deck.running,
        "language": deck.language,
        "words": {"page": deck.t(N_("Page {page} of {pages}"))},
        "slides": list(_slides(deck)),
    }


def _slides(deck: Deck) -> Iterator[Data]:
    ends = accumulate((one.notes.minutes for one in deck.slides), initial=0)
    place = deck.t(N_("Slide {number} · from minute {minute}"))
    for number, (slide, level, begins) in enumerate(
        zip(deck.slides, levels(deck), ends, strict=False), start=1
    ):
        yield {
            "id": slide.id,
            "title": slide.title,
            "level": level,
            "kind": slide.kind,
            "size": slide.size,
            "place": place.format(number=number, minute=begins),
            "blocks": [_block(one) for one in slide.blocks],
            "notes": [{"name": part.name, "lines": list(part.lines)} for part in notes_told(deck, slide)],
        }


def _block(block: Block) -> Data:
    match block:
        case Paragraph(text=text, style=style):
            return {"is": "paragraph", "text": text, "style": style}
        case Quote(text=text):
            return {"is": "quote", "text": text}
        case Bullets():
            return {
                "is": "bullets",
                "items": list(block.items),
                "ordered": block.ordered,
                "start": block.start,
            }
        case Links(items=items):
            return {"is": "links", "items": [_link(*one) for one in items]}
        case Table():
            rows = [list(row) for row in block.rows]
            return {"is": "table", "head": list(block.head), "rows": rows, "shares": list(shares(block))}
        case Alternatives(items=items):
            return {"is": "choices", "items": list(_choices(items)), "start": ord(items[0].sign[0]) - 64}


def _link(words: str, address: str) -> Data:
    return {"text": words, "address": address if address.startswith(("https://", "http://")) else ""}


def _choices(items: Iterable[Alternative]) -> Iterator[Data]:
    for one in items:
        yield {
            "text": one.text,
            "mark": one.mark,
            "right": bool(one.right),
            "said": one.said,
            "leads": one.leads,
            "onward": one.onward,
        }
