"""`plankit export` and `plankit import`: what they print, ask, write and end with."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import jsonschema
import openpyxl
import pytest
from click.testing import CliRunner, Result
from tests.excel.workbooks import FILES, bytes_of, edited, write_plan

from plankit.cli.main import main
from plankit.outputs import OutputMissing
from plankit.schema import plan_schema

Run = Callable[..., Result]
TITLE = ("Tiltak", "t2", "Tiltak")


@pytest.fixture
def folder(here: Path) -> Path:
    """A small plan in the current directory."""
    return write_plan(here / "my-plan", FILES)


@pytest.fixture
def workbook(folder: Path, run: Run) -> Path:
    """Its workbook beside it."""
    assert run("export", "xlsx", "my-plan", "-o", "plan.xlsx").exit_code == 0
    return folder.parent / "plan.xlsx"


def test_export_tells_the_file_and_how_it_comes_back(folder: Path, run: Run) -> None:
    """The name on stdout, for scripts; the next step on stderr, for people."""
    result = run("export", "xlsx", "my-plan", "-o", "plan.xlsx")
    assert (result.exit_code, result.stdout) == (0, "plan.xlsx\n")
    assert "plankit import xlsx plan.xlsx my-plan" in result.stderr
    assert [one.name for one in folder.parent.iterdir() if one.name.startswith(".")] == []


def test_export_does_not_write_over_a_workbook_unless_told(workbook: Path, run: Run) -> None:
    """Somebody may have written into it."""
    workbook.write_bytes(b"mine")
    result = run("export", "xlsx", "my-plan", "-o", "plan.xlsx")
    assert (result.exit_code, workbook.read_bytes()) == (2, b"mine")
    assert "--overwrite" in result.stderr
    assert run("export", "xlsx", "my-plan", "-o", "plan.xlsx", "--overwrite").exit_code == 0
    assert workbook.read_bytes() != b"mine"


def test_export_of_one_agency_holds_its_part(folder: Path, run: Run) -> None:
    """An agency that is not in the plan is an error of the call."""
    assert run("export", "xlsx", "my-plan", "-o", "nav.xlsx", "--agency", "nav").exit_code == 0
    assert "Kontakter" not in openpyxl.load_workbook("nav.xlsx").sheetnames
    result = run("export", "xlsx", "my-plan", "-o", "x.xlsx", "--agency", "vik")
    assert (result.exit_code, result.stderr) == (2, "plankit: The plan has no “vik”.\n")


@pytest.mark.parametrize("form", ["xlsx", "json"])
@pytest.mark.parametrize(("plan", "out"), [("nowhere", "x.out"), ("my-plan", "no/such/x.out")])
def test_export_that_cannot_read_or_write_is_one_line(
    folder: Path, run: Run, form: str, plan: str, out: str
) -> None:
    """No traceback, exit code 2, and no file."""
    result = run("export", form, plan, "-o", out)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("plankit: ")
    assert result.stderr.count("\n") == 1


def test_excel_that_is_not_installed_is_told_with_how_to_install_it(
    folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The extra is named."""

    def find(name: str) -> None:
        raise OutputMissing("xlsxwriter")

    monkeypatch.setattr("plankit.outputs.find_output", find)
    result = run("export", "xlsx", "my-plan", "-o", "x.xlsx")
    assert result.exit_code == 2
    assert 'pip install "plankit[excel]"' in result.stderr


def test_json_fits_the_schema_and_resolves_words_ids_and_days(folder: Path, run: Run) -> None:
    """`content` is a plan file; `meanings` tells by JSON pointer what stands in it."""
    result = run("export", "json", "my-plan", "-o", "-")
    document = json.loads(result.stdout)
    jsonschema.validate(document["content"], plan_schema())
    measures = document["content"]["measures"]
    assert [(one["id"], one["title"], one["deadline"]) for one in measures] == [
        ("t1", "Spørre alle", "1. april 2027"),
        ("t2", "Nei", "våren 2027"),
    ]
    meanings = document["meanings"]
    assert meanings["/measures/0/status"]["code"] == "ongoing"
    assert meanings["/measures/0/deadline"]["end"] == "2027-04-01"
    assert meanings["/measures/0/cost"]["amount"] == "50000"
    assert meanings["/measures/1/responsible/0"] == {"id": "skolene", "kind": "agencies", "title": "Skolene"}
    assert document["content"]["contacts"][0]["value"] == "112"


def test_json_of_one_plan_twice_is_the_same(folder: Path, run: Run) -> None:
    """Written or printed, the bytes are equal."""
    assert run("export", "json", "my-plan", "-o", "plan.json").stdout == "plan.json\n"
    assert Path("plan.json").read_bytes() == run("export", "json", "my-plan", "-o", "-").stdout_bytes


def test_json_of_the_example_fits_the_schema_and_points_at_what_is_there(run: Run) -> None:
    """Every pointer leads to a place in `content`, and every page is there."""
    example = Path(__file__).parents[2] / "examples" / "fjordvik"
    document = json.loads(run("export", "json", str(example), "-o", "-").stdout)
    jsonschema.validate(document["content"], plan_schema())
    assert len(document["pages"]) == len(list((example / "pages").glob("*.md")))
    for pointer in document["meanings"]:
        place = document["content"]
        for step in pointer.split("/")[1:]:
            place = place[int(step)] if isinstance(place, list) else place[step]
        assert place


def test_import_without_edits_says_so(workbook: Path, run: Run) -> None:
    """Nothing to ask, nothing to write, exit code 0."""
    result = run("import", "xlsx", "plan.xlsx", "my-plan")
    assert (result.exit_code, result.stdout) == (0, "Nothing would change in the plan.\n")


def test_import_shows_the_changes_and_writes_with_yes(workbook: Path, folder: Path, run: Run) -> None:
    """Entry, file, field, old value and new one."""
    edited(workbook, workbook, {TITLE: "Ja"})
    result = run("import", "xlsx", "plan.xlsx", "my-plan", "--yes")
    assert result.exit_code == 0
    assert result.stdout == "t2 Nei (measures/a.yaml)\n  Tiltak: “Nei” → “Ja”\n1 change in all.\n"
    assert "Written: measures/a.yaml." in result.stderr
    assert "title: Ja," in (folder / "measures/a.yaml").read_text(encoding="utf-8")


def test_import_with_dry_run_only_shows(workbook: Path, folder: Path, run: Run) -> None:
    """The same list, and no byte is changed."""
    before = bytes_of(folder)
    edited(workbook, workbook, {TITLE: "Ja"})
    result = run("import", "xlsx", "plan.xlsx", "my-plan", "--dry-run")
    assert (result.exit_code, "1 change in all." in result.stdout) == (0, True)
    assert bytes_of(folder) == before


def test_import_with_nobody_to_ask_writes_nothing(workbook: Path, folder: Path, run: Run) -> None:
    """A script must say that it means it."""
    before = bytes_of(folder)
    edited(workbook, workbook, {TITLE: "Ja"})
    result = run("import", "xlsx", "plan.xlsx", "my-plan")
    assert result.exit_code == 2
    assert "--yes" in result.stderr
    assert bytes_of(folder) == before


@pytest.mark.parametrize(("answer", "title"), [("y\n", "Ja"), ("n\n", "Nei"), ("\n", "Nei")])
def test_import_asks_and_does_as_it_is_told(
    workbook: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, answer: str, title: str
) -> None:
    """Nothing is written without a yes."""
    monkeypatch.setattr("plankit.cli.import_._somebody_is_there", lambda: True)
    edited(workbook, workbook, {TITLE: "Ja"})
    result = CliRunner().invoke(main, ["import", "xlsx", "plan.xlsx", "my-plan"], input=answer)
    assert result.exit_code == 0
    assert "Write 1 change into the plan?" in result.stderr
    assert f"title: {title}," in (folder / "measures/a.yaml").read_text(encoding="utf-8")


def test_import_tells_findings_with_sheet_and_cell_and_ends_with_1(workbook: Path, run: Run) -> None:
    """What could be read is still written."""
    edited(workbook, workbook, {TITLE: "Ja", ("Tiltak", "t1", "Status i planen"): "planlagd"})
    result = run("import", "xlsx", "plan.xlsx", "my-plan", "--yes")
    assert result.exit_code == 1
    assert "plan.xlsx:Tiltak!D2: error PK056 “planlagd” is not one of the words" in result.stdout
    assert "Did you mean “planlagt”?" in result.stdout
    assert "Written: measures/a.yaml." in result.stderr


def test_import_that_would_make_an_error_writes_nothing(workbook: Path, folder: Path, run: Run) -> None:
    """The error is shown as `check` shows it."""
    before = bytes_of(folder)
    edited(workbook, workbook, {("Tiltak", "t1", "Merknad"): "Gjelder 31123950057"})
    result = run("import", "xlsx", "plan.xlsx", "my-plan", "--yes")
    assert result.exit_code == 1
    assert "national-id-number" in result.stdout
    assert "nothing was written" in result.stderr
    assert bytes_of(folder) == before


@pytest.mark.parametrize(
    "arguments",
    [("no.xlsx", "my-plan"), ("plan.xlsx", "nowhere"), ("plan.xlsx", "my-plan", "--base", "no.xlsx")],
)
def test_import_of_what_is_not_there_is_one_line(
    workbook: Path, run: Run, arguments: tuple[str, ...]
) -> None:
    """The name is in the line."""
    result = run("import", "xlsx", *arguments)
    assert result.exit_code == 2
    assert result.stderr.startswith("plankit: There is no ")


@pytest.mark.parametrize("group", ["export", "import"])
def test_help_of_each_command_has_an_example(run: Run, group: str) -> None:
    """As the help of every command has."""
    for command in ("xlsx", "json")[: 2 if group == "export" else 1]:
        assert f"Example: plankit {group} {command}" in run(group, command, "--help").stdout
