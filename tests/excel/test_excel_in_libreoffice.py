"""The workbook in a real program: LibreOffice opens, recalculates and saves it, and nothing is lost by that."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import openpyxl
import pytest
from tests.excel.workbooks import (
    bytes_of,
    cell,
    changes,
    codes,
    copy_of,
    edited,
    export,
    propose,
    take,
)

ROOT = Path(__file__).parents[2]
SOFFICE = shutil.which("soffice")
pytestmark = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the example plan."""
    return copy_of(ROOT / "examples" / "fjordvik", tmp_path_factory.mktemp("example") / "plan")


@pytest.fixture(scope="module")
def exported(example: Path) -> Path:
    """Its workbook."""
    return export(example, example.parent / "plan.xlsx")


@pytest.fixture(scope="module")
def saved(exported: Path) -> Path:
    """The workbook as LibreOffice saves it, all cells calculated anew."""
    out = exported.parent / "saved"
    subprocess.run(
        [
            str(SOFFICE),
            f"-env:UserInstallation={(exported.parent / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            "xlsx:Calc MS Excel 2007 XML",
            "--outdir",
            str(out),
            str(exported),
        ],
        capture_output=True,
        timeout=180,
        check=True,
    )
    return out / exported.name


def test_workbook_saved_by_libreoffice_without_edits_changes_nothing(saved: Path, example: Path) -> None:
    """Every text, day and number of the example plan comes through another program as it was."""
    before = bytes_of(example)
    proposal = take(saved, example)
    assert (proposal.differences, codes(proposal)) == ((), [])
    assert bytes_of(example) == before


def test_edit_in_the_saved_workbook_comes_back(saved: Path, example: Path, tmp_path: Path) -> None:
    """What is written into the saved file is read into the plan."""
    plan = copy_of(example, tmp_path / "plan")
    title = ("Tiltak", "t2-2", "Tiltak")
    proposal = take(edited(saved, tmp_path / "e.xlsx", {title: "Tiltakskort: voksne"}), plan)
    assert changes(proposal) == [("Tiltak", "Tiltakskort for voksne", "Tiltakskort: voksne")]
    assert propose(saved, plan).differences == ()


def test_protection_lists_and_filters_survive_libreoffice(saved: Path, exported: Path) -> None:
    """Locked cells stay locked, and the lists stay in their cells."""
    ours, theirs = openpyxl.load_workbook(exported), openpyxl.load_workbook(saved)
    assert theirs.sheetnames == ours.sheetnames
    for sheet in ours:
        other = theirs[sheet.title]
        assert other.protection.sheet == sheet.protection.sheet
        assert len(other.data_validations.dataValidation) == len(sheet.data_validations.dataValidation)
        assert (other.sheet_state == "visible") == (sheet.sheet_state == "visible")
        assert other.auto_filter.ref == sheet.auto_filter.ref
    for place, locked in ((("Tiltak", "t2-2", "Id"), True), (("Tiltak", "t2-2", "Tiltak"), False)):
        assert cell(theirs, place).protection.locked is locked
