"""What the view of the case paper promises: what the plan says, and openly what it does not."""

from __future__ import annotations

from decimal import Decimal

from tests.views.conftest import ReadPlan

from plankit.model.cost import CostKind
from plankit.views.case_paper import (
    Open,
    costs,
    decided_by,
    figures,
    implementers,
    proposed_decision,
    unowned,
)

MEASURES = """
agencies: [{id: school, name: School}, {id: police, name: Police, commandable: "false"}]
measures:
  - {id: a, number: "1", title: A, responsible: school, contributors: [police], cost: 100 000 kr}
  - {id: b, number: "2", title: B, responsible: school, cost: 50 000 kr}
  - {id: c, number: "3", title: C, responsible: {text: Somebody}, cost: forslag til budsjett}
  - {id: d, number: "4", title: D, responsible: police, contributors: [school]}
"""


def _said(words: tuple[str | Open, ...]) -> str:
    return "".join(f"[{one.what}]" if isinstance(one, Open) else one for one in words)


def test_empty_plan_proposes_nothing_that_it_does_not_say(read_plan: ReadPlan) -> None:
    """Who decides, for how long, who reports and when it is evaluated stay open."""
    assert [_said(one) for one in proposed_decision(read_plan(""))] == [
        "[the body that decides] adopts “P” for the period [the period, usually four years].",
        "[who reports] reports on the plan to [the body that gets the report]. When: [how often].",
        "The plan is to be evaluated by [the date of the evaluation].",
    ]


def test_full_plan_fixes_period_reporting_and_evaluation(read_plan: ReadPlan) -> None:
    """The council's decision holds what the guide asks of it, in the plan's words."""
    reading = read_plan(
        """
process: {client: The council}
evaluation:
  - {title: Yearly report, kind: årsrapport, when: each year, by: The coordinator, to: the council}
  - {title: Half-way, kind: mid-term, when: "2028", by: The group, to: the council}
"""
    )
    assert [_said(one) for one in proposed_decision(reading)][1:] == [
        "The coordinator reports on the plan to the council. When: each year.",
        "Half-way: 2028. Carried out by The group, for the council.",
    ]
    assert decided_by(reading) == "The council"


def test_points_that_are_written_stand_in_place_of_those_made(read_plan: ReadPlan) -> None:
    """The municipality has the last word on what the council is asked."""
    plan = read_plan("  case_paper: {decision: [We adopt it., We report on it.]}")
    assert [_said(one) for one in proposed_decision(plan)] == ["We adopt it.", "We report on it."]


def test_costs_are_told_by_kind_and_the_unknown_is_said_to_be_unknown(read_plan: ReadPlan) -> None:
    """Proposals are never added to money that is there, and silence is not free of charge."""
    rows = costs(read_plan(MEASURES))
    assert [(row.kind, [one.id for one in row.measures], row.sums) for row in rows] == [
        (CostKind.AMOUNT, ["a", "b"], (("", Decimal(150_000)),)),
        (CostKind.PROPOSAL, ["c"], ()),
        (None, ["d"], ()),
    ]


def test_measure_that_waits_for_money_is_a_point_with_a_blank(read_plan: ReadPlan) -> None:
    """The paper says which wait, and leaves to the municipality how they get it."""
    last = proposed_decision(read_plan(MEASURES))[-1]
    assert _said(last) == (
        "These measures wait for money that is not granted: 3 C. [when and how their money is decided]"
    )


def test_implementers_are_counted_once_a_measure(read_plan: ReadPlan) -> None:
    """Who answers for most comes first; helping with one's own measure is not counted."""
    reading = read_plan(MEASURES)
    assert [(one.party.id, one.owns, one.helps) for one in implementers(reading)] == [
        ("school", 2, 1),
        ("police", 1, 1),
    ]
    assert [one.id for one in unowned(reading)] == ["c"]


def test_figures_are_local_ones_first_and_none_that_is_withheld(read_plan: ReadPlan) -> None:
    """A figure of few people is not printed in a case paper either."""
    reading = read_plan(
        """
statistics:
  - {topic: Country, area: national, value: "1"}
  - {topic: Here, area: local, value: "20"}
  - {topic: Forgotten, area: local, value: "2"}
  - {topic: Few, area: local, value: "3", suppressed: "true"}
  - {topic: None, area: local, absence_note: Not counted}
"""
    )
    assert [one.topic for one in figures(reading)] == ["Here", "Country"]


def test_own_currency_is_one_sum_however_it_is_written(read_plan: ReadPlan) -> None:
    """In Norway “kr” and “NOK” are the same money; another currency is a sum of its own."""
    measures = "".join(
        f"  - {{id: m{place}, title: M, cost: {text}}}\n"
        for place, text in enumerate(("10 kr", "5 NOK", "3 EUR"))
    )
    (row,) = costs(read_plan(f"  country: 'NO'\nmeasures:\n{measures}"))
    assert row.sums == (("", Decimal(15)), ("EUR", Decimal(3)))


def test_body_that_decides_in_a_shared_plan_is_that_of_each_municipality_that_stays(
    read_plan: ReadPlan,
) -> None:
    """Each adopts by itself; a council that is no more decides nothing."""
    reading = read_plan(
        "participants:\n"
        "- {id: a, name: A}\n"
        "- {id: b, name: B, valid_to: 2026-12-31, succeeded_by: C}\n"
        "- {id: c, name: C}\n"
        "decisions:\n"
        "- {body: The council of A, kind: vedtatt, date: 2026-01-01, participant: a}\n"
        "- {body: The council of B, kind: vedtatt, date: 2026-01-02, participant: b}\n"
        "- {body: The council of C, kind: vedtatt, date: 2027-01-02, participant: c}\n"
    )
    assert decided_by(reading) == "The council of A, The council of C"
