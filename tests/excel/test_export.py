"""The workbook that is exported: what is in it, what may be changed, and what it keeps to itself."""

from __future__ import annotations

import datetime
import zipfile
from pathlib import Path

import openpyxl
import pytest
from tests.excel.workbooks import FILES, MEASURES, cell, export, propose, write_plan

SHEETS = [
    "Om denne filen",
    "Tiltak",
    "Ansvarsmatrise",
    "Ansvar og oppgaver",
    "Framdrift",
    "Tjenester",
    "Kontakter",
]


def test_export_of_one_plan_twice_gives_the_same_bytes(plan: Path, tmp_path: Path) -> None:
    """Neither the clock nor chance is in the file."""
    one, two = export(plan, tmp_path / "1.xlsx"), export(plan, tmp_path / "2.xlsx")
    assert one.read_bytes() == two.read_bytes()


def test_workbook_holds_no_author_user_or_path(workbook: Path, tmp_path: Path) -> None:
    """Who exported it, on which machine and where, stays there."""
    book = openpyxl.load_workbook(workbook)
    assert (book.properties.creator or "", book.properties.lastModifiedBy or "") == ("", "")
    with zipfile.ZipFile(workbook) as archive:
        everything = b"".join(archive.read(name) for name in archive.namelist())
    assert str(tmp_path).encode() not in everything
    assert book.properties.created == datetime.datetime(2000, 1, 1)


def test_workbook_has_its_sheets_in_the_plans_language(workbook: Path) -> None:
    """The explanation comes first; lists and memory are out of sight."""
    book = openpyxl.load_workbook(workbook)
    assert [one.title for one in book if one.sheet_state == "visible"] == SHEETS
    assert {one.title for one in book if one.sheet_state != "visible"} == {"_lists", "_plankit"}


def test_every_sheet_is_protected_without_a_password(workbook: Path) -> None:
    """Ids, headings and structure are locked; whoever means to can unlock them."""
    for sheet in openpyxl.load_workbook(workbook):
        assert sheet.protection.sheet
        assert sheet.protection.password is None
        assert all(one.protection.locked for one in sheet[1])


@pytest.mark.parametrize(
    ("place", "is_open"),
    [
        (("Tiltak", "t1", "Id"), False),
        (("Tiltak", "t1", "Tiltak"), True),
        (("Tiltak", "t1", "Frist"), True),
        (("Tiltak", "t1", "Status"), False),
        (("Ansvarsmatrise", "ringe", "NAV Havn"), True),
        (("Framdrift", "t1/2026-10-01", "Resultat"), False),
        (("Kontakter", "Politiet/telefon", "Nummer eller adresse"), True),
    ],
)
def test_cells_that_may_be_changed_are_unlocked_and_look_so(
    workbook: Path, place: tuple[str, str, str], is_open: bool
) -> None:
    """What is locked has another colour than what is not."""
    found = cell(openpyxl.load_workbook(workbook), place)
    assert found.protection.locked is not is_open
    assert found.fill.fgColor.rgb == ("FFFFF9DB" if is_open else "FFF0F2F4")


def test_values_that_look_like_numbers_are_texts_and_days_are_days(workbook: Path) -> None:
    """`02800` keeps its zero, `1.10` its last, a vague deadline its words; a day can be sorted as one."""
    book = openpyxl.load_workbook(workbook)
    assert cell(book, ("Tjenester", "s1", "Telefon")).value == "02800"
    assert cell(book, ("Tjenester", "s1", "Telefon")).number_format == "@"
    assert cell(book, ("Tiltak", "t1", "Nummer")).value == "1.10"
    assert cell(book, ("Kontakter", "Vakt/telefon", "Åpningstid")).value == "22:30"
    assert cell(book, ("Tiltak", "t1", "Frist")).value == datetime.datetime(2027, 4, 1)
    assert cell(book, ("Tiltak", "t2", "Frist")).value == "våren 2027"
    about = [row[1].value for row in book["Om denne filen"].iter_rows(max_col=2)]
    assert "0301 Havn" in about


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t"])
def test_text_that_starts_like_a_formula_stays_a_text(start: str, tmp_path: Path) -> None:
    """It is a string cell, marked so that editing it does not make a formula of it."""
    text = f"{start}HYPERLINK(1)"
    measures = MEASURES.replace('"Spørre alle"', '"' + text.replace("\t", "\\t") + '"')
    plan = write_plan(tmp_path / "plan", {**FILES, "measures/a.yaml": measures})
    found = cell(openpyxl.load_workbook(export(plan, tmp_path / "x.xlsx")), ("Tiltak", "t1", "Tiltak"))
    assert (found.value, found.data_type) == (text, "s")
    assert found.quotePrefix


def test_lists_offer_the_plans_own_words_and_agencies_by_name(workbook: Path) -> None:
    """A status is chosen as the plan words it; an agency by its name, not by its id."""
    book = openpyxl.load_workbook(workbook)
    offered = {
        tuple(one.value for one in column if one.value is not None) for column in book["_lists"].iter_cols()
    }
    assert ("NAV Havn", "Skolene") in offered
    assert any("pågår" in words and "planlagt" in words for words in offered)
    formulas = {one.formula1 for one in book["Tiltak"].data_validations.dataValidation}
    assert formulas
    assert all(formula.startswith("_lists!$") for formula in formulas)


def test_sheets_of_the_plan_are_laid_out_for_reading_and_printing(workbook: Path) -> None:
    """Headings stay in sight and come back on each printed page; rows can be filtered."""
    for sheet in openpyxl.load_workbook(workbook).worksheets[1:7]:
        assert sheet.freeze_panes
        assert sheet.auto_filter.ref
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.print_title_rows == "$1:$1"


def test_form_of_an_agency_holds_its_measures_and_rows_to_report_on_them(plan: Path, tmp_path: Path) -> None:
    """It has what the agency answers for and nothing of the others."""
    book = openpyxl.load_workbook(export(plan, tmp_path / "nav.xlsx", agency="nav"))
    assert [one.title for one in book if one.sheet_state == "visible"] == [SHEETS[0], "Tiltak", "Framdrift"]
    assert [row[0].value for row in book["Tiltak"].iter_rows(min_row=2)] == ["t1"]
    rows = [[one.value for one in row[:4]] for row in book["Framdrift"].iter_rows(min_row=2, max_row=3)]
    assert [row[:2] for row in rows] == [["t1/2026-10-01", "1.10 Spørre alle"], [None, "1.10 Spørre alle"]]
    assert rows[1][3] == "2027"


@pytest.mark.parametrize(("language", "title"), [("nn", "Tiltak"), ("sv", "Åtgärder"), ("en", "Measures")])
def test_workbook_in_another_language_has_its_headings(
    plan: Path, tmp_path: Path, language: str, title: str
) -> None:
    """The language can be chosen."""
    book = openpyxl.load_workbook(export(plan, tmp_path / "x.xlsx", language=language))
    assert book.worksheets[1].title == title


def test_text_of_signs_that_no_cell_can_show_is_not_taken_for_a_change(tmp_path: Path) -> None:
    """A number of nothing but a control character is shown as an empty cell, and comes back as one."""
    frame = "plan: {id: p, title: P, language: nb, empty: {guide: not-applicable}}\n"
    measure = 'measures: [{id: t1, title: T, number: "\\x94"}]\n'
    folder = write_plan(tmp_path / "odd", {"plan.yaml": frame + measure})
    proposal = propose(export(folder, tmp_path / "odd.xlsx"), folder)
    assert (proposal.differences, proposal.findings) == ((), ())
