"""The slides as PDF with notes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pypdf
import pytest
from tests.pdf.verapdf import verdicts
from tests.teaching.kits import small_kit
from tests.teaching.test_slides_revealjs import HOSTILE

from plankit.pdf.slides import write_slides_pdf
from plankit.teaching.deck import deck
from plankit.teaching.slide import notes_told

NAME = "slides/slides.pdf"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The papers of the small kit in Bokmål and Swedish, and one whose words are hostile."""
    made = tmp_path_factory.mktemp("slides-pdf")
    for language in ("nb", "sv"):
        write_slides_pdf(small_kit(language, "all", 90), made / language)
    kit = small_kit("en", "all", 45)
    case = replace(kit.cases[0], title=f"#set text(red) {HOSTILE} \u2764\ufe0f", story="*a* _b_ $c$ #d " * 60)
    write_slides_pdf(replace(kit, cases=(case,)), made / "hostile")
    return made


def text_of(path: Path) -> str:
    """The words of a paper, with single spaces."""
    return " ".join(" ".join(page.extract_text() for page in pypdf.PdfReader(path).pages).split())


def test_paper_is_for_everybody_and_for_long(folder: Path) -> None:
    """Each paper is PDF/UA-1 and PDF/A-2a, also where its words look like markup."""
    papers = [folder / name / NAME for name in ("nb", "sv", "hostile")]
    for verdict in verdicts(papers, ["ua1", "2a"]):
        assert verdict.failed == {}, (verdict.file, verdict.norm)
        assert verdict.checks > 1_000


def test_every_slide_stands_with_its_notes(folder: Path) -> None:
    """Titles come in the order of the deck, and every line of the notes is there."""
    text, made = text_of(folder / "nb" / NAME), deck(small_kit("nb", "all", 90))
    at = 0
    for slide in made.slides:
        at = text.index(" ".join(slide.title.split()), at)
    for slide in made.slides:
        for part in notes_told(made, slide):
            assert part.name in text
            assert "".join(part.lines[0].split())[:24] in text.replace(" ", "").replace("\xad", "")


def test_paper_tells_its_language_and_has_a_bookmark_for_each_slide(folder: Path) -> None:
    """Programs read it aloud in its language, and its side panel leads to each slide."""
    reader = pypdf.PdfReader(folder / "sv" / NAME)
    assert str(reader.root_object["/Lang"]).startswith("sv")
    names: list[str] = []

    def collect(ones: object) -> None:
        for one in ones if isinstance(ones, list) else []:
            if isinstance(one, list):
                collect(one)
            else:
                names.append(str(one.title))

    collect(reader.outline)
    assert names == [slide.title for slide in deck(small_kit("sv", "all", 90)).slides]
    assert "heat" not in str(reader.metadata).casefold()


def test_same_kit_gives_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    """No clock and no chance is in it."""
    write_slides_pdf(small_kit("nb", "all", 90), tmp_path)
    assert (tmp_path / NAME).read_bytes() == (folder / "nb" / NAME).read_bytes()
