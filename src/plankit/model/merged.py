"""What a plan that was made from others keeps of them, so that nothing is lost and they can be taken apart again."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from plankit.model.base import Entity, Id, Item, Named
from plankit.model.frame import PlanFrame, Process

I = TypeVar("I", bound=Item)  # noqa: E741  # an item


class MergedFile(Entity):
    """A picture or another file that a merged plan brought."""

    path: str
    """Where it lies in this plan."""
    was: str | None = None
    """Where it lay in that plan; without it, at the same place."""


class MergedPlan(Named):
    """A plan that this one was made from: its frame, as it was, and what belongs to that plan alone.

    `notes`, `sources` and `empty` are what that plan said of itself.
    """

    frame: PlanFrame
    process: Process | None = None
    succession: Id | None = None
    """The entry under `succession` that was made for it here."""
    successor: Id | None = None
    """The participant that was made here of all that merged."""
    files: tuple[MergedFile, ...] = ()
    """Its pictures and other files that are no data."""


def of_this_plan(entries: Iterable[I]) -> tuple[I, ...]:
    """Those that no merged plan brought: a decision or version with an origin is about that plan, not this one."""
    return tuple(one for one in entries if not one.origins)
