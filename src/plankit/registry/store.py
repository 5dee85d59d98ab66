"""The file that a registry remembers in: an SQLite database that other programs can read.

The names in its questions are those of this file; what comes from plans is always bound to a mark.

It is SQLite, because Python brings it along and every tool for tables can open it. What lies in it can be made again from
the plans at any time.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from plankit.findings import Problem
from plankit.language import N_
from plankit.rules.catalogue import BY_CODE

APPLICATION = 0x706C616E
"""What SQLite's header calls us, so that no other program's file is ever written into."""
SHAPE = 1
"""Goes up when a table changes; a file of another shape is made anew."""

_TABLES = """
CREATE TABLE about (
    key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE plan (
    folder TEXT PRIMARY KEY, position INTEGER NOT NULL,
    plan TEXT, title TEXT, language TEXT, country TEXT, guide TEXT, edition TEXT,
    stage TEXT, starts TEXT, ends TEXT, evaluation TEXT, shared INTEGER,
    goals INTEGER, measures INTEGER, judged_on TEXT NOT NULL,
    error TEXT, error_values TEXT NOT NULL, facts TEXT, counts TEXT NOT NULL,
    digest TEXT NOT NULL, judged_by TEXT NOT NULL, stamp TEXT, beside TEXT NOT NULL);
CREATE TABLE participant (
    folder TEXT NOT NULL REFERENCES plan ON DELETE CASCADE,
    id TEXT NOT NULL, number TEXT, name TEXT NOT NULL, role TEXT, status TEXT, adopted INTEGER NOT NULL);
CREATE TABLE requirement (
    folder TEXT NOT NULL REFERENCES plan ON DELETE CASCADE, requirement TEXT NOT NULL, state TEXT NOT NULL);
CREATE TABLE finding (
    folder TEXT NOT NULL REFERENCES plan ON DELETE CASCADE,
    code TEXT NOT NULL, name TEXT NOT NULL, severity TEXT NOT NULL, times INTEGER NOT NULL);
CREATE INDEX plan_position ON plan (position);
CREATE INDEX participant_folder ON participant (folder);
CREATE INDEX participant_number ON participant (number);
CREATE INDEX requirement_folder ON requirement (folder);
CREATE INDEX finding_folder ON finding (folder);
CREATE INDEX finding_code ON finding (code);
"""
FOREIGN = N_("it belongs to another program")
_NAMES = ("about", "finding", "requirement", "participant", "plan")


class StoreRefused(Exception):
    """The file cannot be used: it is another program's, it is in use, or it cannot be read or written."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(reason)
        self.path = path
        self.reason = reason
        """`FOREIGN`, to be translated, or what SQLite says."""


@dataclass(frozen=True, kw_only=True)
class Row:
    """What is kept of one folder."""

    folder: str
    position: int
    digest: str
    judged_by: str
    """What it was judged with: plankit, guides, and how its facts are shaped."""
    judged_on: date
    stamp: str | None = None
    beside: tuple[str, ...] = ()
    """Files of the plan that lie where nobody looks by himself."""
    facts: str | None = None
    """Facts as JSON."""
    counts: Mapping[str, int] = field(default_factory=dict)
    """For each code, how many times it was found."""
    error: Problem | None = None


class Store:
    """An open store. Nothing is lost of what `save` was given before the last `commit`, whatever happens."""

    def __init__(self, path: Path | None) -> None:
        self._path = path or Path()
        with self._refusing():
            # Without a path SQLite keeps a file of its own, which is gone when the connection is.
            self._db = sqlite3.connect(path or "", timeout=30, isolation_level=None)
            try:
                self._prepare(temporary=path is None)
            except (sqlite3.Error, StoreRefused):
                self._db.close()
                raise

    @contextmanager
    def _refusing(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            foreign = isinstance(error, sqlite3.DatabaseError) and "not a database" in str(error)
            raise StoreRefused(self._path, FOREIGN if foreign else str(error)) from error

    def _prepare(self, *, temporary: bool) -> None:
        run = self._db.execute
        run("PRAGMA foreign_keys = ON")
        if temporary:
            run("PRAGMA synchronous = OFF")
        (application,) = run("PRAGMA application_id").fetchone()
        (shape,) = run("PRAGMA user_version").fetchone()
        (tables,) = run("SELECT count(*) FROM sqlite_master").fetchone()
        if application != APPLICATION and (application or tables):
            raise StoreRefused(self._path, FOREIGN)
        if (application, shape) == (APPLICATION, SHAPE):
            return
        run("BEGIN IMMEDIATE")
        for name in _NAMES:
            run(f"DROP TABLE IF EXISTS {name}")
        for statement in _TABLES.split(";"):
            run(statement)
        run(f"PRAGMA application_id = {APPLICATION}")
        run(f"PRAGMA user_version = {SHAPE}")
        run("COMMIT")

    def close(self) -> None:
        """What was not committed is lost."""
        self._db.close()

    def commit(self) -> None:
        """What was saved stays, also if the machine stops now."""
        with self._refusing():
            if self._db.in_transaction:
                self._db.execute("COMMIT")

    def _write(self, statement: str, values: Iterable[object] = ()) -> None:
        with self._refusing():
            if not self._db.in_transaction:
                self._db.execute("BEGIN IMMEDIATE")
            self._db.execute(statement, tuple(values))

    def note(self, **values: str) -> None:
        """Keep what is to be known of the whole run."""
        for key, value in values.items():
            self._write("INSERT OR REPLACE INTO about VALUES (?, ?)", (key, value))

    def known(self, folder: str) -> Row | None:
        """What was kept of a folder, without facts; `None` where nothing was."""
        with self._refusing():
            question = f"SELECT {_KEPT}, NULL FROM plan WHERE folder = ?"  # noqa: S608
            found = self._db.execute(question, (folder,)).fetchone()
        return _row(found) if found else None

    def place(self, folder: str, position: int, stamp: str | None) -> None:
        """What was kept of the folder holds; it is the one at `position` now."""
        self._write("UPDATE plan SET position = ?, stamp = ? WHERE folder = ?", (position, stamp, folder))

    def forget_unplaced(self) -> None:
        """Nothing is kept of the folders that have no position."""
        self._write("DELETE FROM plan WHERE position < 0")

    def unplace(self) -> None:
        """No folder has a position; `place` and `save` give it one."""
        self._write("UPDATE plan SET position = -1")

    def save(self, row: Row) -> None:
        """Keep this in place of what was kept of the folder."""
        self._write("DELETE FROM plan WHERE folder = ?", (row.folder,))
        facts: Mapping[str, Any] = json.loads(row.facts) if row.facts else {}
        values = {**_columns(facts), **_own(row)}
        marks = ", ".join("?" * len(values))
        names = ", ".join(values)
        self._write(f"INSERT INTO plan ({names}) VALUES ({marks})", values.values())  # noqa: S608
        for table, rows in _details(facts, row.counts):
            marks = ", ".join("?" * (len(rows[0]) + 1))
            with self._refusing():
                statement = f"INSERT INTO {table} VALUES ({marks})"  # noqa: S608
                self._db.executemany(statement, [(row.folder, *one) for one in rows])

    def count(self) -> int:
        """How many folders are kept."""
        with self._refusing():
            (number,) = self._db.execute("SELECT count(*) FROM plan WHERE position >= 0").fetchone()
        return int(number)

    def rows(self, first: int = 0, number: int = -1) -> Iterator[Row]:
        """What is kept, in the order of positions, one at a time: `number` of them from the one at `first` on."""
        order = "FROM plan WHERE position >= 0 ORDER BY position LIMIT ? OFFSET ?"
        question = f"SELECT {_KEPT}, facts {order}"
        with self._refusing():
            for found in self._db.execute(question, (number, first)):
                yield _row(found)


_KEPT = "folder, position, digest, judged_by, judged_on, stamp, beside, counts, error, error_values"


def _row(found: tuple[Any, ...]) -> Row:
    folder, position, digest, judged_by, judged_on, stamp, beside, counts, error, values, facts = found
    return Row(
        folder=folder,
        position=position,
        digest=digest,
        judged_by=judged_by,
        judged_on=date.fromisoformat(judged_on),
        stamp=stamp,
        beside=tuple(json.loads(beside)),
        facts=facts,
        counts=json.loads(counts),
        error=Problem(code=error, file=folder, values=json.loads(values)) if error else None,
    )


def _own(row: Row) -> dict[str, object]:
    error = row.error
    return {
        "folder": row.folder,
        "position": row.position,
        "digest": row.digest,
        "judged_by": row.judged_by,
        "judged_on": row.judged_on.isoformat(),
        "stamp": row.stamp,
        "beside": json.dumps(row.beside),
        "facts": row.facts,
        "counts": json.dumps(dict(row.counts)),
        "error": error.code if error else None,
        "error_values": json.dumps({key: str(value) for key, value in error.values.items()} if error else {}),
    }


def _columns(facts: Mapping[str, Any]) -> dict[str, object]:
    term, numbers = facts.get("term", {}), facts.get("numbers", {})
    plain = ("plan", "title", "language", "country", "guide", "edition")
    return {
        **{key: facts.get(key) for key in plain},
        **{key: term.get(key) for key in ("stage", "starts", "ends", "evaluation", "shared")},
        **{key: numbers.get(key) for key in ("goals", "measures")},
    }


def _details(
    facts: Mapping[str, Any], counts: Mapping[str, int]
) -> Iterator[tuple[str, list[tuple[object, ...]]]]:
    """Rows of the other tables, without the folder, for each that has any."""
    keys = ("id", "number", "name", "role", "status", "adopted")
    tables: dict[str, list[tuple[object, ...]]] = {
        "participant": [tuple(one.get(key) for key in keys) for one in facts.get("participants", ())],
        "requirement": list(facts.get("coverage", {}).items()),
        "finding": [
            (code, BY_CODE[code].name, BY_CODE[code].severity.word, times) for code, times in counts.items()
        ],
    }
    return ((name, rows) for name, rows in tables.items() if rows)
