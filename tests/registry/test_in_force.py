"""Whether a plan is in force for a municipality: the rule, case by case."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from plankit.guides import load_guide
from plankit.views.in_force import IN_FORCE, Basis, Member, State, Successor, Term, in_force
from plankit.views.terms import basis_of, rules_of

DAY = date(2026, 11, 22)
KOSTRA = Basis(ends_on_evaluation=True, asks_activities=True)
PERIOD = Basis()
TERM = Term(starts=date(2025, 1, 1), ends=date(2028, 12, 31), activities=3, dated=2)
MEMBER = Member(id="m", name="Oslo", number="0301", adopted=True, adoptions=(date(2024, 12, 1),))

Changed = dict[str, Any]


def state(term: Changed, member: Changed, basis: Basis = KOSTRA) -> State:
    """What the plan is when these things are otherwise."""
    return in_force(replace(TERM, **term), replace(MEMBER, **member), DAY, basis, country="NO").state


def test_adopted_plan_in_its_period_is_in_force_and_says_until_when() -> None:
    """The plain case: own plan, adopted, its last day ahead."""
    found = in_force(TERM, MEMBER, DAY, KOSTRA, country="NO")
    assert (found.state, found.until, found.since) == (State.OWN, date(2028, 12, 31), date(2025, 1, 1))
    assert found.said("en") == "Adopted, and its period lasts until 2028-12-31."


@pytest.mark.parametrize(
    ("term", "member"),
    [
        ({"ends": DAY}, {}),
        ({"stage": "under-revision"}, {}),
        ({"stage": "draft"}, {}),
        ({"ends": None, "evaluation": date(2026, 12, 1)}, {}),
        ({"evaluation": date(2026, 1, 1)}, {}),
        ({"repealed": date(2027, 1, 1)}, {}),
        ({"successors": (Successor(title="Ny", starts=date(2027, 1, 1)),)}, {}),
        ({"successors": (Successor(title="Ny", participants=("other",)),)}, {}),
        ({}, {"left": date(2027, 1, 1)}),
        ({}, {"exists_until": date(2026, 12, 31)}),
        ({}, {"adoptions": ()}),
        ({}, {"adoptions": (date(2024, 12, 1), date(2027, 1, 1))}),
        ({}, {"number": None}),
    ],
)
def test_plan_that_holds_today_is_in_force(term: Changed, member: Changed) -> None:
    """What is still to come does not end a plan; neither does revising it, nor an evaluation in the midst of its period."""
    assert state(term, member) in IN_FORCE


@pytest.mark.parametrize(
    ("term", "member", "expected"),
    [
        ({"shared": True}, {}, State.SHARED),
        ({"ends": date(2026, 11, 21)}, {}, State.EXPIRED),
        ({"ends": date(2026, 11, 21), "stage": "under-revision"}, {}, State.UNDER_REVISION),
        ({"ends": None, "evaluation": date(2026, 11, 21)}, {}, State.EXPIRED),
        ({"ends": None}, {}, State.UNCLEAR),
        ({"ends": date(2026, 1, 1), "extended": True}, {}, State.UNCLEAR),
        ({"repealed": date.min}, {}, State.EXPIRED),
        ({"successors": (Successor(title="Ny"),)}, {}, State.EXPIRED),
        ({"stage": "replaced"}, {}, State.EXPIRED),
        ({"starts": date(2027, 1, 1)}, {}, State.BEING_MADE),
        ({"activities": 0}, {}, State.UNCLEAR),
        ({"stage": "draft"}, {"adopted": False, "adoptions": ()}, State.BEING_MADE),
        ({"stage": "in-force"}, {"adopted": False, "adoptions": ()}, State.UNCLEAR),
        ({}, {"adopted": False, "adoptions": (), "status": "awaits-adoption"}, State.BEING_MADE),
        ({}, {"adopted": False, "adoptions": (), "status": "not-adopted"}, State.NONE),
        ({"ends": date(2020, 1, 1)}, {"adopted": False, "adoptions": ()}, State.EXPIRED),
        ({}, {"adoptions": (date(2027, 1, 1),)}, State.BEING_MADE),
        ({}, {"left": date(2026, 1, 1)}, State.NONE),
        ({}, {"status": "withdrawn"}, State.NONE),
        ({}, {"exists_until": date(2019, 12, 31)}, State.NONE),
        ({}, {"number": "0231", "name": "Skedsmo"}, State.UNCLEAR),
    ],
)
def test_plan_is_in_the_state_that_its_dates_tell(term: Changed, member: Changed, expected: State) -> None:
    """Each way not to be in force, or to be it together with others, has its own state."""
    assert state(term, member) is expected


def test_renumbered_municipality_keeps_its_plan() -> None:
    """A new number is no new municipality: Bærum was 0219, then 3024, and is 3201."""
    assert state({}, {"number": "0219", "name": "Bærum"}) is State.OWN


def test_evaluation_date_ends_no_plan_where_the_country_has_no_such_rule() -> None:
    """By the period alone, a plan without an end tells too little."""
    assert state({"ends": None, "evaluation": date(2027, 1, 1)}, {}, PERIOD) is State.UNCLEAR
    assert state({"activities": 0}, {}, PERIOD) is State.OWN


def test_plan_without_any_day_is_marked_for_a_person_to_look_at() -> None:
    """The rule asks for a timetable too; without any day a person must look."""
    assert in_force(replace(TERM, dated=0), MEMBER, DAY, KOSTRA, country="NO").undated
    assert not in_force(TERM, MEMBER, DAY, KOSTRA, country="NO").undated


@pytest.mark.parametrize(("pack", "basis"), [("no-vold", KOSTRA), ("se-vald", PERIOD)])
def test_rule_is_the_guide_s(pack: str, basis: Basis) -> None:
    """Norway's guide says what official statistics count; Sweden's knows of no such rule."""
    guide, _ = load_guide(pack)
    assert basis_of(guide) == basis


def test_norwegian_rule_names_its_source_and_the_day_it_was_read() -> None:
    """The words beside every figure can be followed to where they were read."""
    guide, _ = load_guide("no-vold")
    rules = rules_of(guide)
    assert len(rules) == 2
    for one in rules:
        assert "skjema-7B" in (one.address or "")
        assert one.checked_on is not None
        assert one.confidence == "read"


def test_plan_without_a_guide_is_judged_by_its_period() -> None:
    """Without a guide nothing is asked beyond the period."""
    assert rules_of(None) == ()
    assert basis_of(None) == PERIOD
