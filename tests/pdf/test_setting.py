"""Setting a paper: whatever a plan says is text, and what cannot be set is told."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from plankit.outputs import OutputFailed
from plankit.papers.blocks import (
    Block,
    Cell,
    Chapter,
    Document,
    Facts,
    Figure,
    Group,
    Listing,
    Paragraph,
    Span,
    Table,
)
from plankit.pdf.data import length, widths
from plankit.pdf.setting import Look, Set, set_paper
from plankit.pdf.sheets import LARGEST, SMALLEST, sheet_for

LOOK = Look(day=date(2026, 11, 22))
WORDS = (("contents", "Innhold"), ("page", "{page} av {pages}"), ("source", "Kilden"))


def paragraph(text: str) -> Paragraph:
    """A paragraph of plain text."""
    return Paragraph(spans=(Span(text=text),))


def paper(*blocks: Block, title: str = "Plan") -> Document:
    """A paper with one chapter."""
    chapter = Chapter(name="a", title="Kapittel", level=1, blocks=blocks)
    return Document(title=title, language="nb", running="Plan", chapters=(chapter,), words=WORDS)


def text_of(made: Set, tmp_path: Path) -> str:
    """What the paper says."""
    file = tmp_path / "paper.pdf"
    file.write_bytes(made.data)
    return " ".join(" ".join(page.extract_text() for page in PdfReader(file).pages).split())


HOSTILE = (
    '#image("/etc/passwd") #read("paper.typ") #panic() $x^2$ @label <label> *a* _b_ `c` \\u{41} // d /* e */ = f',
    '"); #let x = 1; ("',
    "{page} {pages} \\",
)


@pytest.mark.parametrize("hostile", HOSTILE)
def test_text_that_looks_like_markup_is_printed(hostile: str, tmp_path: Path) -> None:
    """What a plan says is never read as a program, wherever in it it stands."""
    spans = (Span(text=hostile),)
    blocks = (
        paragraph(hostile),
        Facts(rows=((spans, (paragraph(hostile),)),)),
        Listing(items=((paragraph(hostile),),)),
        Table(caption=spans, head=((Cell(blocks=(paragraph(hostile),), header="col"),),), body=((Cell(),),)),
        Group(blocks=(paragraph(hostile),), style="card", anchor=hostile),
        Paragraph(spans=(Span(text=hostile, to=hostile),)),
    )
    said = text_of(set_paper(paper(*blocks, title=hostile), LOOK), tmp_path)
    letters = "".join(hostile.split())
    assert "".join(said.split()).count(letters) >= 6


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=40))
@settings(max_examples=25)
def test_any_text_can_be_set(text: str) -> None:
    """No character that somebody writes keeps a plan from being printed."""
    assert set_paper(paper(paragraph(text)), LOOK).data.startswith(b"%PDF")


def test_character_without_type_is_told(tmp_path: Path) -> None:
    """A sign that the type lacks becomes another, and the author hears of it; the rest stays."""
    made = set_paper(paper(paragraph("Hei \N{GRINNING FACE} på 中文 deg")), LOOK)
    assert sorted(made.unknown) == sorted("\N{GRINNING FACE}中文")
    assert "Hei" in text_of(made, tmp_path)
    assert set_paper(paper(paragraph("čđŋšŧž åäö ☎ ✓ →")), LOOK).unknown == ""


@pytest.mark.parametrize(
    "picture",
    [
        Figure(svg="", title="En sol", data=b"\x89PNG", form="png", source="pages/sol.png"),
        Figure(svg="<svg", title="En sol", source="pages/sol.svg"),
    ],
)
def test_broken_picture_is_named(picture: Figure) -> None:
    """Who has to mend it is told which file it is."""
    with pytest.raises(OutputFailed, match="pages/sol"):
        set_paper(paper(picture), LOOK)


def test_long_card_goes_over_pages(tmp_path: Path) -> None:
    """What belongs together may break where no page holds it; nothing falls off the foot."""
    rows = tuple(((Span(text=f"Navn {n}"),), (paragraph(f"Verdi{n} " * 20),)) for n in range(60))
    made = set_paper(paper(Group(blocks=(Facts(rows=rows),), style="card")), LOOK)
    said = text_of(made, tmp_path)
    assert made.pages > 3
    assert all(f"Verdi{n}" in said for n in range(60))


def test_long_table_repeats_its_head(tmp_path: Path) -> None:
    """Each page of a table tells what its columns are."""
    head = ((Cell(blocks=(paragraph("Kolonnehode"),), header="col"),),)
    body = tuple((Cell(blocks=(paragraph(f"Rad{n}"),)),) for n in range(150))
    made = set_paper(paper(Table(caption=(Span(text="Tabell"),), head=head, body=body)), LOOK)
    said = text_of(made, tmp_path)
    assert said.count("Kolonnehode") == made.pages - 2, "all but the title page and the contents"
    assert all(f"Rad{n}" in said for n in range(150))


def test_columns_are_as_wide_as_what_they_say() -> None:
    """Much text gets more room than little, and a long word has room."""
    row = (Cell(blocks=(paragraph("1"),)), Cell(blocks=(paragraph("lang tekst " * 30),)))
    first, second = widths(Table(body=(row,)))
    assert second > 3 * first
    (word,) = widths(Table(body=((Cell(blocks=(paragraph("samarbeidsavtale"),)),),)))
    assert word >= len("samarbeidsavtale")


def test_lines_of_blocks_are_reckoned() -> None:
    """More text is longer, and a table is as long as its rows."""
    assert length((paragraph("kort"),)) == 1
    assert length((paragraph("langt " * 100),)) > 5
    assert length((Table(body=((Cell(),),) * 20),)) > 20


@pytest.mark.parametrize(
    ("width", "height", "sheet"),
    [
        (392, 314, ""),
        (594, 907, ""),
        (1378, 700, "a4-wide"),
        (1188, 1490, "a3"),
        (1700, 1196, "a3-wide"),
        (5000, 300, "a3-wide"),
    ],
)
def test_drawing_gets_the_smallest_page_that_it_can_be_read_on(width: int, height: int, sheet: str) -> None:
    """A drawing that cannot be read in the text has a larger page of its own."""
    name, scale = sheet_for(width, height, alone=True)
    assert name == sheet
    assert scale <= LARGEST
    assert scale >= SMALLEST or width == 5000
    assert sheet_for(width, height, alone=False)[0] == ""
