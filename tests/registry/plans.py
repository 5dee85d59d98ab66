"""Folders of plans for the tests of the registry, and workers that behave badly."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TypeVar

from plankit.generating.country import Country, write_country
from plankit.generating.sizes import SMALL
from plankit.registry.collecting import collect
from plankit.registry.executors import Executor, InProcess, Lost
from plankit.registry.outcomes import Collected, Outcome

TODAY = date(2026, 11, 22)

T = TypeVar("T")
R = TypeVar("R")


def written(folder: Path, count: int, *, broken: int = 0, seed: int = 0) -> list[Path]:
    """So many small generated plans in folders of their own."""
    return list(write_country(Country(count=count, broken=broken, size=SMALL, seed=seed), folder))


def told(collected: Collected) -> list[Outcome]:
    """The outcomes without where they came from, to compare two runs."""
    return [replace(one, from_store=False) for one in collected.outcomes]


def run(
    folders: Iterable[Path], store: Path | None = None, executor: Executor | None = None, **wanted: object
) -> Collected:
    """What collecting gives on the day of the tests."""
    return collect(folders, **{"today": TODAY, "store": store, "executor": executor, **wanted})  # type: ignore[arg-type]


class Noting(InProcess):
    """Notes which tasks it was given."""

    def __init__(self) -> None:
        self.tasks: list[object] = []

    def run(self, function: Callable[[T], R], tasks: Iterable[T]) -> Iterator[tuple[int, R | Lost]]:
        """The results, in order."""
        for number, task in enumerate(tasks):
            self.tasks.append(task)
            yield number, function(task)


class Stopped(Exception):
    """The run was stopped."""


def square(number: int) -> int:
    """A task that always works."""
    return number * number


def dies_once(task: tuple[int, str]) -> int:
    """The process dies of the task that names a file that is not there yet; the second time it works."""
    number, marker = task
    if marker and not Path(marker).exists():
        Path(marker).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def dies_always(number: int) -> int:
    """The process dies of the task 3."""
    if number == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def fails(number: int) -> int:
    """A task that raises."""
    raise KeyError(number)
