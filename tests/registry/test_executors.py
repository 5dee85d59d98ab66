"""Each task is done exactly once, wherever it is done and whoever dies of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.registry.plans import dies_always, dies_once, fails, square

from plankit.registry.executors import (
    AHEAD,
    Executor,
    ExecutorMissing,
    InProcess,
    Lost,
    Processes,
    executor_for,
)


@pytest.mark.parametrize("executor", [InProcess(), Processes(2)], ids=["here", "processes"])
def test_executor_gives_each_result_with_the_number_of_its_task(executor: Executor) -> None:
    """Results come in any order; the number tells whose they are."""
    assert dict(executor.run(square, range(20))) == {number: number**2 for number in range(20)}


def test_processes_take_tasks_only_as_they_are_free_for_them() -> None:
    """Of a long list, only a few tasks are looked at ahead: memory does not grow with the list."""
    taken = 0

    def tasks() -> object:
        nonlocal taken
        for number in range(100):
            taken += 1
            yield number

    results = Processes(1).run(square, tasks())  # type: ignore[arg-type]
    next(results)
    assert taken <= AHEAD + 1
    results.close()  # type: ignore[attr-defined]


def test_processes_with_one_that_dies_once_give_all_results(tmp_path: Path) -> None:
    """A process that is killed takes no task with it: what was being done is done again."""
    tasks = [(number, str(tmp_path / "died") if number == 4 else "") for number in range(12)]
    assert dict(Processes(2).run(dies_once, tasks)) == {number: number for number in range(12)}
    assert (tmp_path / "died").exists()


def test_processes_with_a_task_that_always_kills_lose_that_task_only() -> None:
    """The task that kills its process twice is lost; its neighbours, which were there by chance, are done."""
    results = dict(Processes(2).run(dies_always, range(8)))
    assert results.pop(3) == Lost()
    assert results == {number: number for number in range(8) if number != 3}


def test_processes_with_a_task_that_raises_raise() -> None:
    """An error is no death: it is raised where the results are read."""
    with pytest.raises(KeyError):
        list(Processes(1).run(fails, [1]))


def test_executor_for_nothing_special_is_this_process() -> None:
    """Only who asks for several processes gets them."""
    with executor_for() as one, executor_for(jobs=2) as two:
        assert isinstance(one, InProcess)
        assert isinstance(two, Processes)


def test_executor_of_a_name_that_is_not_installed_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the extra, the call ends with what is missing, not in a traceback."""
    monkeypatch.setattr("plankit.registry.executors.entry_points", lambda **_: ())
    with pytest.raises(ExecutorMissing):
        executor_for(dask="tcp://127.0.0.1:9")
