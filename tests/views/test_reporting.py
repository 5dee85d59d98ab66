"""What was reported in each period. Silence is never taken for progress."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from tests.views.conftest import ReadPlan

from plankit.views.reporting import Reported, Span, spans, standings

DAY = date(2027, 3, 1)
FRAME = "  period: 2026-2029\n"
MEASURES = "measures:\n- {id: m1, title: One}\n- {id: m2, title: Two}\n"


def _states(read_plan: ReadPlan, kinds: str, year: int = 2026) -> dict[str, Reported]:
    reading = read_plan(FRAME + MEASURES + kinds)
    span = next(one for one in spans(reading, DAY) if one.start.year == year)
    return {one.measure.id: one.state for one in standings(reading, span, DAY)}


def test_spans_are_the_years_of_the_plan(read_plan: ReadPlan) -> None:
    """Without a rhythm of its own, a plan reports every year of its period."""
    found = spans(read_plan(FRAME), DAY)
    assert [one.name for one in found] == ["2026", "2027", "2028", "2029"]


def test_spans_follow_the_rhythm_that_the_plan_sets(read_plan: ReadPlan) -> None:
    """A report every half-year makes two periods a year, and they leave no day out."""
    reading = read_plan(
        FRAME + "evaluation:\n- {kind: årsrapport, when: {text: hvert halvår, recurrence: P6M}}\n"
    )
    found = spans(reading, DAY)
    assert len(found) == 8
    assert all((after.start - before.end).days == 1 for before, after in pairwise(found))
    assert (found[0].start, found[-1].end) == (date(2026, 1, 1), date(2029, 12, 31))


def test_spans_without_a_period_are_calendar_years_from_the_first_report(read_plan: ReadPlan) -> None:
    """A plan without a period still has years to report on."""
    reading = read_plan(MEASURES + "progress:\n- {measure: m1, date: 2025-05-01, status: done}\n")
    assert [one.name for one in spans(reading, DAY)] == ["2025", "2026", "2027"]


def test_standing_without_a_report_is_not_reported_once_the_period_is_over(read_plan: ReadPlan) -> None:
    """Nobody reported, so nothing is said to be fine; while the period runs it is only not reported yet."""
    assert _states(read_plan, "") == {"m1": Reported.NOT_REPORTED, "m2": Reported.NOT_REPORTED}
    assert set(_states(read_plan, "", 2027).values()) == {Reported.NOT_YET}


def test_standing_status_of_the_measure_itself_is_no_report(read_plan: ReadPlan) -> None:
    """A status that stands at the measure without a date does not count as a report."""
    reading = read_plan(FRAME + "measures:\n- {id: m1, title: One, status: gjennomført}\n")
    one = standings(reading, spans(reading, DAY)[0], DAY)[0]
    assert one.state is Reported.NOT_REPORTED


@pytest.mark.parametrize(
    ("report", "state"),
    [
        ("{measure: m1, date: 2026-12-31, status: i gang}", Reported.REPORTED),
        ("{measure: m1, date: 2027-01-15, period: 2026, status: i gang}", Reported.REPORTED),
        ("{measure: m1, date: 2027-01-15, status: i gang}", Reported.NOT_REPORTED),
        ("{measure: m1, date: 2025-11-01, status: gjennomført}", Reported.CLOSED),
        ("{measure: m1, date: 2025-11-01, status: i gang}", Reported.NOT_REPORTED),
    ],
)
def test_standing_counts_what_a_report_is_about(read_plan: ReadPlan, report: str, state: Reported) -> None:
    """A report counts for the period that it names, else for that of its date; a closed measure needs none."""
    found = _states(read_plan, f"progress:\n- {report}\n")
    assert found == {"m1": state, "m2": Reported.NOT_REPORTED}


def test_span_that_is_no_year_is_named_by_its_days() -> None:
    """The name of a period is a year only where it is one."""
    assert Span(start=date(2026, 7, 1), end=date(2027, 6, 30)).name == "2026-07-01–2027-06-30"
