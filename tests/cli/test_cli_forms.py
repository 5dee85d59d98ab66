"""`plankit export forms`, and several forms that come back at once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from click.testing import Result
from tests.excel.workbooks import bytes_of, reported

Plan = Callable[..., Path]
Run = Callable[..., Result]

TEXT = """\
plan: {id: p, title: Trygg, language: nb, period: 2026-2029, stage: draft, empty: {guide: not-applicable}}
agencies: [{id: nav, name: NAV}, {id: skolene, name: Skolene}, {id: politiet, name: Politiet}]
measures:
- {id: m1, number: "1", title: Spørre, responsible: nav}
- {id: m2, number: "2", title: Undervise, responsible: skolene}
- {id: m3, number: "3", title: Møtes, responsible: [nav, skolene]}
- {id: m4, number: "4", title: Ferdig, responsible: politiet, status: gjennomført}
progress:
- {measure: m1, date: 2026-11-01, status: pågår}
- {measure: m4, date: 2026-05-01, status: gjennomført}
"""
NEXT = ("--date", "2027-06-01")
ONE = {"Tiltak": "1 Spørre", "Dato": "2027-11-20", "Periode": "2027", "Status": "pågår", "Resultat": "Ja"}
TWO = {"Tiltak": "2 Undervise", "Dato": "2027-11-21", "Periode": "2027", "Status": "planlagt"}
THREE = {"Tiltak": "3 Møtes", "Dato": "2027-11-22", "Periode": "2027", "Status": "pågår"}


@pytest.fixture
def folder(plan: Plan) -> Path:
    """The plan in the current directory."""
    return plan(TEXT)


@pytest.fixture
def forms(folder: Path, run: Run) -> Path:
    """Its forms for 2027."""
    result = run("export", "forms", "my-plan", "-o", "forms", *NEXT)
    assert result.exit_code == 0, result.output
    return folder.parent / "forms"


def _ready(path: Path) -> list[tuple[str, str]]:
    """Measure and period of the rows that are ready to be filled in."""
    sheet = openpyxl.load_workbook(path)["Framdrift"]
    heads = {one.value: int(one.column or 0) - 1 for one in sheet[1]}
    rows = [[one.value for one in row] for row in sheet.iter_rows(min_row=2)]
    return [
        (str(row[heads["Tiltak"]]), str(row[heads["Periode"]]))
        for row in rows
        if row[heads["Tiltak"]] and not row[heads["Id"]]
    ]


def test_forms_are_one_for_each_agency_that_has_to_report(forms: Path) -> None:
    """Nobody gets a form with nothing to report on; each has its own measures alone, and the period in each row."""
    assert sorted(path.name for path in forms.iterdir()) == ["nav.xlsx", "skolene.xlsx"]
    assert _ready(forms / "nav.xlsx") == [("1 Spørre", "2027"), ("3 Møtes", "2027")]
    assert _ready(forms / "skolene.xlsx") == [("2 Undervise", "2027"), ("3 Møtes", "2027")]
    about = openpyxl.load_workbook(forms / "nav.xlsx").worksheets[0]
    assert any(row[0].value and "2027" in str(row[0].value) for row in about.iter_rows())


def test_forms_tell_their_files_and_the_way_back(folder: Path, run: Run) -> None:
    """Names on stdout, the next step on stderr."""
    result = run("export", "forms", "my-plan", "-o", "forms", *NEXT, "--language", "en")
    assert result.stdout.splitlines() == [str(Path("forms", name)) for name in ("nav.xlsx", "skolene.xlsx")]
    assert "Wrote 2 forms (2027)." in result.stderr
    assert f"plankit import xlsx {Path('forms', '*.xlsx')} my-plan" in result.stderr


@pytest.mark.parametrize("period", ["2026", "2026-H2", "15. november 2026"])
def test_forms_of_another_period_leave_out_what_was_reported(folder: Path, run: Run, period: str) -> None:
    """A year, a half-year or a day names the period; m1 was reported on and m4 has ended."""
    assert run("export", "forms", "my-plan", "-o", "forms", *NEXT, "--period", period).exit_code == 0
    assert _ready(Path("forms/nav.xlsx")) == [("3 Møtes", "2026")]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--period", "snart"), "“snart” is no period"),
        (("--period", "2031"), "go from 2026-01-01 to 2029-12-31"),
    ],
)
def test_forms_of_no_period_are_an_error_of_the_call(
    folder: Path, run: Run, arguments: tuple[str, ...], told: str
) -> None:
    """One line, and no file."""
    result = run("export", "forms", "my-plan", "-o", "forms", *NEXT, *arguments, "--language", "en")
    assert (result.exit_code, told in result.stderr, result.stderr.count("\n")) == (2, True, 1)
    assert not Path("forms").exists()


def test_forms_with_nothing_to_report_are_not_written(plan: Plan, run: Run) -> None:
    """Every measure has been reported on."""
    plan(TEXT.replace("- {id: m2", "# - {id: m2").replace("- {id: m3", "# - {id: m3"))
    result = run("export", "forms", "my-plan", "-o", "forms", "--date", "2026-12-01", "--language", "en")
    assert (result.exit_code, result.stderr) == (2, "plankit: Nothing is to be reported on for 2026.\n")


def test_forms_are_not_written_over_unless_told(forms: Path, run: Run) -> None:
    """Somebody may have filled one in; then none is written."""
    (forms / "nav.xlsx").unlink()
    (forms / "skolene.xlsx").write_bytes(b"mine")
    assert run("export", "forms", "my-plan", "-o", "forms", *NEXT).exit_code == 2
    assert [path.name for path in forms.iterdir()] == ["skolene.xlsx"]
    assert run("export", "forms", "my-plan", "-o", "forms", *NEXT, "--overwrite").exit_code == 0
    assert (forms / "skolene.xlsx").read_bytes() != b"mine"


def test_returned_forms_are_taken_back_together(forms: Path, run: Run) -> None:
    """Both owners' reports come into the plan in one go, and the rows that nobody filled in do not."""
    reported(forms / "nav.xlsx", forms / "nav.xlsx", ONE, THREE)
    reported(forms / "skolene.xlsx", forms / "skolene.xlsx", TWO, THREE)
    files = [str(path) for path in sorted(forms.iterdir())]
    result = run("import", "xlsx", *files, "my-plan", "--yes", "--language", "en")
    assert result.exit_code == 0, result.output
    assert "3 changes in all." in result.stdout
    added = Path("my-plan/plan.yaml").read_text(encoding="utf-8").removeprefix(TEXT).strip().splitlines()
    assert added == [
        '- {measure: m1, date: 2027-11-20, period: "2027", status: pågår, result: Ja}',
        '- {measure: m3, date: 2027-11-22, period: "2027", status: pågår}',
        '- {measure: m2, date: 2027-11-21, period: "2027", status: planlagt}',
    ]


def test_returned_forms_that_disagree_are_not_written(forms: Path, run: Run, folder: Path) -> None:
    """Two owners say different things of one measure: both are named, and no form is taken back."""
    reported(forms / "nav.xlsx", forms / "nav.xlsx", ONE, THREE)
    reported(forms / "skolene.xlsx", forms / "skolene.xlsx", {**THREE, "Status": "gjennomført"})
    before = bytes_of(folder)
    files = [str(path) for path in sorted(forms.iterdir())]
    result = run("import", "xlsx", *files, "my-plan", "--yes", "--language", "en")
    assert result.exit_code == 1
    assert "PK070 On “m3”, skolene.xlsx says “gjennomført” and nav.xlsx says “pågår”." in result.stdout
    assert "Nothing was written: of several workbooks" in result.stderr
    assert bytes_of(folder) == before


def test_returned_form_that_cannot_be_read_keeps_the_others_out(forms: Path, run: Run, folder: Path) -> None:
    """All or none."""
    reported(forms / "nav.xlsx", forms / "nav.xlsx", ONE)
    (forms / "skolene.xlsx").write_bytes(b"no workbook")
    before = bytes_of(folder)
    files = [str(path) for path in sorted(forms.iterdir())]
    result = run("import", "xlsx", *files, "my-plan", "--yes", "--language", "en")
    assert (result.exit_code, "PK050" in result.stdout) == (1, True)
    assert bytes_of(folder) == before


def test_same_value_changed_in_two_workbooks_is_a_conflict(folder: Path, run: Run) -> None:
    """Each names the other; the same change in both is none."""
    run("export", "xlsx", "my-plan", "-o", "a.xlsx")
    for name, title in (("b.xlsx", "Spør"), ("c.xlsx", "Spørre alle")):
        book = openpyxl.load_workbook("a.xlsx")
        sheet = book["Tiltak"]
        heads = {one.value: int(one.column or 0) for one in sheet[1]}
        sheet.cell(2, heads["Tiltak"]).value = title
        book.save(name)
    same = run("import", "xlsx", "b.xlsx", "b.xlsx", "my-plan", "--dry-run", "--language", "en")
    assert (same.exit_code, "1 change in all." in same.stdout) == (0, True)
    result = run("import", "xlsx", "b.xlsx", "c.xlsx", "my-plan", "--yes", "--language", "en")
    assert result.exit_code == 1
    assert "PK061" in result.stdout
    assert "c.xlsx (Tiltak, b.xlsx: Tiltak)" in result.stdout
    assert Path("my-plan/plan.yaml").read_text(encoding="utf-8") == TEXT
