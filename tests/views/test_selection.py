"""Which measures a reader gets who asks for some."""

from __future__ import annotations

from datetime import date

import pytest
from tests.views.conftest import ReadPlan

from plankit.views.deadlines import due
from plankit.views.groups import by_status, by_target_group
from plankit.views.selection import Wanted, by_deadline, select_measures

PLAN = """
areas: [{id: a1, name: En}, {id: a2, name: To}]
goals:
- {id: g1, text: Mål, areas: a1}
agencies: [{id: school, name: Skole}, {id: police, name: Politi}]
participants: [{id: k1, name: K1}, {id: k2, name: K2}]
measures:
- {id: m1, title: A, goals: g1, responsible: school, deadline: 2027-06-30, status: pågår, target_groups: barn, kind: nytt}
- {id: m2, title: B, areas: a2, responsible: police, contributors: school, deadline: løpende, status: ferdig, applies_to: k1}
- {id: m3, title: C, deadline: Q1 2027, target_groups: [barn, eldre], applies_to: [k2]}
progress:
- {measure: m1, date: 2027-01-01, status: gjennomført}
"""


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (Wanted(), ["m1", "m2", "m3"]),
        (Wanted(area="a1"), ["m1"]),
        (Wanted(area="a2"), ["m2"]),
        (Wanted(area="none"), ["m3"]),
        (Wanted(agency="school"), ["m1", "m2"]),
        (Wanted(agency="police"), ["m2"]),
        (Wanted(goal="g1"), ["m1"]),
        (Wanted(status="done"), ["m1", "m2"]),
        (Wanted(status="gjennomført"), ["m1", "m2"]),
        (Wanted(status="ongoing"), []),
        (Wanted(kind="new"), ["m1"]),
        (Wanted(target_group="children"), []),
        (Wanted(target_group="barn"), ["m1", "m3"]),
        (Wanted(participant="k1"), ["m1", "m2"]),
        (Wanted(participant="k2"), ["m1", "m3"]),
        (Wanted(due_before=date(2027, 5, 1)), ["m3"]),
        (Wanted(due_before=date(2028, 1, 1)), ["m1", "m3"]),
        (Wanted(ids=("m3", "m1", "m9")), ["m1", "m3"]),
        (Wanted(ids=("m1", "m2"), agency="police"), ["m2"]),
    ],
)
def test_selection_gives_what_fits_in_the_order_of_the_plan(
    read_plan: ReadPlan, wanted: Wanted, expected: list[str]
) -> None:
    """Every way to ask narrows the plan's own list and never reorders it."""
    assert [one.id for one in select_measures(read_plan(PLAN), wanted)] == expected


def test_selection_by_group_knows_the_codes_of_the_guide(read_plan: ReadPlan) -> None:
    """With a guide, its code and the plan's word for a group mean the same."""
    reading = read_plan(PLAN, guide=True)
    assert [one.id for one in select_measures(reading, Wanted(target_group="children"))] == ["m1", "m3"]


def test_deadlines_are_ordered_by_their_end_and_open_ones_come_last(read_plan: ReadPlan) -> None:
    """A quarter ends before the summer; "continuously" has no end."""
    assert [one.id for one in by_deadline(read_plan(PLAN).plan.measures)] == ["m3", "m1", "m2"]


def test_deadlines_stand_under_their_year_or_under_what_they_are(read_plan: ReadPlan) -> None:
    """Each measure with a deadline stands under exactly one heading."""
    groups = [(one.heading, [measure.id for measure in one.measures]) for one in due(read_plan(PLAN))]
    assert groups == [("2027", ["m3", "m1"]), ("Goes on all the time", ["m2"])]


def test_status_groups_use_the_newest_report(read_plan: ReadPlan) -> None:
    """The report of January says done, whatever the plan said when it was written."""
    groups = [(one.heading, [measure.id for measure in one.measures]) for one in by_status(read_plan(PLAN))]
    assert groups == [("Done", ["m1", "m2"]), ("No status stated", ["m3"])]


def test_target_groups_hold_a_measure_once_each(read_plan: ReadPlan) -> None:
    """A measure for two groups stands in both, and one for none stands under a heading that says so."""
    groups = {
        one.heading: [measure.id for measure in one.measures] for one in by_target_group(read_plan(PLAN))
    }
    assert groups == {"Barn": ["m1", "m3"], "Eldre": ["m3"], "No group named": ["m2"]}


@pytest.mark.parametrize(
    ("language", "expected"),
    [("en", "English"), ("nb", "Bokmål"), ("nn", "Bokmål"), ("sv", "Bokmål")],
)
def test_text_is_in_the_language_of_the_reader_else_of_the_plan(
    read_plan: ReadPlan, language: str, expected: str
) -> None:
    """An English reader gets English where there is any; a Swedish one the plan's own words before English."""
    reading = read_plan("measures: [{id: m, title: {en: English, nb: Bokmål}}]\n", language=language)
    assert reading.title("m") == expected
