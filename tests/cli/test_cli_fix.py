"""`plankit check --fix`: shows what changes, asks where it must, and writes all or nothing."""

from __future__ import annotations

import json
import os
import pty
import select
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Plan = Callable[..., Path]
Run = Callable[..., Result]

TEXT = """\
plan: {id: p, title: Trygg, language: nb, empty: {guide: not-applicable}}
measures:
- title: Åpent hus   # hver uke
  dealine: 2027-06-01
"""
UNASKED = TEXT.replace("  dealine", "  id: apent-hus\n  dealine")
MENDED = UNASKED.replace("dealine", "deadline")


def _text(folder: Path) -> str:
    return (folder / "plan.yaml").read_text(encoding="utf-8")


def test_fix_without_a_terminal_writes_what_is_safe_and_lists_the_rest(plan: Plan, run: Run) -> None:
    """Nobody can be asked: ids are written, the misspelt key is told and stays."""
    folder = plan(TEXT)
    result = run("check", "my-plan", "--fix", "--language", "en")
    assert _text(folder) == UNASKED
    assert "+  id: apent-hus\n" in result.stdout
    assert "Mended 1 finding.\n1 more can be mended after a yes" in result.stderr
    assert "“dealine” → “deadline”" in result.stderr
    assert "PK014" in result.stdout


def test_fix_with_yes_writes_everything_and_keeps_comments(plan: Plan, run: Run) -> None:
    """The check that follows sees the mended plan."""
    folder = plan(TEXT)
    result = run("check", "my-plan", "--fix", "--yes", "--language", "en")
    assert _text(folder) == MENDED
    assert "PK014" not in result.stdout
    assert [line for line in result.stdout.splitlines() if line.startswith("-  ")] == [
        "-  dealine: 2027-06-01"
    ]


def test_fix_dry_run_shows_and_writes_nothing(plan: Plan, run: Run) -> None:
    """The difference is printed; the file is as it was, and the check tells of it as it is."""
    folder = plan(TEXT)
    result = run("check", "my-plan", "--fix", "--yes", "--dry-run", "--language", "en")
    assert _text(folder) == TEXT
    assert "+  deadline: 2027-06-01" in result.stdout
    assert "2 findings would be mended; nothing was written." in result.stderr
    assert result.exit_code == 1


def test_fix_of_a_plan_without_slips_touches_no_file(plan: Plan, run: Run) -> None:
    """Not even the time of the file changes."""
    folder = plan()
    before = (folder / "plan.yaml").stat().st_mtime_ns
    result = run("check", "my-plan", "--fix", "--yes", "--language", "en")
    assert (folder / "plan.yaml").stat().st_mtime_ns == before
    assert "Nothing that can be mended was found in “my-plan”." in result.stderr


def test_fix_before_json_keeps_the_document_alone_on_stdout(plan: Plan, run: Run) -> None:
    """A program that reads the findings is not disturbed by the difference."""
    plan(TEXT)
    result = run("check", "my-plan", "--fix", "--yes", "--format", "json")
    assert json.loads(result.stdout)["plan"] == "my-plan"
    assert "+  deadline" in result.stderr


@pytest.mark.parametrize("option", ["--yes", "--dry-run"])
def test_option_of_fix_alone_is_a_broken_call(plan: Plan, run: Run, option: str) -> None:
    """`--yes` to nothing is a slip in the call."""
    plan()
    result = run("check", "my-plan", option, "--language", "en")
    assert (result.exit_code, result.stderr) == (2, "plankit: “--yes” and “--dry-run” belong to “--fix”.\n")


def test_fix_shows_no_sign_that_steers_a_terminal(plan: Plan, run: Run) -> None:
    """What a file holds cannot move the cursor."""
    plan(TEXT.replace("hver uke", "hver \x9b uke"))
    assert "\x9b" not in run("check", "my-plan", "--fix", "--yes").stdout


def _in_terminal(folder: Path, answers: list[str]) -> str:
    """What a terminal shows of `check --fix`; each answer is typed when a question stands there."""
    leader, follower = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "plankit", "check", str(folder), "--fix", "--language", "en"],
        stdin=follower,
        stdout=follower,
        stderr=follower,
        env={**os.environ, "TERM": "dumb", "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8"},
        close_fds=True,
    )
    os.close(follower)
    shown = b""
    waiting = list(answers)
    try:
        while select.select([leader], [], [], 30)[0]:
            try:
                shown += os.read(leader, 4096)
            except OSError:
                break
            if waiting and shown.rstrip().endswith(b"[y/N]:"):
                os.write(leader, f"{waiting.pop(0)}\n".encode())
                shown += b"\n"
    finally:
        process.wait(timeout=30)
        os.close(leader)
    return shown.decode("utf-8", "replace")


@pytest.mark.parametrize(
    ("answers", "after"),
    [(["y", "y"], MENDED), (["n", "y"], UNASKED), (["y", "n"], TEXT)],
)
def test_fix_in_a_terminal_asks_for_each_and_before_writing(
    plan: Plan, answers: list[str], after: str
) -> None:
    """A no to a question leaves that one; a no at the end leaves everything."""
    folder = plan(TEXT)
    shown = _in_terminal(folder, answers)
    assert "Write “deadline” in place of “dealine”? [y/N]" in shown
    assert "Write these changes? [y/N]" in shown
    assert _text(folder) == after
