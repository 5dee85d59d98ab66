"""Finds the values of one kind that stand anywhere inside an entry, without looking where none can be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple, TypeVar

from plankit.model.base import Entity
from plankit.model.plan import Plan
from plankit.model.references import entity_in, entries

E = TypeVar("E", bound=Entity)
Path = tuple[str | int, ...]


class _Slot(NamedTuple):
    field: str
    nested: bool


@lru_cache(maxsize=None)
def _slots(cls: type[Entity], wanted: type[Entity]) -> tuple[_Slot, ...]:
    """The keys of `cls` that hold a value of class `wanted`, and those that hold something that has such keys."""
    slots = []
    for field, info in cls.model_fields.items():
        inner = entity_in(info.annotation)
        if inner is wanted:
            slots.append(_Slot(field, False))
        elif inner is not None and (inner is cls or _slots(inner, wanted)):
            slots.append(_Slot(field, True))
    return tuple(slots)


def values_in(entry: Entity, wanted: type[E], path: Path = ()) -> Iterator[tuple[Path, E]]:
    """Every value of class `wanted` inside `entry`, each with its path, in the order of the keys."""
    for field, nested in _slots(type(entry), wanted):
        value = getattr(entry, field)
        if value is None or type(value) is str:
            continue
        if type(value) is not tuple:
            yield from _one(value, wanted, (*path, field), nested=nested)
            continue
        for number, one in enumerate(value):
            if type(one) is not str:
                yield from _one(one, wanted, (*path, field, number), nested=nested)


def _one(value: Entity, wanted: type[E], path: Path, *, nested: bool) -> Iterable[tuple[Path, E]]:
    if nested:
        return values_in(value, wanted, path)
    return ((path, value),) if isinstance(value, wanted) else ()


def all_values(plan: Plan, wanted: type[E]) -> Iterator[tuple[Entity, Path, E]]:
    """Every value of class `wanted` in the plan, with the entry that it stands in and its path there."""
    for entry in entries(plan):
        if _slots(type(entry), wanted):
            for path, value in values_in(entry, wanted):
                yield entry, path, value
