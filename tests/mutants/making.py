"""Every way to spoil one element of a plan: a cell, a fallback, a ground, an opening hour, a step, a time limit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

from plankit.model.base import Entity
from plankit.model.durations import DAY, read_duration
from plankit.model.parties import Agency, Rasci, Responsibility, Service
from plankit.model.plan import Plan
from plankit.model.procedure import Branch, Next, Procedure, Step

E = TypeVar("E", bound=Entity)
Spoilt = Iterator[tuple[str, str, E]]
"""The kind of damage, the part that was damaged (from inside the entry), and the entry as it is then."""


@dataclass(frozen=True)
class Mutant:
    """A plan with one element deleted or spoilt."""

    kind: str
    place: str
    """The address of the element in the plan; with `kind` it names the mutant."""
    plan: Plan
    old: Entity
    """The entry of the whole plan that was changed."""
    new: Entity | None
    """The same entry as it is here; `None` where it is gone."""

    @property
    def is_walked(self) -> bool:
        """Whether a walk can see what was changed; no walk looks at the matrix."""
        return not isinstance(self.old, Responsibility)

    @property
    def name(self) -> str:
        """One line that is the same from run to run."""
        return f"{self.kind} {self.place}"


def mutants(plan: Plan) -> Iterator[Mutant]:
    """Every mutant of `plan`, in the order of the plan."""
    yield from _cells(plan)
    yield from _hours(plan, "agencies", plan.agencies)
    yield from _hours(plan, "services", plan.services)
    for number, one in enumerate(plan.procedures):
        for kind, part, new in _of_procedure(one):
            place = f"{one.id}.{part}" if part else one.id
            yield _with(plan, "procedures", number, kind, place, new)


def _with(plan: Plan, key: str, number: int, kind: str, place: str, new: Entity | None) -> Mutant:
    entries = getattr(plan, key)
    made = plan.model_copy(update={key: _put(entries, number, new)})
    # What the plan has worked out of itself belongs to the whole plan, not to this one.
    for name in set(made.__dict__) - set(type(plan).model_fields):
        del made.__dict__[name]
    return Mutant(kind, place, made, entries[number], new)


def _put(values: tuple[Any, ...], number: int, new: object | None) -> tuple[Any, ...]:
    """`values` with one of them replaced, or taken out where `new` is `None`."""
    return (*values[:number], *(() if new is None else (new,)), *values[number + 1 :])


def _copy(entity: E, **changes: object) -> E:
    return entity.model_copy(update=changes)


def _cells(plan: Plan) -> Iterator[Mutant]:
    for number, cell in enumerate(plan.responsibilities):
        if cell.role not in (Rasci.ACCOUNTABLE, Rasci.RESPONSIBLE):
            continue
        place = f"{cell.task}.{cell.agency}"
        yield _with(plan, "responsibilities", number, f"cell-{cell.role}-removed", place, None)
        if cell.role is Rasci.ACCOUNTABLE:
            spoilt = _copy(cell, role=Rasci.RESPONSIBLE)
            yield _with(plan, "responsibilities", number, "cell-A-made-R", place, spoilt)


def _hours(plan: Plan, key: str, entries: Iterable[Agency | Service]) -> Iterator[Mutant]:
    for number, one in enumerate(entries):
        for at in range(len(one.opening_hours)):
            spoilt = _copy(one, opening_hours=_put(one.opening_hours, at, None))
            yield _with(plan, key, number, "opening-hours-removed", f"{one.id}.{at + 1}", spoilt)
        if one.around_the_clock:
            spoilt = _copy(one, around_the_clock=None)
            yield _with(plan, key, number, "around-the-clock-removed", one.id or "", spoilt)


def _of_procedure(procedure: Procedure) -> Spoilt[Procedure]:
    if procedure.starts is not None:
        yield "starts-removed", "", _copy(procedure, starts=None)
    for action, kept in _without_each(procedure.forbids):
        yield "forbids-removed", action, _copy(procedure, forbids=kept)
    for kind, part, steps in _of_steps(procedure.steps):
        yield kind, part, _copy(procedure, steps=steps)
    for number, branch in enumerate(procedure.branches):
        for kind, part, spoilt in _of_branch(branch):
            yield kind, part, _copy(procedure, branches=_put(procedure.branches, number, spoilt))


def _of_branch(branch: Branch) -> Spoilt[Branch]:
    for key in ("when", "severity", "victim"):
        if getattr(branch, key) is not None:
            yield f"branch-{key}-removed", branch.id or "", _copy(branch, **{key: None})
    for kind, part, steps in _of_steps(branch.steps):
        yield kind, part, _copy(branch, steps=steps)


def _of_steps(steps: tuple[Step, ...]) -> Iterator[tuple[str, str, tuple[Step, ...]]]:
    for number, step in enumerate(steps):
        yield "step-removed", step.id, _put(steps, number, None)
        below = steps[number + 1].id if number + 1 < len(steps) else None
        for kind, part, spoilt in _of_step(step, below):
            yield kind, f"{step.id}.{part}" if part else step.id, _put(steps, number, spoilt)


_DELETED: tuple[tuple[str, str], ...] = (
    ("fallback", "fallback-removed"),
    ("handover", "handover-removed"),
    ("deadline", "time-limit-removed"),
    ("safe", "safe-removed"),
    ("end", "end-removed"),
)


def _of_step(step: Step, below: str | None) -> Spoilt[Step]:
    for key, kind in _DELETED:
        if getattr(step, key):
            yield kind, "", _copy(step, **{key: None})
    longer = tenfold(step.deadline)
    if longer:
        yield "time-limit-tenfold", "", _copy(step, deadline=longer)
    if step.handover and step.handover.legal_basis:
        yield "ground-removed", "", _copy(step, handover=_copy(step.handover, legal_basis=()))
    for key in ("forbids", "does"):
        for action, kept in _without_each(getattr(step, key)):
            yield f"{key}-removed", action, _copy(step, **{key: kept})
    yield from _of_next(step, below)


def _of_next(step: Step, below: str | None) -> Spoilt[Step]:
    """Without a `next` that only names the step below, the plan says the same; that is no damage."""
    if len(step.next) == 1 and step.next[0].when is None and step.next[0].step == below and not step.end:
        return
    for number, one in enumerate(step.next):
        to = f"{number + 1}.{one.step or one.procedure}"
        yield "next-removed", to, _copy(step, next=_put(step.next, number, None))
        if one.when is not None:
            spoilt: Next = _copy(one, when=None)
            yield "next-when-removed", to, _copy(step, next=_put(step.next, number, spoilt))


def _without_each(values: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for number, value in enumerate(values):
        yield value, _put(values, number, None)


def tenfold(duration: str | None) -> str | None:
    """A duration ten times as long; of no time at all, a day. `None` where there is none or it is not understood."""
    read = read_duration(duration)
    if read is None:
        return None
    if read == read_duration("PT0S"):
        return "P1D"
    days, seconds = divmod(read.seconds * 10, DAY)
    months = f"{read.months * 10}M" if read.months else ""
    return f"P{months}{days}DT{seconds}S"
