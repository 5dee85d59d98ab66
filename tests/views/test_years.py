"""Activity plans: how each activity went, what has none, what the costs come to. Silence is never done."""

from __future__ import annotations

from datetime import date

import pytest
from tests.views.conftest import ReadPlan

from plankit.model.base import Absence
from plankit.model.cost import Cost, CostKind
from plankit.views.agenda import agenda
from plankit.views.agenda_task import Deed
from plankit.views.reading import Reading
from plankit.views.year_money import amount_text, money
from plankit.views.years import (
    OUTCOME_WORDS,
    Outcome,
    Year,
    activity_plans,
    covers,
    of_agency,
    of_measure,
    outcomes,
    year,
)

FRAME = "  period: 2026-2029\n"
YEAR = "activity_plans:\n- {id: y26, title: Year, period: 2026, stage: adopted}\n"
DURING, AFTER = date(2026, 7, 1), date(2027, 2, 1)


def _outcome(read_plan: ReadPlan, activity: str, today: date, more: str = "") -> Outcome:
    text = f"{FRAME}{YEAR}activities:\n- {{id: a, activity_plan: y26, title: T{activity}}}\n{more}"
    reading = read_plan(text)
    return outcomes(reading.plan, reading.vocabulary, today)["a"]


def _year(reading: Reading, today: date = DURING, number: int = 0) -> Year:
    return year(reading, reading.plan.activity_plans[number], today)


@pytest.mark.parametrize(
    ("activity", "during", "after"),
    [
        ("", "planned", "not-reported"),
        (", status: planned", "planned", "not-reported"),
        (", status: ongoing", "ongoing", "not-reported"),
        (", status: whatever", "planned", "not-reported"),
        (", status: done", "done", "done"),
        (", status: gjennomført", "done", "done"),
        (", status: dropped", "dropped", "dropped"),
        (", status: moved", "moved", "moved"),
        (", when: 2026-05", "not-reported", "not-reported"),
        (", when: 2026-05, status: ongoing", "ongoing", "not-reported"),
        (", when: 2026-09", "planned", "not-reported"),
        (", when: continuously, status: ongoing", "ongoing", "ongoing"),
        (", when: every year", "planned", "not-reported"),
    ],
)
def test_activity_that_nobody_reported_on_is_never_done(
    read_plan: ReadPlan, activity: str, during: str, after: str
) -> None:
    """Only a word makes it done; when its time has run out without one, it is not reported."""
    assert _outcome(read_plan, activity, DURING) == during
    assert _outcome(read_plan, activity, AFTER) == after


def test_activity_that_a_later_year_goes_on_with_is_moved(read_plan: ReadPlan) -> None:
    """What was carried over has an answer, unless it was done; what comes back each year still wants its report."""
    later = "- {id: b, activity_plan: y26, title: T, carried_from: a}\n"
    assert _outcome(read_plan, "", AFTER, later) is Outcome.MOVED
    assert _outcome(read_plan, ", status: done", AFTER, later) is Outcome.DONE
    assert _outcome(read_plan, ", when: every year", AFTER, later) is Outcome.NOT_REPORTED


def test_every_outcome_has_a_sign_and_a_word_of_its_own() -> None:
    """No two outcomes look alike to somebody who sees no colours."""
    assert set(OUTCOME_WORDS) == set(Outcome)
    assert len({sign for sign, _ in OUTCOME_WORDS.values()}) == len(Outcome)


PARTS = """\
parts:
- {id: across, title: Across}
- {id: units, title: Units}
- {id: unread, title: Unread, empty: {contents: unknown}}
measures: [{id: m1, title: One}, {id: m2, title: Two}]
activity_plans: [{id: y26, title: Year, period: 2026, parts: [units, across, unread]}]
activities:
- {id: a1, activity_plan: y26, part: across, title: A1, measures: [m2, m1]}
- {id: a2, activity_plan: y26, part: across, title: A2}
- {id: a3, activity_plan: y26, part: across, title: A3, measures: [m1]}
- {id: a4, activity_plan: y26, part: across, title: A4, measures: [m1, m2]}
- {id: a5, activity_plan: y26, title: A5, measures: [m2]}
"""


def test_parts_stand_in_the_order_of_the_activity_plan(read_plan: ReadPlan) -> None:
    """Empty parts stay, with the reason; what is in no part comes last."""
    parts = _year(read_plan(FRAME + PARTS)).parts
    assert [part.part and part.part.id for part in parts] == ["units", "across", "unread", None]
    assert [part.absence for part in parts] == [Absence.NOT_STATED, None, Absence.UNKNOWN, None]


def test_groups_join_activities_beneath_the_same_measures(read_plan: ReadPlan) -> None:
    """Groups follow the plan's order of measures; what is beside the measures comes last; none is lost."""
    made = _year(read_plan(FRAME + PARTS))
    across = made.parts[1].groups
    assert [(one.measures, [a.id for a in one.activities]) for one in across] == [
        (("m1",), ["a3"]),
        (("m1", "m2"), ["a1", "a4"]),
        ((), ["a2"]),
    ]
    shown = [a.id for part in made.parts for group in part.groups for a in group.activities]
    assert sorted(shown) == sorted(a.id for a in made.activities)


IDLE = """\
participants: [{id: n, name: North}, {id: s, name: South}]
measures:
- {id: served, title: M}
- {id: open, title: M, deadline: 2028-06}
- {id: other, title: M, applies_to: s}
- {id: closed, title: M}
- {id: ended, title: M, status: done}
- {id: later, title: M, deadline: {start: 2027-03, end: 2027-09}}
- {id: again, title: M}
progress:
- {measure: closed, date: 2025-06-01, status: done}
- {measure: again, date: 2025-06-01, status: done}
- {measure: again, date: 2025-09-01, status: ongoing}
activity_plans: [{id: y26, title: Year, period: 2026, applies_to: n}]
activities: [{id: a1, activity_plan: y26, title: A1, measures: [served]}]
"""


def test_measures_without_activity_are_those_that_run_in_the_year(read_plan: ReadPlan) -> None:
    """Not those that had ended, that begin later or that hold for another municipality."""
    assert [one.id for one in _year(read_plan(FRAME + IDLE)).idle] == ["open", "again"]


def test_years_are_in_order_and_may_be_long(read_plan: ReadPlan) -> None:
    """The oldest first; one without a readable period last, and it covers no year."""
    reading = read_plan(
        FRAME + "activity_plans:\n- {id: x, title: X, period: someday}\n- {id: y27, title: Y, period: 2027}\n"
        "- {id: y2022, title: Y, period: 2020–2022}\n"
    )
    found = activity_plans(reading.plan)
    assert [one.id for one in found] == ["y2022", "y27", "x"]
    assert [number for number in range(2018, 2030) if covers(found[0], number)] == [2020, 2021, 2022]
    assert not any(covers(found[2], number) for number in range(2018, 2030))


def test_activities_of_measures_and_agencies_are_sorted_by_year(read_plan: ReadPlan) -> None:
    """A measure tells its story from the beginning; an agency sees what is newest first."""
    reading = read_plan(
        FRAME + "agencies: [{id: school, name: School}]\nmeasures: [{id: m1, title: M}]\n"
        "activity_plans: [{id: y27, title: Y, period: 2027}, {id: y26, title: Y, period: 2026}]\nactivities:\n"
        "- {id: b, activity_plan: y27, title: B, measures: m1, responsible: school}\n"
        "- {id: a, activity_plan: y26, title: A, measures: m1, responsible: {agency: school, role: Head}}\n"
        "- {id: c, activity_plan: y26, title: C}\n"
    )
    assert [(one.id, [a.id for a in ones]) for one, ones in of_measure(reading, "m1")] == [
        ("y26", ["a"]),
        ("y27", ["b"]),
    ]
    assert [(one.id, [a.id for a in ones]) for one, ones in of_agency(reading, "school")] == [
        ("y27", ["b"]),
        ("y26", ["a"]),
    ]


def test_costs_are_added_only_to_their_like() -> None:
    """Amounts of one currency make one sum; a proposal, a pot and a yearly amount are counted and not added."""
    words = ("50 000 kr", "25 000 kr", "1 000 EUR", "forslag til økonomiplan 90 000 kr", "10 000 kr per år")
    costs = [*(Cost.model_validate(one) for one in words), None]
    costs.append(Cost.model_validate({"text": "60 000 kr", "covers": ["m1", "m2"]}))
    made = money(costs)
    assert made.unstated == 1
    assert [(one.kind, one.currency, one.count, one.amount) for one in made.lines] == [
        (CostKind.AMOUNT, "", 2, 75000),
        (CostKind.AMOUNT, "EUR", 1, 1000),
        (CostKind.AMOUNT_PER_YEAR, "", 1, None),
        (CostKind.SHARED_POT, "", 1, None),
        (CostKind.PROPOSAL, "", 1, None),
    ]


def test_amount_text_has_gaps_and_a_comma() -> None:
    """Sums are written as plans in the Nordic languages write them."""
    sums = [
        one.amount for one in money([Cost(text="1 234 567 kr"), Cost(text="0,5 EUR")]).lines if one.amount
    ]
    assert [amount_text(one).replace("\u00a0", " ") for one in sums] == ["1 234 567", "0,50"]


def test_agenda_holds_open_activities_and_the_next_activity_plan(read_plan: ReadPlan) -> None:
    """Done and dropped ones are not in it; a draft is to be decided before its year, and the next one after the last."""
    reading = read_plan(
        FRAME + "activity_plans:\n- {id: y26, title: Y26, period: 2026, stage: adopted}\n"
        "- {id: y27, title: Y27, period: 2027, stage: draft}\nactivities:\n"
        "- {id: a, activity_plan: y26, title: A, when: 2026-09}\n"
        "- {id: b, activity_plan: y26, title: B, when: 2026-09, status: done}\n"
        "- {id: c, activity_plan: y26, title: C, when: 2026-09, status: dropped}\n"
        "- {id: d, activity_plan: y26, title: D, status: ongoing}\n"
    )
    tasks = [one for one in agenda(reading, date(2026, 11, 1)) if one.key.startswith(("activity", "year"))]
    assert [(one.key, one.deed, one.day) for one in tasks] == [
        ("activity.a", Deed.CARRY_OUT, date(2026, 9, 30)),
        ("activity.d", Deed.CARRY_OUT, date(2026, 12, 31)),
        ("year.y27", Deed.DECIDE, date(2027, 1, 1)),
        ("year-after.2027-12-31", Deed.DECIDE, date(2027, 12, 31)),
    ]


def test_agenda_asks_for_no_activity_plan_after_the_plan(read_plan: ReadPlan) -> None:
    """The last year of the plan has no next one; a plan without activity plans is not asked for any."""
    last = read_plan(FRAME + "activity_plans:\n- {id: y29, title: Y, period: 2029, stage: adopted}\n")
    for reading in (last, read_plan(FRAME)):
        assert not [one for one in agenda(reading, date(2029, 6, 1)) if one.key.startswith("year")]


def test_decision_on_an_activity_plan_is_no_decision_on_the_plan(read_plan: ReadPlan) -> None:
    """Whoever adopts the year's work has not adopted the plan: neither by the plan's word nor by the decision's."""
    reading = read_plan(
        "decisions:\n"
        "- {id: d1, body: The council, kind: vedtatt, date: 2026-01-01}\n"
        "- {id: d2, body: The group, kind: vedtatt, date: 2026-12-01}\n"
        "- {id: d3, body: The group, kind: vedtatt, date: 2027-12-01, about: [y3]}\n"
        "- {id: d4, body: The council, kind: vedtatt, date: 2028-01-01, about: [y3, m1]}\n"
        "measures: [{id: m1, title: M}]\n"
        "activity_plans:\n"
        "- {id: y2, title: The year 2027, period: 2027, decision: d2}\n"
        "- {id: y3, title: The year 2028, period: 2028}\n"
    )
    assert [one.id for one in reading.plan.own_decisions] == ["d1", "d4"]
