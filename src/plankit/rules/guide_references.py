"""Every id that the entries of a guide use, with where it stands and what it may belong to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from plankit.model.base import Entity
from plankit.model.guide import GUIDE_KINDS, GUIDE_TARGETS, Guide

Path = tuple[str | int, ...]


class GuideReference(NamedTuple):
    """One id that an entry of a guide uses."""

    entry: Entity
    path: Path
    target: str
    kinds: tuple[str, ...]


def guide_references(guide: Guide) -> Iterator[GuideReference]:
    """Every id that the guide's entries use, kind by kind."""
    for kind in GUIDE_KINDS:
        for entry in getattr(guide, kind):
            for path, target, kinds in _walk(entry, ()):
                yield GuideReference(entry, path, target, kinds)


def _walk(part: Entity, path: Path) -> Iterator[tuple[Path, str, tuple[str, ...]]]:
    for field in type(part).model_fields:
        value = getattr(part, field)
        if not value:
            continue
        kinds = GUIDE_TARGETS.get(f"{type(part).__name__}.{field}")
        listed = type(value) is tuple
        for number, one in enumerate(value if listed else (value,)):
            here = (*path, field, number) if listed else (*path, field)
            if kinds and isinstance(one, str):
                yield here, one, kinds
            elif isinstance(one, Entity):
                yield from _walk(one, here)
