"""Collecting many plans: what is known is not loaded again, what is broken ends nothing, nothing is out of date."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from tests.registry.plans import TODAY, Noting, Stopped, run, told, written

from plankit.registry.executors import InProcess, Lost, Processes
from plankit.rules.catalogue import BY_CODE


@pytest.fixture
def folders(tmp_path: Path) -> list[Path]:
    """Six plans."""
    return written(tmp_path / "plans", 6)


def test_collect_of_good_plans_gives_facts_and_no_error(folders: list[Path]) -> None:
    """Every folder has an outcome with facts, in the order of the list."""
    outcomes = run(reversed(folders)).outcomes
    assert [one.name for one in outcomes] == [folder.name for folder in reversed(folders)]
    assert all(one.facts and one.error is None and one.facts.judged_on == TODAY for one in outcomes)
    assert outcomes[-1] == outcomes[5] == list(outcomes)[5]
    assert outcomes[1:3] == tuple(outcomes)[1:3]
    with pytest.raises(IndexError):
        outcomes[6]


def test_collect_in_processes_gives_the_same_as_here(folders: list[Path]) -> None:
    """Where the work is done makes no difference."""
    assert told(run(folders, executor=Processes(2))) == told(run(folders))


def test_collect_of_a_folder_named_twice_reads_it_once(folders: list[Path]) -> None:
    """Two ways to the same folder are one folder."""
    again = folders[0].parent / ".." / folders[0].parent.name / folders[0].name
    assert [one.name for one in run([folders[0], again]).outcomes] == [folders[0].name]


def test_collect_a_second_time_loads_nothing(folders: list[Path], tmp_path: Path) -> None:
    """What is as it was is known, and the outcome is the same."""
    first = run(folders, tmp_path / "store.sqlite")
    noting = Noting()
    second = run(folders, tmp_path / "store.sqlite", noting)
    assert (first.loaded, second.loaded, noting.tasks) == (6, 0, [])
    assert told(second) == told(first)
    assert all(one.from_store for one in second.outcomes)
    assert not any(one.from_store for one in first.outcomes)


def test_collect_after_one_change_loads_one_plan(folders: list[Path], tmp_path: Path) -> None:
    """Only what changed is loaded; its new facts are those of a first run."""
    run(folders, tmp_path / "store.sqlite")
    main = folders[2] / "plan.yaml"
    main.write_text(main.read_text("utf-8").replace("Oppdiktet handlingsplan", "Ny plan"), "utf-8")
    second = run(folders, tmp_path / "store.sqlite")
    assert second.loaded == 1
    assert told(second) == told(run(folders, tmp_path / "other.sqlite"))
    assert second.outcomes[2].facts is not None
    assert second.outcomes[2].facts.title.startswith("Ny plan")


def _changes() -> dict[str, Callable[[Path], None]]:
    def same_size(folder: Path) -> None:
        path = folder / "plan.yaml"
        seen = path.stat()
        path.write_bytes(path.read_bytes().replace(b"handlings", b"handlangs"))
        os.utime(path, ns=(seen.st_atime_ns, seen.st_mtime_ns))

    def other_file_in_its_place(folder: Path) -> None:
        path = folder / "plan.yaml"
        seen = path.stat()
        (folder / "x").write_bytes(path.read_bytes().replace(b"handlings", b"handlangs"))
        os.utime(folder / "x", ns=(seen.st_atime_ns, seen.st_mtime_ns))
        (folder / "x").replace(path)

    def sealed(folder: Path) -> None:
        (folder / "versions" / "v1").mkdir(parents=True)
        (folder / "versions" / "v1" / "seal.json").write_text("{}")

    return {
        "same-size-and-time": same_size,
        "renamed-over": other_file_in_its_place,
        "new-file": lambda folder: (folder / "more.yaml").write_text("risks: [{title: R}]\n") and None,
        "new-page": lambda folder: (folder / "page.md").write_text("Text\n") and None,
        "file-gone": lambda folder: (
            (folder / "measures.yaml").unlink(missing_ok=True) or (folder / "plan.yaml").unlink()
        ),
        "link": lambda folder: (folder / "link.yaml").symlink_to("plan.yaml"),
        "sealed-version": sealed,
        "not-a-text": lambda folder: (folder / "plan.yaml").write_bytes(b"\xff\xfe\x00") and None,
    }


@pytest.mark.parametrize("change", _changes().values(), ids=_changes())
@pytest.mark.parametrize("young", [False, True], ids=["old", "young"])
def test_collect_after_any_change_of_a_plan_notices_it(
    change: Callable[[Path], None], young: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither a size that stays nor a time that is set back hides a change, nor one right after the first run."""
    folders = written(tmp_path / "plans", 2)
    if not young:
        # Times of inodes cannot be set back. With this, only what is written in the future is young.
        monkeypatch.setattr("plankit.registry.fingerprints.YOUNG", -(10**12))
    run(folders, tmp_path / "store.sqlite")
    change(folders[1])
    second = run(folders, tmp_path / "store.sqlite")
    assert second.loaded == 1
    assert told(second) == told(run(folders, tmp_path / "other.sqlite"))


def test_collect_after_a_touch_loads_nothing(folders: list[Path], tmp_path: Path) -> None:
    """A file that is younger and holds the same is the same."""
    run(folders, tmp_path / "store.sqlite")
    (folders[0] / "plan.yaml").touch()
    assert run(folders, tmp_path / "store.sqlite").loaded == 0


def test_collect_with_a_picture_where_nobody_looks_notices_its_change(tmp_path: Path) -> None:
    """A file that only the plan names, in a hidden folder, counts like every other."""
    (tmp_path / "a" / ".files").mkdir(parents=True)
    (tmp_path / "a" / "plan.yaml").write_text(
        'plan: {id: p, title: P, site: {arms: ".files/arms.svg"}}\nparticipants: [{id: k, name: K}]\n'
    )
    arms = tmp_path / "a" / ".files" / "arms.svg"
    arms.write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    store = tmp_path / "store.sqlite"
    for _ in range(2):
        run([tmp_path / "a"], store)
    assert run([tmp_path / "a"], store).loaded == 0
    arms.write_text("<svg xmlns='http://www.w3.org/2000/svg' width='1'/>")
    assert run([tmp_path / "a"], store).loaded == 1


def test_collect_on_another_day_judges_anew_unless_older_judgements_may_stay(
    folders: list[Path], tmp_path: Path
) -> None:
    """What the rules find depends on the day; who can do with last week's judgement says so."""
    store = tmp_path / "store.sqlite"
    later = TODAY + timedelta(days=6)
    run(folders, store)
    assert run(folders, store, today=later, keep_days=6).loaded == 0
    assert run(folders, store, today=later, keep_days=5).loaded == 6
    assert run(folders, store, today=TODAY).loaded == 6


def test_collect_with_other_programs_or_guides_judges_anew(
    folders: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A new plankit or guide may find something else."""
    run(folders, tmp_path / "store.sqlite")
    monkeypatch.setattr("plankit.registry.collecting.judged_by", lambda: "another")
    assert run(folders, tmp_path / "store.sqlite").loaded == 6


def test_collect_without_a_folder_that_was_there_forgets_it(folders: list[Path], tmp_path: Path) -> None:
    """What is taken off the list is gone from the registry and from its file."""
    run(folders, tmp_path / "store.sqlite")
    second = run(folders[1:], tmp_path / "store.sqlite")
    assert [one.name for one in second.outcomes] == [folder.name for folder in folders[1:]]
    assert run(folders, tmp_path / "store.sqlite").loaded == 1


def test_collect_of_moved_folders_with_their_store_loads_nothing(folders: list[Path], tmp_path: Path) -> None:
    """Ways are those from the store to the plans: both together may move, and tell no machine's folders."""
    (tmp_path / "here").mkdir()
    shutil.move(tmp_path / "plans", tmp_path / "here" / "plans")
    moved = [tmp_path / "here" / "plans" / folder.name for folder in folders]
    run(moved, tmp_path / "here" / "store.sqlite")
    (tmp_path / "here").rename(tmp_path / "there")
    moved = [tmp_path / "there" / "plans" / folder.name for folder in folders]
    assert run(moved, tmp_path / "there" / "store.sqlite").loaded == 0
    assert str(tmp_path).encode() not in (tmp_path / "there" / "store.sqlite").read_bytes()


def test_collect_of_broken_plans_tells_each_and_goes_on(tmp_path: Path) -> None:
    """PK090 and PK091: what is not there and what cannot be read are outcomes; the others have their facts."""
    folders = written(tmp_path / "plans", 8, broken=4)
    (tmp_path / "empty").mkdir()
    (tmp_path / "file").write_text("x")
    outcomes = run([*folders, tmp_path / "empty", tmp_path / "nowhere", tmp_path / "file"]).outcomes
    codes = [one.error.code if one.error else None for one in outcomes]
    assert codes == [None, "PK091"] * 4 + ["PK091", "PK090", "PK090"]
    assert [one.facts is None for one in outcomes] == [code is not None for code in codes]
    assert {code for one in outcomes[8:9] for code in one.findings} == {"PK001"}


def test_collect_of_broken_plans_a_second_time_reads_none(tmp_path: Path) -> None:
    """A broken plan that is as it was is still broken."""
    folders = written(tmp_path / "plans", 8, broken=4)
    first = run(folders, tmp_path / "store.sqlite")
    second = run(folders, tmp_path / "store.sqlite")
    assert second.loaded == 0
    assert told(second) == told(first)


def test_collect_with_a_crash_tells_it_and_tries_again(
    folders: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """PK092: a plan that plankit cannot bear is an outcome; the next run gives it another chance."""

    def crash(*_: object, **__: object) -> None:
        raise ZeroDivisionError("by zero")

    with monkeypatch.context() as patch:
        patch.setattr("plankit.registry.one_plan.facts_of", crash)
        outcomes = run(folders[:2], tmp_path / "store.sqlite").outcomes
        assert [one.error and one.error.code for one in outcomes] == ["PK092", "PK092"]
        assert "ZeroDivisionError" in str(outcomes[0].error)
    again = run(folders[:2], tmp_path / "store.sqlite")
    assert again.loaded == 2
    assert all(one.error is None for one in again.outcomes)


class _Losing(InProcess):
    def run(self, function: Any, tasks: Any) -> Iterator[Any]:
        for number, result in super().run(function, tasks):
            yield number, Lost() if number == 1 else result


def test_collect_with_a_lost_worker_tells_it_and_tries_again(folders: list[Path], tmp_path: Path) -> None:
    """PK093: the plan that kills its process is an outcome, the others are there."""
    outcomes = run(folders, tmp_path / "store.sqlite", _Losing()).outcomes
    assert [one.error.code for one in outcomes if one.error] == ["PK093"]
    assert run(folders, tmp_path / "store.sqlite").loaded == 1


def test_collect_of_a_copy_counts_the_plan_once(folders: list[Path], tmp_path: Path) -> None:
    """PK094: of two folders that are alike, the second is told and not counted, until the first is off the list."""
    shutil.copytree(folders[0], tmp_path / "copy")
    store = tmp_path / "store.sqlite"
    outcomes = run([folders[0], tmp_path / "copy"], store).outcomes
    assert [one.error and one.error.code for one in outcomes] == [None, "PK094"]
    assert outcomes[1].error is not None
    assert outcomes[1].error.values["first"] == outcomes[0].folder
    alone = run([tmp_path / "copy"], store)
    assert alone.loaded == 1
    assert alone.outcomes[0].facts is not None


def test_collect_stopped_in_the_midst_goes_on_where_it_was(tmp_path: Path) -> None:
    """What was ready stays; the next run does the rest and gives what one run gives."""
    folders = written(tmp_path / "plans", 10)
    count = 0

    def stop(_line: str) -> None:
        nonlocal count
        count += 1
        if count == 4:
            raise Stopped

    with pytest.raises(Stopped):
        run(folders, tmp_path / "store.sqlite", progress=stop)
    second = run(folders, tmp_path / "store.sqlite")
    assert second.loaded == 6
    assert told(second) == told(run(folders, tmp_path / "other.sqlite"))


def test_every_finding_of_a_registry_has_a_test_here() -> None:
    """The rules of registries fire in no plan's folder; each is named in a claim above."""
    text = Path(__file__).read_text("utf-8")
    claims = " ".join(re.findall(r'"""(PK09.*)', text))
    codes = [code for code in BY_CODE if "PK090" <= code < "PK100"]
    assert codes
    assert [code for code in codes if code not in claims] == []
