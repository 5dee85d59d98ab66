"""The walk, one rule of it at a time."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from tests.walks.building import SAFE_STEP, case, clock, kinds, plan_of, procedure, ready, trail, walked

from plankit.model.case import Expectation
from plankit.walks.walking import walk, walk_prepared

FRIDAY = "2027-01-15T16:30"
SAFE = SAFE_STEP


def test_way_without_gaps_reaches_safety_and_has_an_owner() -> None:
    """Every step acts in its order, the time of each passes, and the last agency has the case."""
    found = walked(procedure({"id": "a", "takes": "PT20M"}, {"id": "b", "agency": "day"}, SAFE))
    assert trail(found) == [("a", "acted"), ("b", "acted"), ("safe", "acted")]
    assert clock(found.safe_at) == clock(found.ended_at) == "2027-01-12 10:20"
    assert found.reaches_safety
    assert found.owner == "always"
    assert found.gaps == ()


def test_case_that_no_procedure_begins_with_is_a_gap() -> None:
    """A procedure that does not fit, and one that says nothing of how it starts, are not entered."""
    found = walked(
        procedure(SAFE, starts={"exposed": "adult"}),
        {"id": "q", "title": "Q", "steps": [{"id": "s", "what": "S"}]},
    )
    assert kinds(found) == ["no-procedure"]
    assert found.events == ()


def test_first_procedure_that_fits_is_entered() -> None:
    """Of several that fit, the first in the plan."""
    other = {**procedure(SAFE), "id": "q"}
    found = walk_prepared(
        ready(procedure(SAFE, starts={"exposed": "adult"}), other, {**other, "id": "r"}), case()
    )
    assert {event.procedure for event in found.events} == {"q"}


def test_procedure_of_other_municipalities_is_not_entered() -> None:
    """Where the case tells the municipality, the procedure must apply to it; where it does not, it may."""
    only = procedure(SAFE, applies_to=["here"])
    participants = [{"id": "here", "name": "Here"}, {"id": "there", "name": "There"}]
    plan = ready(only, participants=participants)
    assert kinds(walk_prepared(plan, case(participant="there"))) == ["no-procedure"]
    assert kinds(walk_prepared(plan, case(participant="here"))) == []
    assert kinds(walk_prepared(plan, case())) == []


@pytest.mark.parametrize(
    ("situation", "fits"),
    [
        ({}, True),
        ({"exposed": ["adult", "child"]}, True),
        ({"exposed": "child", "doors": "clinic"}, False),
        ({"severity": "alvorlig, ikke akutt"}, True),
        ({"suspects": "guardian"}, True),
        ({"suspects": "partner"}, False),
        ({"adaptations": ["sign", "interpreter"]}, True),
        ({"adaptations": "sign"}, False),
        ({"hours": "office"}, True),
        ({"hours": ["evening", "night"]}, False),
        ({"leader": "reachable"}, True),
        ({"leader": "out-of-reach"}, False),
        ({"participants": "here"}, False),
    ],
)
def test_situation_fits_when_every_key_does(situation: dict[str, Any], fits: bool) -> None:
    """In one key one word is enough; a key that the case says nothing of does not fit."""
    found = walked(procedure(SAFE, starts=situation), suspect="guardian", adaptations=("interpreter",))
    assert (kinds(found) == []) is fits


def test_branch_is_chosen_by_condition_severity_and_victim() -> None:
    """After the last of the procedure's own steps comes the first branch in which all three fit."""
    branches = [
        {"title": "A", "severity": "acute-serious", "steps": [{"id": "acute", "what": "W", "end": "true"}]},
        {"title": "B", "victim": "adult", "steps": [{"id": "grown", "what": "W", "end": "true"}]},
        {"title": "C", "when": {"hours": "night"}, "steps": [{"id": "dark", "what": "W", "end": "true"}]},
        {
            "title": "D",
            "victim": "child",
            "severity": "serious",
            "steps": [{"id": "right", "what": "W"}, {**SAFE, "what": "W"}],
        },
    ]
    found = walked(procedure({"id": "a"}, branches=branches))
    assert trail(found) == [("a", "acted"), ("right", "acted"), ("safe", "acted")]
    assert kinds(walked(procedure({"id": "a"}, branches=branches[:3]))) == ["uncovered"]


def test_procedure_of_branches_only_begins_in_the_branch_that_fits() -> None:
    """Without steps of its own a procedure begins with its branches; one that holds nothing is a dead end."""
    branches = [{"title": "A", "severity": "serious", "steps": [{**SAFE, "what": "W"}]}, {"title": "B"}]
    assert trail(walked(procedure(branches=branches))) == [("safe", "acted")]
    assert kinds(walked(procedure(branches=branches), severity="concern")) == ["dead-end"]
    assert kinds(walked(procedure(branches=branches[:1]), severity="concern")) == ["uncovered"]


def test_next_that_fits_first_is_taken_and_none_is_a_gap() -> None:
    """Conditions are looked at in the order of the file, at the time when the step is done."""
    ways = [{"step": "night", "when": {"hours": "night"}}, {"step": "safe", "when": {"exposed": "child"}}]
    steps: list[dict[str, Any]] = [
        {"id": "a", "next": ways, "takes": "PT13H"},
        {"id": "night", "end": "true"},
        SAFE,
    ]
    assert trail(walked(procedure(*steps)))[1] == ("night", "acted")
    assert trail(walked(procedure({**steps[0], "takes": "PT1H"}, *steps[1:])))[1] == ("safe", "acted")
    missing = walked(procedure({**steps[0], "takes": "PT1H"}, *steps[1:]), exposed="adult")
    assert kinds(missing) == ["uncovered"]
    assert missing.gaps[0].place == "p.a"


def test_step_that_may_end_ends_where_no_next_fits() -> None:
    """With `end`, a `next` that does not fit is no gap: the way ends there."""
    steps = [{**SAFE, "next": [{"step": "more", "when": {"exposed": "adult"}}]}, {"id": "more"}]
    assert kinds(walked(procedure(*steps))) == []
    assert trail(walked(procedure(*steps), exposed="adult"))[-1] == ("more", "acted")


def test_condition_that_stands_only_in_words_is_taken_to_hold() -> None:
    """The walk goes on, and says so."""
    found = walked(procedure({"id": "a", "next": [{"step": "safe", "condition": "if needed"}]}, SAFE))
    assert found.events[0].assumptions == ("condition-holds",)
    assert found.reaches_safety


def test_next_may_lead_into_another_procedure() -> None:
    """The case goes on in the first step of the other at the same time."""
    first = procedure({"id": "a", "takes": "PT1H", "next": [{"procedure": "q"}]})
    second = {"id": "q", "title": "Q", "steps": [{**SAFE, "what": "W"}]}
    found = walk_prepared(ready(first, second), case())
    assert [event.procedure for event in found.events] == ["p", "q"]
    assert clock(found.events[1].at) == "2027-01-12 11:00"


@pytest.mark.parametrize(
    "step",
    [
        {"id": "a", "next": [{"step": "gone"}]},
        {"id": "a", "next": [{"procedure": "gone"}]},
        {"id": "a", "next": [{"procedure": "empty"}]},
        {"id": "a", "agency": "day", "fallback": "gone"},
        {"id": "a", "next": [{"condition": "perhaps"}]},
    ],
)
def test_way_to_what_is_not_there_is_a_dead_end(step: dict[str, Any]) -> None:
    """A step or procedure that is missing, or holds nothing, ends the walk as a gap."""
    found = walk_prepared(ready(procedure(step), {"id": "empty", "title": "E"}), case(FRIDAY))
    assert kinds(found) == ["dead-end"]


def test_discoverer_is_always_there_and_leader_only_when_reachable() -> None:
    """A leader out of reach and no other way is a gap that ends the walk; with a fallback no time passes."""
    told = procedure({"id": "a", "actor": "discoverer"}, {"id": "b", "actor": "leader"}, SAFE)
    assert walked(told).reaches_safety
    lost = walked(told, leader_reachable=False)
    assert kinds(lost) == ["nobody-there"]
    assert trail(lost) == [("a", "acted")]
    saved = procedure({"id": "b", "actor": "leder", "fallback": "safe"}, SAFE)
    found = walked(saved, leader_reachable=False)
    assert trail(found) == [("b", "fallback"), ("safe", "acted")]
    assert found.safe_at == found.began_at


def test_closed_agency_with_fallback_is_not_waited_for() -> None:
    """The fallback is taken at the same time."""
    found = walked(procedure({"id": "a", "agency": "day", "fallback": "safe"}, SAFE), at=FRIDAY)
    assert trail(found) == [("a", "fallback"), ("safe", "acted")]
    assert clock(found.safe_at) == "2027-01-15 16:30"
    assert found.reaches_safety


def test_closed_agency_without_fallback_is_waited_for() -> None:
    """Without a limit the wait is told, and is no gap."""
    found = walked(procedure({"id": "a", "agency": "day"}, SAFE), at=FRIDAY)
    assert trail(found) == [("a", "waited"), ("a", "acted"), ("safe", "acted")]
    assert clock(found.events[1].at) == "2027-01-18 08:00"
    assert found.events[0].waited == timedelta(hours=63, minutes=30).total_seconds()
    assert found.reaches_safety


@pytest.mark.parametrize("limit", [{"deadline": "PT2H"}, {"task": "t"}])
def test_wait_longer_than_the_limit_is_too_late(limit: dict[str, str]) -> None:
    """The limit is the step's own or its task's; the walk goes on when somebody acts, but safety is not reached."""
    plan = plan_of(
        procedure({"id": "a", "agency": "day", **limit}, SAFE),
        tasks=[{"id": "t", "title": "T", "within": "P1D"}],
    )
    found = walk(plan, None, case(FRIDAY))
    assert kinds(found) == ["too-late"]
    assert clock(found.gaps[0].until) == "2027-01-18 08:00"
    assert clock(found.safe_at) == "2027-01-18 08:00"
    assert not found.reaches_safety


def test_wait_that_is_just_as_long_as_the_limit_is_in_time() -> None:
    """At 07:00 an hour is enough, a second less is not."""
    for limit, gaps in (("PT1H", []), ("PT59M59S", ["too-late"])):
        steps = procedure({"id": "a", "agency": "day", "deadline": limit}, SAFE)
        assert kinds(walked(steps, at="2027-01-12T07:00")) == gaps


def test_gap_after_safety_leaves_safety_reached() -> None:
    """What goes wrong when the exposed person is safe already is a gap, but no danger."""
    found = walked(
        procedure({**SAFE, "end": "false"}, {"id": "b", "agency": "day", "deadline": "PT0S"}), at=FRIDAY
    )
    assert kinds(found) == ["too-late"]
    assert found.reaches_safety


def test_agency_that_never_opens_is_nobody_there() -> None:
    """A wait of more than 14 days ends the walk."""
    closed = {"id": "shut", "name": "Shut", "opening_hours": [{"days": ["never"]}]}
    plan = plan_of(procedure({"id": "a", "agency": "shut"}, SAFE), agencies=[closed])
    found = walk(plan, None, case())
    assert kinds(found) == ["nobody-there"]
    assert found.gaps[0].agency == "shut"


def test_hours_that_nobody_told_are_assumed_and_said() -> None:
    """An agency that tells no hours keeps office hours, and each event says that this was assumed."""
    found = walked(procedure({"id": "a", "agency": "silent"}, SAFE), at=FRIDAY)
    assert [event.assumptions for event in found.events] == [("office-hours",), ("office-hours",), ()]


@pytest.mark.parametrize(
    "more",
    [
        {"forbids": ["tell-guardian"]},
        {"steps": "earlier"},
        {"steps": "same"},
    ],
)
def test_forbidden_step_is_passed_over(more: dict[str, Any]) -> None:
    """What the procedure, an earlier step or the step itself forbids is a gap and is not done; the way goes on."""
    told = {"id": "tell", "does": ["tell-guardian"], "takes": "PT5H", "safe": "true"}
    first = {"id": "a", "forbids": ["tell-guardian"]} if more.get("steps") == "earlier" else {"id": "a"}
    if more.get("steps") == "same":
        told["forbids"] = ["tell-guardian"]
    frame = {key: value for key, value in more.items() if key == "forbids"}
    found = walked(procedure(first, told, SAFE, **frame))
    assert trail(found) == [("a", "acted"), ("tell", "skipped-forbidden"), ("safe", "acted")]
    assert kinds(found) == ["forbidden"]
    assert found.gaps[0].detail == "tell-guardian"
    assert found.ended_at == found.began_at
    assert not found.reaches_safety


def test_step_that_is_passed_over_forbids_nothing() -> None:
    """Only steps that are taken forbid what comes after."""
    found = walked(
        procedure(
            {"id": "a", "does": ["tell-guardian"], "forbids": ["tell-guardian", "call-police"]},
            {"id": "b", "does": ["call-police"]},
            SAFE,
        )
    )
    assert trail(found)[1] == ("b", "acted")


def test_handover_passes_the_case_and_needs_a_ground() -> None:
    """The receiver has the case; to another agency without a legal basis is a gap, to itself is none."""
    handed = {"id": "a", "agency": "always", "safe": "true", "end": "true"}
    without = walked(procedure({**handed, "handover": {"receiver": "day"}}))
    assert (kinds(without), without.owner) == (["no-ground"], "day")
    assert without.reaches_safety
    ground = {"receiver": "day", "legal_basis": "§ 1"}
    sound = walked(procedure({**handed, "legal_basis": "§ 2", "handover": ground}))
    assert (kinds(sound), sound.owner) == ([], "day")
    assert sound.events[0].ground == ("§ 2", "§ 1")
    assert sound.events[0].handed_to == "day"
    own = walked(procedure({**handed, "handover": {"receiver": "always"}}))
    assert (kinds(own), own.owner) == ([], "always")


def test_ring_is_a_gap_and_ends() -> None:
    """A step that comes back a fourth time is a ring."""
    found = walked(procedure({"id": "a", "next": [{"step": "b"}]}, {"id": "b", "next": [{"step": "a"}]}))
    assert kinds(found) == ["loop"]
    assert len(found.events) == 6


def test_ring_of_fallbacks_is_a_gap_and_ends() -> None:
    """Out of reach in a ring is a ring too."""
    steps = [{"id": "a", "agency": "day", "fallback": "b"}, {"id": "b", "agency": "day", "fallback": "a"}]
    assert kinds(walked(procedure(*steps), at=FRIDAY)) == ["loop"]


def test_end_without_safety_or_owner_is_two_gaps() -> None:
    """Whoever only wrote something down has made nobody safe, and nobody has the case."""
    found = walked(procedure({"id": "a"}))
    assert kinds(found) == ["not-safe", "no-owner"]
    assert {gap.place for gap in found.gaps} == {"p.a"}


@pytest.mark.parametrize(
    ("expected", "holds"),
    [
        ({"reaches": "day", "within": "PT0S"}, False),
        ({"reaches": "child-welfare", "within": "PT1H"}, True),
        ({"reaches": "day"}, True),
        ({"reaches": "silent"}, False),
        ({"reaches": "receiver", "within": "PT1H"}, True),
        ({"never": "tell-guardian"}, True),
        ({"never": "call-police"}, False),
        ({"safe_within": "PT1H"}, True),
        ({"safe_within": "PT59M"}, False),
        ({"owner": "receiver"}, True),
        ({"owner": "day"}, False),
    ],
)
def test_expectation_holds_or_is_a_gap(expected: dict[str, str], holds: bool) -> None:
    """What a case expects is compared with what happened; an agency of the guide is the plan's that says so."""
    given = {"receiver": "receiver", "legal_basis": "§ 1"}
    steps = procedure(
        {"id": "a", "takes": "PT1H", "does": ["call-police"]},
        {"id": "b", "agency": "day", "safe": "true", "handover": given},
    )
    found = walked(steps, must=(Expectation.model_validate(expected),))
    assert found.held == (holds,)
    assert kinds(found) == ([] if holds else ["expectation"])


def test_expected_safety_that_never_comes_is_a_gap() -> None:
    """A walk that makes nobody safe is not in time."""
    found = walked(procedure({"id": "a", "agency": "always"}), must=(Expectation(safe_within="P1D"),))
    assert kinds(found) == ["not-safe", "expectation"]


def test_steps_that_take_centuries_end_too() -> None:
    """Time stands still at the end of the calendar instead of running out of it."""
    steps = [{"id": f"s{number}", "takes": "P999Y"} for number in range(20)]
    found = walked(procedure(*steps, {"id": "b", "agency": "day"}, SAFE))
    assert found.ended_at.year == 2200


def test_clock_change_passes_in_real_hours() -> None:
    """Two hours after 01:30 in the night when the clocks go forward it is 04:30, and 02:30 when they go back."""
    steps = procedure({"id": "a", "takes": "PT2H"}, SAFE)
    assert clock(walked(steps, at="2027-03-28T01:30").safe_at) == "2027-03-28 04:30"
    assert clock(walked(steps, at="2027-10-31T01:30").safe_at) == "2027-10-31 02:30"


def test_shorter_hours_can_help_where_no_step_tells_its_limit() -> None:
    """Why the law about opening hours is told of plans with limits.

    Acting at once on Friday evening meets a second agency that is closed and too late on Monday; waiting for the first
    agency without a limit until Monday finds both there.
    """
    steps = procedure(
        {"id": "a", "agency": "always"}, {"id": "b", "agency": "day", "deadline": "PT0S", "safe": "true"}
    )
    assert not walked(steps, at=FRIDAY).reaches_safety
    shorter = procedure({**steps["steps"][0], "agency": "day"}, *steps["steps"][1:])
    assert walked(shorter, at=FRIDAY).reaches_safety
