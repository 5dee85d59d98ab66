"""Cases of plans and guides as codes, and cases on one line."""

from __future__ import annotations

from typing import Any

import pytest
from tests.walks.building import SAFE_STEP, case, clock, guide_of, plan_of, procedure, ready

from plankit.walks.cases import CaseError, all_cases, case_text, read_case_text, walk_case
from plankit.walks.prepared import Prepared, prepare

CASE: dict[str, Any] = {
    "id": "friday",
    "title": "Friday",
    "exposed": "Child",
    "door": "SCHOOL",
    "severity": "akutt",
    "at": "fri 16:30",
    "leader_reachable": "false",
    "suspect": "guardian",
    "adaptations": ["sign", "interpreter"],
    "participant": "here",
}


def _ready(**more: Any) -> Prepared:
    return ready(procedure(SAFE_STEP), participants=[{"id": "here", "name": "Here"}], **more)


def test_words_of_a_case_become_codes() -> None:
    """A case is walked by codes, whatever words it was written in."""
    plan = _ready(cases=[CASE])
    found = walk_case(plan, plan.plan.cases[0])
    assert (found.exposed, found.door, found.severity) == ("child", "school", "acute-serious")
    assert clock(found.at) == "2027-01-08 16:30"
    assert not found.leader_reachable
    assert (found.id, found.title) == ("friday", "Friday")


def test_case_whose_time_is_not_understood_is_refused() -> None:
    """There is no walk without a moment."""
    plan = _ready(cases=[{**CASE, "at": "some Friday"}])
    with pytest.raises(CaseError) as refused:
        walk_case(plan, plan.plan.cases[0])
    assert refused.value.reason == "no-moment"


def test_cases_of_the_guide_come_first_and_the_plan_s_own_replace_them() -> None:
    """A plan may tell a guide's case anew under the same id."""
    plan = plan_of(procedure(SAFE_STEP), cases=[{**CASE, "id": "b"}])
    both = prepare(plan, guide_of(cases=[{**CASE, "id": "a"}, {**CASE, "id": "b"}]))
    assert [getattr(one, "id", None) for one in all_cases(both)] == ["a", "b"]
    assert all_cases(both)[1] is plan.cases[0]


def test_text_of_a_case_is_read_as_the_same_case() -> None:
    """What a stress prints can be given to a walk."""
    told = case(
        leader_reachable=False, suspect="partner", adaptations=("sign", "interpreter"), participant="here"
    )
    assert read_case_text(_ready(), case_text(told)) == told
    assert case_text(case()) == "exposed=child door=school severity=serious at=2027-01-12T10:00"


def test_text_of_a_case_may_use_the_plan_s_words_and_the_next_such_day() -> None:
    """A person need not know the codes."""
    found = read_case_text(_ready(), "exposed=Child door=school severity='akutt og alvorlig' at='fri 16:30'")
    assert (found.exposed, found.severity, clock(found.at)) == ("child", "acute-serious", "2027-01-08 16:30")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("exposed=child door=school severity=serious", "missing-key"),
        ("exposed=child door=school severity=serious at=soon", "no-moment"),
        ("exposed=child door=school severity=serious at=2027-01-08T16:30 dor=x", "unknown-key"),
        ("exposed=child door=school severity=serious at=2027-01-08T16:30 door=clinic", "twice"),
        ("exposed=dragon door=school severity=serious at=2027-01-08T16:30", "unknown-word"),
        ("exposed=child door=school severity=serious at=2027-01-08T16:30 participant=there", "unknown-word"),
        ("exposed=child door= severity=serious at=2027-01-08T16:30", "unknown-key"),
        ("exposed='child", "unknown-key"),
    ],
)
def test_text_that_is_no_case_is_refused_with_a_reason(text: str, reason: str) -> None:
    """Nothing is guessed."""
    with pytest.raises(CaseError) as refused:
        read_case_text(_ready(), text)
    assert refused.value.reason == reason
