"""What the tests of Word files share: papers made by hand, templates, and looking into what came out."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path
from typing import cast

import docx
from docx.document import Document as DocxDocument
from docx.oxml.ns import nsmap, qn
from lxml import etree

from plankit.loading import load
from plankit.papers.blocks import (
    Block,
    Cell,
    Chapter,
    Document,
    Facts,
    Figure,
    Group,
    Heading,
    Listing,
    Paragraph,
    Span,
    Table,
)
from plankit.views.reading import Reading
from plankit.word.form import word_file

TODAY = date(2026, 11, 22)
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100"><rect width="200" height="100" fill="#24506e"/></svg>'
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415408d763f8cfc0000003010100"
    "18dd8db00000000049454e44ae426082"
)
MINIMAL = """\
plan:
  id: p
  title: Trygg heim
  language: {language}
participants: [{{id: k, name: Havn kommune}}]
"""


def para(words: str, style: str = "", number: str = "") -> Paragraph:
    return Paragraph(spans=(Span(text=words),), style=style, number=number)


def cell(words: str, header: str = "", columns: int = 1, rows: int = 1) -> Cell:
    return Cell(blocks=(para(words),) if words else (), header=header, columns=columns, rows=rows)


def table(anchor: str = "") -> Table:
    return Table(
        caption=(Span(text="Who does what"),),
        head=((cell("Task", "col"), cell("Agencies", "col", columns=2)),),
        body=(
            (cell("Ask", "row", rows=2), cell("School"), cell("R")),
            (cell("Police"), cell("I")),
            (cell("Tell", "row"), cell("Nobody", columns=2)),
        ),
        anchor=anchor,
    )


def matrix() -> Table:
    names = [f"Agency with a long name {number}" for number in range(12)]
    head = (cell("Task", "col"), *(cell(name, "col") for name in names))
    return Table(head=(head,), body=((cell("Tell the police", "row"), *(cell("R") for _ in names)),))


def paper(*blocks: Block, kind: str = "plan", language: str = "nb", landscape: bool = False) -> Document:
    """A paper with these blocks in its first chapter and a second one beneath it."""
    return Document(
        title="Trygg heim",
        subtitle="Handlingsplan",
        language=language,
        running="Handlingsplan 2027–2030 · Havn kommune",
        stamp=("Vedtatt · Versjon 1.0", "Kontrollsum 1a2b"),
        kind=kind,
        front=(para("Planen er et eksempel.", "notice"),),
        chapters=(
            Chapter(name="first", title="First chapter", level=1, blocks=blocks, landscape=landscape),
            Chapter(name="second", title="Second chapter", level=2, blocks=(para("The end."),)),
        ),
        words=(("contents", "Innhold"), ("page", "{page} av {pages}")),
    )


def every_block() -> tuple[Block, ...]:
    links = Paragraph(
        spans=(
            Span(text="To the table", to="first#t"),
            Span(text=" and "),
            Span(text="out", href="https://example.org/?a=1&b=2"),
            Span(text=" and "),
            Span(text="nowhere", to="first#gone"),
            Span(text="\x07[fylles ut: dato]", mark="pk-blank"),
        )
    )
    nested = Listing(items=((para("inner"),),))
    return (
        para("A paragraph.", number="1-1"),
        links,
        Heading(level=2, spans=(Span(text="Heading two"),), anchor="first#h"),
        Heading(level=3, spans=(Span(text="Heading three"),)),
        Facts(rows=(((Span(text="Owner"),), (para("School"),)), ((Span(text="Due"),), (para("2027"),)))),
        Listing(items=((para("one"), nested), (para("two"),)), ordered=True),
        Listing(items=((para("again one"),),), ordered=True),
        Listing(items=((para("bullet"),), (para("bullet two"),))),
        table("first#t"),
        Group(blocks=(para("Card", "label"), para("Inside the card.")), style="card", anchor="first#c"),
        Figure(svg=SVG, title="Way", description="From asking to telling"),
        Figure(svg="", title="Square", description="A square", data=PNG, form="png"),
        Figure(svg="", title="A picture that Word does not show", data=b"RIFF", form="webp"),
    )


def reading(folder: Path, kinds: str = "", language: str = "nb") -> Reading:
    """A small plan as read."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "plan.yaml").write_text(MINIMAL.format(language=language) + kinds, encoding="utf-8")
    loaded = load(folder, rules=())
    assert [str(one.message) for one in loaded.findings] == []
    assert loaded.plan is not None
    return Reading(loaded.plan, loaded.guide, language)


def written(made: Document, plan: Reading, template: Path | None = None) -> bytes:
    return word_file(made, plan, template=template, today=TODAY)


def opened(data: bytes) -> DocxDocument:
    return docx.Document(io.BytesIO(data))


def root(data: bytes, name: str = "word/document.xml") -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return etree.fromstring(package.read(name))


def found(element: etree._Element, path: str) -> list[etree._Element]:
    return cast("list[etree._Element]", element.xpath(path, namespaces=nsmap))


def attribute(element: etree._Element, name: str) -> str:
    return str(element.get(qn(name)))


def text(element: etree._Element) -> str:
    return "".join(one.text or "" for one in found(element, ".//w:t"))


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}
