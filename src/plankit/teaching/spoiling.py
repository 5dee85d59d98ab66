"""What a place of a plan is spoiled with for a gap hunt, and how a plan is changed there. The plan itself never changes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from plankit.model.base import Item
from plankit.model.plan import Plan
from plankit.model.procedure import Branch, Procedure, Step
from plankit.teaching.exercise import Pointer

E = TypeVar("E", bound=Item)
Passage = tuple[str, str]
"""A heading and the text below it."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Spoiling:
    """One place at which a plan can be spoiled."""

    kind: str
    """What is done: `accountable`, `duty`, `law`, `fallback`, `deadline`, `night`, `ban`, `evaluation`, `number`, …"""
    at: str
    """What is spoiled, as an id that is the place's own."""
    codes: tuple[str, ...]
    """Rules that look for this."""
    change: Callable[[Plan], Plan]
    shows: Callable[[Plan], Passage]
    """The passage as it stands in a plan, for print."""
    what: str
    was: str
    now: str
    hint: str
    pointers: tuple[Pointer, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Damage:
    """What is done to one entry, and what is told of it."""

    kind: str
    codes: tuple[str, ...]
    update: dict[str, object]
    """The fields that get other values."""
    what: str
    was: str
    hint: str
    now: str = ""


def with_fields(plan: Plan, /, **changes: object) -> Plan:
    """The plan with other values in some fields, and nothing that was worked out from the old ones."""
    fields = {name: getattr(plan, name) for name in Plan.model_fields}
    return Plan.model_construct(**(fields | changes))


def replaced(entries: Iterable[E], old: E, new: E | None) -> tuple[E, ...]:
    """The entries with one replaced, found by its place (`is`) or id; taken out where `new` is `None`."""
    found = []
    for one in entries:
        same = one is old or (old.id is not None and one.id == old.id)
        if not same:
            found.append(one)
        elif new is not None:
            found.append(new)
    return tuple(found)


def step_of(plan: Plan, procedure: str, step: str) -> Step | None:
    """The step with that id in that procedure."""
    entry = next((one for one in plan.procedures if one.id == procedure), None)
    return next((one for one in entry.all_steps() if one.id == step), None) if entry else None


def with_steps(plan: Plan, procedure: str, change: Callable[[Step], Step]) -> Plan:
    """The plan with every step of one procedure changed."""
    return with_procedure(plan, procedure, lambda one: _changed_steps(one, change))


def with_procedure(plan: Plan, procedure: str, change: Callable[[Procedure], Procedure]) -> Plan:
    """The plan with one procedure changed."""
    return with_fields(
        plan, procedures=tuple(change(one) if one.id == procedure else one for one in plan.procedures)
    )


def _changed_steps(procedure: Procedure, change: Callable[[Step], Step]) -> Procedure:
    def of_branch(branch: Branch) -> Branch:
        return branch.model_copy(update={"steps": tuple(map(change, branch.steps))})

    steps = tuple(map(change, procedure.steps))
    return procedure.model_copy(
        update={"steps": steps, "branches": tuple(map(of_branch, procedure.branches))}
    )
