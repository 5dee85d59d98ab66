"""A paper as the plain data that the template reads. What the template need not reckon is reckoned here."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from typing import Any

from plankit.papers.blocks import (
    Block,
    Cell,
    Chapter,
    Document,
    Facts,
    Figure,
    Group,
    Heading,
    Inline,
    Listing,
    Paragraph,
    Span,
    Table,
)
from plankit.papers.inline import words_of
from plankit.papers.settle import inside
from plankit.pdf.sheets import sheet_for

Data = dict[str, Any]

LINE = 85
"""Letters on a line of A4."""
PAGE = 40
"""Lines of a group that still stays on one page; a longer one may break."""
FEW = 12
"""The same on a page of A5."""
FLOWING = frozenset({"yearly-report", "evaluation", "worksheet"})
"""Kinds of paper whose chapters follow each other on a page."""
LONG = 80
"""Lines of a chapter below another that begins on a page of its own."""
WHOLE = 600
"""Letters in a cell that stays on one page."""
SHORT = 2
"""Letters of a name that needs no column of its own, such as the letters of the matrix."""
_SIZE = re.compile(r'<svg\b[^>]*?\bwidth="(\d+(?:\.\d+)?)"[^>]*?\bheight="(\d+(?:\.\d+)?)"')


class Pictures:
    """The files of a paper's pictures, each by a name that its data holds."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self.sources: dict[str, str] = {}
        """For pictures of the plan: what they are called in its folder."""

    def add(self, figure: Figure) -> str:
        """The name of the figure's file."""
        data, form = (figure.svg.encode("utf-8"), "svg") if figure.svg else (figure.data, figure.form)
        name = f"picture-{len(self.files) + 1}.{form}"
        self.files[name] = data
        if figure.source:
            self.sources[name] = figure.source
        return name


def paper_data(document: Document, pictures: Pictures) -> Data:
    """The paper as data; its pictures are put into `pictures`."""
    return {
        "title": document.title,
        "subtitle": document.subtitle,
        "language": document.language,
        "running": document.running,
        "stamp": list(document.stamp),
        "kind": document.kind,
        "size": document.size,
        "flows": document.kind in FLOWING,
        "words": dict(document.words),
        "arms": _figure(document.arms, pictures, alone=False) if document.arms else None,
        "front": _blocks(document.front, pictures),
        "chapters": [_chapter(one, pictures, flows=document.kind in FLOWING) for one in document.chapters],
    }


def _chapter(chapter: Chapter, pictures: Pictures, *, flows: bool) -> Data:
    return {
        "anchor": chapter.name,
        "title": chapter.title,
        "level": chapter.level,
        "landscape": chapter.landscape,
        "fresh": not flows and (chapter.level == 1 or length(chapter.blocks) > LONG),
        "blocks": _blocks(chapter.blocks, pictures, alone=not chapter.landscape),
    }


def _blocks(blocks: Iterable[Block], pictures: Pictures, *, alone: bool = False) -> list[Data]:
    """The blocks as data. Where nothing is around them, a drawing may stand alone on a page."""
    made: list[Data] = []
    for block in blocks:
        if isinstance(block, Figure):
            data = _figure(block, pictures, alone=alone)
            if data["sheet"] and made and made[-1].get("style") == "label":
                # What stands over and under a drawing goes along to its page.
                data["label"] = made.pop()["line"]
            made.append(data)
        elif isinstance(block, Paragraph) and block.style == "note" and made and made[-1].get("sheet"):
            made[-1]["note"] = _line(block.spans)
        elif isinstance(block, Group):
            made.append(_group(block, pictures, alone=alone and block.style in ("", "details")))
        else:
            made.append(_block(block, pictures))
    return made


def _group(group: Group, pictures: Pictures, *, alone: bool) -> Data:
    return {
        "is": "group",
        "blocks": _blocks(group.blocks, pictures, alone=alone),
        "style": group.style,
        "anchor": group.anchor,
        "whole": length(group.blocks) <= PAGE,
        "few": length(group.blocks) <= FEW,
    }


def _block(block: Paragraph | Heading | Facts | Listing | Table, pictures: Pictures) -> Data:
    match block:
        case Paragraph():
            return {
                "is": "paragraph",
                "line": _line(block.spans),
                "style": block.style,
                "number": block.number,
            }
        case Heading():
            return {
                "is": "heading",
                "line": _line(block.spans),
                "level": block.level,
                "anchor": block.anchor,
            }
        case Facts():
            rows = [{"name": _line(name), "blocks": _blocks(told, pictures)} for name, told in block.rows]
            short = block.style == "steps" or all(len(words_of(name)) <= SHORT for name, _ in block.rows)
            return {"is": "facts", "rows": rows, "narrow": short}
        case Listing():
            return {
                "is": "list",
                "items": [_blocks(item, pictures) for item in block.items],
                "ordered": block.ordered,
                "start": block.start,
                "plain": block.plain,
                "style": block.style,
            }
        case Table():
            return _table(block, pictures)


def _table(table: Table, pictures: Pictures) -> Data:
    return {
        "is": "table",
        "caption": _line(table.caption),
        "head": _rows(table.head, pictures),
        "body": _rows(table.body, pictures),
        "anchor": table.anchor,
        "style": table.style,
        "widths": [1.0] * table.columns if table.style == "form" else widths(table),
    }


def _rows(rows: Iterable[tuple[Cell, ...]], pictures: Pictures) -> list[list[Data]]:
    return [
        [
            {
                "blocks": _blocks(cell.blocks, pictures),
                "header": cell.header,
                "columns": cell.columns,
                "rows": cell.rows,
                "style": cell.style,
                "whole": len(text_of(cell.blocks)) <= WHOLE,
            }
            for cell in row
        ]
        for row in rows
    ]


def _figure(figure: Figure, pictures: Pictures, *, alone: bool) -> Data:
    alt = ". ".join(part.rstrip(".") for part in (figure.title, figure.description) if part)
    size = _SIZE.search(figure.svg)
    width, height = (float(size[1]), float(size[2])) if size else (0.0, 0.0)
    sheet, scale = sheet_for(width, height, alone=alone) if width and height else ("", 0.0)
    return {
        "is": "figure",
        "file": pictures.add(figure),
        "alt": alt,
        "width": width,
        "sheet": sheet,
        "scale": scale,
    }


def _line(spans: Inline) -> list[Data]:
    return [_span(one) for one in spans]


def _span(span: Span) -> Data:
    """A run as data; what it is not is left out."""
    marks = {
        "bold": span.bold,
        "italic": span.italic,
        "code": span.code,
        "href": span.href,
        "to": span.to,
        "mark": span.mark.removeprefix("pk-"),
    }
    return {"text": span.text, **{key: value for key, value in marks.items() if value}}


def text_of(blocks: Iterable[Block]) -> str:
    """All words of some blocks, with spaces between."""
    return " ".join(_words(blocks))


def _words(blocks: Iterable[Block]) -> Iterable[str]:
    for block in blocks:
        if isinstance(block, Paragraph | Heading):
            yield words_of(block.spans)
        elif isinstance(block, Facts):
            for name, told in block.rows:
                yield words_of(name)
                yield from _words(told)
        else:
            if isinstance(block, Table):
                yield words_of(block.caption)
            for part in inside(block):
                yield from _words(part)


def length(blocks: Iterable[Block]) -> int:
    """About how many lines some blocks take."""
    lines = 0
    for block in blocks:
        match block:
            case Paragraph() | Heading():
                lines += math.ceil(len(words_of(block.spans)) / LINE) or 1
            case Facts(rows=rows):
                # Names take a third of the width.
                lines += sum(max(1, math.ceil(1.5 * length(told))) for _, told in rows)
            case Table(body=body):
                lines += 2 * len(body) + 3
            case Figure():
                lines += PAGE
            case _:
                lines += sum(length(part) for part in inside(block))
    return lines


def widths(table: Table) -> list[float]:
    """How much of the width each column takes: by its longest word, and by how much it says."""
    count = table.columns
    longest, said = [4.0] * count, [0.0] * count
    for row in (*table.head, *table.body):
        at = 0
        for cell in row:
            text = text_of(cell.blocks)
            if cell.columns == 1 and at < count:
                longest[at] = max(longest[at], *(len(word) for word in text.split()), 0)
                said[at] += len(text)
            at += cell.columns
    rows = max(1, len(table.body))
    return [
        round(max(word * 1.15, math.sqrt(total / rows) * 3.2), 2)
        for word, total in zip(longest, said, strict=True)
    ]
