"""Take a merged plan apart again: each plan that it was made from, as that plan stands in it today."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from plankit.merging.names import Names
from plankit.merging.parts import HISTORY, WHOLE
from plankit.model.base import Item, Origin
from plankit.model.frame import Participation
from plankit.model.merged import MergedPlan
from plankit.model.plan import KINDS, Page, Plan
from plankit.model.procedure import Procedure

R = TypeVar("R", Item, Page)


class NotMerged(ValueError):
    """The plan was not made from others."""


def brought_plans(plan: Plan) -> tuple[MergedPlan, ...]:
    """The plans that `plan` was made from last; what those were made from before has an origin itself."""
    return tuple(one for one in plan.merged_from if not one.origins)


def split(plan: Plan) -> tuple[Plan, ...]:
    """The plans that `plan` was made from, each with its own ids, order and frame; the inverse of `merge`.

    What was added since goes to each of them that it holds for; what is about the merged plan alone, such as a
    decision to adopt it, goes to none (`left_over`). Raises `NotMerged` where there is nothing to take apart.
    """
    brought = brought_plans(plan)
    if not brought:
        raise NotMerged(plan.plan.id)
    return tuple(_Part(plan, one).plan() for one in brought)


def left_over(plan: Plan) -> tuple[tuple[str, Item], ...]:
    """Kind and entry of what no part gets: it came after the merging and is about the merged plan alone."""
    brought = brought_plans(plan)
    made = {name for one in brought for name in (one.succession, one.successor) if name}
    parts = [_Part(plan, one) for one in brought]
    return tuple(
        (kind, entry)
        for kind in KINDS
        if kind != "merged_from"
        for entry in getattr(plan, kind)
        if not entry.origins and entry.id not in made and not any(one.gets(kind, entry) for one in parts)
    )


def _origin(entry: Item | Page, key: str) -> Origin | None:
    return next((one for one in entry.origins if one.plan == key), None)


class _Part:
    """One of the plans inside a merged one."""

    def __init__(self, plan: Plan, brought: MergedPlan) -> None:
        self._merged, self._brought = plan, brought
        self._names = self._backwards()
        self._people = frozenset(one.id for one in plan.participants if _origin(one, brought.id))

    def _backwards(self) -> Names:
        """What each entry and file of the merged plan is called in this one."""
        kinds: dict[str, str] = {}
        ids: dict[str, str] = {}
        steps: dict[str, str] = {}
        for kind in KINDS:
            for entry in getattr(self._merged, kind):
                origin = _origin(entry, self._brought.id)
                if origin is None or not entry.id:
                    continue
                kinds[entry.id] = kind
                if origin.id and origin.id != entry.id:
                    ids[entry.id] = origin.id
                if isinstance(entry, Procedure):
                    steps |= {f"{entry.id}.{one.id}": f"{origin.id}.{one.id}" for one in entry.all_steps()}
        paths = {one.path: one.was for one in self._brought.files if one.was}
        for page in self._merged.pages:
            origin = _origin(page, self._brought.id)
            if origin and origin.path and origin.path != page.path:
                paths[page.path] = origin.path
        return Names(kinds=kinds, ids=ids, steps=steps, paths=paths)

    def plan(self) -> Plan:
        """The plan itself."""
        own = self._names.entry(self._brought)
        content: dict[str, Any] = {kind: self._entries(kind) for kind in KINDS}
        content |= {key: getattr(own, key) for key in ("process", "empty", "notes", "sources")}
        pages = self._in_order(self._merged.pages, self._page)
        return Plan.model_construct(format=self._merged.format, plan=own.frame, pages=pages, **content)

    def _entries(self, kind: str) -> tuple[Item, ...]:
        entries: tuple[Item, ...] = getattr(self._merged, kind)
        own = self._in_order(entries, self._restored)
        return own + tuple(self._added(kind, one) for one in entries if self.gets(kind, one))

    def _in_order(self, entries: tuple[R, ...], restored: Callable[[R, Origin], R]) -> tuple[R, ...]:
        found = [(origin, one) for one in entries if (origin := _origin(one, self._brought.id))]
        return tuple(restored(one, origin) for origin, one in sorted(found, key=lambda some: _place(some[0])))

    def _restored(self, entry: Item, origin: Origin) -> Item:
        update: dict[str, Any] = {key: None for key in origin.added if key in type(entry).model_fields}
        if isinstance(entry, Participation):
            update["status"] = origin.status
        held = self._names.entry(
            entry.model_copy(update={**update, "applies_to": (), "origins": origin.before})
        )
        return held.model_copy(update={"id": origin.id, "applies_to": origin.applies_to})

    def _page(self, page: Page, origin: Origin) -> Page:
        path = origin.path or page.path
        held = self._names.entry(page.model_copy(update={"applies_to": (), "origins": origin.before}))
        text = self._names.prose(page.text, page.path)
        return held.model_copy(update={"path": path, "text": text, "applies_to": origin.applies_to})

    def gets(self, kind: str, entry: Item) -> bool:
        """Whether an entry that came after the merging is this plan's too."""
        made = {self._brought.succession, self._brought.successor}
        if entry.origins or entry.id in made or kind in HISTORY or kind == "participants":
            return False
        return kind in WHOLE or self._is_for_all(entry) or not self._people.isdisjoint(entry.applies_to)

    def _is_for_all(self, entry: Item) -> bool:
        return not entry.applies_to or self._brought.successor in entry.applies_to

    def _added(self, kind: str, entry: Item) -> Item:
        named = self._names.entry(entry)
        if kind in WHOLE:
            return named
        held = (
            () if self._is_for_all(entry) else tuple(one for one in entry.applies_to if one in self._people)
        )
        return named.model_copy(update={"applies_to": tuple(self._names.ids.get(one, one) for one in held)})


def _place(origin: Origin) -> int:
    return int(origin.at) if origin.at and origin.at.isascii() and origin.at.isdecimal() else 0
