"""The yearly report says the same as a page, as PDF and as Word, and what its view says."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from tests.agreement.reading_back import Grid, docx_grids, html_grids, pdf_grids
from tests.metadata import assert_no_traces
from tests.site.building import FJORDVIK

import plankit
from plankit.loading import Loaded
from plankit.outputs import Request, find_output
from plankit.papers.council import report_on
from plankit.papers.yearly_report import report_page
from plankit.views.reading import Reading
from plankit.views.report_lines import Due, Fate
from plankit.views.yearly_report import YearlyReport

DAY = date(2027, 2, 1)
SIGN = re.compile(r"^[^\w\s] (?=\w)")


@pytest.fixture(scope="module")
def loaded() -> Loaded:
    return plankit.load(FJORDVIK, today=DAY)


@pytest.fixture(scope="module")
def reading(loaded: Loaded) -> Reading:
    assert loaded.plan is not None
    return Reading(loaded.plan, loaded.guide, "nb", loaded.findings)


@pytest.fixture(scope="module")
def report(loaded: Loaded, reading: Reading) -> YearlyReport:
    found = report_on(2026, FJORDVIK, loaded, reading, DAY)
    assert found is not None
    return found


@pytest.fixture(scope="module")
def made(
    loaded: Loaded, reading: Reading, report: YearlyReport, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Path]:
    """The report in each format."""
    folder = tmp_path_factory.mktemp("report")
    found = {"html": folder / "report.html"}
    found["html"].write_text(report_page(reading, report, today=DAY), encoding="utf-8")
    for form in ("pdf", "docx"):
        request = Request(folder=FJORDVIK, loaded=loaded, out=folder, only="report-2026", today=DAY)
        found[form] = find_output(form)(request).start
    return found


def _plain(grid: Grid) -> Grid:
    """A table without the signs that stand beside words on a screen."""
    return [[SIGN.sub("", cell) for cell in row] for row in grid]


@pytest.fixture(scope="module")
def page(made: dict[str, Path]) -> list[Grid]:
    """The tables of the page; the others are compared with them."""
    return [_plain(one) for one in html_grids(made["html"])]


def test_page_holds_every_value_and_measure_of_the_view(
    page: list[Grid], report: YearlyReport, reading: Reading
) -> None:
    """Counts, values of indicators and the measures nobody reported on are those that the view worked out."""
    assert page[0][-1][-1] == str(len(report.promised))
    counted = dict(zip(page[0][0], page[0][-1], strict=True))
    in_year = sum(count for (due, _), count in report.counts.items() if due is Due.IN_YEAR)
    assert counted["Frist i 2026"] == str(in_year)
    values = [[row[:2] for row in grid[1:]] for grid in page if grid[0][:2] == ["Periode", "Verdi"]]
    assert values == [
        [[point.period, point.text or "ingen verdi"] for point in one.points]
        for one in report.indicators
        if one.points
    ]
    silent = [reading.numbered_title(one.measure.id) for one in report.of(Fate.NOT_REPORTED)]
    assert silent
    assert [row[0] for row in next(g for g in page if g[0] == ["Tiltak", "Ansvarlig", "Frist"])[1:]] == silent


@pytest.mark.parametrize("form", ["pdf", "docx"])
def test_paper_holds_the_tables_of_the_page(form: str, made: dict[str, Path], page: list[Grid]) -> None:
    """Every cell of every table is the same on paper."""
    grids = {"pdf": pdf_grids, "docx": docx_grids}[form](made[form])
    heads = {tuple(grid[0]) for grid in page}
    assert [one for one in map(_plain, grids) if tuple(one[0]) in heads] == page


def test_no_report_tells_who_made_it_where(made: dict[str, Path]) -> None:
    """No name of a user or a machine, and no path, is in any of them."""
    for path in made.values():
        assert_no_traces(path)
