"""What people change in a workbook comes back into the files, and nothing else in them changes."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from tests.excel.workbooks import (
    MEASURES,
    PLAN,
    bytes_of,
    changes,
    codes,
    edited,
    export,
    propose,
    reported,
    take,
    write_plan,
)

from plankit.loading import load


def test_workbook_without_edits_changes_no_byte(plan: Path, workbook: Path) -> None:
    """Export and import are quiet together."""
    before = bytes_of(plan)
    proposal = take(workbook, plan)
    assert (proposal.differences, proposal.findings) == ((), ())
    assert bytes_of(plan) == before


@pytest.mark.parametrize(
    ("place", "value", "old", "new"),
    [
        (("Tiltak", "t1", "Tiltak"), "Spørre: alle", '"Spørre alle"', '"Spørre: alle"'),
        (("Tiltak", "t1", "Status i planen"), "gjennomført", "status: pågår\n", "status: gjennomført\n"),
        (("Tiltak", "t1", "Ansvarlig"), "Skolene", "{agency: nav, role", "{agency: skolene, role"),
        (("Tiltak", "t1", "Frist"), datetime.datetime(2027, 5, 1), "1. april 2027", "1. mai 2027"),
        (("Tiltak", "t1", "Frist"), "høsten 2027", "1. april 2027", "høsten 2027"),
        (("Tiltak", "t1", "Frist"), 2028, "1. april 2027", '"2028"'),
        (("Tiltak", "t2", "Frist"), datetime.datetime(2027, 6, 5), "våren 2027", "5. juni 2027"),
        (("Tiltak", "t1", "For hvem"), "barn", "[barn, voksne]", "[barn]"),
        (
            ("Tiltak", "t1", "Kostnad"),
            "60 000 kr",
            '{text: 50 000 kr, amount: "50000", currency: NOK, funder: Staten}',
            "{text: 60 000 kr, funder: Staten}",
        ),
        (("Tiltak", "t2", "Ansvarlig"), "NAV Havn", "responsible: skolene", "responsible: nav"),
        (
            ("Tiltak", "t2", "Rolle"),
            "Rektor",
            "responsible: skolene",
            "responsible: {agency: skolene, role: Rektor}",
        ),
        (("Tiltak", "t2", "Merknad"), None, "notes: 'no'", "notes: "),
        (("Tiltak", "t2", "Merknad"), "0301", "notes: 'no'", "notes: '0301'"),
        (("Tiltak", "t2", "Nummer"), "2", "{id: t2, title", '{id: t2, number: "2", title'),
    ],
)
def test_value_that_is_changed_is_the_only_thing_that_changes(
    plan: Path, workbook: Path, tmp_path: Path, place: tuple[str, str, str], value: Any, old: str, new: str
) -> None:
    """Comments, order, quotes and layout stay as they are."""
    before = bytes_of(plan)
    assert MEASURES.count(old) == 1
    proposal = take(edited(workbook, tmp_path / "e.xlsx", {place: value}), plan)
    assert proposal.findings == ()
    assert len(proposal.differences) == 1
    wanted = MEASURES.replace(old, new)
    assert bytes_of(plan) == {**before, "measures/a.yaml": wanted.encode()}


def test_rows_and_columns_that_were_moved_and_filtered_are_found(
    plan: Path, workbook: Path, tmp_path: Path
) -> None:
    """Values are known by the id of the row and the heading of the column."""
    book = openpyxl.load_workbook(edited(workbook, tmp_path / "e.xlsx", {("Tiltak", "t2", "Tiltak"): "Ja"}))
    sheet = book["Tiltak"]
    rows = [[one.value for one in row][::-1] for row in sheet.iter_rows()]
    for number, row in enumerate([rows[0], *rows[:0:-1]], start=1):
        for place, value in enumerate(row, start=1):
            sheet.cell(number, place).value = value
    sheet.row_dimensions[2].hidden = True
    book.move_sheet("Tiltak", 4)
    book.save(tmp_path / "moved.xlsx")
    proposal = take(tmp_path / "moved.xlsx", plan)
    assert changes(proposal) == [("Tiltak", "Nei", "Ja")]
    assert proposal.findings == ()


def test_files_of_two_people_are_put_together(plan: Path, workbook: Path, tmp_path: Path) -> None:
    """Each wrote into a copy of the same export; the second does not take the first one's change away."""
    take(edited(workbook, tmp_path / "1.xlsx", {("Tiltak", "t1", "Tiltak"): "Spørre"}), plan)
    proposal = take(edited(workbook, tmp_path / "2.xlsx", {("Tiltak", "t2", "Tiltak"): "Ja"}), plan)
    assert codes(proposal) == []
    loaded = load(plan)
    assert loaded.plan is not None
    assert [one.title for one in loaded.plan.measures] == ["Spørre", "Ja"]


@pytest.mark.parametrize(("prefer", "title"), [(None, "Spørre"), ("plan", "Spørre"), ("file", "Spør")])
def test_same_value_changed_by_two_is_a_conflict_until_one_is_chosen(
    plan: Path, workbook: Path, tmp_path: Path, prefer: str | None, title: str
) -> None:
    """Nobody wins by being last; both values are told."""
    take(edited(workbook, tmp_path / "1.xlsx", {("Tiltak", "t1", "Tiltak"): "Spørre"}), plan)
    second = edited(workbook, tmp_path / "2.xlsx", {("Tiltak", "t1", "Tiltak"): "Spør"})
    proposal = take(second, plan, prefer)
    assert codes(proposal) == ([("PK061", "2.xlsx:Tiltak!C2")] if prefer is None else [])
    if prefer is None:
        assert all(
            word in proposal.findings[0].message for word in ("2.xlsx", "“Spør”", "“Spørre”", "“Spørre alle”")
        )
    loaded = load(plan)
    assert loaded.plan is not None
    assert loaded.plan.measures[0].title == title


def test_agency_renamed_meanwhile_is_still_known_by_the_name_in_the_workbook(
    plan: Path, workbook: Path, tmp_path: Path
) -> None:
    """The list in the cell was made before; what is chosen from it holds."""
    (plan / "plan.yaml").write_text(PLAN.replace("NAV Havn", "NAV Havn og Vik"), encoding="utf-8")
    proposal = take(edited(workbook, tmp_path / "e.xlsx", {("Tiltak", "t2", "Ansvarlig"): "NAV Havn"}), plan)
    assert codes(proposal) == []
    assert "responsible: nav" in (plan / "measures/a.yaml").read_text(encoding="utf-8")


def test_report_that_is_filled_in_is_added_and_only_once(plan: Path, workbook: Path, tmp_path: Path) -> None:
    """It goes after the last report, in the manner of the others; reading the workbook again adds nothing."""
    row = {"Tiltak": "Nei", "Dato": datetime.datetime(2026, 11, 2), "Status": "pågår", "Resultat": "To: tre"}
    done = reported(workbook, tmp_path / "r.xlsx", row, {"Tiltak": "Nei"})
    proposal = take(done, plan)
    assert codes(proposal) == []
    added = '    result: Halvveis\n  - measure: t2\n    date: 2026-11-02\n    status: pågår\n    result: "To: tre"\n'
    assert added in (plan / "other.yaml").read_text(encoding="utf-8")
    assert take(done, plan).differences == ()


def test_first_report_of_a_plan_gets_a_file(tmp_path: Path) -> None:
    """A plan without reports has no place for them yet."""
    plan = write_plan(tmp_path / "plan", {"plan.yaml": PLAN, "measures/a.yaml": MEASURES})
    workbook = export(plan, tmp_path / "x.xlsx")
    take(
        reported(workbook, tmp_path / "r.xlsx", {"Tiltak": "Nei", "Dato": "1.2.2027", "Resultat": "Ja"}), plan
    )
    text = (plan / "progress.yaml").read_text(encoding="utf-8")
    assert text == "progress:\n  - measure: t2\n    date: 2027-02-01\n    result: Ja\n"


@pytest.mark.parametrize(
    ("value", "old", "new"),
    [
        ("I", "role: A}  # avtalt", "role: I}  # avtalt"),
        ("R, A", "role: A}  # avtalt", None),
    ],
)
def test_letter_of_the_matrix_is_changed_or_added(
    plan: Path, workbook: Path, tmp_path: Path, value: str, old: str, new: str | None
) -> None:
    """A changed letter stays in its line; a new one gets a line after those of its task."""
    take(edited(workbook, tmp_path / "e.xlsx", {("Ansvarsmatrise", "ringe", "NAV Havn"): value}), plan)
    last = "  - {task: ringe, agency: skolene, role: R}\n"
    wanted = (
        PLAN.replace(old, new)
        if new
        else PLAN.replace(last, f"{last}  - {{task: ringe, agency: nav, role: R}}\n")
    )
    assert (plan / "plan.yaml").read_text(encoding="utf-8") == wanted


def test_letter_changed_in_both_sheets_must_be_the_same(plan: Path, workbook: Path, tmp_path: Path) -> None:
    """The matrix and the list show the same value; two answers are a conflict."""
    wide, long = ("Ansvarsmatrise", "ringe", "NAV Havn"), ("Ansvar og oppgaver", "ringe/nav/A", "Bokstav")
    same = propose(edited(workbook, tmp_path / "1.xlsx", {wide: "I", long: "I"}), plan)
    assert (len(same.differences), codes(same)) == (1, [])
    other = propose(edited(workbook, tmp_path / "2.xlsx", {wide: "I", long: "C"}), plan)
    assert [code for code, _ in codes(other)] == ["PK061"]


def test_change_that_makes_a_new_error_writes_nothing(plan: Path, workbook: Path, tmp_path: Path) -> None:
    """The plan is tried with the changes before they are written; the error is told."""
    before = bytes_of(plan)
    values = {("Tiltak", "t1", "Merknad"): "Gjelder 31123950057", ("Tiltak", "t2", "Tiltak"): "Ja"}
    written = propose(edited(workbook, tmp_path / "e.xlsx", values), plan).write()
    assert [one.name for one in written.errors] == ["national-id-number"]
    assert written.files == ()
    assert bytes_of(plan) == before


@pytest.mark.parametrize("end", ["\r\n", "\n"])
def test_line_ends_and_byte_order_mark_are_kept(end: str, tmp_path: Path) -> None:
    """A file from another system stays one."""
    text = "\ufeff" + MEASURES.replace("\n", end)
    plan = write_plan(tmp_path / "plan", {"plan.yaml": PLAN, "a.yaml": text})
    workbook = export(plan, tmp_path / "x.xlsx")
    take(edited(workbook, tmp_path / "e.xlsx", {("Tiltak", "t1", "Beskrivelse"): "En\nto"}), plan)
    written = (plan / "a.yaml").read_bytes().decode("utf-8")
    assert written.startswith("\ufeff")
    assert written.count(end) == written.count("\n")
    loaded = load(plan)
    assert loaded.plan is not None
    assert loaded.plan.measures[0].description == "En\nto"


def test_workbook_that_lost_its_hidden_sheet_is_read_with_the_exported_one(
    plan: Path, workbook: Path, tmp_path: Path
) -> None:
    """What it was made from can be told from the file as it was."""
    changed = edited(workbook, tmp_path / "e.xlsx", {("Tiltak", "t2", "Tiltak"): "Ja"})
    book = openpyxl.load_workbook(changed)
    del book["_plankit"]
    book.save(changed)
    assert [code for code, _ in codes(propose(changed, plan))] == ["PK051"]
    assert changes(propose(changed, plan, base=workbook)) == [("Tiltak", "Nei", "Ja")]
