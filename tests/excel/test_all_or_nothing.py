"""A run that is killed at any moment leaves the plan entirely old or entirely new."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from tests.excel.workbooks import bytes_of, copy_of, edited, propose, take

from plankit.source.all_or_nothing import (
    LIST,
    ChangedMeanwhile,
    clean,
    finish,
    write_files,
)

OLD = {"a.yaml": b"a: 1\n", "b/c.yaml": b"c: 1\n", "d.yaml": b"d: 1\n"}
NEW = {"a.yaml": b"a: 22\n" * 999, "b/c.yaml": b"", "e.yaml": b"e: 2\n"}
BEFORE: dict[str, bytes | None] = {"a.yaml": OLD["a.yaml"], "b/c.yaml": OLD["b/c.yaml"], "e.yaml": None}

KILLED = """
import os, signal, sys, json, shutil
from pathlib import Path
from tests.excel.test_all_or_nothing import BEFORE, NEW, OLD
from plankit.source import all_or_nothing

top = Path(sys.argv[1])

def dying(function, left, after):
    def call(*arguments):
        left[0] -= 1
        if left[0] == 0 and not after:
            os.kill(os.getpid(), signal.SIGKILL)
        result = function(*arguments)
        if left[0] == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return result
    return call

def run(number, after):
    folder = top / f"{number}-{after}"
    for name, data in OLD.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    child = os.fork()
    if child == 0:
        left = [number]
        for name in ("replace", "fsync", "unlink", "open", "close"):
            setattr(os, name, dying(getattr(os, name), left, after))
        all_or_nothing.write_files(folder, NEW, BEFORE)
        os._exit(0)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])

killed = 0
for after in (False, True):
    number = 1
    while run(number, after):
        number += 1
        killed += 1
print(killed)
"""
"""Runs the same writing again and again, each time killed one call of the system later: just before it, just after."""


def _write(folder: Path) -> Path:
    for name, data in OLD.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


def test_files_are_all_written(tmp_path: Path) -> None:
    """Nothing is left beside them."""
    write_files(_write(tmp_path), NEW, BEFORE)
    assert bytes_of(tmp_path) == {**OLD, **NEW}


@pytest.mark.skipif(not hasattr(__import__("os"), "fork"), reason="the system cannot fork")
def test_run_killed_at_any_moment_leaves_all_old_or_all_new(tmp_path: Path) -> None:
    """Killed with SIGKILL before and after each call that touches the disk, then finished by the next run."""
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(tmp_path)],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 30
    seen = set()
    for folder in sorted(tmp_path.iterdir()):
        finish(folder)
        clean(folder)
        found = bytes_of(folder)
        assert found in (OLD, {**OLD, **NEW}), folder.name
        seen.add(found == OLD)
    assert seen == {True, False}


def test_file_changed_meanwhile_is_not_written_over(tmp_path: Path) -> None:
    """Somebody saved the file in an editor while the question was on the screen."""
    folder = _write(tmp_path)
    (folder / "a.yaml").write_bytes(b"a: 9\n")
    with pytest.raises(ChangedMeanwhile, match=r"a\.yaml"):
        write_files(folder, NEW, BEFORE)
    assert bytes_of(folder) == {**OLD, "a.yaml": b"a: 9\n"}


@pytest.mark.parametrize("listed", ['["../x.yaml"]', "[1, null]", "7", "{", '{"a": 1}'])
def test_list_that_was_tampered_with_moves_nothing(tmp_path: Path, listed: str) -> None:
    """Only files of the folder are ever moved."""
    folder = _write(tmp_path / "plan")
    (tmp_path / ".x.yaml.plankit-new").write_bytes(b"bad")
    (folder / LIST).write_text(listed, encoding="utf-8")
    finish(folder)
    assert not (tmp_path / "x.yaml").exists()
    assert {name: (folder / name).read_bytes() for name in OLD} == OLD


def test_import_that_cannot_write_leaves_everything_as_it_was(
    plan: Path, workbook: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk is met before the first file is moved."""
    before = bytes_of(plan)
    proposal = propose(edited(workbook, tmp_path / "e.xlsx", {("Tiltak", "t1", "Tiltak"): "Ja"}), plan)

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("plankit.source.all_or_nothing.os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        proposal.write()
    assert bytes_of(plan) == before


def test_import_cut_short_is_finished_by_the_next(plan: Path, workbook: Path, tmp_path: Path) -> None:
    """What was ready is put in its place before anything is read."""
    done = copy_of(plan, tmp_path / "done")
    take(edited(workbook, tmp_path / "e.xlsx", {("Tiltak", "t1", "Tiltak"): "Ja"}), done)
    new = (done / "measures/a.yaml").read_bytes()
    (plan / "measures/.a.yaml.plankit-new").write_bytes(new)
    (plan / LIST).write_text(json.dumps(["measures/a.yaml"]), encoding="utf-8")
    assert finish(plan)
    assert bytes_of(plan) == bytes_of(done)
    assert not finish(plan)
