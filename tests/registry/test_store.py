"""The file that remembers: others can read it, another program's file is safe from it, and a kill loses little."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.registry.plans import run, told, written

from plankit.registry.store import APPLICATION, FOREIGN, StoreRefused

ROOT = Path(__file__).parents[2]
_RUN = """
import sys
from pathlib import Path
from tests.registry.plans import run
store, *folders = map(Path, sys.argv[1:])
run(folders, store, progress=lambda line: print(line, flush=True))
"""


def _rows(store: Path, question: str) -> list[Any]:
    database = sqlite3.connect(store)
    try:
        return database.execute(question).fetchall()
    finally:
        database.close()


def test_store_can_be_asked_by_others(tmp_path: Path) -> None:
    """Tables hold what the facts hold: whoever knows SQL needs no plankit."""
    folders = written(tmp_path / "plans", 5, broken=1)
    store = tmp_path / "store.sqlite"
    outcomes = run(folders, store).outcomes
    facts = [one.facts for one in outcomes if one.facts]
    assert dict(_rows(store, "SELECT key, value FROM about"))["complete"] == "yes"
    assert _rows(store, "SELECT folder, error FROM plan ORDER BY position") == [
        (one.folder, one.error.code if one.error else None) for one in outcomes
    ]
    question = "SELECT title, starts, ends, shared, measures FROM plan WHERE error IS NULL ORDER BY position"
    assert _rows(store, question) == [
        (
            one.title,
            str(one.term.starts) if one.term.starts else None,
            str(one.term.ends) if one.term.ends else None,
            one.shared,
            one.numbers.measures,
        )
        for one in facts
    ]
    assert _rows(store, "SELECT folder, number FROM participant ORDER BY rowid") == [
        (outcome.folder, member.number)
        for outcome in outcomes
        if outcome.facts
        for member in outcome.facts.participants
    ]
    assert _rows(store, "SELECT code, sum(times) FROM finding GROUP BY code ORDER BY code") == sorted(
        {
            code: sum(one.findings.get(code, 0) for one in outcomes)
            for one in outcomes
            for code in one.findings
        }.items()
    )
    assert [
        json.loads(str(text))["plan"] for (text,) in _rows(store, "SELECT facts FROM plan WHERE facts > ''")
    ]


def _other_program(path: Path) -> None:
    database = sqlite3.connect(path)
    database.execute("CREATE TABLE plan (precious TEXT)")
    database.commit()
    database.close()


def _other_application(path: Path) -> None:
    database = sqlite3.connect(path)
    database.execute("PRAGMA application_id = 77")
    database.commit()
    database.close()


@pytest.mark.parametrize(
    "make",
    [lambda path: path.write_text("not a database, but a letter\n" * 50), _other_program, _other_application],
    ids=["letter", "other-tables", "other-program"],
)
def test_store_that_is_somebody_elses_is_left_as_it_is(
    make: Callable[[Path], object], tmp_path: Path
) -> None:
    """A slip in the name of the file destroys nothing."""
    store = tmp_path / "precious"
    make(store)
    before = store.read_bytes()
    with pytest.raises(StoreRefused) as refused:
        run(written(tmp_path / "plans", 1), store)
    assert refused.value.reason == FOREIGN
    assert store.read_bytes() == before


def test_store_in_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    """What cannot be written is said at the start."""
    with pytest.raises(StoreRefused):
        run([], tmp_path / "nowhere" / "store.sqlite")


def test_store_of_another_shape_is_made_anew(tmp_path: Path) -> None:
    """What an older plankit kept is worked out again, not read in a wrong way."""
    folders = written(tmp_path / "plans", 2)
    store = tmp_path / "store.sqlite"
    database = sqlite3.connect(store)
    database.execute(f"PRAGMA application_id = {APPLICATION}")
    database.execute("PRAGMA user_version = 999")
    database.execute("CREATE TABLE plan (other TEXT)")
    database.commit()
    database.close()
    assert run(folders, store).loaded == 2
    assert run(folders, store).loaded == 0


def test_store_after_a_kill_in_the_midst_goes_on(tmp_path: Path) -> None:
    """Killed outright, a run loses at most its last batch; the next one gives what one run gives."""
    folders = written(tmp_path / "plans", 60)
    store = tmp_path / "store.sqlite"
    with subprocess.Popen(
        [sys.executable, "-c", _RUN, str(store), *map(str, folders)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    ) as running:
        assert running.stdout is not None
        for _ in range(35):
            running.stdout.readline()
        os.kill(running.pid, signal.SIGKILL)
    kept = len(_rows(store, "SELECT folder FROM plan"))
    assert dict(_rows(store, "SELECT key, value FROM about"))["complete"] == "no"
    assert 20 <= kept < 60
    second = run(folders, store)
    assert second.loaded == 60 - kept
    assert told(second) == told(run(folders, tmp_path / "other.sqlite"))


def test_store_can_be_read_while_a_run_goes_on(tmp_path: Path) -> None:
    """Who looks meanwhile sees what is ready, and that the run is not over."""
    folders = written(tmp_path / "plans", 45)
    store = tmp_path / "store.sqlite"
    seen: list[int] = []

    def look(_line: str) -> None:
        try:
            seen.append(len(_rows(store, "SELECT folder FROM plan WHERE position >= 0")))
        except sqlite3.OperationalError:
            time.sleep(0)

    run(folders, store, progress=look)
    assert {0, 20, 40} <= set(seen) | {0}
    assert seen == sorted(seen)
