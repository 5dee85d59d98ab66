"""What plan_changes says of two plans holds for any two plans."""

from __future__ import annotations

from collections import Counter
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from tests.property.strategies import plans

from plankit.model.plan import KINDS, Plan
from plankit.model.seal import content_checksum, with_living
from plankit.views.change_list import Change, What
from plankit.views.plan_changes import plan_changes
from plankit.views.reading import Reading


def _changes(old: Plan, new: Plan) -> tuple[Change, ...]:
    return plan_changes(Reading(old, None, "en"), Reading(new, None, "en")).changes


def _remade(plan: Plan, **values: Any) -> Plan:
    kept = {name: getattr(plan, name) for name in Plan.model_fields}
    return Plan.model_construct(**{**kept, **values})


@st.composite
def two_plans(draw: st.DrawFn) -> tuple[Plan, Plan]:
    """A plan, and one that has entries of it in another order, without some, and with some of a third plan."""
    old, other = draw(plans()), draw(plans())
    values: dict[str, Any] = {}
    for kind in KINDS:
        mixed = [*getattr(old, kind), *getattr(other, kind)]
        kept = draw(st.permutations(mixed)) if draw(st.booleans()) else mixed
        seen: set[str] = set()
        chosen = []
        for entry in kept[: draw(st.integers(0, len(kept)))] if draw(st.booleans()) else kept:
            if entry.id is None or entry.id not in seen:
                chosen.append(entry)
                seen |= {entry.id} if entry.id else set()
        values[kind] = tuple(chosen)
    return old, _remade(draw(st.sampled_from((old, other))), **values)


@given(plans())
def test_changes_of_a_plan_and_itself_are_none(plan: Plan) -> None:
    """A plan does not differ from itself."""
    assert _changes(plan, _remade(plan)) == ()


@given(two_plans())
def test_changes_swapped_swap_what_is_new_and_gone(both: tuple[Plan, Plan]) -> None:
    """What is new in one direction is gone in the other, and the rest stays what it is."""
    there, back = _changes(*both), _changes(*reversed(both))

    def named(changes: tuple[Change, ...], what: What) -> Counter[tuple[str, str]]:
        return Counter((one.kind, one.id) for one in changes if one.what is what)

    assert named(there, What.ADDED) == named(back, What.REMOVED)
    assert named(there, What.REMOVED) == named(back, What.ADDED)


@given(two_plans())
def test_changes_list_each_entry_once(both: tuple[Plan, Plan]) -> None:
    """No entry of either plan is listed twice, and each that only one of them has is listed."""
    old, new = both
    found = _changes(old, new)
    before = Counter((one.kind, one.old_id) for one in found if one.what is not What.ADDED)
    after = Counter((one.kind, one.id) for one in found if one.what is not What.REMOVED)
    assert max((*before.values(), *after.values()), default=1) == 1
    for kind in KINDS:
        gone, come = ({one.id for one in getattr(plan, kind) if one.id} for plan in (old, new))
        assert {(kind, name) for name in gone - come} <= set(before)
        assert {(kind, name) for name in come - gone} <= set(after)


@given(two_plans())
def test_checksum_differs_exactly_where_changes_are_listed(both: tuple[Plan, Plan]) -> None:
    """Two plans have the same checksum if and only if nothing that is adopted is listed as changed."""
    old, new = both
    adopted = [one for one in _changes(old, new) if one.is_adopted]
    assert (content_checksum(old) == content_checksum(new)) == (not adopted), adopted


@given(two_plans())
def test_living_parts_of_another_plan_leave_the_checksum(both: tuple[Plan, Plan]) -> None:
    """Reports, decisions and the like taken from a later text do not change what was adopted."""
    sealed, working = both
    assert content_checksum(with_living(sealed, working)) == content_checksum(sealed)
