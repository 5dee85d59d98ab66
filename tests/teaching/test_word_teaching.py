"""The papers as Word files: a real program opens them, and nobody finds an answer on a learner's sheet."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pypdf
import pytest
from tests.teaching.kits import small_kit

from plankit.teaching.kit import Kit
from plankit.word.teaching import write_word

NAMES = {
    "print/worksheet-questions.docx",
    "print/cases.docx",
    "print/dilemmas.docx",
    "facilitator/script.docx",
    "facilitator/table-top.docx",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files of the small kit."""
    made = tmp_path_factory.mktemp("word-kit")
    write_word(small_kit(), made)
    return made


@pytest.fixture(scope="module")
def pages(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """The text of each page of each file, as LibreOffice sets it; all are opened in one run."""
    program = shutil.which("soffice")
    if program is None:
        pytest.fail("No LibreOffice found: install it (apt-get install libreoffice-writer-nogui).")
    out = tmp_path_factory.mktemp("opened")
    home = f"-env:UserInstallation={(out / 'home').as_uri()}"
    files = sorted(str(path) for path in folder.rglob("*.docx"))
    command = [program, "--headless", home, "--convert-to", "pdf", "--outdir", str(out), *files]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    return {
        path.stem: [page.extract_text() for page in pypdf.PdfReader(path).pages] for path in out.glob("*.pdf")
    }


def test_every_paper_is_written(folder: Path) -> None:
    """Sheets lie with the sheets, scripts with the scripts."""
    assert {path.relative_to(folder).as_posix() for path in folder.rglob("*.docx")} >= NAMES


def test_libreoffice_opens_every_file(folder: Path, pages: dict[str, list[str]]) -> None:
    """None is refused, and none is empty."""
    assert set(pages) == {path.stem for path in folder.rglob("*.docx")}
    assert all(len("".join(text)) > 200 for text in pages.values())


def test_worksheet_has_boxes_and_no_answers(pages: dict[str, list[str]]) -> None:
    """What can be ticked has a box; what is right stands elsewhere."""
    text = " ".join(" ".join(pages["worksheet-questions"]).split())
    kit = small_kit()
    choices = sum(len(one.choices) + len(one.steps) for one in kit.questions)
    assert text.count("\N{BALLOT BOX}") == choices
    assert not any(one.feedback in text for one in kit.questions if one.feedback)


def test_each_case_begins_a_page(tmp_path: Path, pages: dict[str, list[str]]) -> None:
    """A sheet is handed out by itself."""
    parts = [page for page in pages["table-top"] if "News, as cards" in page or "Form for whoever" in page]
    assert len(parts) == 2


def test_without_anything_only_the_script_is_written(tmp_path: Path) -> None:
    """What a kit does not have gets no file."""
    write_word(Kit(subject=small_kit().subject), tmp_path)
    assert "script" in {path.stem for path in tmp_path.rglob("*.docx")}
    assert not {"cases", "worksheet-questions"} & {path.stem for path in tmp_path.rglob("*.docx")}


def test_same_kit_gives_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    """No clock, no name of a machine."""
    write_word(small_kit(), tmp_path)
    for path in folder.rglob("*.docx"):
        assert (tmp_path / path.relative_to(folder)).read_bytes() == path.read_bytes(), path.name
