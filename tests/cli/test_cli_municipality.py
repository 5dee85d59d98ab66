"""`--municipality`: each command shows what one municipality has of a shared plan."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.testing import Result
from tests.shared_plans.fjords import write_fjords

from plankit.cli.main import main

Run = Callable[..., Result]
DAY = ("--date", "2027-06-01")
COMMANDS = {
    "check": ("fjords",),
    "build": ("fjords", "-o", "out"),
    "serve": ("fjords",),
    "due": ("fjords",),
    "score": ("fjords",),
    "matrix": ("fjords",),
    "changes": ("fjords", "fjords"),
    "accessibility": ("fjords", "--json", "--country", "NO"),
    "export json": ("fjords", "-o", "-"),
    "export xlsx": ("fjords", "-o", "fjords.xlsx"),
    "export forms": ("fjords", "-o", "forms"),
    "report": ("2026", "fjords", "-o", "report.html"),
    "evaluate": ("fjords", "-o", "questions.html"),
    "teach": ("fjords", "-o", "kit"),
}
"""Every command that takes the option, with what else it needs."""


@pytest.fixture
def shared(here: Path) -> Path:
    """The shared plan in the current directory."""
    return write_fjords(here / "fjords")


def _takes_it(command: click.Command) -> bool:
    return any(
        "--municipality" in one.opts and (getattr(one, "help", "") or "").startswith("Of a shared plan")
        for one in command.params
    )


def test_list_of_commands_here_is_complete() -> None:
    """A command that gets the option is tested below."""
    context = click.Context(main)
    found = set()
    for name in main.list_commands(context):
        command = main.get_command(context, name)
        assert command is not None
        found |= {name} if _takes_it(command) else set()
        if isinstance(command, click.Group):
            found |= {f"{name} {one}" for one, inner in command.commands.items() if _takes_it(inner)}
    assert set(COMMANDS) <= found
    assert found - set(COMMANDS) == set()


@pytest.mark.parametrize("command", COMMANDS)
def test_unknown_municipality_is_an_error_that_lists_those_there_are(
    shared: Path, run: Run, command: str
) -> None:
    """One line with ids and names, exit code 2, and nothing written."""
    result = run(*command.split(), *COMMANDS[command], "--municipality", "Oslo")
    assert result.exit_code == 2
    assert result.stderr.splitlines() == [
        "plankit: The plan has no municipality “Oslo”. It has: havn (Havn), vik (Vik), nes (Nes)"
    ]
    assert sorted(path.name for path in shared.parent.iterdir()) == ["fjords"]


def test_each_is_a_word_of_check_alone(shared: Path, run: Run) -> None:
    """To build the plans of all would need a folder for each."""
    result = run("build", "fjords", "-o", "out", "--municipality", "each")
    assert result.exit_code == 2
    assert "“each”" in result.stderr


@pytest.mark.parametrize("name", ["vik", "Vik", "VIK", "9902"])
def test_municipality_is_found_by_id_name_and_number(shared: Path, run: Run, name: str) -> None:
    """Whatever the planner knows it by."""
    document = json.loads(run("due", "fjords", *DAY, "--format", "json", "--municipality", name).stdout)
    subjects = {one["subject"] for one in document["tasks"]}
    assert "m3" in subjects
    assert "m2" not in subjects


def test_plan_that_names_no_municipality_says_so(here: Path, run: Run) -> None:
    """There is nobody to choose."""
    (here / "p").mkdir()
    (here / "p" / "plan.yaml").write_text("plan: {id: p, title: P}\n", encoding="utf-8")
    result = run("check", "p", "--municipality", "Vik")
    assert result.exit_code == 2
    assert "does not say which municipalities" in result.stderr


def test_check_of_the_joint_plan_says_nothing_of_own_plans(shared: Path, run: Run) -> None:
    """What only one's own plan lacks is asked for."""
    text = run("check", "fjords", *DAY).stdout
    assert "measure-without-owner" not in text


def test_check_of_one_municipality_finds_what_its_own_plan_lacks(shared: Path, run: Run) -> None:
    """In Vik, nobody answers for the measure that Havn's line is responsible for."""
    assert "“m3” names nobody" in run("check", "fjords", *DAY, "--municipality", "vik").stdout
    assert "“m3” names nobody" not in run("check", "fjords", *DAY, "--municipality", "havn").stdout


def test_check_of_each_adds_what_only_own_plans_lack_and_whose(shared: Path, run: Run) -> None:
    """Everything of the joint check is there too, and the municipality that is gone is left out."""
    joint = run("check", "fjords", *DAY, "--format", "json")
    each = run("check", "fjords", *DAY, "--format", "json", "--municipality", "each")
    told = {one["message"] for one in json.loads(joint.stdout)["findings"]}
    all_told = {one["message"] for one in json.loads(each.stdout)["findings"]}
    assert told < all_told
    only = all_told - told
    assert "Only in the own plan of Vik: The measure “m3” names nobody who is responsible." in only
    assert all(one.startswith("Only in the own plan of ") for one in only)
    assert not any("Nes" in one.partition(":")[0] for one in only)


def test_matrix_of_one_municipality_has_its_cells(shared: Path, run: Run) -> None:
    """The schools' cell does not hold in Vik."""
    rows = json.loads(run("matrix", "fjords", "--format", "json", "--municipality", "vik").stdout)
    assert [row["agency"] for row in rows] == ["police"]


def test_changes_between_texts_are_those_of_the_municipality(shared: Path, run: Run, here: Path) -> None:
    """What changed for others alone is no change here."""
    other = write_fjords(
        here / "new", **{"local/havn/services.yaml": "agencies: [{id: line-havn, name: A line}]\n"}
    )
    assert other.is_dir()
    told = run("changes", "fjords", "new", "--municipality", "vik", "--format", "json")
    assert json.loads(told.stdout)["changes"] == []
    told = run("changes", "fjords", "new", "--municipality", "havn", "--format", "json")
    assert json.loads(told.stdout)["changes"] != []


def test_json_of_one_municipality_holds_nothing_of_the_others(shared: Path, run: Run) -> None:
    """What is published as data is its own plan."""
    text = run("export", "json", "fjords", "-o", "-", "--municipality", "nes").stdout
    assert "A night bus" in text
    assert "The shelter in Havn" not in text
    assert "The house in Vik" not in text


def test_workbook_of_one_municipality_comes_back_into_the_joint_plan(shared: Path, run: Run) -> None:
    """It is read against the whole plan: rows that were never in it are not missing, and an edit finds its entry."""
    from openpyxl import load_workbook

    assert run("export", "xlsx", "fjords", "-o", "vik.xlsx", "--municipality", "vik").exit_code == 0
    book = load_workbook("vik.xlsx")
    changed = 0
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                assert "The shelter in Havn" not in str(cell.value or "") or sheet.sheet_state != "visible"
                if cell.value == "A day of training":
                    cell.value, changed = "Two days of training", changed + 1
    assert changed
    book.save("vik.xlsx")
    result = run("import", "xlsx", "vik.xlsx", "fjords", "--yes")
    text = (shared / "plan.yaml").read_text(encoding="utf-8")
    assert "Two days of training" in text, result.output
    assert "A night bus" in text
    assert "applies_to: [havn, vik]" in text
