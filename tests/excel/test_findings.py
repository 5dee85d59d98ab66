"""Workbooks that were damaged, changed where they must not be, or belong elsewhere: a finding by sheet and cell."""

from __future__ import annotations

import random
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.workbook import Workbook
from tests.excel.workbooks import (
    bytes_of,
    cell,
    changes,
    codes,
    copy_of,
    edited,
    export,
    propose,
    reported,
    take,
)

from plankit import workbooks as opening
from plankit.findings import Severity
from plankit.rules.catalogue import RULES

CODES = {one.code for one in RULES if "PK050" <= one.code < "PK063"}


def _changed(workbook: Path, target: Path, change: Callable[[Workbook], None]) -> Path:
    book = openpyxl.load_workbook(workbook)
    change(book)
    book.save(target)
    return target


def _renamed(book: Workbook) -> None:
    book["Tiltak"].title = "Tiltak (2)"


def _without_ids(book: Workbook) -> None:
    book["Tiltak"].delete_cols(1)


def _without_status(book: Workbook) -> None:
    book["Tiltak"].delete_cols(4)


def _other_id(book: Workbook) -> None:
    cell(book, ("Tiltak", "t2", "Id")).value = "t22"


def _twice(book: Workbook) -> None:
    cell(book, ("Tiltak", "t2", "Id")).value = "t1"


def _without_row(book: Workbook) -> None:
    book["Tiltak"].delete_rows(3)


def _new_row(book: Workbook) -> None:
    book["Tiltak"].cell(9, 3).value = "Et nytt tiltak"


def _error(book: Workbook) -> None:
    at = cell(book, ("Tiltak", "t1", "Tiltak"))
    at.value, at.data_type = "#REF!", "e"


def _newer(book: Workbook) -> None:
    at = book["_plankit"]["A1"]
    at.value = str(at.value).replace('"format":1', '"format":99')


def _other_plan(book: Workbook) -> None:
    at = book["_plankit"]["A1"]
    at.value = str(at.value).replace('"plan":"havn"', '"plan":"vik"')


def _garbled(book: Workbook) -> None:
    book["_plankit"]["A2"].value = '{"s": 1'


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (_newer, [("PK051", "x.xlsx")]),
        (_other_plan, [("PK051", "x.xlsx")]),
        (_garbled, [("PK051", "x.xlsx")]),
        (_renamed, [("PK052", "x.xlsx")]),
        (_without_ids, [("PK052", "x.xlsx:Tiltak")]),
        (_without_status, [("PK052", "x.xlsx:Tiltak")]),
        (_other_id, [("PK053", "x.xlsx:Tiltak!A3"), ("PK055", "x.xlsx:Tiltak")]),
        (_new_row, [("PK053", "x.xlsx:Tiltak!A9")]),
        (_twice, [("PK054", "x.xlsx:Tiltak!A3"), ("PK055", "x.xlsx:Tiltak")]),
        (_without_row, [("PK055", "x.xlsx:Tiltak")]),
        (_error, [("PK059", "x.xlsx:Tiltak!C2")]),
    ],
)
def test_workbook_that_was_spoilt_gives_findings_and_no_change(
    plan: Path,
    workbook: Path,
    tmp_path: Path,
    change: Callable[[Workbook], None],
    expected: list[tuple[str, str]],
) -> None:
    """What is missing, unknown or broken is told with its place, and nothing is made of it."""
    proposal = propose(_changed(workbook, tmp_path / "x.xlsx", change), plan)
    assert codes(proposal) == expected
    assert proposal.differences == ()


@pytest.mark.parametrize(
    ("place", "value", "expected"),
    [
        (("Tiltak", "t1", "Status i planen"), "nesten", ("PK056", "x.xlsx:Tiltak!D2")),
        (("Tiltak", "t1", "Ansvarlig"), "Politiet", ("PK056", "x.xlsx:Tiltak!F2")),
        (("Ansvarsmatrise", "ringe", "NAV Havn"), "X", ("PK056", "x.xlsx:Ansvarsmatrise!C2")),
        (("Tiltak", "t1", "Frist"), "2027-13-45", ("PK057", "x.xlsx:Tiltak!J2")),
        (("Tjenester", "s1", "Kontrollert"), "i fjor", ("PK057", "x.xlsx:Tjenester!N2")),
        (("Tiltak", "t1", "Merknad"), "=FORMULA()", ("PK058", "x.xlsx:Tiltak!R2")),
        (("Tiltak", "t1", "Status"), "ferdig", ("PK060", "x.xlsx:Tiltak!E2")),
        (("Framdrift", "t1/2026-10-01", "Resultat"), "Alt", ("PK060", "x.xlsx:Framdrift!F2")),
        (("Tiltak", "t1", "Tiltak"), None, ("PK062", "x.xlsx:Tiltak!C2")),
        (("Tjenester", "s1", "Telefon"), 2800, ("PK062", "x.xlsx:Tjenester!J2")),
        (("Ansvarsmatrise", "ringe", "NAV Havn"), None, ("PK062", "x.xlsx:Ansvarsmatrise!C2")),
    ],
)
def test_cell_that_cannot_be_read_gives_a_finding_at_the_cell(
    plan: Path,
    workbook: Path,
    tmp_path: Path,
    place: tuple[str, str, str],
    value: Any,
    expected: tuple[str, str],
) -> None:
    """The cell is left out, with its place and why; the rest of the workbook is read."""
    other = ("Tiltak", "t2", "Tiltak")
    proposal = propose(edited(workbook, tmp_path / "x.xlsx", {place: value, other: "Ja"}), plan)
    assert codes(proposal) == [expected]
    assert changes(proposal) == [("Tiltak", "Nei", "Ja")]


def test_report_without_a_date_gives_a_finding(plan: Path, workbook: Path, tmp_path: Path) -> None:
    """A report that cannot be put in order is not added."""
    proposal = propose(reported(workbook, tmp_path / "x.xlsx", {"Tiltak": "Nei", "Resultat": "Ja"}), plan)
    assert codes(proposal) == [("PK062", "x.xlsx:Framdrift!A3")]
    assert proposal.differences == ()


def test_value_with_a_comment_inside_it_is_left_alone(plan: Path, tmp_path: Path) -> None:
    """A comment that would be lost is worth more than the convenience."""
    path = plan / "measures" / "a.yaml"
    text = path.read_text(encoding="utf-8").replace(
        "[barn, voksne]", "\n      - barn  # også spedbarn\n      - voksne"
    )
    path.write_text(text, encoding="utf-8")
    workbook = export(plan, tmp_path / "w.xlsx")
    proposal = propose(edited(workbook, tmp_path / "x.xlsx", {("Tiltak", "t1", "For hvem"): "voksne"}), plan)
    assert codes(proposal) == [("PK062", "x.xlsx:Tiltak!O2")]
    assert "comment" in proposal.findings[0].message


def test_row_that_is_gone_from_the_plan_is_told_only_where_it_was_changed(
    plan: Path, workbook: Path, tmp_path: Path
) -> None:
    """Whoever did not touch it need not hear of it."""
    path = plan / "measures" / "a.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text[: text.index("  - {id: t2")], encoding="utf-8")
    assert codes(propose(workbook, plan)) == []
    changed = edited(workbook, tmp_path / "x.xlsx", {("Tiltak", "t2", "Tiltak"): "Ja"})
    assert codes(propose(changed, plan)) == [("PK053", "x.xlsx:Tiltak!C3")]


def _zip(path: Path, parts: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return path


def _with_entities(path: Path, workbook: Path) -> Path:
    with zipfile.ZipFile(workbook) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["xl/workbook.xml"] = b'<!DOCTYPE x [<!ENTITY a "b">]>' + parts["xl/workbook.xml"]
    return _zip(path, parts)


@pytest.mark.parametrize(
    ("make", "word"),
    [
        (lambda path, _: path.write_bytes(b""), "not an Excel workbook"),
        (lambda path, _: path.write_bytes(b"id;title\n1;2\n"), "not an Excel workbook"),
        (lambda path, _: path.write_bytes(b"\xd0\xcf\x11\xe0" + b"0" * 600), "password"),
        (lambda path, _: _zip(path, {"a.txt": b"x"}), "not an Excel workbook"),
        (lambda path, _: _zip(path, {"[Content_Types].xml": b"<x/>"}), "damaged"),
        (_with_entities, "declares"),
        (lambda path, book: path.write_bytes(book.read_bytes()[:-900]), "not an Excel workbook"),
    ],
    ids=["empty", "text", "encrypted", "other-zip", "half", "entities", "cut"],
)
def test_file_that_is_no_workbook_gives_one_finding(
    plan: Path, workbook: Path, tmp_path: Path, make: Callable[[Path, Path], object], word: str
) -> None:
    """It says in words why it cannot be read."""
    make(tmp_path / "x.xlsx", workbook)
    proposal = propose(tmp_path / "x.xlsx", plan)
    assert codes(proposal) == [("PK050", "x.xlsx")]
    assert word in proposal.findings[0].message


def test_zip_that_unpacks_to_too_much_is_not_unpacked(
    plan: Path, workbook: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A small file must not fill the memory."""
    monkeypatch.setattr(opening, "MAX_UNPACKED", 5_000)
    proposal = propose(workbook, plan)
    assert [code for code, _ in codes(proposal)] == ["PK050"]
    assert "unpacks" in proposal.findings[0].message


def test_foreign_workbook_gives_a_finding(plan: Path, tmp_path: Path) -> None:
    """A workbook that plankit did not write has nothing that it could be compared with."""
    book = openpyxl.Workbook()
    book.active["A1"] = "Id"  # type: ignore[index]  # a new workbook has a sheet
    book.save(tmp_path / "x.xlsx")
    assert codes(propose(tmp_path / "x.xlsx", plan)) == [("PK051", "x.xlsx")]


def test_workbook_with_bytes_changed_at_random_never_raises(
    plan: Path, workbook: Path, tmp_path: Path
) -> None:
    """Whatever happens to a file on its way, the plan stays whole and the reader is told."""
    before, data, chance = bytes_of(plan), workbook.read_bytes(), random.Random(5)
    for _ in range(40):
        broken = bytearray(data)
        for _ in range(chance.randint(1, 30)):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        (tmp_path / "x.xlsx").write_bytes(broken)
        propose(tmp_path / "x.xlsx", plan)
    assert bytes_of(plan) == before


def test_findings_of_workbooks_all_have_a_test_here() -> None:
    """Each code is named in this file or in the tests of the import."""
    text = Path(__file__).read_text(encoding="utf-8")
    text += (Path(__file__).parent / "test_import.py").read_text(encoding="utf-8")
    assert {code for code in CODES if f'"{code}"' not in text} == set()


def test_findings_of_workbooks_tell_in_every_language(plan: Path, workbook: Path, tmp_path: Path) -> None:
    """No placeholder is left, and what is an error is one."""
    other = copy_of(plan, tmp_path / "other")
    take(edited(workbook, tmp_path / "1.xlsx", {("Tiltak", "t1", "Tiltak"): "Spørre"}), other)
    proposal = propose(edited(workbook, tmp_path / "x.xlsx", {("Tiltak", "t1", "Tiltak"): "Spør"}), other)
    assert [one.severity for one in proposal.findings] == [Severity.ERROR]
    assert "{" not in proposal.findings[0].message + (proposal.findings[0].hint or "")
