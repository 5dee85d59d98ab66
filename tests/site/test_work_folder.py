"""What a build remembers lies with the user: never in the plan, and never in two builds' way."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.site.building import ROOT, build, difference, tree
from tests.site.small_plan import write_small_plan

from plankit.sphinx.work_folder import VARIABLE, alone_in, cache_folder, work_folder

_BUILD = """
import sys
from pathlib import Path
from tests.site.building import build
build(Path(sys.argv[1]), Path(sys.argv[2]))
"""


class _Evil:
    """Makes a folder when it is unpickled."""

    def __init__(self, place: Path) -> None:
        self._place = place

    def __reduce__(self) -> tuple[Callable[..., object], tuple[str]]:
        return (os.mkdir, (str(self._place),))


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """A small plan."""
    folder = tmp_path / "plan"
    folder.mkdir()
    write_small_plan(folder, "en")
    return folder


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of its own."""
    monkeypatch.setenv(VARIABLE, str(tmp_path / "cache"))
    return tmp_path / "cache"


def test_pickle_that_a_plan_brings_along_is_not_read(plan: Path, cache: Path, tmp_path: Path) -> None:
    """Wherever in its folder a stranger's plan hides something that runs when it is unpickled, it stays asleep."""
    build(plan, tmp_path / "site")
    kept = [path.relative_to(cache) for path in cache.rglob("*") if path.suffix in (".pickle", ".doctree")]
    assert len(kept) > 3
    evil = pickle.dumps(_Evil(tmp_path / "ran"))
    inner = [Path(*path.parts[2:]) for path in kept]
    for place in (plan / ".plankit", plan / ".plankit/build" / kept[0].parts[1], plan, tmp_path / "site"):
        for name in inner:
            (place / name).parent.mkdir(parents=True, exist_ok=True)
            (place / name).write_bytes(evil)
            (place / name.name).write_bytes(evil)
    build(plan, tmp_path / "site")
    build(plan, tmp_path / "other")
    assert not (tmp_path / "ran").exists()
    pickle.loads(evil)
    assert (tmp_path / "ran").exists()


def test_build_writes_nothing_into_the_plan(plan: Path, cache: Path, tmp_path: Path) -> None:
    """A plan is as it was after a build, also where the build remembers."""
    before = tree(plan)
    build(plan, tmp_path / "site")
    assert tree(plan) == before
    assert any(cache.rglob("plankit.pickle"))


def test_each_pair_of_plan_and_site_is_remembered_by_itself(plan: Path, cache: Path, tmp_path: Path) -> None:
    """Two sites of one plan do not disturb each other: the second build of each writes nothing."""
    for name in ("one", "two", "one", "two"):
        result = build(plan, tmp_path / name)
    assert result.written == 0
    assert len(list((cache / "builds").iterdir())) == 2


def test_what_is_remembered_of_places_that_are_gone_is_removed(
    plan: Path, cache: Path, tmp_path: Path
) -> None:
    """The cache does not grow with every site that was ever built."""
    build(plan, tmp_path / "one")
    (tmp_path / "one").rename(tmp_path / "moved")
    build(plan, tmp_path / "two")
    assert len(list((cache / "builds").iterdir())) == 1


def test_cache_that_others_may_write_into_is_not_used(plan: Path, cache: Path, tmp_path: Path) -> None:
    """Who may write there could plant what runs when it is read; the build goes on without remembering."""
    (cache / "builds").mkdir(parents=True)
    (cache / "builds").chmod(0o777)
    with work_folder(plan, tmp_path / "site", "x", remember=True) as work:
        assert not work.is_relative_to(cache)
    build(plan, tmp_path / "site")
    assert not any((cache / "builds").iterdir())


def test_cache_is_for_its_user_alone(plan: Path, cache: Path, tmp_path: Path) -> None:
    """Nobody else on the machine may read what a plan that is not public yet left behind."""
    build(plan, tmp_path / "site")
    for folder in (cache / "builds", *(cache / "builds").iterdir()):
        assert folder.stat().st_mode & 0o077 == 0


def test_cache_lies_where_the_system_keeps_caches(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Without a word from the user, the usual place; with one, that."""
    monkeypatch.delenv(VARIABLE)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert cache_folder().name.lower() == "plankit"
    monkeypatch.setenv(VARIABLE, str(tmp_path / "own"))
    assert cache_folder() == tmp_path / "own"


def test_cache_that_cannot_be_had_is_no_hindrance(
    plan: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A file where the cache should be: the site is built all the same."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv(VARIABLE, str(tmp_path / "file"))
    build(plan, tmp_path / "site")
    build(plan, tmp_path / "cold", remember=False)
    assert difference(tmp_path / "site", tmp_path / "cold") == ""


def test_builds_at_the_same_time_to_the_same_place_leave_a_whole_site(
    plan: Path, cache: Path, tmp_path: Path
) -> None:
    """Three programs at once: each ends well, and the site is the one that a single build makes."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", _BUILD, str(plan), str(tmp_path / "site")]
    running = [
        subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL, stderr=subprocess.PIPE)
        for _ in range(3)
    ]
    told = [one.communicate(timeout=300)[1].decode() for one in running]
    assert [one.returncode for one in running] == [0, 0, 0], told
    build(plan, tmp_path / "cold", remember=False)
    assert difference(tmp_path / "site", tmp_path / "cold") == ""


def test_second_build_to_a_place_waits_and_says_so(cache: Path, tmp_path: Path) -> None:
    """Who waits is told for what; once the first is done, the second goes on."""
    script = (
        "import sys; from pathlib import Path; from plankit.sphinx.work_folder import alone_in\n"
        f"with alone_in(Path({str(tmp_path)!r}), lambda line: print(line, flush=True)): print('in', flush=True)"
    )
    with alone_in(tmp_path, lambda line: None):
        other = subprocess.Popen(
            [sys.executable, "-c", script], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True
        )
        assert other.stdout is not None
        assert other.stdout.readline() == f"waiting for another build to {tmp_path}\n"
    assert other.communicate(timeout=60)[0] == "in\n"
    assert other.returncode == 0
