"""What one municipality has of a shared plan: nothing dangles, nothing is lost, and seeing it twice changes nothing."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.property.strategies import plans

from plankit.model.base import Item
from plankit.model.frame import Participation, PlanFrame
from plankit.model.plan import KINDS, Page, Plan
from plankit.model.procedure import Procedure
from plankit.model.references import ANY, ROLES, STEPS, Reference, references, step_ids
from plankit.source.dump import dump
from plankit.views.one_municipality import OF_FRAME, as_seen_by, held_nowhere, own_plan

NAMES = ("a", "b-c", "no")
"""Ids that the strategies draw often, so that entries hold for these participants and refer to each other."""


@st.composite
def shared_plans(draw: st.DrawFn, *, most: int = 3) -> Plan:
    """A plan of one or more participants, with entries that hold for some of them."""
    plan = draw(plans())
    names = NAMES[: draw(st.integers(1, most))]
    values: dict[str, Any] = {name: getattr(plan, name) for name in Plan.model_fields}
    for kind in KINDS:
        # An id is used once: participants come before whatever else has theirs.
        values[kind] = tuple(one for one in getattr(plan, kind) if one.id not in names)
        if kind != "participants":
            values[kind] = tuple(draw(_for_some(one, names)) for one in values[kind])
    values["participants"] = tuple(Participation(id=name, name=f"Kommune {name}") for name in names)
    values["pages"] = tuple(draw(_for_some(one, names)) for one in plan.pages)
    return Plan.model_construct(**values)


def _for_some(entry: Any, names: tuple[str, ...]) -> st.SearchStrategy[Any]:
    some = st.lists(st.sampled_from(names), max_size=2, unique=True)
    return some.map(lambda chosen: entry.model_copy(update={"applies_to": tuple(chosen)}))


def _everything(plan: Plan) -> list[Item | Page]:
    return [one for kind in (*KINDS, "pages") for one in getattr(plan, kind)]


def _targets(plan: Plan, reference: Reference) -> set[str]:
    """The ids in `plan` that a reference may name."""
    if reference.kinds == (STEPS,):
        return set(step_ids(reference.entry)) if isinstance(reference.entry, Procedure) else set()
    kinds = KINDS if reference.kinds == ANY else reference.kinds
    found = {one.id for kind in kinds if kind in KINDS for one in getattr(plan, kind) if one.id}
    if ROLES in reference.kinds:
        found |= {role.id for agency in plan.agencies for role in agency.roles}
    if reference.kinds == ANY:
        found |= {f"page:{page.path}" for page in plan.pages}
        found |= {f"{one.id}.{step}" for one in plan.procedures for step in step_ids(one)}
    return found


@given(shared_plans(), st.data())
def test_own_plan_refers_to_nothing_that_was_dropped(plan: Plan, data: st.DataObject) -> None:
    """Whatever an id named in the joint plan is in the own plan too, else the id is gone with it."""
    own = as_seen_by(plan, data.draw(st.sampled_from(plan.participants)).id)
    for reference in references(own):
        if reference.kinds == (STEPS,):
            before = next(one for one in plan.procedures if one.id == getattr(reference.entry, "id", None))
            was_there = reference.target in step_ids(before)
        else:
            was_there = reference.target in _targets(plan, reference)
        assert not was_there or reference.target in _targets(own, reference), reference


@given(shared_plans())
def test_every_entry_is_in_an_own_plan_or_told_to_be_in_none(plan: Plan) -> None:
    """Nothing is lost between the municipalities without a finding."""
    told = {id(one) for one in held_nowhere(plan)}
    owned: set[int] = set()
    for one in plan.participants:
        own = own_plan(plan, one.id)
        owned.update(id(own.made_from.get(id(entry), entry)) for entry in _everything(own.plan))
    assert {id(one) for one in _everything(plan)} - owned == told


@given(shared_plans())
def test_entry_that_refers_to_nothing_is_in_the_plans_that_it_holds_for(plan: Plan) -> None:
    """`applies_to` alone decides over an entry that hangs on no other; participants are in their own plan alone."""
    bare = [
        (kind, entry.model_copy(update={"sources": (), "answers": ()}))
        for kind in ("definitions", "areas", "references")
        for entry in getattr(plan, kind)
    ]
    flat = Plan.model_construct(
        **{
            **{
                name: field.get_default()
                for name, field in Plan.model_fields.items()
                if not field.is_required()
            },
            "plan": plan.plan,
            "participants": plan.participants,
            **{kind: tuple(one for of, one in bare if of == kind) for kind, _ in bare},
        }
    )
    for one in plan.participants:
        own = as_seen_by(flat, one.id)
        for kind, _ in bare:
            wanted = [
                entry.model_copy(update={"applies_to": ()})
                for entry in getattr(flat, kind)
                if not entry.applies_to or one.id in entry.applies_to
            ]
            assert list(getattr(own, kind)) == wanted
    assert held_nowhere(flat) == ()


@given(shared_plans(most=1))
def test_plan_of_one_municipality_is_its_own_but_for_whom_it_holds_for(plan: Plan) -> None:
    """With one participant, only the keys that name participants become empty."""
    assert _without_whom(as_seen_by(plan, "a")) == _without_whom(plan)


@given(shared_plans(), st.data())
def test_own_plan_seen_again_is_the_same(plan: Plan, data: st.DataObject) -> None:
    """It is idempotent, also in what the frame says of those that it is shared with."""
    name = data.draw(st.sampled_from(plan.participants)).id
    own = as_seen_by(plan, name)
    assert dump(as_seen_by(own, name)) == dump(own)


@given(shared_plans(), st.data())
def test_own_plan_has_one_participant_and_names_the_others(plan: Plan, data: st.DataObject) -> None:
    """Who else has the plan stays known, and nothing holds for a part of the one municipality."""
    name = data.draw(st.sampled_from(plan.participants)).id
    own = as_seen_by(plan, name)
    assert [one.id for one in own.participants] == [name]
    assert all(not set(NAMES).intersection(one.applies_to) for one in _everything(own))
    others = Counter(str(one.name) for one in plan.participants if one.id != name)
    if others:
        assert own.plan.shared is not None
        assert Counter(str(one.name) for one in own.plan.shared.partners) == others


@given(shared_plans())
def test_own_plan_of_a_stranger_is_refused(plan: Plan) -> None:
    """An id that is no participant's gives no plan at all, and certainly not that of another."""
    with pytest.raises(LookupError):
        as_seen_by(plan, "nobody")


def test_keys_of_a_municipalitys_own_frame_are_keys_of_the_frame() -> None:
    """Each of them has the type that it has there, so that it can stand in its place."""
    for own, key in OF_FRAME.items():
        ours, theirs = Participation.model_fields[own], PlanFrame.model_fields[key]
        assert ours.annotation == theirs.annotation or (own, key) == ("plan_title", "title")


_WHOM = {"applies_to", "participants"}


def _without_whom(plan: Plan) -> Any:
    def bare(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: bare(one) for key, one in value.items() if key not in _WHOM}
        return [bare(one) for one in value] if isinstance(value, list) else value

    return bare(plan.model_dump(mode="json", exclude_defaults=True))
