"""What the PDFs say: read back from the file, as a reader's program reads it."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from pypdf import PdfReader
from tests.metadata import assert_no_traces
from tests.papers.papers_of import fjordvik, whole_fjordvik
from tests.pdf.conftest import build_example
from tests.site.building import FJORDVIK

from plankit.outputs import OutputRefused, OutputUnknown
from plankit.source.seals import source_files

SOFT_HYPHEN = "\N{SOFT HYPHEN}"


@pytest.fixture(scope="session")
def pages(example: Path) -> list[str]:
    """The words of each page of the whole plan. Read once: it takes a while."""
    return [page.extract_text().replace(SOFT_HYPHEN, "") for page in PdfReader(example).pages]


def squeezed(words: str) -> str:
    """Letters and digits alone: where lines break and words are hyphenated is not what a plan says."""
    return re.sub(r"[\W_]+", "", words)


def without_foot(page: str) -> str:
    """A page without what stands on every page: a title may go on on the next."""
    return re.sub(
        r"^Handlingsplan 2026–2029 · Fjordvik kommune$|^Gjeldende · .*", "", page, flags=re.MULTILINE
    )


def test_every_measure_and_procedure_is_in_the_text(pages: list[str]) -> None:
    """Search in the PDF finds what the plan holds."""
    reading, letters = fjordvik(), squeezed("".join(map(without_foot, pages)))
    for entry in (*reading.plan.measures, *reading.plan.procedures, *reading.plan.goals):
        assert squeezed(reading.numbered_title(entry.id)) in letters


def test_every_chapter_and_heading_is_a_bookmark(example: Path) -> None:
    """The tree of bookmarks has the titles of all chapters, those below others beneath them."""
    reader = PdfReader(example)
    found = list(bookmarks(reader.outline))
    for chapter in whole_fjordvik().chapters:
        assert (chapter.level, chapter.title) in found, chapter.title
    assert (3, "Mål") in found


def bookmarks(entries: object, level: int = 1) -> Iterator[tuple[int, str]]:
    """Level and words of each bookmark."""
    assert isinstance(entries, list)
    for one in entries:
        if isinstance(one, list):
            yield from bookmarks(one, level + 1)
        else:
            yield level, str(one.title)


def test_language_is_that_of_the_plan(example: Path, small: dict[str, Path]) -> None:
    """A voice reads it as what it is."""
    for paper, language in ((example, "nb-NO"), (small["nn"], "nn-NO"), (small["sv"], "sv-SE")):
        with pikepdf.open(paper) as opened:
            assert str(opened.Root.Lang) == language


def structure(paper: pikepdf.Pdf) -> Iterator[pikepdf.Dictionary]:
    """Every element of the structure of a PDF."""
    waiting: list[object] = [paper.Root.StructTreeRoot.K]
    while waiting:
        one = waiting.pop()
        if isinstance(one, pikepdf.Array):
            waiting += list(one)
        elif isinstance(one, pikepdf.Dictionary) and "/S" in one:
            yield one
            if "/K" in one:
                waiting.append(one.K)


def test_structure_has_what_a_listener_needs(agency: Path) -> None:
    """Title, headings, lists, and tables with heads that say what they head."""
    with pikepdf.open(agency) as paper:
        elements = list(structure(paper))
        kinds = {str(one.S) for one in elements}
        assert {"/H1", "/H2", "/L", "/LI", "/Lbl", "/LBody", "/Table", "/TH", "/TD", "/Caption"} <= kinds
        heads = [one for one in elements if str(one.S) == "/TH"]
        assert all("Column" in str(one.A.unparse()) for one in heads)


def test_picture_has_its_words(example: Path) -> None:
    """Each drawing tells what it shows."""
    with pikepdf.open(example) as paper:
        figures = [one for one in structure(paper) if str(one.S) == "/Figure"]
        assert len(figures) == 27, "sixteen drawings, a strip for each of six areas, four charts and the arms"
        assert all(str(one.Alt) for one in figures)


def test_matrix_lies_on_its_side_and_wide_drawings_have_room(example: Path, pages: list[str]) -> None:
    """Nothing is so small that it cannot be read for want of a larger page."""
    sizes = [
        (round(float(page.mediabox.width)), round(float(page.mediabox.height)))
        for page in PdfReader(example).pages
    ]
    assert set(sizes) == {(595, 842), (842, 595), (842, 1191), (1191, 842)}
    first = next(number for number, said in enumerate(pages) if "Hvem gjør hva: Forebygge" in said)
    assert sizes[first] == (842, 595)


def test_each_page_tells_version_decision_and_place(pages: list[str]) -> None:
    """A page that was taken out of its folder still says what it is part of."""
    for number, said in enumerate(pages, start=1):
        assert re.search(rf"\b{number} \w+ {len(pages)}\b", said), number
        assert "Kommunestyret" in said
        assert "PS 26/42" in said
    assert all("Handlingsplan 2026–2029 · Fjordvik kommune" in said for said in pages[1:])


def test_card_is_one_page_of_a5(card: Path) -> None:
    """What hangs on a wall is one sheet, and says all its steps' numbers."""
    (page,) = PdfReader(card).pages
    assert (round(float(page.mediabox.width)), round(float(page.mediabox.height))) == (420, 595)
    assert "A1" in page.extract_text()
    assert "112" in page.extract_text()


@pytest.mark.parametrize("procedure", [one.id for one in fjordvik().plan.procedures])
def test_every_procedure_fits_its_card(procedure: str, tmp_path: Path) -> None:
    """However long a procedure is, its card is one page."""
    assert build_example(tmp_path, procedure).pages == 1


def test_same_plan_gives_same_bytes(agency: Path, tmp_path: Path) -> None:
    """Who makes the paper again can prove that it is the same."""
    again = build_example(tmp_path, "barnevernet").start
    assert hashlib.sha256(again.read_bytes()).digest() == hashlib.sha256(agency.read_bytes()).digest()


def test_source_in_the_archive_paper_is_the_plan(example: Path) -> None:
    """Who has the PDF alone has the plan: every file it is made from, letter for letter, always packed alike."""
    with pikepdf.open(example) as paper:
        packed = paper.attachments["plan-source.zip"].get_file().read_bytes()
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        assert archive.namelist() == list(source_files(FJORDVIK))
        assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert all(archive.read(name) == (FJORDVIK / name).read_bytes() for name in archive.namelist())


def test_papers_tell_nothing_of_their_making(example: Path, card: Path, small: dict[str, Path]) -> None:
    """No author, program, user or path."""
    for paper in (example, card, *small.values()):
        assert_no_traces(paper)


def test_title_in_the_file_does_not_tell_the_theme(example: Path) -> None:
    """What stands on the tab of a browser is a kind of plan, a period and a municipality."""
    with pikepdf.open(example) as paper:
        assert str(paper.docinfo["/Title"]) == "Handlingsplan 2026–2029 · Fjordvik kommune"
    assert example.name == "handlingsplan-2026-2029.pdf"


def test_pages_are_counted_as_they_are(agency: Path, tmp_path: Path) -> None:
    """The command tells how many pages were made."""
    assert build_example(tmp_path, "barnevernet").pages == len(PdfReader(agency).pages)


def test_paper_that_does_not_exist_is_told_with_what_was_meant(tmp_path: Path) -> None:
    """A slip in an id costs no search."""
    with pytest.raises(OutputUnknown) as caught:
        build_example(tmp_path / "out", "pro-barm")
    assert (caught.value.only, caught.value.near) == ("pro-barm", "pro-barn")
    assert not (tmp_path / "out").exists()


def test_paper_is_not_written_where_a_file_is(tmp_path: Path) -> None:
    """A file that is in the way stays what it is."""
    (tmp_path / "out").write_text("mine", encoding="utf-8")
    with pytest.raises(OutputRefused):
        build_example(tmp_path / "out", "pro-akutt")
    assert (tmp_path / "out").read_text(encoding="utf-8") == "mine"


def test_folder_holds_the_paper_and_what_was_there(tmp_path: Path) -> None:
    """Nothing is left beside it, and nothing of somebody else's goes."""
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    made = build_example(tmp_path, "pro-akutt").start
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([made.name, "notes.txt"])
