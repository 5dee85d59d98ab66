"""The slides as a PowerPoint file: read back by python-pptx, opened by LibreOffice."""

from __future__ import annotations

import re
import shutil
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdf
import pytest
from lxml import etree
from pptx import Presentation
from tests.teaching.kits import small_kit
from tests.teaching.test_slides_revealjs import HOSTILE

from plankit.powerpoint.deck import write_pptx
from plankit.teaching.deck import deck
from plankit.teaching.slide import Table, notes_told

NAME = "slides/slides.pptx"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of the small kit in Nynorsk, and one whose words are hostile."""
    made = tmp_path_factory.mktemp("slides-pptx")
    write_pptx(small_kit("nn", "all", 90), made / "nn")
    kit = small_kit("en", "all", 45)
    case = replace(kit.cases[0], title=HOSTILE, story=f"{HOSTILE}\x07\x0b \ufffe " * 20)
    write_pptx(replace(kit, cases=(case,)), made / "hostile")
    return made


@pytest.fixture(scope="module")
def slides(folder: Path) -> list[Any]:
    """The slides as python-pptx reads them back."""
    return list(Presentation(str(folder / "nn" / NAME)).slides)


@pytest.fixture(scope="module")
def pages(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """The text of each page of each file, as LibreOffice shows it. Both are opened in one run."""
    program = shutil.which("soffice")
    if program is None:
        pytest.fail("No LibreOffice found: install it (apt-get install libreoffice-impress-nogui).")
    out = tmp_path_factory.mktemp("shown")
    files = [str(shutil.copyfile(folder / name / NAME, out / f"{name}.pptx")) for name in ("nn", "hostile")]
    home = f"-env:UserInstallation={(out / 'home').as_uri()}"
    command = [program, "--headless", home, "--convert-to", "pdf", "--outdir", str(out), *files]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    return {
        path.stem: [page.extract_text() for page in pypdf.PdfReader(path).pages] for path in out.glob("*.pdf")
    }


def test_libreoffice_shows_a_page_for_each_slide_with_its_words(pages: dict[str, list[str]]) -> None:
    """Nothing is refused, added or lost, and the titles come in order."""
    made = deck(small_kit("nn", "all", 90)).slides
    assert len(pages["nn"]) == len(made)
    for slide, text in zip(made, pages["nn"], strict=True):
        assert slide.title.replace(" ", "") in re.sub(r"\s", "", text)
    assert "<script>alert(1)</script>" in "".join(pages["hostile"])


def test_titles_and_notes_come_back(slides: list[Any]) -> None:
    """Every slide has its title in the placeholder for titles, and what whoever leads needs on its notes page."""
    made = deck(small_kit("nn", "all", 90))
    for slide, found in zip(made.slides, slides, strict=True):
        assert found.shapes.title.text_frame.text == slide.title
        told = [f"{part.name}: {line}" for part in notes_told(made, slide) for line in part.lines]
        notes = found.notes_slide.notes_text_frame.text if found.has_notes_slide else ""
        assert notes == "\n".join(told)


def test_text_stands_in_placeholders_of_real_layouts(slides: list[Any]) -> None:
    """The outline shows what is on the slides, and no placeholder was left empty."""
    layouts = {one.slide_layout.name for one in slides}
    assert len(layouts) == 3
    for one in slides:
        bodies = [shape for shape in one.placeholders if shape.placeholder_format.idx == 1]
        assert all(shape.text_frame.text for shape in bodies)


def test_tables_say_what_they_show(slides: list[Any]) -> None:
    """Whoever hears the slides is told what a table is about before its cells."""
    captions = [
        block.caption
        for slide in deck(small_kit("nn", "all", 90)).slides
        for block in slide.blocks
        if isinstance(block, Table)
    ]
    found = [
        shape._element.nvGraphicFramePr.cNvPr.get("descr")
        for one in slides
        for shape in one.shapes
        if shape.has_table
    ]
    assert captions
    assert found == captions


def test_every_word_has_its_language(folder: Path) -> None:
    """No run is left to the language of whoever opens the file."""
    with zipfile.ZipFile(folder / "nn" / NAME) as package:
        for name in package.namelist():
            if re.match(r"ppt/(slides|notesSlides|slideMasters|slideLayouts)/[^/]+\.xml", name):
                tree = etree.fromstring(package.read(name))
                runs = [run for run in tree.iter(f"{DRAWING}r") if run.findtext(f"{DRAWING}t")]
                tags = {run.find(f"{DRAWING}rPr").get("lang") for run in runs}
                assert tags <= {"nn-NO"}, name


def test_slides_lead_to_each_other_and_to_laws(slides: list[Any]) -> None:
    """A way of the branching case leads to the slide that follows it; a law leads to where it is published."""
    kinds = [rel.reltype.rpartition("/")[2] for one in slides for rel in one.part.rels.values()]
    outside = [rel.target_ref for one in slides for rel in one.part.rels.values() if rel.is_external]
    assert kinds.count("slide") >= 2
    assert "https://example.org/law/1" in outside


def test_slides_are_wide(folder: Path) -> None:
    """16 to 9, as walls and screens are today."""
    made = Presentation(str(folder / "nn" / NAME))
    assert made.slide_width * 9 == made.slide_height * 16  # type: ignore[operator]


def test_file_tells_nothing_of_persons_machines_or_moments(folder: Path) -> None:
    """No author, no thumbnail, no printer, and the day of the kit instead of the clock."""
    with zipfile.ZipFile(folder / "nn" / NAME) as package:
        names = package.namelist()
        core = package.read("docProps/core.xml").decode()
        assert {one.date_time for one in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert not [one for one in names if "thumbnail" in one or "printer" in one.casefold()]
    assert "creator" not in core
    assert "lastModifiedBy" not in core
    assert core.count("2026-11-22T00:00:00Z") == 2
    assert "heat" not in core.casefold()


def test_same_kit_gives_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    """No clock and no chance is in it."""
    write_pptx(small_kit("nn", "all", 90), tmp_path)
    assert (tmp_path / NAME).read_bytes() == (folder / "nn" / NAME).read_bytes()
