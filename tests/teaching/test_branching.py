"""Cases played step by step: what is right and what is wrong at a point comes from the plan."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.teaching.subjects import GUIDES, PLANS, from_plan, of_guide, of_plan, taught

from plankit.model.case import Expectation
from plankit.model.guide import Guide, GuideCase
from plankit.model.plan import Plan
from plankit.teaching.branching import MOST_CASES, MOST_POINTS, MOST_WRONG, branching_cases
from plankit.teaching.exercise import BranchingCase, Turn
from plankit.teaching.played import played_cases
from plankit.teaching.spoiling import with_fields, with_steps
from plankit.teaching.subject import Subject
from plankit.teaching.turns import wrong_turns

FRIDAY = "case-friday-school"


def only(subject: Subject, *cases: str) -> Subject:
    """The same subject, whose guide has only these cases and whose plan has none of its own."""
    guide = subject.guide.model_copy(
        update={"cases": tuple(one for one in subject.guide.cases if one.id in cases)}
    )
    plan = with_fields(subject.reading.plan, cases=())
    made = from_plan(plan, Guide.model_construct(**dict(guide)), subject.language)
    return replace(made, has_plan=subject.has_plan)


def turns_of(case: BranchingCase) -> list[Turn]:
    """Every turn of a case."""
    return [turn for point in case.points for turn in point.turns]


def test_branching_of_a_step_with_a_fallback_offers_to_wait_for_whoever_is_shut() -> None:
    """On a Friday at half past four child welfare is closed; to wait for it is wrong, and the fallback is right."""
    (case,) = branching_cases(only(of_plan("fjordvik", "en"), FRIDAY))
    wrong = next(turn for turn in turns_of(case) if "can be reached" in turn.text)
    assert not wrong.follows_plan
    assert "is not there before Monday" in wrong.feedback
    right = [
        turn.text
        for point in case.points
        if wrong in point.turns
        for turn in point.turns
        if turn.follows_plan
    ]
    assert right == ["Utenfor kontortid ringer du barnevernvakta."]


def test_branching_of_a_forbidden_action_points_at_the_place_that_forbids_it() -> None:
    """`tell-guardian` is offered, is wrong, and its feedback names the step that forbids it."""
    subject = only(of_plan("fjordvik", "en"), FRIDAY)
    (played,) = played_cases(subject)
    first = wrong_turns(subject, played, played.beats[0])
    told = next(one for one in first if one.text == "Choose to tell guardians.")
    assert [one.id for one in told.pointers] == ["pro-barn.akutt-ring"]


def test_branching_of_a_plan_that_no_longer_forbids_does_not_offer_the_action_as_wrong() -> None:
    """What the plan does not rule out is never marked as wrong."""
    subject = only(of_plan("fjordvik", "en"), FRIDAY)
    plan = with_steps(subject.reading.plan, "pro-barn", lambda one: one.model_copy(update={"forbids": ()}))
    bare = from_plan(plan, subject.guide, "en")
    assert not any("guardians" in turn.text for case in branching_cases(bare) for turn in turns_of(case))


def test_branching_of_waiting_is_wrong_only_where_the_limit_passes_meanwhile() -> None:
    """With a limit of two weeks there is time until Monday, so that waiting is not offered."""
    subject = only(of_plan("fjordvik", "en"), FRIDAY)

    def slow(plan: Plan) -> Plan:
        return with_steps(
            plan, "pro-barn", lambda one: one.model_copy(update={"deadline": "P14D", "task": None})
        )

    texts = [turn.text for case in branching_cases(subject) for turn in turns_of(case)]
    assert any(text.startswith("Wait until office hours") for text in texts)
    slowed = from_plan(slow(subject.reading.plan), subject.guide, "en")
    texts = [turn.text for case in branching_cases(slowed) for turn in turns_of(case)]
    assert not any(text.startswith("Wait until office hours") for text in texts)


def test_branching_never_calls_it_wrong_to_ask_for_help_at_once() -> None:
    """What some procedure tells somebody to do is never offered as a wrong way, least of all a call for help."""
    steps = {
        " ".join(of_plan("fjordvik", "nb").reading.text(step.what).split())
        for one in of_plan("fjordvik").reading.plan.procedures
        for step in one.all_steps()
    }
    for seed in ("1", "2", "3"):
        for case in branching_cases(of_plan("fjordvik", "nb", seed=seed)):
            for turn in turns_of(case):
                assert turn.follows_plan or "112" not in turn.text, turn.text
                assert turn.follows_plan or turn.text not in steps, turn.text


def test_branching_of_a_gap_asks_what_the_group_would_do() -> None:
    """Where the fallback is gone nobody answers on a Friday afternoon; the case says so and asks."""
    subject = only(of_plan("fjordvik", "en"), FRIDAY)
    plan = with_steps(subject.reading.plan, "pro-barn", lambda one: one.model_copy(update={"fallback": None}))
    (case,) = branching_cases(from_plan(plan, subject.guide, "en"))
    assert case.gaps
    assert any("The plan does not answer here" in point.text for point in case.points)


def test_branching_of_a_guide_alone_asks_for_what_the_case_must_reach() -> None:
    """The first point is the most urgent that the case asks for."""
    (case,) = branching_cases(only(of_guide("no-vold", "en"), FRIDAY))
    assert [turn.text for turn in case.points[0].turns if turn.follows_plan] == [
        "See to it that “Police” has the case at once."
    ]
    assert case.gaps == ()


def test_branching_of_a_guide_alone_says_why() -> None:
    """A right way tells why it is asked for; a forbidden one tells what the guide says of the action."""
    subject = only(of_guide("no-vold", "en"), FRIDAY)
    (case,) = branching_cases(subject)
    turns = turns_of(case)
    assert any(one.feedback.startswith("Whoever has not heard of it") for one in turns if one.follows_plan)
    told = next(subject.names.text(one.text) for one in subject.guide.actions if one.id == "tell-guardian")
    forbidden = [one for one in turns if one.text == "Choose to tell guardians."]
    assert told
    assert forbidden
    assert all(f"Nobody may do this in this case: “{told.rstrip('.')}”" in one.feedback for one in forbidden)


def test_branching_of_a_case_that_does_not_say_it_is_made_up_leaves_it_out() -> None:
    """No real case is played."""
    subject = only(of_guide("no-vold", "en"), FRIDAY)
    told = subject.guide.cases[0].model_copy(update={"fictional": None})
    guide = Guide.model_construct(**{**dict(subject.guide), "cases": (told,)})
    assert branching_cases(replace(from_plan(subject.reading.plan, guide), has_plan=False)) == ()


def test_branching_of_a_case_for_others_is_left_out() -> None:
    """A case whose lesson is for somebody else is not in the kit of this audience."""
    for name in GUIDES:
        for case in branching_cases(of_guide(name, audience="council")):
            lesson = next((one for one in taught(name).case_lessons if one.case == case.case), None)
            assert lesson is None or not lesson.audiences or "council" in lesson.audiences


def test_branching_says_its_warning_and_how_long_it_takes() -> None:
    """Every case has a warning before it, whether it has a lesson or not."""
    for case in branching_cases(of_plan("fjordvik")):
        assert case.warning
        assert 5 < case.minutes <= 5 + 2 * MOST_POINTS


@pytest.mark.parametrize("language", ["nb", "nn", "sv", "en"])
@pytest.mark.parametrize("name", PLANS)
def test_branching_of_every_plan_in_every_language_is_made(name: str, language: str) -> None:
    """No plan crashes it, however little it says."""
    for case in branching_cases(of_plan(name, language)):
        assert all(point.text and point.clock for point in case.points)
        assert all(turn.text and turn.feedback for turn in turns_of(case))


@pytest.mark.parametrize("language", ["nb", "nn", "sv", "en"])
@pytest.mark.parametrize("name", GUIDES)
def test_branching_of_a_guide_alone_has_enough_cases(name: str, language: str) -> None:
    """Both guides have cases enough for a kit."""
    cases = branching_cases(of_guide(name, language))
    assert len(cases) == MOST_CASES
    assert all(2 < len(point.turns) + 1 <= MOST_WRONG + 2 for case in cases for point in case.points[:-1])


def test_branching_of_a_case_without_anything_to_reach_has_no_points() -> None:
    """A guide's case that asks for nothing cannot be played without a plan."""
    subject = only(of_guide("no-vold", "en"), FRIDAY)
    told: GuideCase = subject.guide.cases[0].model_copy(
        update={"must": (Expectation(never="tell-guardian"),)}
    )
    guide = Guide.model_construct(**{**dict(subject.guide), "cases": (told,)})
    assert branching_cases(replace(from_plan(subject.reading.plan, guide), has_plan=False)) == ()
