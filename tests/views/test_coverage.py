"""What is said of a plan and its guide: nothing is met without a place to point at."""

from __future__ import annotations

import pytest
from tests.views.conftest import ReadPlan

from plankit.views.coverage import State, coverage, tally


def states(read_plan: ReadPlan, kinds: str) -> dict[str, tuple[State, tuple[str, ...]]]:
    """State and places of each requirement, by its id."""
    return {one.requirement.id: (one.state, one.where) for one in coverage(read_plan(kinds, guide=True))}


def test_coverage_of_an_empty_plan_meets_nothing(read_plan: ReadPlan) -> None:
    """A plan with a title only answers no requirement that a rule decides."""
    assert {state for state, _ in states(read_plan, "").values()} <= {State.NOT_MET, State.NEEDS_A_PERSON}


def test_coverage_never_says_met_without_a_place(read_plan: ReadPlan) -> None:
    """Met, partly and judged answers always point somewhere."""
    found = states(read_plan, "areas: [{id: a, name: A}]\nmeasures: [{id: m, title: T, areas: a}]\n")
    assert all(
        where for state, where in found.values() if state in (State.MET, State.PARTLY, State.NEEDS_A_PERSON)
    )


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("{state: met, where: m}", (State.MET, ("m",))),
        ("{state: partly, where: m, reason: Halvt}", (State.PARTLY, ("m",))),
        ("{state: met}", (State.NOT_MET, ())),
        ("{state: not-applicable, reason: Én kommune}", (State.NOT_APPLICABLE, ())),
        ("{state: not-applicable}", (State.NOT_MET, ())),
        ("{state: not-met}", (State.NOT_MET, ())),
    ],
)
def test_coverage_takes_an_outright_answer_only_with_what_it_needs(
    read_plan: ReadPlan, answer: str, expected: tuple[State, tuple[str, ...]]
) -> None:
    """Met needs a place, not applicable needs a reason; without it the requirement is open."""
    given = answer.replace("{state", "{requirement: hearing-held, state")
    kinds = f"measures: [{{id: m, title: T}}]\nanswers: [{given}]\n"
    assert states(read_plan, kinds)["hearing-held"] == expected


def test_coverage_without_a_guide_says_nothing(read_plan: ReadPlan) -> None:
    """There is nothing to answer."""
    assert coverage(read_plan("")) == ()


def test_tally_counts_each_requirement_once(read_plan: ReadPlan) -> None:
    """The counts of all states add up to the number of requirements."""
    answers = coverage(read_plan("", guide=True))
    assert sum(tally(answers).values()) == len(answers)
