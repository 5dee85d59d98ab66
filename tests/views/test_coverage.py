"""What is said of a plan and its guide: nothing is met without a place to point at."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.views.conftest import ReadPlan

import plankit
from plankit.views.coverage import State, coverage, open_by_step, tally
from plankit.views.reading import Reading


def states(read_plan: ReadPlan, kinds: str) -> dict[str, tuple[State, tuple[str, ...]]]:
    """State and places of each requirement, by its id."""
    return {one.requirement.id: (one.state, one.where) for one in coverage(read_plan(kinds, guide=True))}


def test_coverage_of_an_empty_plan_meets_nothing(read_plan: ReadPlan) -> None:
    """A plan with a title only answers no requirement that a rule decides."""
    assert {state for state, _ in states(read_plan, "").values()} <= {
        State.NOT_MET,
        State.NEEDS_A_PERSON,
        State.NOT_APPLICABLE,
    }


def test_coverage_never_says_met_without_a_place(read_plan: ReadPlan) -> None:
    """Met and partly met always point somewhere."""
    found = states(read_plan, "areas: [{id: a, name: A}]\nmeasures: [{id: m, title: T, areas: a}]\n")
    assert all(where for state, where in found.values() if state in (State.MET, State.PARTLY))


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


GUIDE = """
guide: {id: g, edition: '1', title: Guide, language: en}
steps: [{id: step-1, phase: one, number: '1', title: First}, {id: step-2, phase: one, number: '2', title: Second}]
phases: [{id: one, title: One}]
requirements:
- {id: owned, step: step-2, title: Owned, text: T., force: must, decided_by: rule, rules: PK201, evidence: measures}
- {id: judged, title: Judged, text: T., force: must, decided_by: both, rules: PK205, evidence: measures, question: 'Q?'}
- {id: seen, title: Seen, text: T., force: must, decided_by: person, question: 'Q?'}
- {id: noted, step: step-1, title: Noted, text: T., force: must, decided_by: rule, evidence: measures.number}
- {id: joint, title: Joint, text: T., force: must, decided_by: rule, evidence: indicators, applies_when: shared}
"""


@pytest.fixture
def checked(tmp_path: Path) -> Callable[[str], Reading]:
    """Reads and checks a plan from the text of its kinds, with a small guide whose rules are plankit's own."""
    (tmp_path / "packs" / "g").mkdir(parents=True)
    (tmp_path / "packs" / "g" / "guide.yaml").write_text(GUIDE, encoding="utf-8")
    (tmp_path / "plan").mkdir()

    def read(kinds: str) -> Reading:
        frame = "plan: {id: p, title: P, language: en, guide: {id: g, edition: '1'}}\n"
        (tmp_path / "plan" / "plan.yaml").write_text(frame + kinds, encoding="utf-8")
        loaded = plankit.load(tmp_path / "plan", packs=tmp_path / "packs")
        assert loaded.plan is not None
        assert loaded.guide is not None
        return Reading(loaded.plan, loaded.guide, "en", loaded.findings)

    return read


_OWNED = "agencies: [{id: a, name: A}]\nmeasures:\n- {id: m, title: T, number: '1', deadline: 2027, responsible: a}\n"


def test_coverage_with_no_findings_is_met_by_rule_and_left_to_a_person(
    checked: Callable[[str], Reading],
) -> None:
    """A rule that found nothing decides; what a person must also judge stays open; shared plans' demands do not apply."""
    found = {one.requirement.id: one.state for one in coverage(checked(_OWNED))}
    assert found == {
        "owned": State.MET,
        "judged": State.NEEDS_A_PERSON,
        "seen": State.NEEDS_A_PERSON,
        "noted": State.MET,
        "joint": State.NOT_APPLICABLE,
    }


def test_coverage_with_a_finding_is_partly_and_points_at_the_finding(
    checked: Callable[[str], Reading],
) -> None:
    """One measure without owner keeps the requirement from being met, and the finding is told."""
    kinds = _OWNED + "- {id: n, title: U}\n"
    found = {one.requirement.id: one for one in coverage(checked(kinds))}
    assert found["owned"].state is State.PARTLY
    assert [finding.code for finding in found["owned"].findings] == ["PK201"]
    assert found["judged"].state is State.PARTLY
    assert found["noted"].state is State.PARTLY


def test_findings_name_the_requirement_that_their_rule_decides(checked: Callable[[str], Reading]) -> None:
    """From a finding one gets to the guide's requirement; a rule that decides none names none."""
    named = {one.code: one.requirement for one in checked("measures: [{id: m, title: T}]\n").findings}
    assert named["PK201"] == "owned"
    assert named["PK205"] == "judged"
    assert named["PK202"] is None


def test_open_requirements_are_in_the_order_of_the_steps(checked: Callable[[str], Reading]) -> None:
    """What is open stands under its step, first steps first, and last what belongs to no step."""
    steps = open_by_step(checked("measures: [{id: m, title: T}]\n"))
    assert [(title, [one.requirement.id for one in under]) for title, under in steps] == [
        ("1 First", ["noted"]),
        ("2 Second", ["owned"]),
        ("Guide", ["judged"]),
    ]


def test_open_requirements_of_a_plan_that_meets_all_are_none(checked: Callable[[str], Reading]) -> None:
    """There is nothing left to list."""
    assert open_by_step(checked(_OWNED)) == ()
