"""How it goes with each measure: what was reported, and what nobody said anything of."""

from __future__ import annotations

from datetime import date

import pytest
from tests.views.conftest import ReadPlan

from plankit.views.progress import by_agency, by_area, is_followed, periods, tally, told
from plankit.views.reporting import Reported

DAY = date(2027, 11, 1)
KINDS = """\
  period: 2026-2029
agencies: [{id: a, name: Aa}, {id: b, name: Bb}]
areas: [{id: x, number: "1", name: First}]
measures:
- {id: m1, title: One, areas: [x], responsible: a}
- {id: m2, title: Two, areas: [x], responsible: [a, {agency: b, function: contributes}]}
- {id: m3, title: Three, responsible: [a, b]}
- {id: m4, title: Four}
progress:
- {measure: m1, date: 2026-10-01, status: gjennomført}
- {measure: m2, date: 2027-02-01, status: i gang}
- {measure: m3, date: 2027-03-01, result: Something}
"""


@pytest.mark.parametrize(
    ("kinds", "followed"),
    [
        ("", False),
        ("measures: [{id: m, title: A}]\n", False),
        ("  stage: utkast\nmeasures: [{id: m, title: A}]\n", False),
        ("  stage: vedtatt\nempty: {progress: unknown}\nmeasures: [{id: m, title: A}]\n", False),
        ("  stage: vedtatt\n", False),
        ("  stage: vedtatt\nmeasures: [{id: m, title: A}]\n", True),
        ("measures: [{id: m, title: A}]\nprogress: [{measure: m, date: 2026}]\n", True),
    ],
)
def test_plan_is_followed_once_it_is_adopted_or_reported_on(
    read_plan: ReadPlan, kinds: str, followed: bool
) -> None:
    """A draft promises nothing yet; a plan that says that its reports are not known is not shown as silent."""
    assert is_followed(read_plan(kinds)) is followed


def test_periods_come_newest_first_and_one_of_them_is_asked_for(read_plan: ReadPlan) -> None:
    """Only periods that have begun; the running one is not over and is what reports are asked for in November."""
    found = periods(read_plan(KINDS), DAY)
    assert [(one.name, one.is_over, one.is_asked) for one in found] == [
        ("2027", False, True),
        ("2026", True, False),
    ]
    assert periods(read_plan("  period: 2030-2033\nmeasures: [{id: m, title: A}]\n"), DAY) == ()


def test_told_is_the_reported_status_and_never_the_plans_own_word(read_plan: ReadPlan) -> None:
    """Reported, reported without status, ended before, not reported: each has a code and words of its own."""
    reading = read_plan(KINDS.replace("title: Four", "title: Four, status: gjennomført"))
    running, over = periods(reading, DAY)
    words = {one.measure.id: told(reading, one) for one in running.standings}
    assert {name: one.code for name, one in words.items()} == {
        "m1": "closed",
        "m2": "ongoing",
        "m3": "no-status",
        "m4": "not-yet",
    }
    assert words["m4"].words == "not reported yet"
    before = {one.measure.id: told(reading, one).words for one in over.standings}
    assert (before["m1"], before["m4"]) == ("gjennomført", "not reported")
    assert over.count(Reported.NOT_REPORTED) == 3


def test_parts_hold_every_measure_and_only_owners_are_asked(read_plan: ReadPlan) -> None:
    """Whoever only contributes has no report to make; measures without area or agency come last."""
    reading = read_plan(KINDS)
    assert [(one.title, one.measures) for one in by_area(reading)] == [
        ("1 First", ("m1", "m2")),
        ("Measures outside the areas", ("m3", "m4")),
    ]
    assert [(one.id, one.measures) for one in by_agency(reading)] == [
        ("a", ("m1", "m2", "m3")),
        ("b", ("m3",)),
        ("", ("m4",)),
    ]


def test_tally_counts_every_state_once(read_plan: ReadPlan) -> None:
    """The counts of a period sum up to its measures."""
    reading = read_plan(KINDS)
    running = periods(reading, DAY)[0]
    assert {state.code: count for state, count in tally(reading, running.standings)} == {
        "closed": 1,
        "ongoing": 1,
        "no-status": 1,
        "not-yet": 1,
    }
