"""What became of each plan folder that a registry was asked to collect."""

from __future__ import annotations

import json
import weakref
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import overload

from plankit.findings import Problem
from plankit.registry.facts import PlanFacts, from_json
from plankit.registry.store import Row, Store


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What became of one plan folder: its facts, or why there are none."""

    folder: str
    """The way to it from the folder of the store, or else from where the program runs, with `/`."""
    digest: str
    """Checksum of what was read; empty where there was nothing to read."""
    facts: PlanFacts | None
    findings: Mapping[str, int] = field(default_factory=dict)
    """For each code, how many times it was found, also where there are no facts."""
    error: Problem | None = None
    """Why there are no facts."""
    from_store: bool = False
    """Whether it was known from an earlier run, so that the plan was not loaded."""

    @property
    def name(self) -> str:
        """Name of the folder, without the way to it."""
        return self.folder.rpartition("/")[2]


class Outcomes(Sequence[Outcome]):
    """The outcomes in the order of the list, read from the store one at a time: ten thousand fit as well as ten."""

    def __init__(self, store: Store, loaded: frozenset[int]) -> None:
        self._store, self._loaded = store, loaded
        self._length = store.count()
        weakref.finalize(self, store.close)

    def __len__(self) -> int:
        return self._length

    def __iter__(self) -> Iterator[Outcome]:
        return (self._outcome(row) for row in self._store.rows())

    @overload
    def __getitem__(self, place: int) -> Outcome: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Outcome, ...]: ...
    def __getitem__(self, place: int | slice) -> Outcome | tuple[Outcome, ...]:
        if isinstance(place, slice):
            return tuple(self[number] for number in range(*place.indices(len(self))))
        number = place + len(self) if place < 0 else place
        if not 0 <= number < len(self):
            raise IndexError(place)
        return self._outcome(next(self._store.rows(number, 1)))

    def _outcome(self, row: Row) -> Outcome:
        return Outcome(
            folder=row.folder,
            digest=row.digest,
            facts=from_json(json.loads(row.facts)) if row.facts else None,
            findings=row.counts,
            error=row.error,
            from_store=row.position not in self._loaded,
        )


@dataclass(frozen=True, kw_only=True)
class Collected:
    """What a run gave."""

    outcomes: Outcomes
    loaded: int
    """How many folders were loaded in this run; the others were known."""
