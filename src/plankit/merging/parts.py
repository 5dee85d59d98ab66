"""The plans that are merged, what each brings, and the rows that come of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from plankit.merging.names import Names, Used
from plankit.model.base import Ids, Item, Origin
from plankit.model.frame import Participation
from plankit.model.plan import Page, Plan

R = TypeVar("R", Item, Page)

WHOLE = frozenset({"participants", "references", "vocabulary", "waivers", "merged_from"})
"""Kinds that hold for the plan as such; merging says of none of their entries whom it holds for."""
HISTORY = frozenset(
    {"decisions", "versions", "hearings", "succession", "progress", "activity_plans", "merged_from"}
)
"""Kinds that tell of the past of the plan that they stand in; those of two plans never contradict each other."""


@dataclass(frozen=True, kw_only=True)
class Brought:
    """One plan among those that are merged."""

    number: int
    plan: Plan
    key: str
    """Its id under `merged_from`."""
    suffix: str
    """What is put behind a name of it that another plan has already."""
    used: Used
    files: Mapping[str, str] = field(default_factory=dict)
    """Checksum of each of its files that is no data, by path."""


@dataclass(frozen=True, kw_only=True)
class Source:
    """An entry or page of one of the plans."""

    part: int
    at: int
    entry: Any
    """As its plan has it."""
    named: Any
    """With the names of the merged plan."""


@dataclass(kw_only=True)
class Row:
    """What becomes one entry or page of the merged plan."""

    entry: Any
    sources: list[Source]

    @property
    def parts(self) -> set[int]:
        """Which plans it came from."""
        return {one.part for one in self.sources}


def origins_of(row: Row, keys: tuple[str, ...]) -> tuple[Origin, ...]:
    """Where the row came from, in the order of the plans."""
    return tuple(
        Origin(
            plan=keys[one.part],
            id=getattr(one.entry, "id", None),
            path=getattr(one.entry, "path", None),
            at=str(one.at),
            applies_to=one.entry.applies_to,
            status=one.entry.status if isinstance(one.entry, Participation) else None,
            before=one.named.origins,
        )
        for one in row.sources
    )


def holds_for(row: Row, of_part: tuple[Ids, ...], order: Iterable[str]) -> Ids:
    """The participants that the row holds for; what every plan says alike is left as it is, such as "for all"."""
    said: set[Ids] = {one.named.applies_to for one in row.sources}
    if row.parts == set(range(len(of_part))) and len(said) == 1:
        return said.pop()
    named = {who for one in row.sources for who in (one.named.applies_to or of_part[one.part])}
    return tuple(who for who in order if who in named) + tuple(sorted(named - set(order)))


def bare(entry: R, kind: str) -> R:
    """The entry without what two entries that are alike may differ in: id, origins, and whom it holds for."""
    update: dict[str, Any] = {"origins": ()}
    if kind not in WHOLE:
        update["applies_to"] = ()
    update["path" if isinstance(entry, Page) else "id"] = "" if isinstance(entry, Page) else None
    return entry.model_copy(update=update)


def renamed(page: Page, names: Names) -> Page:
    """The page with the names of the merged plan, in its head, its text and its path."""
    made = names.entry(page)
    path = names.paths.get(page.path, page.path)
    return made.model_copy(update={"path": path, "text": names.prose(page.text, page.path)})
