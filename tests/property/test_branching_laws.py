"""Laws of cases played step by step, for any seed: reachable, with one right way, and never against the plan."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.teaching.subjects import from_plan, of_guide, of_plan

from plankit.teaching.branching import branching_cases
from plankit.teaching.exercise import BranchingCase
from plankit.teaching.played import played_cases
from plankit.teaching.spoiling import with_steps
from plankit.teaching.subject import Subject

SEEDS = st.text(alphabet="abc123", min_size=1, max_size=4)
SUBJECTS = st.sampled_from(["fjordvik", "trefjord", "no-vold", "se-vald"])
FEW = settings(max_examples=6)


def subject_of(name: str, seed: str = "1") -> Subject:
    """A subject from a plan or a guide alone."""
    return of_plan(name, seed=seed) if name in ("fjordvik", "trefjord") else of_guide(name, seed=seed)


@lru_cache(maxsize=64)
def cases_of(name: str, seed: str) -> tuple[BranchingCase, ...]:
    """The cases of a subject."""
    return branching_cases(subject_of(name, seed))


def led_to(case: BranchingCase, start: str) -> set[str]:
    """Every point that can be reached from `start`."""
    points = {one.id: one for one in case.points}
    todo, found = [start], set()
    while todo:
        name = todo.pop()
        if name not in found:
            found.add(name)
            todo += [turn.leads for turn in points[name].turns if turn.leads is not None]
    return found


@FEW
@given(name=SUBJECTS, seed=SEEDS)
def test_every_point_is_reached_and_the_end_from_every_point(name: str, seed: str) -> None:
    """Nobody gets stuck, and nothing was made that nobody sees."""
    for case in cases_of(name, seed):
        ends = {one.id for one in case.points if not one.turns}
        assert len(ends) == 1
        assert led_to(case, case.start) == {one.id for one in case.points}
        assert all(ends & led_to(case, one.id) for one in case.points)


@FEW
@given(name=SUBJECTS, seed=SEEDS)
def test_exactly_one_way_follows_the_plan_and_no_two_ways_are_the_same(name: str, seed: str) -> None:
    """At each point there is one right answer, and one at least that is not."""
    for case in cases_of(name, seed):
        for point in case.points:
            if point.turns:
                assert [turn.follows_plan for turn in point.turns].count(True) == 1
                assert len({turn.text.casefold() for turn in point.turns}) == len(point.turns) > 1


@FEW
@given(seed=SEEDS)
def test_no_wrong_way_is_a_step_that_the_plan_can_lead_to(seed: str) -> None:
    """No step within reach of the case, and no action that a step of it takes, is ever marked as wrong."""
    subject = subject_of("fjordvik", seed)
    played = {one.id: one for one in played_cases(subject)}
    for case in cases_of("fjordvik", seed):
        one = played[case.case]
        allowed = {
            subject.names.text(node.step.what).casefold()
            for node in one.nodes.values()
            if id(node) in one.within_reach
        }
        taken = {action for beat in one.beats for action in beat.node.does}
        allowed |= {f"{subject.names.action(action)}.".casefold() for action in taken}
        wrong = {
            turn.text.casefold() for point in case.points for turn in point.turns if not turn.follows_plan
        }
        assert not wrong & allowed


@FEW
@given(name=SUBJECTS, seed=SEEDS)
def test_the_same_seed_gives_the_same_cases(name: str, seed: str) -> None:
    """Chance is the seed's alone."""
    assert branching_cases(subject_of(name, seed)) == cases_of(name, seed)


def test_another_seed_gives_other_cases_or_another_order() -> None:
    """A second session is not the first again."""
    assert cases_of("fjordvik", "1") != cases_of("fjordvik", "2")


def test_a_step_that_says_something_else_changes_the_case() -> None:
    """Change the plan, and the answer changes with it."""
    subject = subject_of("fjordvik")
    changed = with_steps(
        subject.reading.plan, "pro-barn", lambda one: one.model_copy(update={"what": f"Ny rutine {one.id}."})
    )
    other = replace(from_plan(changed, subject.guide), seed=subject.seed)
    right = {
        turn.text
        for case in branching_cases(other)
        for point in case.points
        for turn in point.turns
        if turn.follows_plan
    }
    assert any(text.startswith("Ny rutine") for text in right)
    assert branching_cases(other) != cases_of("fjordvik", "1")
