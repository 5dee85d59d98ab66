"""A cluster gives the same as this process does, also when a part of it dies in the midst."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from tests.registry.clusters import LocalCluster, cluster

from plankit.dask_executor import connect
from plankit.generating.country import Country, write_country
from plankit.generating.sizes import SMALL
from plankit.registry.collecting import collect
from plankit.registry.executors import ExecutorFailed, executor_for
from plankit.registry.outcomes import Outcome

TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def two_workers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalCluster]:
    """A scheduler and two workers on this machine."""
    with cluster(tmp_path_factory.mktemp("cluster"), 2) as made:
        yield made


def _outcomes(folders: list[Path], dask: LocalCluster | None, kill_after: int = -1) -> list[Outcome]:
    done = 0

    def progress(_line: str) -> None:
        nonlocal done
        done += 1
        if dask is not None and done == kill_after:
            dask.kill_one()

    with executor_for(dask=dask.address if dask else None) as executor:
        collected = collect(folders, today=TODAY, executor=executor, progress=progress)
    assert done == collected.loaded == len(folders)
    return [dataclasses.replace(one, from_store=False) for one in collected.outcomes]


def test_dask_with_a_worker_killed_gives_all_that_one_process_gives(
    tmp_path: Path, two_workers: LocalCluster
) -> None:
    """A scheduler and two workers run here, one worker is killed in the midst: the result is whole and the same."""
    folders = list(write_country(Country(count=30, broken=3, size=SMALL), tmp_path))
    alone = _outcomes(folders, None)
    assert _outcomes(folders, two_workers, kill_after=8) == alone
    assert sum(one.error is not None for one in alone) == 3


def test_dask_without_a_scheduler_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing answers, the run ends with a sentence, before any plan was looked at."""
    monkeypatch.setattr("plankit.dask_executor.PATIENCE", 0.2)
    with pytest.raises(ExecutorFailed), connect("tcp://127.0.0.1:9"):
        raise AssertionError
