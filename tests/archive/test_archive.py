"""The folder for the records system: everything in it, the same bytes each time, never half written."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
import zipfile
from pathlib import Path

import pytest
from tests.freezing.building import build, edit, loaded, make_plan, seal
from tests.metadata import assert_no_traces
from tests.site.building import tree

from plankit import outputs
from plankit.archive import output as archive
from plankit.freezing import verifying
from plankit.freezing.verdicts import Grade
from plankit.outputs import OutputFailed, OutputMissing, OutputRefused, Request, Result


def _stub_pdf(request: Request) -> Result:
    """Stands in for the PDF, which has tests of its own."""
    plan = request.loaded.plan
    assert plan is not None
    assert request.only == "archive"
    path = request.out / "plan.pdf"
    path.write_bytes(b"%PDF " + "|".join(str(one.deadline) for one in plan.measures).encode())
    return Result(start=path, pages=3, written=3, warnings=("a warning",))


@pytest.fixture
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small plan, with an output in place of the PDF's."""
    real = outputs.find_output
    for module in (archive, verifying):
        monkeypatch.setattr(module, "find_output", lambda name: _stub_pdf if name == "pdf" else real(name))
    return make_plan(tmp_path / "plan")


def test_archive_holds_pdf_source_seal_and_a_list_of_all(plan: Path, tmp_path: Path) -> None:
    """Everything that the records system needs lies in one folder, and the list has each file's checksum."""
    made = seal(plan)
    result = build(plan, tmp_path / "out", "archive")
    out = tmp_path / "out"
    assert result.start == out / "README.txt"
    assert result.warnings == ("a warning",)
    values = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    files = tree(out)
    assert values["files"] == {name: value for name, value in files.items() if name != "manifest.json"}
    assert set(files) == {
        "README.txt",
        "manifest.json",
        "metadata.xml",
        "plan.pdf",
        "seal.json",
        "source/pages/forord.md",
        "source/plan.yaml",
    }
    assert values["content"] == made.seal.content
    assert values["decisions"][0]["cases"] == ["PS 26/14"]


def test_archive_says_in_words_and_terms_what_it_is(plan: Path, tmp_path: Path) -> None:
    """The README is in the plan's language, and the metadata is well-formed Dublin Core with the case numbers."""
    seal(plan)
    build(plan, tmp_path / "out", "archive")
    words = (tmp_path / "out" / "README.txt").read_text(encoding="utf-8")
    assert words.startswith("Trygg i Vik\n")
    assert "Kommunestyret, 10. desember 2026" in words
    root = ET.parse(tmp_path / "out" / "metadata.xml").getroot()
    terms = [(one.tag.rpartition("}")[2], one.text) for one in root]
    assert ("title", "Trygg i Vik") in terms
    assert ("dateAccepted", "2026-12-10") in terms
    assert [text for name, text in terms if name == "identifier"] == ["PS 26/14", "2026/100"]


def test_archive_of_the_adopted_text_is_the_sealed_version(plan: Path, tmp_path: Path) -> None:
    """A report that came later is no part of what is archived as the adopted version."""
    seal(plan)
    build(plan, tmp_path / "one", "archive")
    (plan / "progress.yaml").write_text("progress:\n- {measure: m1, date: 2027-02-01}\n", encoding="utf-8")
    build(plan, tmp_path / "other", "archive")
    assert tree(tmp_path / "one") == tree(tmp_path / "other")


def test_archive_of_a_draft_says_that_it_is_one(plan: Path, tmp_path: Path) -> None:
    """A text that is not adopted can be archived too, and never passes for the adopted one."""
    seal(plan)
    edit(plan, "deadline: 2028", "deadline: 2029")
    build(plan, tmp_path / "out", "archive")
    values = json.loads((tmp_path / "out" / "manifest.json").read_text(encoding="utf-8"))
    assert values["standing"] == "draft"
    assert b"2029" in (tmp_path / "out" / "plan.pdf").read_bytes()
    assert verifying.verify_published(tmp_path / "out", plan).grade is Grade.NOT_ADOPTED


def test_zip_has_the_same_bytes_each_time_and_holds_the_folder(plan: Path, tmp_path: Path) -> None:
    """Two builds of one plan give one zip, byte for byte; unpacked, it is the folder."""
    seal(plan)
    for name in ("one.zip", "other.zip"):
        assert build(plan, tmp_path / name, "archive").start == tmp_path / name
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "other.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "one.zip") as packed:
        assert packed.testzip() is None
        packed.extractall(tmp_path / "unpacked")
    build(plan, tmp_path / "folder", "archive")
    assert tree(tmp_path / "unpacked") == tree(tmp_path / "folder")


@pytest.mark.parametrize("name", ["out", "out.zip"])
def test_archive_is_proven_identical_and_touched_one_is_not(plan: Path, tmp_path: Path, name: str) -> None:
    """`verify` builds it again from the sealed version; one byte more anywhere is found."""
    seal(plan)
    build(plan, tmp_path / name, "archive")
    assert verifying.verify_published(tmp_path / name, plan).grade is Grade.IDENTICAL
    if name == "out":
        (tmp_path / "out" / "README.txt").write_text("changed", encoding="utf-8")
        verdict = verifying.verify_published(tmp_path / "out", plan)
        assert (verdict.grade, verdict.files) == (Grade.NOT_ADOPTED, (("README.txt", "differs"),))


def test_archive_is_not_written_over_something_else(plan: Path, tmp_path: Path) -> None:
    """A folder that holds other things is left alone; an earlier archive is replaced whole."""
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(OutputRefused, match="not-empty"):
        build(plan, tmp_path / "full", "archive")
    assert tree(tmp_path / "full").keys() == {"mine.txt"}
    build(plan, tmp_path / "out", "archive")
    before = tree(tmp_path / "out")
    (tmp_path / "out" / "left-over.txt").write_text("old", encoding="utf-8")
    build(plan, tmp_path / "out", "archive")
    assert tree(tmp_path / "out") == before


def test_archive_without_the_pdf_leaves_nothing(
    plan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the PDF cannot be made, nothing is half written."""

    def missing(name: str) -> outputs.Output:
        raise OutputMissing("typst")

    monkeypatch.setattr(archive, "find_output", missing)
    with pytest.raises(OutputFailed, match=r"plankit\[pdf\]"):
        archive.build_archive(Request(folder=plan, loaded=loaded(plan), out=tmp_path / "out"))
    assert {path.name for path in tmp_path.iterdir()} == {"plan"}


def test_archive_with_its_real_paper_tells_nobody_who_made_it_where(tmp_path: Path) -> None:
    """With the PDF that it will have, the archive as a zip carries no author, user, machine or path."""
    plan = make_plan(tmp_path / "plan")
    seal(plan)
    build(plan, tmp_path / "out.zip", "archive")
    with zipfile.ZipFile(tmp_path / "out.zip") as packed:
        assert any(name.endswith(".pdf") for name in packed.namelist())
    assert_no_traces(tmp_path / "out.zip")
