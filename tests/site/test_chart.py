"""Charts: every value is written at its mark, and nothing is drawn that may not be told."""

from __future__ import annotations

import re
from typing import Protocol

import pytest
from lxml import etree
from tests.views.conftest import ReadPlan, read_plan

from plankit.html.chart_svg import chart
from plankit.html.page import Page, Site
from plankit.html.series_table import chart_and_table
from plankit.views.indicator_series import series_of

__all__ = ["read_plan"]

YEARS = (
    '{period: "2021", value: "10"}, {period: "2022", value: "40"}, {period: "2023", value: "20"}, '
    '{period: "2025", value: "30", break_in_series: Ny teller}'
)


class Draw(Protocol):
    """Draws an indicator with these values; with `table`, and the table below it."""

    def __call__(self, values: str, *, table: bool = False) -> str:
        """The markup."""
        ...


@pytest.fixture
def draw(read_plan: ReadPlan) -> Draw:
    """The chart of an indicator with these values."""

    def drawn(values: str, *, table: bool = False) -> str:
        kinds = f"indicators:\n- {{id: i, name: Møter, unit: antall, series: [{values}]}}\n"
        reading = read_plan(kinds)
        page = Page(Site(reading), "x")
        series = series_of(reading, reading.plan.indicators[0])
        return chart_and_table(page, series) if table else chart(page, series)

    return drawn


def _svg(markup: str) -> etree._Element:
    found = re.search(r"<svg.*</svg>", markup, re.DOTALL)
    assert found
    return etree.fromstring(found[0])


def _all(svg: etree._Element, name: str) -> list[etree._Element]:
    return list(svg.iter(f"{{http://www.w3.org/2000/svg}}{name}"))


def _words(svg: etree._Element) -> list[str]:
    return [one.text or "" for one in _all(svg, "text")]


def test_chart_with_one_value_is_not_drawn(draw: Draw) -> None:
    """One value shows no course; the table holds it."""
    assert draw('{period: "2025", value: "10"}') == ""


def test_chart_of_two_values_is_bars_and_of_more_a_line(draw: Draw) -> None:
    """Two values side by side, a course from three on."""
    two = _svg(draw('{period: "2024", value: "10"}, {period: "2025", value: "20"}'))
    assert [one.get("class") for one in _all(two, "rect")] == ["pk-chart-bar"] * 2
    assert not _all(two, "polyline")
    assert _all(_svg(draw(YEARS)), "polyline")


def test_chart_leads_no_line_across_a_hole_or_a_break(draw: Draw) -> None:
    """2024 is missing and 2025 cannot be compared: the line ends in 2023, and the mark after the break is another."""
    svg = _svg(draw(YEARS))
    assert [len((one.get("points") or "").split()) for one in _all(svg, "polyline")] == [3, 1]
    assert len(_all(svg, "circle")) == 3
    assert [one.get("class") for one in _all(svg, "rect")] == ["pk-chart-mark"]
    assert "Break in series" in _words(svg)


def test_chart_says_every_value_in_words_too(draw: Draw) -> None:
    """Title, description and labels hold each figure, for those who see no picture and for black and white."""
    svg = _svg(draw(YEARS))
    description = _all(svg, "desc")[0].text or ""
    for period, value in (("2021", "10"), ("2022", "40"), ("2023", "20"), ("2025", "30")):
        assert f"{period}: {value}." in description
        assert value in _words(svg)
    assert "2024: no value." in description
    assert svg.get("role") == "img"
    assert svg.get("aria-labelledby", "").split() == [
        _all(svg, "title")[0].get("id"),
        _all(svg, "desc")[0].get("id"),
    ]


def test_chart_tells_nothing_of_a_withheld_value(draw: Draw) -> None:
    """Whatever the small value is, the drawing is the same to the last byte."""
    values = (
        '{{period: "2022", value: "40"}}, {{period: "2023", value: "{}"}}, {{period: "2024", value: "30"}}'
    )
    assert draw(values.format(2)) == draw(values.format(4))
    assert "2023: withheld." in (_all(_svg(draw(values.format(2))), "desc")[0].text or "")
    assert ":" in _words(_svg(draw(values.format(2))))


def test_chart_and_table_hold_the_same_figures(draw: Draw) -> None:
    """What is written at the marks stands in the table right below."""
    markup = draw(YEARS, table=True)
    values = [one.text for one in _all(_svg(markup), "text") if one.get("class") == "pk-chart-value"]
    cells = re.findall(r'<td data-label="Value">([^<]*)</td>', markup)
    assert [one for one in values if one != "–"] == [one for one in cells if one != "no value"]


def test_chart_begins_its_scale_at_nothing(draw: Draw) -> None:
    """A change from 90 to 92 does not look like a leap."""
    svg = _svg(
        draw('{period: "2023", value: "90"}, {period: "2024", value: "91"}, {period: "2025", value: "92"}')
    )
    assert "0" in _words(svg)


@pytest.mark.parametrize("value", ["0", "-5", "0.5", "1000000", "1e3"])
def test_chart_of_odd_values_is_drawn(draw: Draw, value: str) -> None:
    """Nothing, less than nothing and very much have a scale too."""
    svg = _svg(draw(f'{{period: "2023", value: "{value}"}}, {{period: "2024", value: "{value}"}}'))
    assert len(_all(svg, "rect")) == 2
