"""A text cut at its references to law: where each leads, and which do not hold any more."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from plankit.model.guide import Guide
from plankit.views.citations import Citation, LawBook, law_book
from plankit.views.lapses import Lapse, lapses


class Cut(NamedTuple):
    """A stretch of a text: plain words, or a reference to law."""

    text: str
    citation: Citation | None = None
    address: str | None = None
    """Where the body that publishes the provision shows it, or its act."""
    lapse: Lapse | None = None
    """Why it does not hold, where the text itself does not say so."""


def cuts(guide: Guide, text: str, day: date) -> tuple[Cut, ...]:
    """The stretches of `text`, which joined are the text again; a single one where it refers to no law."""
    book = law_book(guide)
    citations = book.find(text, day)
    return tuple(_cut(book, text, citations, day)) if citations else (Cut(text),)


def _cut(book: LawBook, text: str, citations: tuple[Citation, ...], day: date) -> Iterator[Cut]:
    known = book.all_hold(citations, day)
    lapsed = {} if known else {one.citation.start: one for one in lapses(book, text, day)}
    at = 0
    for one in citations:
        # Several citations may stand at one place: the sections of a range.
        if one.start < at:
            continue
        if one.start > at:
            yield Cut(text[at : one.start])
        yield Cut(one.text, one, official_address(book, one), lapsed.get(one.start))
        at = one.end
    if at < len(text):
        yield Cut(text[at:])


def official_address(book: LawBook, citation: Citation) -> str | None:
    """The address of the provision with the body that publishes it, else that of its act."""
    return next((one.official for one in book.entries(citation) if one.official), None)
