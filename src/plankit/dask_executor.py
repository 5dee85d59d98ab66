"""Spreads work over a cluster that is there already, with dask.distributed: a package of its own, found by its name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError
from contextlib import contextmanager
from itertools import islice
from typing import Any, TypeVar

from distributed import Client, KilledWorker, as_completed

import plankit
from plankit.registry.executors import AHEAD, ExecutorFailed, Lost

PATIENCE = 20
"""Seconds to wait for the scheduler, and for a first worker."""

T = TypeVar("T")
R = TypeVar("R")


@contextmanager
def connect(address: str) -> Iterator[Cluster]:
    """The cluster whose scheduler answers at `address`, until the end of the block.

    Raises `ExecutorFailed` where none answers, where it has no worker, and where a worker has another plankit.
    """
    with _told():
        client = Client(address, timeout=PATIENCE, set_as_default=False)
    try:
        with _told():
            client.wait_for_workers(1, timeout=PATIENCE)
            versions = set(client.run(_version).values())
        if versions != {plankit.__version__}:
            found = ", ".join(sorted(map(str, versions)))
            raise ExecutorFailed(f"plankit {plankit.__version__} here, {found} on the workers")
        yield Cluster(client)
    finally:
        client.close()


class Cluster:
    """Gives tasks to the workers of a cluster. What a dying worker had is given to another."""

    def __init__(self, client: Client) -> None:
        self._client = client

    def run(self, function: Callable[[T], R], tasks: Iterable[T]) -> Iterator[tuple[int, R | Lost]]:
        """The results as they become ready; `Lost` where every worker that had the task died of it."""
        todo = enumerate(tasks)
        flying: dict[Any, int] = {}
        ready = as_completed(loop=self._client.loop)
        try:
            while True:
                for future, number in self._sent(function, todo, len(flying)):
                    flying[future] = number
                    ready.add(future)
                if not flying:
                    return
                future = next(ready)
                yield flying.pop(future), _result(future)
        finally:
            # What nobody waits for any more is not worked out.
            self._client.cancel(list(flying), force=True)

    def _sent(
        self, function: Callable[[T], R], todo: Iterator[tuple[int, T]], flying: int
    ) -> Iterator[tuple[Any, int]]:
        """Tasks given to the cluster now: so many that each thread of a worker has some waiting, never all at once."""
        with _told():
            threads = sum(self._client.nthreads().values())
        for number, task in islice(todo, max(0, max(1, threads) * AHEAD - flying)):
            with _told():
                future = self._client.submit(function, task, pure=False)
            yield future, number


def _result(future: Any) -> Any:
    if future.status == "cancelled":
        raise ExecutorFailed("the scheduler is gone")
    if isinstance(future.exception(), KilledWorker):
        return Lost()
    return future.result()


@contextmanager
def _told() -> Iterator[None]:
    """What dask says of a cluster that does not answer becomes `ExecutorFailed`."""
    try:
        yield
    except (OSError, TimeoutError, CancelledError, ImportError, ValueError) as error:
        raise ExecutorFailed(str(error) or type(error).__name__) from error


def _version() -> str:
    return plankit.__version__
