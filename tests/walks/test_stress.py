"""Every combination: counted like one by one, with the smallest case of each gap."""

from __future__ import annotations

from collections import Counter
from itertools import product
from typing import Any

import pytest
from tests.walks.building import SAFE_STEP, guide_of, plan_of, procedure, ready

from plankit.walks.cases import case_text, read_case_text
from plankit.walks.player import play
from plankit.walks.prepared import Prepared, prepare
from plankit.walks.stress import MOMENTS, NAMES, Stress, stress, vocabularies
from plankit.walks.walking import walk_prepared

LEADER = procedure(
    {
        "id": "ask",
        "actor": "leader",
        "next": [{"step": "night", "when": {"hours": ["night", "weekend"]}}, {"step": "ring"}],
    },
    {"id": "ring", "agency": "day", "deadline": "PT1H", "fallback": "night", "next": [{"step": "safe"}]},
    {"id": "night", "agency": "day", "deadline": "PT0S", "handover": {"receiver": "silent"}},
    SAFE_STEP,
    starts={"exposed": "child", "suspects": ["guardian"], "adaptations": ["sign"]},
)
EVERYBODY = {**procedure(SAFE_STEP), "id": "q", "starts": {"doors": "clinic"}, "applies_to": ["here"]}
PARTICIPANTS = [{"id": "here", "name": "Here"}, {"id": "there", "name": "There"}]


def one_by_one(ready: Prepared) -> tuple[int, int, Counter[tuple[str, str | None]], dict[str, Counter[str]]]:
    """Cases, safe ones, gaps by kind and place, and safe ones by dimension and value: every combination played."""
    found = vocabularies(ready)
    cases = safe = 0
    gaps: Counter[tuple[str, str | None]] = Counter()
    by: dict[str, Counter[str]] = {name: Counter() for name in NAMES}
    for values in product(*(one.values for one in found.dimensions)):
        walk = walk_prepared(ready, found.case(values))
        cases += 1
        gaps.update({(gap.kind, gap.place) for gap in walk.gaps})
        if walk.reaches_safety:
            safe += 1
            for name, value in zip(NAMES, values, strict=True):
                by[name][value or ""] += 1
    return cases, safe, gaps, by


def agrees(found: Stress, ready: Prepared) -> None:
    """The figures of a stress are those of every combination played one by one."""
    cases, safe, gaps, by = one_by_one(ready)
    assert (found.cases, found.safe) == (cases, safe)
    assert {(one.kind, one.gap.place): one.count for one in found.gaps} == gaps
    shares = {"exposed": found.by_exposed, "door": found.by_door, "severity": found.by_severity}
    shares |= {"moment": found.by_moment, "leader": found.by_leader}
    for name, told in shares.items():
        assert {one.value: one.safe for one in told if one.safe} == by[name]
        assert sum(one.cases for one in told) == cases


def test_stress_counts_like_every_combination_one_by_one() -> None:
    """Playing one of those that no condition tells apart gives the same figures as playing each."""
    plan = ready(LEADER, EVERYBODY, participants=PARTICIPANTS)
    found = stress(plan)
    agrees(found, plan)
    assert 0 < found.safe < found.cases
    assert found.played < found.cases


def test_values_are_the_guide_s_and_what_the_plan_adds() -> None:
    """Target groups are those that somebody names; doors, suspects and adaptations are all of the guide's."""
    plan = ready(procedure(SAFE_STEP, starts={"exposed": "child", "doors": "harbour"}))
    values = {one.name: one.values for one in vocabularies(plan).dimensions}
    assert values["exposed"] == ("child",)
    assert values["door"] == ("school", "clinic", "harbour")
    assert values["severity"] == ("acute-serious", "serious", "concern")
    assert values["suspect"] == (None, "guardian", "partner")
    assert values["adaptation"] == (None, "interpreter", "sign")
    assert values["leader"] == ("reachable", "out-of-reach")
    assert values["participant"] == (None,)
    assert values["moment"] == MOMENTS


def test_groups_that_nobody_names_are_all_walked() -> None:
    """A plan that names no target group is meant for all of the guide's."""
    values = {one.name: one.values for one in vocabularies(ready(procedure(SAFE_STEP))).dimensions}
    assert values["exposed"] == ("child", "adult")


def test_plan_without_guide_is_walked_with_its_own_words() -> None:
    """Without lists there is one value of each, so that the hours are walked all the same."""
    plan = prepare(plan_of(procedure(SAFE_STEP)), None)
    found = stress(plan)
    assert (found.cases, found.safe) == (3 * 2 * len(MOMENTS),) * 2


def test_smallest_case_has_the_fewest_unusual_values() -> None:
    """Of all cases that show a gap, none differs in fewer keys from the usual ones."""
    plan = ready(LEADER, EVERYBODY, participants=PARTICIPANTS)
    vocabulary = vocabularies(plan)
    usual = [one.values[0] for one in vocabulary.dimensions]
    for found in stress(plan).gaps:
        least = min(
            sum(value != first for value, first in zip(values, usual, strict=True))
            for values in product(*(one.values for one in vocabulary.dimensions))
            if (found.kind, found.gap.place)
            in {(gap.kind, gap.place) for gap in walk_prepared(plan, vocabulary.case(values)).gaps}
        )
        mine = (
            found.case.exposed,
            found.case.door,
            found.case.severity,
            found.case.suspect,
            found.case.adaptations[0] if found.case.adaptations else None,
            "reachable" if found.case.leader_reachable else "out-of-reach",
            found.case.participant,
            next(key for key, at in vocabulary.times.items() if at == found.case.at),
        )
        assert sum(value != first for value, first in zip(mine, usual, strict=True)) == least


def test_smaller_case_that_comes_later_replaces_the_first() -> None:
    """An adult is one unusual value; a child whose guardian is suspected and who needs signs is two, but comes first."""
    ways = [
        {"step": "bad", "when": {"suspects": "guardian", "adaptations": "sign"}},
        {"step": "bad", "when": {"exposed": "adult"}},
        {"step": "safe"},
    ]
    steps = procedure({"id": "a", "next": ways}, {"id": "bad", "agency": "always", "end": "true"}, SAFE_STEP)
    named = {"id": "c", "title": "C", "door": "school", "severity": "serious", "at": "tue 10:00"}
    cases = [{**named, "exposed": "child"}, {**named, "id": "d", "exposed": "adult"}]
    (found,) = stress(ready(steps, cases=cases)).gaps
    assert (found.kind, found.case.exposed, found.case.suspect) == ("not-safe", "adult", None)


def test_every_reported_case_meets_its_gap_when_walked_again() -> None:
    """The text of a reported case is enough to see the gap again."""
    plan = ready(LEADER, EVERYBODY, participants=PARTICIPANTS)
    found = stress(plan).gaps
    assert len(found) >= 4
    for one in found:
        again = walk_prepared(plan, read_case_text(plan, case_text(one.case)))
        assert one.gap in again.gaps


def test_gaps_are_ordered_by_kind_and_count() -> None:
    """The gravest kind comes first, so that the list reads from the top."""
    found = stress(ready(LEADER, EVERYBODY, participants=PARTICIPANTS)).gaps
    assert [one.kind for one in found][:2] == ["no-procedure", "nobody-there"]
    assert stress(ready(LEADER, EVERYBODY, participants=PARTICIPANTS)).gaps == found


@pytest.mark.parametrize(("country", "holiday"), [("NO", "2027-01-01"), ("SE", "2027-01-01"), ("XX", "")])
def test_moments_are_days_of_the_country(country: str, holiday: str) -> None:
    """The hours are found from the plan's first day on; a country without known holidays has none to walk."""
    times = vocabularies(ready(procedure(SAFE_STEP), country=country)).times
    days = {key: at.date() for key, at in times.items()}
    assert str(days.get("holiday 12:00", "")) == holiday
    assert days["tue 10:00"].weekday() == days["tue 20:00"].weekday() == 1
    assert days["fri 16:30"].weekday() == 4
    assert days["sat 03:00"].weekday() == 5
    assert days["sun 12:00"].weekday() == 6


def test_leader_that_no_step_needs_is_played_once() -> None:
    """What cannot matter is not played twice, and counts twice."""
    plan: dict[str, Any] = procedure(SAFE_STEP)
    assert stress(ready(plan)).played == len(MOMENTS)
    assert play(ready(plan), stress_case(ready(plan))).reached


def stress_case(ready: Prepared) -> Any:
    """The usual case."""
    found = vocabularies(ready)
    return found.case([one.values[0] for one in found.dimensions])


def test_country_of_guide_decides_holidays() -> None:
    """6 January is a public holiday in Sweden and none in Norway."""
    plan = plan_of(procedure({"id": "a", "agency": "day", "deadline": "PT8H"}, SAFE_STEP))
    for country, gaps in (("SE", 1), ("NO", 0)):
        made = prepare(plan, guide_of(country))
        case = read_case_text(made, "exposed=child door=school severity=serious at=2027-01-06T09:00")
        assert len(walk_prepared(made, case).gaps) == gaps
