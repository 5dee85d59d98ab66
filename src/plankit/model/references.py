"""Which keys hold ids of what, and a walk over every id that a plan uses."""

from __future__ import annotations

import types
from collections.abc import Callable, Hashable, Iterator
from functools import lru_cache
from typing import Any, NamedTuple, TypeVar, Union, get_args, get_origin

from plankit.model.base import Entity
from plankit.model.plan import KINDS, Plan
from plankit.model.procedure import Procedure

E = TypeVar("E", bound=Entity)

ANY = ("any",)
GUIDE_AGENCIES = "guide.agencies"
GUIDE_TASKS = "guide.tasks"
GUIDE_REQUIREMENTS = "guide.requirements"
GUIDE_RUBRIC = "guide.rubric"
GUIDE_ACTIONS = "guide.actions"
STEPS = "steps"
ROLES = "roles"
_AGENCIES = ("agencies", GUIDE_AGENCIES)

TARGETS: dict[str, tuple[str, ...]] = {
    "Part.sources": ("references",),
    "Item.applies_to": ("participants",),
    "Item.answers": (GUIDE_REQUIREMENTS,),
    "Origin.plan": ("merged_from",),
    "MergedPlan.succession": ("succession",),
    "MergedPlan.successor": ("participants",),
    "Page.answers": (GUIDE_REQUIREMENTS,),
    "Page.applies_to": ("participants",),
    "PlanPart.contents": ANY,
    "Decision.participant": ("participants",),
    "Decision.version": ("versions",),
    "Decision.resulting_measures": ("measures",),
    "Decision.about": ANY,
    "Change.about": ANY,
    "Change.decision": ("decisions",),
    "Statement.about": ANY,
    "Succession.participants": ("participants",),
    "Goal.parents": ("goals",),
    "Goal.indicators": ("indicators",),
    "Goal.areas": ("areas",),
    "Responsible.agency": _AGENCIES,
    "Responsible.agreement": ("links", "references", "decisions"),
    "Measure.goals": ("goals",),
    "Measure.areas": ("areas",),
    "Measure.parts": ("parts",),
    "Measure.indicators": ("indicators",),
    "Measure.cross_refs": ANY,
    "Measure.added_by": ("decisions",),
    "Cost.covers": ("measures",),
    "Cost.decision": ("decisions",),
    "Indicator.replaced_by": ("indicators",),
    "DataMapping.indicator": ("indicators",),
    "Progress.measure": ("measures",),
    "ActivityPlan.decision": ("decisions",),
    "ActivityPlan.parts": ("parts",),
    "ActivityPlan.focus_goals": ("goals",),
    "Activity.activity_plan": ("activity_plans",),
    "Activity.measures": ("measures",),
    "Activity.part": ("parts",),
    "Activity.carried_from": ("activities",),
    "Agency.parent": _AGENCIES,
    "Agency.commandable_by": _AGENCIES,
    "Agency.guide_agency": (GUIDE_AGENCIES,),
    "Responsibility.agency": _AGENCIES,
    "Responsibility.agency_role": (ROLES,),
    "Responsibility.task": ("tasks", GUIDE_TASKS),
    "Responsibility.about": ANY,
    "Arena.member_agencies": _AGENCIES,
    "Service.agency": _AGENCIES,
    "Contact.agency": _AGENCIES,
    "Responsibility.agreement": ("links", "references", "decisions"),
    "Situation.participants": ("participants",),
    "CaseFields.participant": ("participants",),
    "Expectation.reaches": _AGENCIES,
    "Expectation.owner": _AGENCIES,
    "Expectation.never": (GUIDE_ACTIONS,),
    "Next.step": (STEPS,),
    "Next.procedure": ("procedures",),
    "Step.fallback": (STEPS,),
    "Step.agency": _AGENCIES,
    "Step.agency_role": (ROLES,),
    "Step.task": ("tasks", GUIDE_TASKS),
    "Step.does": (GUIDE_ACTIONS,),
    "Step.forbids": (GUIDE_ACTIONS,),
    "Procedure.forbids": (GUIDE_ACTIONS,),
    "Handover.receiver": _AGENCIES,
    "Approval.participant": ("participants",),
    "Approval.decision": ("decisions",),
    "Procedure.owner": _AGENCIES,
    "Procedure.cross_refs": ANY,
    "Duty.agencies": _AGENCIES,
    "TrainingItem.agencies": _AGENCIES,
    "TrainingItem.measure": ("measures",),
    "Statistic.part_of": ("statistics",),
    "Evaluation.agency": _AGENCIES,
    "Evaluation.as_measure": ("measures",),
    "Risk.about": ANY,
    "Answer.requirement": (GUIDE_REQUIREMENTS,),
    "Answer.where": ANY,
    "Judgement.criterion": (GUIDE_RUBRIC,),
    "Judgement.where": ANY,
    "Waiver.item": ANY,
}
"""Class and key, and the kinds of entry that the ids there may belong to.

`any` is every entry of the plan, or `kind` for all of a kind; `guide.…` is an entry of the guide;
`steps` are the steps of the same procedure; `roles` the roles of the agencies.
"""


class Reference(NamedTuple):
    """One id that an entry uses."""

    entry: Entity
    """The entry of the plan that uses it, or the plan's frame."""
    path: tuple[str | int, ...]
    """Where in the entry."""
    target: str
    kinds: tuple[str, ...]


class Slot(NamedTuple):
    """A key of a class that holds ids, or values in which ids stand."""

    field: str
    kinds: tuple[str, ...]
    nested: bool


@lru_cache(maxsize=None)
def slots(cls: type[Entity]) -> tuple[Slot, ...]:
    """The keys of `cls` that hold ids, and those that hold values with such keys."""
    ancestors = [base.__name__ for base in cls.__mro__]
    found = []
    for field, info in cls.model_fields.items():
        kinds = next((TARGETS[key] for name in ancestors if (key := f"{name}.{field}") in TARGETS), None)
        if kinds:
            found.append(Slot(field, kinds, False))
        else:
            inner = entity_in(info.annotation)
            if inner is not None and (inner is cls or slots(inner)):
                found.append(Slot(field, (), True))
    return tuple(found)


def entity_in(annotation: Any) -> type[Entity] | None:
    """The class of entity that a field of this type holds, if it holds one."""
    return _entity_in(annotation)


@lru_cache(maxsize=None)
def _entity_in(annotation: Hashable) -> type[Entity] | None:
    if isinstance(annotation, type) and not get_args(annotation):
        return annotation if issubclass(annotation, Entity) else None
    if get_origin(annotation) in (Union, types.UnionType, tuple) or get_args(annotation):
        return next((found for part in get_args(annotation) if (found := _entity_in(part))), None)
    return None


def _walk(
    part: Entity, path: tuple[str | int, ...]
) -> Iterator[tuple[tuple[str | int, ...], str, tuple[str, ...]]]:
    for field, kinds, nested in slots(type(part)):
        value = getattr(part, field)
        if not value:
            continue
        here = (*path, field)
        if not nested:
            if isinstance(value, str):
                yield here, value, kinds
            else:
                for number, one in enumerate(value):
                    yield (*here, number), one, kinds
        elif isinstance(value, tuple):
            for number, inner in enumerate(value):
                yield from _walk(inner, (*here, number))
        else:
            yield from _walk(value, here)


def references_of(entry: Entity) -> Iterator[Reference]:
    """Every id that `entry` and the values inside it use."""
    for path, target, kinds in _walk(entry, ()):
        yield Reference(entry, path, target, kinds)


def with_targets(entry: E, change: Callable[[str, tuple[str, ...]], str]) -> E:
    """The entry with each id that it uses as `change` makes it, given the id and the kinds that it may belong to."""
    update: dict[str, Any] = {}
    for field, kinds, nested in slots(type(entry)):
        value = getattr(entry, field)
        if not value:
            continue
        made: Any
        if not nested:
            is_one = isinstance(value, str)
            made = change(value, kinds) if is_one else tuple(change(one, kinds) for one in value)
        elif isinstance(value, tuple):
            made = tuple(with_targets(inner, change) for inner in value)
        else:
            made = with_targets(value, change)
        if made != value:
            update[field] = made
    return entry.model_copy(update=update) if update else entry


def references(plan: Plan) -> Iterator[Reference]:
    """Every id that the entries of `plan` use, in the order of kinds and files."""
    for entry in entries(plan):
        yield from references_of(entry)


def entries(plan: Plan) -> Iterator[Entity]:
    """The frame of the plan, its process, every entry of every kind, then the pages."""
    yield plan.plan
    if plan.process:
        yield plan.process
    for kind in KINDS:
        yield from getattr(plan, kind)
    yield from plan.pages


def step_ids(procedure: Procedure) -> frozenset[str]:
    """Ids of the steps of a procedure, which are unique inside it only."""
    return frozenset(step.id for step in procedure.all_steps())


def uses(plan: Plan) -> dict[str, tuple[Reference, ...]]:
    """For each id, the references to it: links the other way round."""
    found: dict[str, list[Reference]] = {}
    for reference in references(plan):
        found.setdefault(reference.target, []).append(reference)
    return {target: tuple(all_of_it) for target, all_of_it in found.items()}
