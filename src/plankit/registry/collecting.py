"""Collects what there is to say of many plan folders, through an executor, and remembers it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, suppress
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

import plankit
from plankit.findings import Problem
from plankit.registry.executors import Executor, InProcess, Lost
from plankit.registry.fingerprints import digest_of, entries, stamp
from plankit.registry.one_plan import Found, Task, judged_by, read_one
from plankit.registry.outcomes import Collected, Outcomes
from plankit.registry.store import Row, Store, StoreRefused
from plankit.source.folder import MAIN_FILE

BATCH = 20
"""How many results may be lost where a run is killed."""


class _Listed(NamedTuple):
    way: str
    path: Path


def collect(
    folders: Iterable[Path],
    *,
    today: date,
    store: Path | None = None,
    executor: Executor | None = None,
    keep_days: int = 0,
    progress: Callable[[str], None] = lambda _: None,
) -> Collected:
    """What there is to say of the plans in `folders`, as judged on `today`; a folder named twice is read once.

    What cannot be read is an outcome with an error; it ends nothing. `store` is the file that remembers: what it knows
    of a plan that is as it was, judged by the same plankit and guides on the same day, is not worked out again. With
    `keep_days`, a judgement of up to so many days before holds too; the facts say of which day it is. Of folders that
    are no longer named, the file forgets everything. A run that was stopped, in whatever way, goes on where it was.

    Raises `plankit.registry.store.StoreRefused` where the file cannot be used, and what the executor raises.
    """
    listed = _listed(folders, store.parent if store else Path())
    opened = Store(store)
    with ExitStack() as stopped:
        # Whatever stops the run: what was ready stays, if the file still takes it.
        stopped.callback(_keep, opened)
        run = _Run(opened, listed, today, keep_days)
        run.start()
        for number, found in (executor or InProcess()).run(read_one, run.tasks()):
            progress(f"{run.take(number, found)} {len(run.loaded)}/{len(listed)}")
        run.end()
        stopped.pop_all()
    return Collected(outcomes=Outcomes(opened, frozenset(run.loaded)), loaded=len(run.loaded))


def _keep(store: Store) -> None:
    with suppress(StoreRefused):
        store.commit()
    store.close()


def _listed(folders: Iterable[Path], base: Path) -> list[_Listed]:
    """Each folder once, with the way to it from `base`."""
    found: dict[str, _Listed] = {}
    for folder in folders:
        way = _way(folder, base)
        found.setdefault(way, _Listed(way, folder.absolute()))
    return list(found.values())


def _way(folder: Path, base: Path) -> str:
    try:
        return Path(os.path.relpath(folder, base)).as_posix()
    except ValueError:
        # On Windows there is no way from one drive to another.
        return folder.absolute().as_posix()


class _Run:
    """One run: which folders must be loaded, and what came of them."""

    def __init__(self, store: Store, listed: list[_Listed], today: date, keep_days: int) -> None:
        self._store, self._listed, self._today = store, listed, today
        self._oldest = today - timedelta(days=keep_days)
        self._judged_by = judged_by()
        self._waiting: dict[int, Row] = {}
        """What was sent off and is not back, by number of the task."""
        self._unsaved = 0
        self._first: dict[str, str] = {}
        self.loaded: list[int] = []
        """Positions of what was loaded."""

    def start(self) -> None:
        """Nothing has a place; that the run is not over is known to whoever looks meanwhile."""
        self._store.note(complete="no", day=self._today.isoformat(), plankit=plankit.__version__)
        self._store.unplace()

    def tasks(self) -> Iterator[Task]:
        """What must be loaded, looked for when it is asked for. What is known or beyond reading is put in its place."""
        number = 0
        for position, one in enumerate(self._listed):
            known = self._store.known(one.way)
            row = Row(
                folder=one.way,
                position=position,
                digest="",
                judged_by=self._judged_by,
                judged_on=self._today,
                beside=known.beside if known else (),
            )
            try:
                found = entries(one.path, row.beside)
            except OSError:
                self._fail(row, "PK090")
                continue
            mark = stamp(found)
            as_it_was = known is not None and mark is not None and known.stamp == mark
            row = replace(row, stamp=mark, digest=known.digest if known and as_it_was else digest_of(found))
            first = self._first.setdefault(row.digest, one.way)
            if first != one.way and (one.path / MAIN_FILE).is_file():
                self._fail(row, "PK094", first=first)
            elif known and self._holds(known, row.digest):
                self._store.place(one.way, position, mark)
            else:
                self._waiting[number] = row
                number += 1
                yield Task(str(one.path), self._today, row.digest, row.beside)

    def _holds(self, known: Row, digest: str) -> bool:
        same = known.digest == digest and known.judged_by == self._judged_by
        return same and self._oldest <= known.judged_on <= self._today

    def take(self, number: int, found: Found | Lost) -> str:
        """Keep what came of a task; what folder it was about."""
        row = self._waiting.pop(number)
        self.loaded.append(row.position)
        if isinstance(found, Lost):
            self._fail(row, "PK093")
        else:
            row = replace(row, facts=found.facts, counts=dict(found.counts), beside=found.beside)
            if not found.unchanged:
                # What was read may be something else than what the checksum is of.
                row = replace(row, judged_by="")
            if found.error is None:
                self._save(row)
            elif found.error == "PK091":
                self._save(_wrong(row, found.error, dict(found.values)))
            else:
                self._fail(row, found.error, **dict(found.values))
        return row.folder

    def _fail(self, row: Row, code: str, **values: str) -> None:
        """Keep that nothing is known; the next run tries again."""
        self._save(_wrong(replace(row, judged_by=""), code, values))

    def _save(self, row: Row) -> None:
        self._store.save(row)
        self._unsaved += 1
        if self._unsaved >= BATCH:
            self._store.commit()
            self._unsaved = 0

    def end(self) -> None:
        """Everything has its place; what has none is forgotten."""
        self._store.forget_unplaced()
        self._store.note(complete="yes")
        self._store.commit()


def _wrong(row: Row, code: str, values: dict[str, str]) -> Row:
    problem = Problem(code=code, file=row.folder, values={**values, "folder": row.folder})
    return replace(row, error=problem)
