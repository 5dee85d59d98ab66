"""A gap hunt: every planted place is found by plankit's own rules in the copy, and in the plan itself is not."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from pathlib import Path

import pytest
from tests.teaching.subjects import DAY, EXAMPLES, GUIDES, PLANS, from_plan, of_guide, of_plan

from plankit.kits import bench_of, write_kit
from plankit.loading import load
from plankit.model.procedure import Step
from plankit.teaching.exercise import Hunt
from plankit.teaching.gap_hunt import MOST, NOTICE, gap_hunt
from plankit.teaching.kit import Kit
from plankit.teaching.spoiled_entries import NO_NUMBER, entries_spoiled
from plankit.teaching.spoiled_ways import ways_spoiled
from plankit.teaching.spoiling import with_fields, with_steps


@lru_cache(maxsize=8)
def hunt_of(name: str, language: str = "nb", seed: str = "1", minutes: int = 180) -> Hunt | None:
    """The proven hunt of an example plan."""
    subject = of_plan(name, language, seed=seed, minutes=minutes)
    return gap_hunt(subject, bench_of(subject))


def _codes(folder: Path) -> Counter[str]:
    return Counter(one.code for one in load(folder, today=DAY).findings)


def test_gap_hunt_of_the_example_is_found_in_the_files_of_the_copy(tmp_path: Path) -> None:
    """The files are a plan, and `plankit check` finds each planted place in it and not in the plan itself."""
    hunt = hunt_of("fjordvik")
    assert hunt is not None
    write_kit(Kit(subject=of_plan("fjordvik"), hunt=hunt), tmp_path / "kit", parts=("gap-hunt",))
    before = _codes(EXAMPLES / "fjordvik")
    after = _codes(tmp_path / "kit" / "facilitator" / "gap-hunt" / "plan")
    for one in hunt.planted:
        assert all(after[code] > before[code] for code in one.codes), one.what
    strange = set(after - before) - {code for one in hunt.planted for code in one.codes}
    assert not {code for code in strange if code.startswith("PK0")}


def test_gap_hunt_says_first_that_it_is_spoiled_on_purpose() -> None:
    """The notice stands on the front of the copy, in the language of the kit."""
    hunt = hunt_of("fjordvik", "en")
    assert hunt is not None
    assert NOTICE in dict(hunt.files)["plan.yaml"].replace("\n    ", " ")


def test_gap_hunt_leaves_the_plan_itself_as_it_is() -> None:
    """Spoiling is done to a copy."""
    subject = of_plan("fjordvik")
    before = subject.reading.plan.model_dump_json()
    gap_hunt(subject, bench_of(subject))
    assert subject.reading.plan.model_dump_json() == before


@pytest.mark.parametrize("minutes", [45, 90, 180])
def test_gap_hunt_of_the_example_has_as_many_places_as_there_is_time_for(minutes: int) -> None:
    """Six to ten, each of an entry of its own, numbered from one."""
    hunt = hunt_of("fjordvik", "nb", "2", minutes)
    assert hunt is not None
    assert [one.number for one in hunt.planted] == list(range(1, MOST[minutes] + 1))
    assert len({one.pointers[0].id for one in hunt.planted}) == len(hunt.planted)


def test_gap_hunt_shows_each_spoiled_passage_among_sound_ones() -> None:
    """The sheet has about as many sound passages as spoiled ones, and the key is in none of them."""
    hunt = hunt_of("fjordvik")
    assert hunt is not None
    assert len(hunt.planted) < len(hunt.sheet) <= 2 * len(hunt.planted)
    assert not any(one.what in text for one in hunt.planted for _, text in hunt.sheet)


def test_gap_hunt_changes_a_number_only_to_one_that_nobody_can_have() -> None:
    """A copy that goes astray must not lead anybody to a wrong number."""
    for seed in ("1", "2", "3"):
        hunt = hunt_of("fjordvik", "nb", seed)
        assert hunt is not None
        for one in hunt.planted:
            if "PK505" in one.codes:
                assert one.now == NO_NUMBER


def test_every_place_that_the_example_can_be_spoiled_at_is_a_change() -> None:
    """What a place shows before and after is not the same, so that there is something to find."""
    subject = of_plan("fjordvik")
    plan = subject.reading.plan
    every = [*ways_spoiled(subject), *entries_spoiled(subject)]
    kinds = {one.kind for one in every}
    assert {
        "fallback",
        "night",
        "ban",
        "ground",
        "accountable",
        "owner",
        "deadline",
        "duty",
        "number",
    } <= kinds
    for one in every:
        assert one.shows(plan) != one.shows(one.change(plan)), one.at


def test_a_place_whose_rule_does_not_fire_anew_is_not_used() -> None:
    """Where no step of a case has a time limit, nobody misses the fallback: that place is not planted."""
    subject = of_plan("fjordvik", "en")
    plan = with_fields(subject.reading.plan, cases=())

    def alone(step: Step) -> Step:
        return step.model_copy(update={"agency": None, "actor": "discoverer"})

    for procedure in plan.procedures:
        plan = with_steps(plan, procedure.id, alone)
    there = from_plan(plan, subject.guide, "en", minutes=180)
    hunt = gap_hunt(there, bench_of(there))
    assert hunt is not None
    assert not any("when nobody answers" in one.what for one in hunt.planted)


@pytest.mark.parametrize("name", PLANS)
def test_gap_hunt_of_every_plan_is_proven(name: str) -> None:
    """However little a plan says, each planted place is found anew; with nothing to spoil there is no hunt."""
    subject = of_plan(name, "sv")
    hunt = gap_hunt(subject, bench_of(subject))
    if hunt is None:
        return
    copy = [dict(hunt.files)]
    assert copy[0]["plan.yaml"]
    assert all(one.what and one.hint and one.codes for one in hunt.planted)


@pytest.mark.parametrize("name", GUIDES)
def test_gap_hunt_of_a_guide_alone_is_none(name: str) -> None:
    """There is no plan to spoil."""
    assert gap_hunt(of_guide(name)) is None


def test_gap_hunt_is_the_same_for_the_same_seed_and_another_for_another() -> None:
    """Chance is the seed's alone."""
    again = of_plan("fjordvik", minutes=180)
    assert gap_hunt(again, bench_of(again)) == hunt_of("fjordvik")
    assert hunt_of("fjordvik", "nb", "3") != hunt_of("fjordvik")


def test_gap_hunt_without_a_bench_has_no_files() -> None:
    """What nobody proved is not written as a plan."""
    hunt = gap_hunt(of_plan("fjordvik"))
    assert hunt is not None
    assert hunt.files == ()
