"""A paper in its form: the neutral one, a template without tags, or a template with tags."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import cast

from docx.document import Document

from plankit.language import N_
from plankit.papers.blocks import Document as Paper
from plankit.papers.sentences import blank
from plankit.views.adopted import latest_version
from plankit.views.reading import Reading
from plankit.word.compose import Scene, append_paper, chapters, contents, new_pen
from plankit.word.elements import Element, drop, find
from plankit.word.flow import Spot, flow
from plankit.word.neutral import neutral_document
from plankit.word.saving import saved
from plankit.word.sections import furnish
from plankit.word.templates import TemplateUnfit, has_tags, open_template, read_template
from plankit.word.values import Values

COUNCIL = frozenset({"case-paper", "yearly-report", "evaluation"})
"""Kinds of paper whose title tells nothing of the theme."""
CONTENT, CONTENTS, PROPOSED = "content", "contents", "proposed_decision"
"""Tags for the whole paper, for its table of contents, and for the points to decide."""


def word_file(paper: Paper, reading: Reading, *, template: Path | None, today: date) -> bytes:
    """The paper as the bytes of a Word file.

    Raises `TemplateUnfit` where the template cannot be opened or has a tag that is not known.
    """
    if template is None:
        document = neutral_document()
        append_paper(document, paper, own=False)
    else:
        data = read_template(template)
        document = open_template(data, template)
        if has_tags(document):
            document = _with_tags(data, paper, reading)
        else:
            _leave_room(document)
            append_paper(document, paper, own=True)
    return saved(document, title=_neutral_title(paper), today=today)


def _neutral_title(paper: Paper) -> str:
    """What programs show and remember of the file: never the theme."""
    return f"{paper.title} – {paper.running}" if paper.kind in COUNCIL else paper.running


def _leave_room(document: Document) -> None:
    """Take away the empty paragraphs at the end of a template, so that the paper does not begin on a second page."""
    body = cast("Element", document.element.body)
    lines = [one for one in body if not one.tag.endswith("}sectPr")]
    for line in reversed(lines):
        if not line.tag.endswith("}p") or find(line, ".//w:r | .//w:sectPr | .//w:sdt"):
            break
        drop(line)


def values_of(paper: Paper, reading: Reading) -> Values:
    """What the tags of a template stand for in this paper. What the plan does not say stands as a blank."""
    t, frame = reading.words, reading.plan.plan
    version = latest_version(reading)
    cases = ", ".join(one.number for one in frame.case_refs)
    stated = {
        "paper_title": (paper.title, ""),
        "plan_title": (reading.text(frame.title), ""),
        "plan_subtitle": (reading.text(frame.subtitle), t(N_("subtitle"))),
        "municipality": (
            ", ".join(reading.text(one.name) for one in reading.plan.participants),
            t(N_("municipality")),
        ),
        "period": (frame.period.text if frame.period else "", t(N_("period"))),
        "case_number": (cases, t(N_("case number"))),
        "stage": (reading.label("stage", frame.stage), t(N_("state of the plan"))),
        "version": ((version.label or version.id) if version else "", t(N_("version"))),
        "document_date": (frame.document_date.text if frame.document_date else "", t(N_("date"))),
        "running_head": (paper.running, ""),
        "stamp": (" · ".join(paper.stamp), t(N_("stamp"))),
    }
    words = {name: value or blank(reading, what).text for name, (value, what) in stated.items()}
    sections = tuple(one.name for one in paper.chapters) if paper.kind == "case-paper" else ()
    own = (PROPOSED, *sections) if sections else ()
    return Values(words=words, blocks=(CONTENT, *own, CONTENTS))


def _with_tags(data: bytes, paper: Paper, reading: Reading) -> Document:
    try:
        from plankit.word.tags import filled, put_blocks  # docxtpl is an extra of its own
    except ModuleNotFoundError as error:
        raise TemplateUnfit(_NOT_INSTALLED, (("command", _INSTALL),)) from error
    values = values_of(paper, reading)
    document, used = filled(data, values)
    body = cast("Element", document.element.body)
    last = find(body, "w:sectPr")
    writer = new_pen(document, paper, last[0])
    by_name = {one.name: one for one in paper.chapters}

    def write(name: str, line: Element) -> list[Element]:
        if name == CONTENTS:
            return contents(writer)
        inside = line.getparent() is not body
        section = _section_after(line, body)
        scene = Scene(section=section, at_end=False, may_turn=not inside)
        if name == CONTENT:
            front = list(flow(writer, paper.front, Spot(width=writer.width)))
            return [*front, *chapters(writer, paper.chapters, scene)]
        blocks = by_name["decision" if name == PROPOSED else name].blocks
        return list(flow(writer, blocks, Spot(width=writer.width)))

    put_blocks(document, used, values, write)
    if not used.intersection(values.blocks):
        append_paper(document, paper, own=True)
    else:
        furnish(document, paper, writer.styles, own=True)
    return document


_NOT_INSTALLED = N_("Templates with tags need docxtpl, which is not installed: {command}")
_INSTALL = 'pip install "plankit[word-template]"'


def _section_after(line: Element, body: Element) -> Element:
    """The section that a paragraph stands in: the next one that ends after it."""
    found = find(line, "following::w:sectPr")
    return found[0] if found else find(body, "w:sectPr")[0]
