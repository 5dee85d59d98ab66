"""The yearly report: every measure stands in it once, and silence never looks like progress."""

from __future__ import annotations

from datetime import date

import pytest
from tests.views.conftest import ReadPlan

from plankit.views.report_lines import Due, Fate
from plankit.views.yearly_report import (
    YearlyReport,
    report_spans,
    reported_years,
    yearly_report,
)

DAY = date(2027, 2, 1)
PLAN = """\
  period: 2026-2029
agencies: [{id: school, name: Skolen}]
measures:
- {id: done, title: Ferdig, deadline: 2026-06, responsible: school, cost: innenfor budsjett}
- {id: going, title: Pågår, deadline: 2026-09, cost: 10 000 kr}
- {id: silent, title: Taus, deadline: 2027-09}
- {id: dropped, title: Stoppet}
- {id: old, title: Avsluttet, status_at_adoption: gjennomført}
- {id: later, title: Senere, deadline: 2027-2028}
progress:
- {measure: done, date: 2026-06-01, status: pågår, result: Begynt.}
- {measure: done, date: 2026-08-01, status: gjennomført, result: Ferdig.}
- {measure: going, date: 2026-10-01, status: pågår, obstacles: Ingen tid., outcome: forlenge}
- {measure: dropped, date: 2026-10-01, status: ikke gjennomført, outcome: stoppe}
- {measure: silent, date: 2027-01-20, status: gjennomført}
"""


def _report(read_plan: ReadPlan, year: int = 2026, day: date = DAY, text: str = PLAN) -> YearlyReport:
    report = yearly_report(read_plan(text), year, day)
    assert report is not None
    return report


def _fates(report: YearlyReport) -> dict[str, Fate]:
    return {one.measure.id: one.fate for one in report.lines}


def test_report_holds_every_measure_once_with_what_was_reported(read_plan: ReadPlan) -> None:
    """Nothing is lost, nothing counts twice, and the last status of the year counts."""
    assert _fates(_report(read_plan)) == {
        "done": Fate.DONE,
        "going": Fate.UNDER_WAY,
        "silent": Fate.NOT_REPORTED,
        "dropped": Fate.NOT_DONE,
        "old": Fate.CLOSED,
        "later": Fate.BEGINS_LATER,
    }


def test_report_counts_the_promised_by_deadline_and_fate(read_plan: ReadPlan) -> None:
    """What was closed before or begins later was not promised for the year."""
    assert _report(read_plan).counts == {
        (Due.IN_YEAR, Fate.DONE): 1,
        (Due.IN_YEAR, Fate.UNDER_WAY): 1,
        (Due.LATER, Fate.NOT_REPORTED): 1,
        (Due.NO_DAY, Fate.NOT_DONE): 1,
    }


def test_report_on_a_running_year_says_not_reported_so_far(read_plan: ReadPlan) -> None:
    """Before the year is over, nobody is late with a report."""
    report = _report(read_plan, day=date(2026, 11, 1))
    assert not report.has_ended
    assert _fates(report)["silent"] is Fate.NOT_YET


def test_report_does_not_change_with_what_is_reported_later(read_plan: ReadPlan) -> None:
    """The report of a year tells what was known of it, not what came after."""
    early, late = _report(read_plan), _report(read_plan, day=date(2029, 6, 1))
    assert _fates(early) == _fates(late)
    assert early.asked == late.asked


def test_report_without_a_status_is_reported_but_not_done(read_plan: ReadPlan) -> None:
    """A report that says nothing of the state is never taken for done."""
    report = _report(read_plan, text=PLAN + "- {measure: later, date: 2026-12-01, result: Møte.}\n")
    assert _fates(report)["later"] is Fate.WITHOUT_STATUS


def test_report_asks_the_council_what_only_it_can_settle(read_plan: ReadPlan) -> None:
    """Deadlines that passed, money that nobody granted, and what reports propose; what is done is not asked of."""
    asked = _report(read_plan).asked
    assert [one.measure.id for one in asked.overdue] == ["going"]
    assert [one.measure.id for one in asked.without_money] == ["silent", "dropped", "later"]
    assert [(code, [one.measure.id for one in ones]) for code, ones in asked.proposed] == [
        ("stop", ["dropped"]),
        ("prolong", ["going"]),
    ]


def test_report_lists_what_is_to_be_evaluated_in_the_year_that_follows(read_plan: ReadPlan) -> None:
    """What comes up after that, or came before, is of another report."""
    text = PLAN + (
        "evaluation:\n- {id: a, title: Snart, kind: midtveisevaluering, when: 30. november 2027}\n"
        "- {id: b, title: Siden, kind: sluttrapport, when: 30. september 2029}\n"
    )
    assert [one.title for one in _report(read_plan, text=text).asked.coming] == ["Snart"]


def test_report_holds_decisions_and_activity_plans_of_the_year(read_plan: ReadPlan) -> None:
    """Those of other years are left out."""
    text = PLAN + (
        "decisions:\n- {id: d1, body: Kommunestyret, date: 2026-03-01, text: Ja.}\n"
        "- {id: d2, body: Kommunestyret, date: 2027-03-01, text: Nei.}\n"
        'activity_plans:\n- {id: a26, title: A, period: "2026"}\n- {id: a27, title: B, period: "2027"}\n'
        "activities:\n- {id: x, activity_plan: a26, title: Kurs, measures: [done], when: 2026-05}\n"
    )
    report = _report(read_plan, text=text)
    assert [one.id for one in report.decided] == ["d1"]
    assert [[one.id for one in year.activities] for year in report.years] == [["x"]]


def test_report_of_half_years_is_about_the_whole_year(read_plan: ReadPlan) -> None:
    """Where a plan reports twice a year, the council still gets one report."""
    rhythm = "evaluation:\n- {kind: årsrapport, when: {text: hvert halvår, recurrence: P6M}}\n"
    found = report_spans(read_plan("  period: 2026-2027\n" + rhythm), DAY)
    assert {year: one.name for year, one in found.items()} == {2026: "2026", 2027: "2027"}


@pytest.mark.parametrize("year", [2025, 2030])
def test_report_on_a_year_outside_the_plan_is_none(read_plan: ReadPlan, year: int) -> None:
    """There is nothing to report on."""
    assert yearly_report(read_plan(PLAN), year, DAY) is None


def test_reported_years_are_those_with_a_report(read_plan: ReadPlan) -> None:
    """Only they get a page on the site; a plan without reports gets none."""
    assert reported_years(read_plan(PLAN)) == (2026, 2027)
    assert reported_years(read_plan("  period: 2026-2029\nmeasures: [{id: m, title: M}]\n")) == ()
