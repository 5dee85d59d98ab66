"""Pages of a paper: upright or on their side, with a running head and a foot."""

from __future__ import annotations

import copy
from typing import cast

from docx.document import Document
from docx.oxml.ns import qn
from docx.section import _BaseHeaderFooter

from plankit.papers.blocks import Document as Paper
from plankit.word.elements import Element, drop, el, field, find, put, run, value
from plankit.word.styles import Styles

_A4 = (11906, 16838)
_MARGIN = 1418
_NUMBERED = "PAGE"
"""What a field that counts pages says."""


def text_size(section: Element) -> tuple[int, int]:
    """Width and height that a section leaves for text, in twips."""
    wide, high = _page(section)
    left, right, top, bottom = (_margin(section, side) for side in ("left", "right", "top", "bottom"))
    return max(wide - left - right, 2000), max(high - top - bottom, 2000)


def _page(section: Element) -> tuple[int, int]:
    size = find(section, "w:pgSz")
    if not size:
        return _A4
    return int(value(size[0], "w") or _A4[0]), int(value(size[0], "h") or _A4[1])


def _margin(section: Element, side: str) -> int:
    found = find(section, "w:pgMar")
    words = value(found[0], side) if found else None
    return abs(int(words)) if words else _MARGIN


def is_landscape(section: Element) -> bool:
    """Whether its pages lie on their side."""
    wide, high = _page(section)
    return wide > high


def turned(section: Element, *, landscape: bool, first: bool) -> Element:
    """A section like `section`, with its pages upright or on their side; its head and foot stay.

    One that is not the first has no first page of its own and counts its pages on.
    """
    made = copy.deepcopy(section)
    turn(made, landscape=landscape)
    if not first:
        for one in find(made, "w:titlePg | w:pgNumType[@w:start] | w:type"):
            drop(one)
        made.insert(len(find(made, "w:headerReference | w:footerReference")), el("type", val="nextPage"))
    return made


def turn(section: Element, *, landscape: bool) -> None:
    """Lay the pages of a section on their side, or stand them up."""
    size = find(section, "w:pgSz")
    if not size:
        section.append(el("pgSz", w=_A4[0], h=_A4[1]))
        size = find(section, "w:pgSz")
    wide, high = sorted(_page(section))
    put(size[0], "w", str(high if landscape else wide))
    put(size[0], "h", str(wide if landscape else high))
    size[0].attrib.pop(qn("w:orient"), None)
    if landscape:
        put(size[0], "orient", "landscape")


def ended(made: list[Element], section: Element) -> None:
    """End a section after what is written so far."""
    last = made[-1] if made else None
    if last is None or not last.tag.endswith("}p") or find(last, "w:pPr/w:sectPr"):
        made.append(el("p", el("pPr", el("spacing", before=0, after=0, line=20, lineRule="exact"))))
        last = made[-1]
    properties = find(last, "w:pPr")
    if not properties:
        last.insert(0, el("pPr"))
        properties = find(last, "w:pPr")
    properties[0].append(section)


def furnish(document: Document, paper: Paper, styles: Styles, *, own: bool) -> None:
    """Put the running head and the foot on every page. A template's own stay: only what it lacks is added beneath."""
    for place, section in enumerate(document.sections):
        if not own:
            _line(section.header, styles.id("header"), [run(paper.running)])
        feet = [section.footer]
        if section.different_first_page_header_footer:
            feet.append(section.first_page_footer)
        if document.settings.odd_and_even_pages_header_footer:
            feet.append(section.even_page_footer)
        for foot in feet:
            if not place or not foot.is_linked_to_previous:
                _foot(foot, paper, styles.id("footer"), counts=not own or not _counts(document))
        # Later sections of a new document take these over.
        if not own:
            return


def _foot(foot: _BaseHeaderFooter, paper: Paper, style: str, *, counts: bool) -> None:
    if paper.stamp:
        _line(foot, style, [run(" · ".join(paper.stamp))])
    if counts:
        _line(foot, style, _page_of(dict(paper.words).get("page") or "{page} / {pages}"))


def _page_of(words: str) -> list[Element]:
    """The number of the page and of all pages, in words of the language."""
    made: list[Element] = []
    rest = words
    for name, instruction in (("{page}", "PAGE"), ("{pages}", "NUMPAGES")):
        before, _, rest = rest.partition(name)
        made += [run(before)] if before else []
        made += field(instruction, [run("1")])
    return [*made, run(rest)] if rest else made


def _line(place: _BaseHeaderFooter, style: str, line: list[Element]) -> None:
    """Write a line into a head or foot, into its empty paragraph where it has just that."""
    root = cast("Element", place._element)  # noqa: SLF001 - python-docx gives no other way to the foot's own element
    lines = find(root, "w:p")
    empty = len(lines) == len(root) == 1 and not find(root, ".//w:r")
    if empty:
        root.remove(lines[0])
    root.append(el("p", el("pPr", el("pStyle", val=style)), *line))


def _counts(document: Document) -> bool:
    """Whether the template counts the pages already."""
    for relation in document.part.rels.values():
        if relation.reltype.endswith(("/header", "/footer")):
            root = cast("Element", relation.target_part.element)
            told = "".join(one.text or "" for one in find(root, ".//w:instrText"))
            told += "".join(value(one, "instr") or "" for one in find(root, ".//w:fldSimple"))
            if _NUMBERED in told:
                return True
    return False
