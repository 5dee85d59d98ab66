"""Site, PDF, Word, Excel and JSON of the example say the same: each is read back, and none may say more or less."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.agreement.reading_back import (
    Row,
    Told,
    docx_grids,
    html_grids,
    pdf_grids,
    told_by,
    xlsx_sheet,
)
from tests.metadata import assert_no_traces
from tests.site.building import FJORDVIK

import plankit
from plankit.loading import Loaded
from plankit.outputs import Request, find_output
from plankit.plan_json import plan_document
from plankit.views.reading import Reading

DAY = date(2026, 11, 22)
HEADS = ("Tiltak", "Oppgave")
"""First heads of the register and of the matrix, in the example's language."""
pytestmark = [
    *(
        pytest.mark.filterwarnings(f"ignore:{words}")
        for words in (
            "'myst_parser[.].*' is deprecated",
            "'sphinx.environment.BuildEnvironment.app' is deprecated",
        )
    ),
]


@pytest.fixture(scope="module")
def loaded() -> Loaded:
    return plankit.load(FJORDVIK, today=DAY)


@pytest.fixture(scope="module")
def reading(loaded: Loaded) -> Reading:
    assert loaded.plan is not None
    return Reading(loaded.plan, loaded.guide, "nb", loaded.findings)


@pytest.fixture(scope="module")
def names(reading: Reading) -> dict[str, str]:
    """What agencies are called over columns, by their full names."""
    return {party.name: party.short_name for party in reading.named_parties}


@pytest.fixture(scope="module")
def made(loaded: Loaded, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Every output of the example: the file to open first, by format."""
    found = {}
    for form in ("html", "pdf", "docx", "xlsx"):
        out = tmp_path_factory.mktemp(form) / (form if form != "xlsx" else "plan.xlsx")
        request = Request(folder=FJORDVIK, loaded=loaded, out=out, today=DAY, remember=False)
        found[form] = find_output(form)(request).start
    return found


@pytest.fixture(scope="module")
def site(made: dict[str, Path], names: dict[str, str]) -> Told:
    """What the site says; the others are compared with it."""
    folder = made["html"].parent
    grids = [*html_grids(folder / "measures.html"), *html_grids(folder / "matrix.html")]
    return told_by(grids, HEADS, names.values())


def test_no_output_tells_who_made_it_where(made: dict[str, Path]) -> None:
    """No file of the site, no paper and no workbook carries an author, a user's name, a machine or a path."""
    files = [path for path in made["html"].parent.rglob("*") if path.is_file()]
    for path in (*files, made["pdf"], made["docx"], made["xlsx"]):
        assert_no_traces(path)


def _assert_same(told: Told, site: Told) -> None:
    assert told.measures == site.measures
    assert told.cells == site.cells


def test_site_tells_every_measure_and_cell_of_the_files(site: Told, reading: Reading) -> None:
    """Nothing is lost between the files and the site, and what is compared below is not empty."""
    assert set(site.measures) == {reading.numbered_title(one.id) for one in reading.plan.measures}
    stated = {(one.task, one.agency) for one in reading.plan.responsibilities if one.task and one.role}
    assert len(site.cells) == len(stated) > 300


def test_pdf_says_what_the_site_says(made: dict[str, Path], site: Told, names: dict[str, str]) -> None:
    """Titles, owners, deadlines, statuses and letters in the PDF's tagged tables are those of the site."""
    _assert_same(told_by(pdf_grids(made["pdf"]), HEADS, names.values()), site)


def test_word_file_says_what_the_site_says(made: dict[str, Path], site: Told, names: dict[str, str]) -> None:
    """Titles, owners, deadlines, statuses and letters in the Word file's tables are those of the site."""
    _assert_same(told_by(docx_grids(made["docx"]), HEADS, names.values()), site)


def test_workbook_says_what_the_site_says(
    made: dict[str, Path], site: Told, names: dict[str, str], reading: Reading
) -> None:
    """The sheets of measures and of the matrix hold what the site shows; a deadline that is a day is a date there."""
    rows = {
        f"{row['Nummer']} {row['Tiltak']}": Row(
            owners=_owners_of_sheet(row), deadline=row["Frist"], status=row["Status"]
        )
        for row in xlsx_sheet(made["xlsx"], "Tiltak")
    }
    days = {
        reading.numbered_title(one.id): one.deadline.end_day.isoformat()
        for one in reading.plan.measures
        if one.deadline and one.deadline.end_day and one.deadline.reading.kind == "date"
    }
    shown = {
        title: replace(row, deadline=days.get(title, row.deadline)) for title, row in site.measures.items()
    }
    cells = {
        (row["Oppgave"], names[head]): text.replace(" ", "")
        for row in xlsx_sheet(made["xlsx"], "Ansvarsmatrise")
        for head, text in row.items()
        if head in names and text
    }
    _assert_same(Told(measures=rows, cells=cells), replace(site, measures=shown))


def _owners_of_sheet(row: dict[str, str]) -> frozenset[str]:
    first = ", ".join(filter(None, (row["Ansvarlig"], row["Rolle"])))
    others = row["Andre ansvarlige"]
    return frozenset(filter(None, (first, *(one.rpartition(" (")[0] for one in others.split("\n") if one))))


def test_json_says_what_the_site_says(reading: Reading, site: Told, names: dict[str, str]) -> None:
    """The open data hold the same; ids are read with the titles that stand beside them."""
    document: dict[str, Any] = json.loads(json.dumps(plan_document(reading)))
    content, meanings = document["content"], document["meanings"]
    measures = {}
    for number, one in enumerate(content["measures"]):
        here = f"/measures/{number}"
        measures[f"{one['number']} {one['title']}"] = Row(
            owners=frozenset(_owners_of_json(one["responsible"], meanings, f"{here}/responsible")),
            deadline=meanings[f"{here}/deadline"]["text"],
            status=_newest_status(one, content, meanings, here),
        )
    letters: dict[tuple[str, str], set[str]] = defaultdict(set)
    for number, one in enumerate(content["responsibilities"]):
        if "task" in one and "role" in one:
            here = f"/responsibilities/{number}"
            agency = names[meanings[f"{here}/agency"]["title"]]
            letters[meanings[f"{here}/task"]["title"], agency] |= set(one["role"])
    assert measures == site.measures
    assert dict(letters) == {place: set(text) for place, text in site.cells.items()}


def _owners_of_json(ones: Any, meanings: dict[str, Any], here: str) -> list[str]:
    found = []
    for number, one in enumerate(ones if isinstance(ones, list) else [ones]):
        place = f"{here}/{number}/agency" if f"{here}/{number}/agency" in meanings else f"{here}/{number}"
        said = {} if isinstance(one, str) else one
        parts = (meanings[place]["title"], said.get("role"), said.get("text"))
        found.append(", ".join(filter(None, parts)))
    return found


def _newest_status(one: Any, content: Any, meanings: dict[str, Any], here: str) -> str:
    reports = [
        (meanings[f"/progress/{number}/date"]["end"], meanings[f"/progress/{number}/status"]["label"])
        for number, report in enumerate(content["progress"])
        if report["measure"] == one["id"] and "status" in report
    ]
    return str(max(reports)[1] if reports else meanings[f"{here}/status"]["label"])
