"""`plankit import after-action`: rows of a list become draft measures, all or none."""

from __future__ import annotations

import datetime
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook
from tests.teaching.kits import small_kit
from tests.teaching.subjects import DAY, EXAMPLES, of_guide, of_plan

from plankit.cli.main import main
from plankit.excel.after_action import COLUMNS, FILE, after_action_bytes, write_after_action
from plankit.loading import load

PLAN = """\
format: "1"
plan: {id: p, title: Plan, language: nb}
agencies:
  - {id: nav, name: NAV Fjordvik, guide_agency: nav-x}
  - {id: skole, name: Skolen}
goals:
  - {id: g1, text: Alle får hjelp.}
measures:
  - {id: draft-1, title: Noe annet, responsible: nav, status: pågår}
"""
GOOD: dict[str, object] = {
    "seen": "Ingen svarte om natten.",
    "action": "Heng opp nattnummeret. Alle kort.",
    "agency": "NAV Fjordvik",
}


def _plan(parent: Path) -> Path:
    folder = parent / "plan"
    folder.mkdir()
    (folder / "plan.yaml").write_text(PLAN, encoding="utf-8")
    return folder


def _list(folder: Path, *rows: dict[str, object], language: str = "nb") -> str:
    """The workbook of a plan with rows filled in, saved as a spreadsheet program saves it."""
    from plankit.views.reading import Reading

    loaded = load(folder, today=DAY)
    assert loaded.plan is not None
    path = folder.parent / "list.xlsx"
    path.write_bytes(
        after_action_bytes(Reading(loaded.plan, loaded.guide, language), "Natten", ("Et hull.",))
    )
    book = load_workbook(path)
    sheet = book.worksheets[0]
    keys = [one.key for one in COLUMNS]
    for number, row in enumerate(rows, start=2):
        for key, value in row.items():
            sheet.cell(row=number, column=keys.index(key) + 1).value = value  # type: ignore[assignment]
    book.save(path)
    return str(path)


def _run(*args: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["import", "after-action", *args, "--language", "en"])
    return result.exit_code, result.output


def test_after_action_of_a_row_becomes_a_draft_measure(tmp_path: Path) -> None:
    """Title, owner, deadline, goal and what was seen; not started, marked as possible, with an id of its own."""
    folder = _plan(tmp_path)
    row = {**GOOD, "deadline": datetime.datetime(2027, 5, 1), "goal": "Alle får hjelp."}
    code, output = _run(_list(folder, row), str(folder), "--yes")
    assert code == 0, output
    (made,) = [one for one in _measures(folder) if one.id != "draft-1"]
    assert (made.id, made.title, made.status, made.kind) == (
        "draft-2",
        "Heng opp nattnummeret",
        "ikke startet",
        "mulig",
    )
    assert [one.agency for one in made.responsible] == ["nav"]
    assert made.deadline is not None
    assert (made.deadline.text, made.goals) == ("2027-05-01", ("g1",))
    assert made.local_need == "Ingen svarte om natten."
    assert (folder / "plan.yaml").read_text(encoding="utf-8") == PLAN
    assert (folder / "after-action.yaml").is_file()


def _measures(folder: Path) -> tuple:  # type: ignore[type-arg]
    plan = load(folder, today=DAY).plan
    assert plan is not None
    return plan.measures


def test_after_action_twice_adds_nothing_the_second_time(tmp_path: Path) -> None:
    """A row whose draft is there already changes nothing."""
    folder = _plan(tmp_path)
    path = _list(folder, GOOD)
    assert _run(path, str(folder), "--yes")[0] == 0
    before = (folder / "after-action.yaml").read_bytes()
    code, output = _run(path, str(folder), "--yes")
    assert (code, "Nothing would change" in output) == (0, True)
    assert (folder / "after-action.yaml").read_bytes() == before


def test_after_action_of_a_later_exercise_is_added_to_the_same_file(tmp_path: Path) -> None:
    """Ids go on from those that are there."""
    folder = _plan(tmp_path)
    assert _run(_list(folder, GOOD), str(folder), "--yes")[0] == 0
    assert _run(_list(folder, {**GOOD, "action": "Øv hvert år"}), str(folder), "--yes")[0] == 0
    assert [one.id for one in _measures(folder)] == ["draft-1", "draft-2", "draft-3"]


def test_after_action_dry_run_writes_nothing(tmp_path: Path) -> None:
    """It only shows."""
    folder = _plan(tmp_path)
    code, output = _run(_list(folder, GOOD), str(folder), "--dry-run")
    assert (code, "Heng opp nattnummeret" in output) == (0, True)
    assert [one.name for one in folder.iterdir()] == ["plan.yaml"]


@pytest.mark.parametrize(
    ("row", "code", "words"),
    [
        ({**GOOD, "agency": "NAV Fjordvk"}, "PK056", "Did you mean “NAV Fjordvik”?"),
        ({**GOOD, "kind": "kanskje"}, "PK056", "“kanskje”"),
        ({**GOOD, "goal": "Ingen"}, "PK056", "“Ingen”"),
        ({**GOOD, "deadline": "når det passer en gang"}, "PK057", "is not a date"),
        ({**GOOD, "action": "=1+1"}, "PK058", "formula"),
        ({"seen": "Et hull"}, "PK071", "“What is to be done”"),
        ({"seen": "Et hull", "action": "Gjør noe"}, "PK071", "“Responsible agency”"),
    ],
)
def test_after_action_of_a_row_that_cannot_be_read_writes_none(
    tmp_path: Path, row: dict[str, object], code: str, words: str
) -> None:
    """The finding names sheet and cell, and the good row beside it is not written either."""
    folder = _plan(tmp_path)
    exit_code, output = _run(_list(folder, GOOD, row), str(folder), "--yes")
    assert exit_code == 1
    assert code in output
    assert words in output
    assert "3" in output.split(code)[0]
    assert [one.name for one in folder.iterdir()] == ["plan.yaml"]


def test_after_action_finds_every_bad_cell_at_once(tmp_path: Path) -> None:
    """Nobody has to try again for each of them."""
    folder = _plan(tmp_path)
    bad: dict[str, object] = {**GOOD, "agency": "Ingen", "deadline": "snart nok", "kind": "kanskje"}
    _, output = _run(_list(folder, bad, {"seen": "Et hull"}), str(folder), "--yes")
    assert [output.count(code) for code in ("PK056", "PK057", "PK071")] == [2, 1, 2]


@pytest.mark.parametrize("language", ["en", "nb", "nn", "sv"])
def test_after_action_is_read_in_every_language(tmp_path: Path, language: str) -> None:
    """The headings are those of the kit, whatever language the command speaks."""
    folder = _plan(tmp_path)
    code, output = _run(_list(folder, GOOD, language=language), str(folder), "--dry-run")
    assert (code, "draft-2" in output) == (0, True)


def test_after_action_of_another_plan_is_refused(tmp_path: Path) -> None:
    """Agencies and goals would be somebody else's."""
    folder = _plan(tmp_path)
    path = _list(folder, GOOD)
    (folder / "plan.yaml").write_text(PLAN.replace("id: p,", "id: q,"), encoding="utf-8")
    code, output = _run(path, str(folder), "--yes")
    assert (code, "it belongs to another plan" in output) == (1, True)


def test_after_action_of_any_other_file_is_refused(tmp_path: Path) -> None:
    """A text file, and a workbook that is no list."""
    folder = _plan(tmp_path)
    text = tmp_path / "a.xlsx"
    text.write_text("no workbook", encoding="utf-8")
    assert "PK050" in _run(str(text), str(folder))[1]
    book = load_workbook(_list(folder))
    del book["_plankit"]
    book.save(tmp_path / "b.xlsx")
    assert "PK051" in _run(str(tmp_path / "b.xlsx"), str(folder))[1]


def test_after_action_of_a_file_that_is_not_there_says_so(tmp_path: Path) -> None:
    """As for every other file."""
    code, output = _run(str(tmp_path / "none.xlsx"), str(_plan(tmp_path)))
    assert (code, "There is no file" in output) == (2, True)


def test_after_action_of_an_empty_list_changes_nothing(tmp_path: Path) -> None:
    """Empty rows are rows nobody needed."""
    folder = _plan(tmp_path)
    code, output = _run(_list(folder), str(folder), "--yes")
    assert (code, "Nothing would change" in output) == (0, True)


def test_after_action_of_the_example_goes_beside_its_measures(tmp_path: Path) -> None:
    """Fjordvik keeps its measures in a folder; the drafts lie there in a file of their own, and no new error comes."""
    folder = tmp_path / "fjordvik"
    shutil.copytree(EXAMPLES / "fjordvik", folder, ignore=shutil.ignore_patterns(".*"))
    path = _list(folder, {**GOOD, "agency": "NAV Fjordvik"}, language="nn")
    code, output = _run(path, str(folder), "--yes")
    assert code == 0, output
    assert (folder / "measures" / "after-action.yaml").is_file()


def test_after_action_of_a_kit_is_the_same_bytes_and_lists_agencies(tmp_path: Path) -> None:
    """A list to choose from, the gaps of the exercise on the second sheet, and nothing of when it was made."""
    kit = small_kit("en")
    write_after_action(kit, tmp_path / "a")
    write_after_action(kit, tmp_path / "b")
    assert (tmp_path / "a" / FILE).read_bytes() == (tmp_path / "b" / FILE).read_bytes()
    book = load_workbook(tmp_path / "a" / FILE)
    assert [one.value for one in book.worksheets[0][1]] == [one.title for one in COLUMNS]
    told = [row[0].value for row in book.worksheets[1].iter_rows()]
    assert "•  The plan does not say who calls the parents." in told


@pytest.mark.parametrize("language", ["en", "nb", "nn", "sv"])
def test_after_action_of_a_guide_alone_has_its_agencies_to_choose_from(language: str) -> None:
    """Whoever trains without a plan can still note who should do something."""
    data = after_action_bytes(of_guide("se-vald", language).reading, "X")
    assert data == after_action_bytes(of_guide("se-vald", language).reading, "X")
    assert data != after_action_bytes(of_plan("fjordvik", language).reading, "X")
