"""The values of indicators as charts and tables take them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from tests.views.conftest import ReadPlan

from plankit.views.indicator_series import Series, series_of

PLAIN = '{period: "2024", value: "61", base: "80"}, {period: "2023", value: "58", base: "82"}'


def _series(read_plan: ReadPlan, values: str, more: str = "", until: date | None = None) -> Series:
    kinds = f"indicators:\n- {{id: i, name: Andel, unit: prosent, {more} series: [{values}]}}\n"
    reading = read_plan(kinds)
    return series_of(reading, reading.plan.indicators[0], until)


def _values(series: Series) -> list[tuple[str, str]]:
    return [(one.period, one.text) for one in series.points]


def test_series_is_in_order_of_time_whatever_the_files_order(read_plan: ReadPlan) -> None:
    """Years that follow each other have nothing between them, and the oldest comes first."""
    series = _series(read_plan, PLAIN)
    assert _values(series) == [("2023", "58"), ("2024", "61")]
    assert [one.value for one in series.points] == [Decimal(58), Decimal(61)]
    assert not series.has_withheld


def test_series_with_a_year_left_out_has_a_hole_there(read_plan: ReadPlan) -> None:
    """A year that nobody measured is seen as such."""
    series = _series(
        read_plan, '{period: "2022", value: "50", base: "90"}, ' + PLAIN.partition("}, ")[0] + "}"
    )
    assert _values(series) == [("2022", "50"), ("2023", ""), ("2024", "61")]
    assert series.points[1].observation is None


def test_series_of_school_years_gets_no_holes(read_plan: ReadPlan) -> None:
    """Where periods are no calendar years, nothing is made up between them."""
    series = _series(read_plan, '{period: våren 2021, value: "5"}, {period: våren 2024, value: "7"}')
    assert len(series.points) == 2


def test_series_with_few_counted_holds_nothing_of_the_value(read_plan: ReadPlan) -> None:
    """What is withheld is not in the series at all, not even as a number to scale by."""
    series = _series(
        read_plan,
        '{period: "2023", value: "50", base: "6", notes: 3 av 6, break_in_series: Bare 3}, '
        '{period: "2024", value: "61", base: "80"}',
    )
    first = series.points[0]
    assert first.is_withheld
    assert (first.value, first.text, first.base) == (None, "", "")
    assert [one.period for one in series.shown] == ["2024"]


def test_series_until_a_day_leaves_out_what_was_measured_later(read_plan: ReadPlan) -> None:
    """An old report does not change when new values come."""
    assert _values(_series(read_plan, PLAIN, until=date(2023, 12, 31))) == [("2023", "58")]


def test_series_tells_its_target_its_break_and_that_it_ended(read_plan: ReadPlan) -> None:
    """A target that is a number can be drawn, one in words cannot; a break keeps its reason."""
    broken = PLAIN.replace('base: "80"', 'base: "80", break_in_series: Ny måte å telle på')
    series = _series(read_plan, broken, 'target: "95,5", status: avviklet,')
    assert series.targets == ((Decimal("95.5"), "95.5"),)
    assert series.points[1].break_before == "Ny måte å telle på"
    assert series.is_discontinued
    assert _series(read_plan, PLAIN, "target: flere enn i fjor,").targets == ()
