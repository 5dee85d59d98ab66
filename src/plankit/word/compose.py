"""A whole paper in Word: title, contents, chapters and pages, written into a document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from docx.document import Document

from plankit.papers.blocks import Chapter, Heading, Paragraph, Span
from plankit.papers.blocks import Document as Paper
from plankit.word.elements import Element, el, field, find, run
from plankit.word.flow import Spot, flow, heading, paragraph
from plankit.word.runs import Pen, heading_place, pen
from plankit.word.sections import ended, furnish, is_landscape, text_size, turn, turned

DEEPEST_IN_CONTENTS = 2
LEAVES = "leaves"
"""Kind of paper whose chapters each begin a page."""
WITH_CONTENTS = frozenset({"plan"})
"""Kinds of paper that are long enough for a table of contents."""


@dataclass(frozen=True, kw_only=True)
class Scene:
    """Where a paper is written: the section that it stands in, and whether it may begin sections of its own."""

    section: Element
    at_end: bool
    """Whether nothing of a template comes after it."""
    may_turn: bool = True


def append_paper(document: Document, paper: Paper, *, own: bool) -> None:
    """Write the paper at the end of the document. `own` means a template, whose head and foot stay as they are."""
    scene = Scene(section=_last_section(document), at_end=True)
    writer = new_pen(document, paper, scene.section)
    furnish(document, paper, writer.styles, own=own)
    made = whole(writer, scene)
    for one in made:
        scene.section.addprevious(one)


def new_pen(document: Document, paper: Paper, section: Element) -> Pen:
    """A pen for the text of a section."""
    width, height = text_size(section)
    return pen(document, paper, width=width, height=height)


def _last_section(document: Document) -> Element:
    body = document.element.body
    found: list[Element] = find(body, "w:sectPr")
    if not found:
        body.append(el("sectPr"))
        found = find(body, "w:sectPr")
    return found[0]


def whole(writer: Pen, scene: Scene) -> list[Element]:
    """The paper with its title in front."""
    paper = writer.paper
    spot = Spot(width=writer.width)
    front = [_styled(writer, paper.title, "Title")]
    if paper.subtitle:
        front.append(_styled(writer, paper.subtitle, "Subtitle"))
    front += flow(writer, paper.front, spot)
    listed = paper.kind in WITH_CONTENTS
    if listed:
        front.append(_page_break())
    made = chapters(writer, paper.chapters, scene)
    if listed:
        front += [_styled(writer, writer.word("contents"), "TOC Heading"), *contents(writer), _page_break()]
    return [*front, *made]


def chapters(writer: Pen, given: Sequence[Chapter], scene: Scene) -> list[Element]:
    """The chapters one after the other; those that need it on pages that lie on their side."""
    made: list[Element] = []
    base, sections = scene.section, 0
    lying = is_landscape(base)
    upright = lying
    for chapter in given:
        wanted = chapter.landscape or upright
        if scene.may_turn and wanted != lying:
            ended(made, turned(base, landscape=lying, first=not sections))
            sections, lying = sections + 1, wanted
            _measure(writer, turned(base, landscape=lying, first=False))
        written = list(_chapter(writer, chapter))
        if writer.paper.kind == LEAVES and chapter is not given[0]:
            find(written[0], "w:pPr/w:pStyle")[0].addnext(el("pageBreakBefore"))
        made += written
    if lying != upright:
        if scene.at_end:
            turn(base, landscape=lying)
        else:
            ended(made, turned(base, landscape=lying, first=False))
        _measure(writer, turned(base, landscape=upright, first=False))
    return made


def _measure(writer: Pen, section: Element) -> None:
    writer.width, writer.height = text_size(section)


def _chapter(writer: Pen, chapter: Chapter) -> Iterator[Element]:
    if chapter.title:
        yield heading(writer, chapter.level, (Span(text=chapter.title),), chapter.name)
    else:
        writer.pending.append(chapter.name)
    spot = Spot(width=writer.width)
    place = 0
    for block in chapter.blocks:
        if isinstance(block, Heading):
            writer.pending.append(heading_place(chapter, place))
            place += 1
        yield from flow(writer, (block,), spot)


def contents(writer: Pen) -> list[Element]:
    """The table of contents: a field that Word works out when it opens the file, with its lines there already."""
    lines = [one for one in writer.headings if one[0] <= DEEPEST_IN_CONTENTS and one[1]]
    if not lines:
        return []
    made = [_line_of_contents(writer, *one) for one in lines]
    runs = field(f'TOC \\o "1-{DEEPEST_IN_CONTENTS}" \\h \\z \\u', [], stale=True)
    for one in reversed(runs[:-1]):
        made[0].insert(1, one)
    made[-1].append(runs[-1])
    return made


def _line_of_contents(writer: Pen, level: int, words: str, mark: str) -> Element:
    line = el("hyperlink", run(words), el("r", el("tab")), anchor=mark, history=1)
    for one in field(f"PAGEREF {mark} \\h", [run("")]):
        line.append(one)
    return el("p", el("pPr", el("pStyle", val=writer.styles.id(f"toc {level}"))), line)


def _styled(writer: Pen, words: str, style: str) -> Element:
    spot = replace(Spot(width=writer.width), style=style)
    return paragraph(writer, Paragraph(spans=(Span(text=words),)), spot)


def _page_break() -> Element:
    return el("p", el("r", el("br", type="page")))
