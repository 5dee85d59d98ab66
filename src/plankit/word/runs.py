"""Lines of a paper as runs of Word: bold, links, bookmarks, and what is left to fill in."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

from plankit.papers.blocks import Block, Chapter, Heading, Inline, Span
from plankit.papers.blocks import Document as Paper
from plankit.papers.sentences import BLANK
from plankit.papers.settle import anchors
from plankit.word.elements import Element, el, run
from plankit.word.lists import Lists
from plankit.word.styles import Styles

_NO_NAME = re.compile(r"\W+", re.ASCII)
_WEB = ("https://", "http://", "tel:", "mailto:")


@dataclass
class Pen:
    """What a paper is written with: the document, its styles and lists, and where links lead."""

    document: Document
    paper: Paper
    styles: Styles
    lists: Lists
    width: int
    """How wide a line is, in twips."""
    height: int
    """How high the text on a page is, in twips."""
    marks: dict[str, str]
    """Name of the bookmark of each anchor of the paper."""
    pending: list[str] = field(default_factory=list)
    """Anchors that the next paragraph bears."""
    headings: list[tuple[int, str, str]] = field(default_factory=list)
    """Level, words and bookmark of each heading so far."""
    ids: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    def word(self, name: str) -> str:
        """A word of the form in the language of the paper."""
        return dict(self.paper.words).get(name, "")


def pen(document: Document, paper: Paper, *, width: int, height: int) -> Pen:
    """A pen for writing `paper` into `document`."""
    styles = Styles(document)
    styles.set_language(paper.language)
    named = dict.fromkeys(
        name
        for chapter in paper.chapters
        for name in (chapter.name, *anchors(chapter.blocks), *_of_headings(chapter))
        if name
    )
    marks = {name: _bookmark(place, name) for place, name in enumerate(named, start=1)}
    lists = Lists(document, styles)
    return Pen(document, paper, styles, lists, width, height, marks)


def _of_headings(chapter: Chapter) -> Iterable[str]:
    return (heading_place(chapter, place) for place, _ in enumerate(_headings(chapter.blocks)))


def _headings(blocks: Iterable[Block]) -> list[Heading]:
    return [one for one in blocks if isinstance(one, Heading)]


def heading_place(chapter: Chapter, place: int) -> str:
    """A name for a heading that the contents lead to."""
    return f"{chapter.name}##{place}"


def _bookmark(place: int, name: str) -> str:
    """A name that Word takes: a letter first, no signs, at most 40."""
    return f"p{place}_{_NO_NAME.sub('_', name)}"[:40]


def runs(pen: Pen, spans: Inline) -> Iterator[Element]:
    """The runs of a line, links among them."""
    for span in spans:
        made = _run(pen, span)
        mark = pen.marks.get(span.to) if span.to else None
        if mark:
            yield el("hyperlink", made, anchor=mark, history=1)
        elif span.href.startswith(_WEB):
            link = el("hyperlink", made, history=1)
            link.set(
                qn("r:id"),
                pen.document.part.relate_to(span.href, RELATIONSHIP_TYPE.HYPERLINK, is_external=True),
            )
            yield link
        else:
            yield made


def _run(pen: Pen, span: Span) -> Element:
    properties: list[Element] = []
    if span.mark == BLANK:
        properties.append(el("rStyle", val=pen.styles.id("To Fill In")))
    elif span.href.startswith(_WEB) or (span.to and span.to in pen.marks):
        properties.append(el("rStyle", val=pen.styles.id("Hyperlink")))
    if span.code:
        properties.append(el("rFonts", ascii="Courier New", hAnsi="Courier New", cs="Courier New"))
    if span.bold:
        properties.append(el("b"))
    if span.italic:
        properties.append(el("i"))
    return run(span.text, *properties)


def marked(pen: Pen, children: Iterable[Element]) -> Iterator[Element]:
    """The runs of a paragraph between the bookmarks of the places that it bears."""
    names, pen.pending = [pen.marks[one] for one in pen.pending if one in pen.marks], []
    ends = []
    for name in names:
        number = next(pen.ids)
        yield el("bookmarkStart", id=number, name=name)
        ends.append(el("bookmarkEnd", id=number))
    yield from children
    yield from ends
