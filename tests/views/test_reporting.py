"""What was reported in each period. Silence is never taken for progress."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from tests.views.conftest import ReadPlan

from plankit.model.when import When
from plankit.views.reporting import Reported, Span, span_name, span_to_report, spans, standings

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


@pytest.mark.parametrize(
    ("kind", "rhythm", "count"),
    [("tertialrapport", "hvert tertial", 3), ("delårsrapport", "to ganger i året", 2)],
)
def test_spans_follow_reports_between_the_yearly_ones(
    read_plan: ReadPlan, kind: str, rhythm: str, count: int
) -> None:
    """Where a plan reports more often than every year, the shorter rhythm is that of the periods."""
    rows = f"- {{kind: årsrapport, when: hvert år}}\n- {{kind: {kind}, when: {rhythm}}}\n"
    found = spans(read_plan(FRAME + "evaluation:\n" + rows), DAY)
    assert sum(one.start.year == 2026 for one in found) == count


@pytest.mark.parametrize(
    ("day", "start"),
    [
        ("2026-02-01", 2026),
        ("2027-01-01", 2026),
        ("2027-03-31", 2026),
        ("2027-04-01", 2027),
        ("2040-01-01", 2029),
    ],
)
def test_span_to_report_is_the_one_before_for_three_months(read_plan: ReadPlan, day: str, start: int) -> None:
    """In spring people report on the year that ended; the first period has none before it."""
    assert span_to_report(read_plan(FRAME), date.fromisoformat(day)).start.year == start


@pytest.mark.parametrize("language", ["nb", "nn", "sv", "en"])
@pytest.mark.parametrize("months", [(1, 12), (1, 6), (7, 12), (5, 8), (3, 3)])
def test_span_name_reads_back_as_the_same_period(
    read_plan: ReadPlan, language: str, months: tuple[int, int]
) -> None:
    """Forms carry the name of the period in a cell; what comes back must mean the same days."""
    first, last = months
    days = {3: 31, 6: 30, 8: 31, 12: 31}
    span = Span(start=date(2026, first, 1), end=date(2026, last, days[last]))
    name = span_name(read_plan(FRAME, language=language), span)
    assert (When(text=name).start_day, When(text=name).end_day) == (span.start, span.end)
    assert "-" not in name


SHARED = """\
participants:
- {id: old, name: Old, valid_to: 2026-12-31, succeeded_by: New}
- {id: gone, name: Gone, left: 2027-01-01}
- {id: new, name: New, joined: 2027-01-01}
- {id: stays, name: Stays}
measures:
- {id: m-old, title: A, applies_to: old}
- {id: m-gone, title: B, applies_to: gone}
- {id: m-new, title: C, applies_to: new}
- {id: m-both, title: D, applies_to: [old, new]}
- {id: m-all, title: E}
"""


@pytest.mark.parametrize(("year", "elsewhere"), [(2026, {"m-new"}), (2027, {"m-old", "m-gone"})])
def test_standing_of_what_holds_for_nobody_in_the_period_is_no_missing_report(
    read_plan: ReadPlan, year: int, elsewhere: set[str]
) -> None:
    """Nobody reports for a municipality that has not joined yet, or that is gone; what holds for all is still asked for."""
    reading = read_plan(FRAME + SHARED)
    span = next(one for one in spans(reading, DAY) if one.start.year == year)
    found = standings(reading, span, DAY)
    assert {one.measure.id for one in found if one.state is Reported.ELSEWHERE} == elsewhere


def _report(words: str) -> str:
    return f"progress:\n- {{measure: m1, date: 2027-01-15, period: 2026, {words}}}\n"


def test_standing_after_a_report_on_the_year_before_is_closed_though_it_was_written_later(
    read_plan: ReadPlan,
) -> None:
    """What a report says is told of its period, not of the day on which somebody wrote it down."""
    assert _states(read_plan, _report("status: done"), 2027)["m1"] is Reported.CLOSED


@pytest.mark.parametrize(
    ("words", "state"),
    [
        ("status: ongoing", Reported.NOT_YET),
        ("status: not carried out", Reported.CLOSED),
        ("status: not carried out, outcome: stop", Reported.CLOSED),
        ("status: not carried out, outcome: prolong", Reported.NOT_YET),
        ("status: done, outcome: continue", Reported.CLOSED),
    ],
)
def test_standing_of_what_was_not_carried_out_goes_on_where_that_was_decided(
    read_plan: ReadPlan, words: str, state: Reported
) -> None:
    """A measure that is prolonged is still to be done."""
    assert _states(read_plan, _report(words), 2027)["m1"] is state
