"""The files in a real program: LibreOffice opens them, sets their pages and reads every word back."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pypdf
import pytest
from tests.site.building import FJORDVIK
from tests.word import building as b
from tests.word import municipal as m

from plankit.loading import load
from plankit.papers.case_paper import case_paper
from plankit.papers.whole import plan_document
from plankit.views.reading import Reading


def _papers(folder: Path) -> Mapping[str, bytes]:
    plan = b.reading(
        folder / "plan", "process: {mandate: Lag en plan.}\nmeasures: [{id: a, title: Spørre alle}]\n"
    )
    loaded = load(FJORDVIK, today=b.TODAY)
    assert loaded.plan is not None
    fjordvik = Reading(loaded.plan, loaded.guide, "nb", loaded.findings)
    blocks = b.paper(*b.every_block())
    tags = m.saved(folder, m.municipal("Sak {{ case_number }}", "{{ content }}", "Til slutt"), "tags.docx")
    plain = m.saved(folder, m.municipal("Vår ref:"), "plain.docx")
    return {
        "blocks": b.written(blocks, plan),
        "matrix": b.written(b.paper(b.matrix(), landscape=True), plan),
        "plan": b.written(plan_document(plan, today=b.TODAY, stamp=("Utkast",)), plan),
        "case": b.written(case_paper(fjordvik, stamp=("Versjon 1.1",)), fjordvik),
        "tags": b.written(blocks, plan, tags),
        "plain": b.written(blocks, plan, plain),
    }


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, list[str]]:
    """The text of each page of each paper, as LibreOffice sets it. All papers are opened in one run."""
    program = shutil.which("soffice")
    if program is None:
        pytest.fail("No LibreOffice found: install it (apt-get install libreoffice-writer-nogui).")
    folder = tmp_path_factory.mktemp("word")
    files = [m.saved(folder, data, f"{name}.docx") for name, data in _papers(folder).items() if name]
    out = folder / "out"
    subprocess.run(
        [
            program,
            "--headless",
            f"-env:UserInstallation={(folder / 'home').as_uri()}",
            "--convert-to",
            "pdf",
            "--outdir",
            str(out),
            *map(str, files),
        ],
        check=True,
        capture_output=True,
        timeout=240,
    )
    return {
        path.stem: [page.extract_text() for page in pypdf.PdfReader(path).pages] for path in out.iterdir()
    }


def test_every_paper_opens(pages: Mapping[str, list[str]]) -> None:
    """No file is refused, and none is empty."""
    assert set(pages) == {"blocks", "matrix", "plan", "case", "tags", "plain"}
    assert all(len("".join(text)) > 200 for text in pages.values())


def test_words_come_back_in_order(pages: Mapping[str, list[str]]) -> None:
    """Headings, lists, tables and cards stand in the order of the paper."""
    text = "\n".join(pages["blocks"][1:])
    words = [
        "First chapter",
        "1-1 A paragraph.",
        "Heading two",
        "Owner",
        "inner",
        "Who does what",
        "Police",
        "Card",
    ]
    body = " ".join(text[text.rindex("First chapter") :].split())
    places = [body.find(one) for one in words]
    assert -1 not in places
    assert places == sorted(places)


def test_head_foot_and_count_stand_on_each_page(pages: Mapping[str, list[str]]) -> None:
    """What the text is, and which page of how many, is told on every page."""
    for name in ("blocks", "plan", "case"):
        count = len(pages[name])
        for number, text in enumerate(pages[name], start=1):
            told = " ".join(text.split())
            assert re.search(rf"\b{number} \w+ {count}\b", told), name
    assert all("Versjon 1.1" in text for text in pages["case"])


def test_head_row_of_a_long_table_comes_again(pages: Mapping[str, list[str]]) -> None:
    """The table of statements is longer than a page; each page tells what its columns are."""
    with_rows = [text for text in pages["case"] if "Ungdomsrådet" in text or "Fagforbundet" in text]
    heads = [text for text in with_rows if "Uttalelse Vekt Svar" in " ".join(text.split())]
    assert len(heads) >= 2


def test_list_is_counted_by_the_program(pages: Mapping[str, list[str]]) -> None:
    """The numbers of a list come from Word itself; a second list begins anew."""
    text = " ".join("\n".join(pages["blocks"]).split())
    assert "1. one" in text
    assert "2. two" in text
    assert "1. again one" in text


def test_template_stands_around_the_paper(pages: Mapping[str, list[str]]) -> None:
    """Head and foot of the municipality are on every page, and its own text before and after."""
    for name in ("tags", "plain"):
        assert all(m.LOGO in text and m.FOOT in text for text in pages[name])
    text = " ".join("\n".join(pages["tags"]).split())
    assert text.index("Sak [fylles ut: saksnummer]") < text.index("First chapter") < text.index("Til slutt")
