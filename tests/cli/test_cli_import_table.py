"""`plankit import table`: shows what a table adds, asks, and writes."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.data_files.tables import CSV, PLAN, plan_folder

from plankit.cli.main import main


def _run(*args: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["import", "table", *args, "--language", "en"])
    return result.exit_code, result.output


def _csv(parent: Path) -> str:
    path = parent / "t.csv"
    path.write_text(CSV, encoding="utf-8")
    return str(path)


def test_import_table_writes_and_says_what_comes_next(tmp_path: Path) -> None:
    """Each new value is shown with its period before it is written."""
    folder = plan_folder(tmp_path)
    code, output = _run(_csv(tmp_path), str(folder), "--yes", "--date", "2026-11-22")
    assert code == 0
    assert "2024: (empty) → “82”" in output
    assert "read_on: 2026-11-22" in (folder / "plan.yaml").read_text(encoding="utf-8")


def test_import_table_dry_run_writes_nothing(tmp_path: Path) -> None:
    """It only shows."""
    folder = plan_folder(tmp_path)
    assert _run(_csv(tmp_path), str(folder), "--dry-run")[0] == 0
    assert (folder / "plan.yaml").read_text(encoding="utf-8") == PLAN


@pytest.mark.parametrize(
    ("plan", "option", "words"),
    [
        (PLAN[: PLAN.index("data_mappings")], (), "no “data_mappings”"),
        (PLAN, ("--mapping", "m9"), "no mapping “m9”"),
        (PLAN + "  - {id: m2, indicator: i1}\n", (), "Choose one with --mapping: m1, m2"),
    ],
)
def test_import_table_without_its_mapping_says_which_there_are(
    tmp_path: Path, plan: str, option: tuple[str, ...], words: str
) -> None:
    """One line, and exit code 2."""
    code, output = _run(_csv(tmp_path), str(plan_folder(tmp_path, plan)), *option)
    assert (code, words in output) == (2, True)


def test_import_table_of_a_file_that_is_not_there_says_so(tmp_path: Path) -> None:
    """As for every other file."""
    code, output = _run(str(tmp_path / "none.csv"), str(plan_folder(tmp_path)))
    assert (code, "There is no file" in output) == (2, True)
