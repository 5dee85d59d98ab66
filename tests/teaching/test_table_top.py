"""A table-top exercise: news to agencies, and what the plan expects of each."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.teaching.subjects import GUIDES, PLANS, from_plan, of_guide, of_plan

from plankit.teaching.complications import complications
from plankit.teaching.observing import SCALE, criteria
from plankit.teaching.played import played_cases
from plankit.teaching.spoiling import with_steps
from plankit.teaching.table_top import FEWEST, LENGTHS, MOST, table_top
from plankit.walks.walking import walk_prepared


@pytest.mark.parametrize("minutes", [45, 90, 180])
def test_table_top_fits_into_the_session_and_leaves_time_to_talk(minutes: int) -> None:
    """The news come in order, and a third of the time is left after the last."""
    made = table_top(of_plan("fjordvik", minutes=minutes))
    assert made is not None
    times = [one.after for one in made.injects]
    assert FEWEST <= len(made.injects) <= MOST[minutes]
    assert made.minutes == LENGTHS[minutes]
    assert times == sorted(set(times))
    assert times[-1] < made.minutes * 2 // 3


def test_table_top_crosses_agencies_and_begins_with_who_discovers_it() -> None:
    """At least three parties are at the table, and the first news is to the one who discovers it."""
    made = table_top(of_plan("fjordvik", "en"))
    assert made is not None
    assert len(made.agencies) >= 3
    assert made.injects[0].agency == made.agencies[0]
    assert made.injects[0].text.startswith(made.story)


def test_table_top_expects_what_the_plan_says_with_its_place() -> None:
    """Each piece of news has an answer and where it stands."""
    subject = of_plan("fjordvik", "en")
    made = table_top(subject)
    assert made is not None
    steps = {f"{one.id}.{step.id}" for one in subject.reading.plan.procedures for step in one.all_steps()}
    for one in made.injects:
        assert one.expected
        assert any(pointer.id in steps for pointer in one.pointers)


def test_table_top_of_a_plan_with_a_gap_tells_it_apart_from_the_news() -> None:
    """What the plan does not answer is for whoever leads, not for the table."""
    subject = of_plan("fjordvik", "en")
    plan = subject.reading.plan
    for procedure in plan.procedures:
        plan = with_steps(plan, procedure.id, lambda one: one.model_copy(update={"safe": None}))
    made = table_top(from_plan(plan, subject.guide, "en"))
    assert made is not None
    gaps = [gap for one in made.injects for gap in one.gaps]
    assert any("before the exposed person is safe" in gap for gap in gaps)
    assert not any(gap in one.text for one in made.injects for gap in gaps)


def test_complications_are_answered_by_the_plan() -> None:
    """A complication whose step the plan does not take when it is walked so is none."""
    subject = of_plan("fjordvik")
    found = 0
    for played in played_cases(subject)[:12]:
        own = {(one.procedure, one.step) for one in played.walk.events}
        for one in complications(subject, played):
            found += 1
            again = walk_prepared(subject.ready, one.played.case)
            assert (one.beat.event.procedure, one.beat.event.step) in {
                (e.procedure, e.step) for e in again.events
            }
            assert (one.beat.event.procedure, one.beat.event.step) not in own
            assert len(again.gaps) <= len(played.walk.gaps)
            assert "{" not in one.text
    assert found


def test_complications_of_a_plan_without_fallbacks_do_not_take_the_leader_away() -> None:
    """Where the plan has no answer, the exercise does not pretend that it has one."""
    subject = of_plan("fjordvik")
    plan = subject.reading.plan
    for procedure in plan.procedures:
        plan = with_steps(plan, procedure.id, lambda one: one.model_copy(update={"fallback": None}))
    bare = from_plan(plan, subject.guide)
    for played in played_cases(bare):
        for one in complications(bare, played):
            assert one.played.case.leader_reachable is played.case.leader_reachable


def test_observers_look_for_every_expected_action_once() -> None:
    """The observer's form has a line for each, with the minute and the place."""
    made = table_top(of_plan("fjordvik"))
    assert made is not None
    lines = criteria(made)
    assert [one.text for one in lines] == [each for one in made.injects for each in one.expected]
    assert all(one.places for one in lines)
    assert [code for code, _ in SCALE] == ["seen", "partly", "not"]


@pytest.mark.parametrize("language", ["nb", "nn", "sv", "en"])
@pytest.mark.parametrize("name", PLANS)
def test_table_top_of_every_plan_in_every_language_is_made(name: str, language: str) -> None:
    """Plans without procedures get what the guide asks for, and the gap that nobody does it."""
    made = table_top(of_plan(name, language))
    assert made is not None
    assert all(one.text and one.agency and one.clock for one in made.injects)


@pytest.mark.parametrize("language", ["nb", "nn", "sv", "en"])
@pytest.mark.parametrize("name", GUIDES)
def test_table_top_of_a_guide_alone_has_no_gaps_of_a_plan(name: str, language: str) -> None:
    """There is no plan that could lack something."""
    made = table_top(of_guide(name, language))
    assert made is not None
    assert not any(one.gaps for one in made.injects)


def test_table_top_is_the_same_for_the_same_seed() -> None:
    """Chance is the seed's alone."""
    assert table_top(of_plan("fjordvik", seed="4")) == table_top(of_plan("fjordvik", seed="4"))


def test_table_top_of_an_audience_is_on_a_case_for_it() -> None:
    """The lesson of the case is for the audience, where there is one."""
    made = table_top(of_guide("no-vold", audience="council"))
    assert made is not None
    assert not made.audiences or "council" in made.audiences


def test_table_top_without_any_case_is_none() -> None:
    """Nothing to play, no exercise."""
    subject = of_guide("no-vold")
    guide = subject.guide.model_copy(update={"cases": ()})
    assert (
        table_top(
            replace(
                from_plan(subject.reading.plan, type(guide).model_construct(**dict(guide))), has_plan=False
            )
        )
        is None
    )
