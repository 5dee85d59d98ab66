"""Where the work on many plans is done: in this process, on all cores of this machine, or on a cluster."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from importlib.metadata import entry_points
from typing import Generic, Protocol, TypeVar

GROUP = "plankit.executors"
AHEAD = 2
"""How many tasks wait for each worker: enough that none is idle, few enough that memory stays flat."""

T = TypeVar("T")
R = TypeVar("R")


@dataclass(frozen=True)
class Lost:
    """There is no result: the worker died each time that it was tried."""


class Executor(Protocol):
    """Does many tasks. Functions and tasks must be such that another process can be given them."""

    def run(self, function: Callable[[T], R], tasks: Iterable[T]) -> Iterator[tuple[int, R | Lost]]:
        """The number of each task and its result, as they become ready, in any order; each task exactly once.

        What `function` raises is raised here.
        """
        ...


class ExecutorMissing(LookupError):
    """There is no executor of that name, or what it needs is not installed."""


class ExecutorFailed(Exception):
    """The workers cannot be reached, or not any more. The message says why, in the words of the program that ran."""


class InProcess:
    """Does one task after the other in this process."""

    def run(self, function: Callable[[T], R], tasks: Iterable[T]) -> Iterator[tuple[int, R | Lost]]:
        """The results in the order of the tasks."""
        for number, task in enumerate(tasks):
            yield number, function(task)


class Processes:
    """Spreads tasks over processes of this machine.

    A process that dies takes nothing with it: what it and its neighbours were doing is done again, each task alone in
    a process of its own. The one that kills its process a second time is `Lost`.
    """

    def __init__(self, jobs: int) -> None:
        if jobs < 1:
            raise ValueError("at least one process is needed")
        self._jobs = jobs

    def run(self, function: Callable[[T], R], tasks: Iterable[T]) -> Iterator[tuple[int, R | Lost]]:
        """The results as they become ready. Tasks are taken as processes are free for them."""
        todo = enumerate(tasks)
        while True:
            with _pool(self._jobs) as pool:
                flight = _Flight(pool, function)
                yield from flight.results(todo, self._jobs * AHEAD)
            if not flight.suspects:
                return
            for number, task in flight.suspects:
                yield number, _alone(function, task)


class _Flight(Generic[T, R]):
    """Tasks on their way in one pool of processes."""

    def __init__(self, pool: ProcessPoolExecutor, function: Callable[[T], R]) -> None:
        self._pool, self._function = pool, function
        self._flying: dict[Future[R], tuple[int, T]] = {}
        self.suspects: list[tuple[int, T]] = []
        """What was being done when a process died, with its number."""

    def results(self, todo: Iterator[tuple[int, T]], most: int) -> Iterator[tuple[int, R | Lost]]:
        """Results until there is nothing to do or a process died; never more than `most` tasks are on their way."""
        while True:
            self._send(todo, most)
            if not self._flying:
                return
            done, _ = wait(self._flying, return_when=FIRST_COMPLETED)
            for future in done:
                number, task = self._flying.pop(future)
                if isinstance(future.exception(), BrokenProcessPool):
                    self.suspects.append((number, task))
                else:
                    yield number, future.result()

    def _send(self, todo: Iterator[tuple[int, T]], most: int) -> None:
        while len(self._flying) < most and not self.suspects:
            entry = next(todo, None)
            if entry is None:
                return
            try:
                self._flying[self._pool.submit(self._function, entry[1])] = entry
            except BrokenProcessPool:
                self.suspects.append(entry)


def _alone(function: Callable[[T], R], task: T) -> R | Lost:
    with _pool(1) as pool:
        try:
            return pool.submit(function, task).result()
        except BrokenProcessPool:
            return Lost()


@contextmanager
def _pool(jobs: int) -> Iterator[ProcessPoolExecutor]:
    # Spawned, not forked: a fork of a process with threads may stand still, and not every system has it.
    pool = ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("spawn"))
    try:
        yield pool
    finally:
        # Whoever stops in the midst does not wait for what has not begun.
        pool.shutdown(wait=True, cancel_futures=True)


def executor_for(*, jobs: int = 1, dask: str | None = None) -> AbstractContextManager[Executor]:
    """The executor that was asked for: a cluster at the address `dask`, else `jobs` processes, else this one.

    Raises `ExecutorMissing` where a cluster is asked for and its extra is not installed, and `ExecutorFailed` where
    nothing answers at the address.
    """
    if dask is not None:
        return _connected("dask", dask)
    return nullcontext(Processes(jobs) if jobs > 1 else InProcess())


def _connected(name: str, address: str) -> AbstractContextManager[Executor]:
    for point in entry_points(group=GROUP, name=name):
        try:
            connect: Callable[[str], AbstractContextManager[Executor]] = point.load()
        except ImportError as error:
            raise ExecutorMissing(error.name or name) from error
        return connect(address)
    raise ExecutorMissing(name)
