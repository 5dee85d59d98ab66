"""The activities of the year as a sheet: what was reported in it comes back into the year's own file."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from tests.excel.workbooks import changes, edited, export, take, write_plan

from plankit.loading import load

YEAR = """\
activity_plans:
- {id: year-2027, title: Aktivitetsplan 2027, period: 2027}
activities:
- {id: a1, activity_plan: year-2027, title: Første kurs, measures: [t1], responsible: nav, when: mai 2027}
- {id: a2, activity_plan: year-2027, title: Nytt skjema, responsible: skolene}
"""


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """The small plan, with an activity plan in a file of its own."""
    folder = write_plan(tmp_path / "plan")
    (folder / "years").mkdir()
    (folder / "years" / "2027.yaml").write_text(YEAR, encoding="utf-8")
    return folder


def test_status_of_an_activity_is_written_into_its_file(plan: Path, tmp_path: Path) -> None:
    """Status, time and result of one activity change, and nothing else in the plan does."""
    workbook = export(plan, tmp_path / "b.xlsx")
    cells = {
        ("Aktiviteter", "a1", "Status"): "gjennomført",
        ("Aktiviteter", "a1", "Når"): "juni 2027",
        ("Aktiviteter", "a2", "Hvorfor ikke"): "Ingen tid",
    }
    proposal = take(edited(workbook, tmp_path / "e.xlsx", cells), plan)
    assert proposal.findings == ()
    assert len(changes(proposal)) == 3
    after = load(plan).plan
    assert after is not None
    first, second = after.activities
    assert first.when is not None
    assert (first.status, first.when.text, second.reason) == ("gjennomført", "juni 2027", "Ingen tid")
    assert take(export(plan, tmp_path / "again.xlsx"), plan).differences == ()


def test_form_of_an_agency_holds_its_own_activities(plan: Path, tmp_path: Path) -> None:
    """An agency sees what it has taken on, and no other's; a plan without activities has no such sheet."""
    book = openpyxl.load_workbook(export(plan, tmp_path / "b.xlsx", agency="nav"))
    assert [row[0].value for row in book["Aktiviteter"].iter_rows(min_row=2, max_row=3)] == ["a1", None]
    (plan / "years" / "2027.yaml").unlink()
    assert "Aktiviteter" not in openpyxl.load_workbook(export(plan, tmp_path / "c.xlsx")).sheetnames
