"""Every key that holds ids says what they are ids of, and every id is found."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, get_args

import pytest
from tests.conftest import WritePlan

from plankit.model import base
from plankit.model.base import Entity
from plankit.model.plan import KINDS, Plan
from plankit.model.references import (
    ANY,
    GUIDE_ACTIONS,
    GUIDE_AGENCIES,
    GUIDE_REQUIREMENTS,
    GUIDE_RUBRIC,
    GUIDE_TASKS,
    ROLES,
    STEPS,
    TARGETS,
    entity_in,
    references,
    uses,
)
from plankit.source.reader import read_plan

IDS_WITHOUT_CHECK = {"Waiver.item"}
"""Keys that hold ids but are typed as plain texts: what is wrong there is found by its rule alone."""


def entities(cls: type[Entity], seen: set[type[Entity]]) -> Iterator[type[Entity]]:
    """`cls` and every class of value that stands in it, each once."""
    if cls in seen:
        return
    seen.add(cls)
    yield cls
    for field in cls.model_fields.values():
        inner = entity_in(field.annotation)
        if inner is not None:
            yield from entities(inner, seen)


ENTITIES = tuple(entities(Plan, set()))


def is_id(annotation: Any, metadata: list[Any]) -> bool:
    """Whether a field of this type holds an id or a list of ids."""
    checks = get_args(base.Id)[1:]
    if any(one in checks for one in metadata):
        return True
    if get_args(annotation) and hasattr(annotation, "__metadata__"):
        inner, *rest = get_args(annotation)
        return is_id(inner, rest)
    return any(is_id(part, []) for part in get_args(annotation))


def declared(cls: type[Entity], field: str) -> str:
    """Class and key, by the class that declares the key."""
    owner = next(one for one in reversed(cls.__mro__) if field in getattr(one, "__annotations__", {}))
    return f"{owner.__name__}.{field}"


ID_KEYS = {
    declared(cls, name)
    for cls in ENTITIES
    for name, field in cls.model_fields.items()
    if name != "id" and is_id(field.annotation, field.metadata)
}


def test_search_for_keys_that_hold_ids_finds_all_ways_to_write_the_type() -> None:
    """Else the next test would hold for an empty set."""
    assert {"Part.sources", "Next.step", "Decision.version", "Responsible.agency", "Cost.covers"} <= ID_KEYS
    assert not {"Measure.title", "Measure.topics", "Service.phone", "Page.path"} & ID_KEYS
    assert is_id(Annotated[base.Id | None, "x"], [])
    assert not is_id(base.Words, [])


def test_every_key_that_holds_ids_says_what_they_are_ids_of() -> None:
    """A key that is not in the table would never be checked."""
    assert ID_KEYS - set(TARGETS) == set()


def test_every_key_of_the_table_holds_ids() -> None:
    """A key that was renamed must be renamed here too."""
    assert set(TARGETS) - ID_KEYS == IDS_WITHOUT_CHECK


def test_keys_that_are_no_ids_by_type_exist() -> None:
    """The exceptions are fields of a class."""
    fields = {declared(cls, name) for cls in ENTITIES for name in cls.model_fields}
    assert fields >= IDS_WITHOUT_CHECK


@pytest.mark.parametrize("key", sorted(TARGETS))
def test_target_is_a_kind_of_the_plan_or_the_guide(key: str) -> None:
    """Ids belong to a kind of entry that there is."""
    assert TARGETS[key]
    assert set(TARGETS[key]) <= {
        *KINDS,
        *ANY,
        GUIDE_ACTIONS,
        GUIDE_AGENCIES,
        GUIDE_REQUIREMENTS,
        GUIDE_RUBRIC,
        GUIDE_TASKS,
        ROLES,
        STEPS,
    }


def test_every_id_is_found_with_its_path(write_plan: WritePlan) -> None:
    """Ids of the frame, of values deep in an entry, of recursive sections and of pages."""
    text = """\
plan: {id: p, title: T, sources: [k]}
process: {groups: [{name: G, sources: k}]}
sections:
  - {heading: A, children: [{heading: B, children: [{heading: C, answers: r1}]}]}
measures:
  - {id: m, title: T, responsible: [a, {agency: b, sources: [k]}], cost: {text: x, covers: [m]}}
procedures:
  - id: r
    title: T
    branches: [{title: B, steps: [{id: s, what: W, next: [{step: s}], handover: {receiver: a}}]}]
"""
    plan = read_plan(write_plan({"plan.yaml": text, "a.md": "---\nanswers: [r2]\n---\nText\n"})).plan
    assert plan is not None
    assert [(".".join(map(str, one.path)), one.target) for one in references(plan)] == [
        ("sources.0", "k"),
        ("groups.0.sources.0", "k"),
        ("children.0.children.0.answers.0", "r1"),
        ("responsible.0.agency", "a"),
        ("responsible.1.sources.0", "k"),
        ("responsible.1.agency", "b"),
        ("cost.covers.0", "m"),
        ("branches.0.steps.0.next.0.step", "s"),
        ("branches.0.steps.0.handover.receiver", "a"),
        ("answers.0", "r2"),
    ]
    assert [one.entry for one in uses(plan)["m"]] == [plan.measures[0]]
    assert len(uses(plan)["k"]) == 3
