"""What the tests of Excel share: a small plan, and people who write into workbooks."""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.cell import Cell
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from plankit.excel.input import read_workbook
from plankit.excel.output import build_workbook
from plankit.inputs import InputRequest, Proposal
from plankit.loading import load
from plankit.outputs import Request

MEASURES = """\
# Tiltakene. Rekkefølgen er planens egen.
measures:
  - id: t1   # vises i adresser
    number: "1.10"
    title: "Spørre alle"
    description: >-
      Jordmor spør alle gravide om vold
      ved første konsultasjon.

    # Status settes av koordinatoren.
    status: pågår
    responsible: {agency: nav, role: Veileder, function: owner}
    deadline: 1. april 2027
    cost: {text: 50 000 kr, amount: "50000", currency: NOK, funder: Staten}
    target_groups: [barn, voksne]
  - {id: t2, title: Nei, status: planlagt, responsible: skolene, deadline: våren 2027, notes: 'no'}
"""
PLAN = """\
format: "1"
plan: {id: havn, title: Trygg i Havn, language: nb, period: 2026–2029, stage: draft, empty: {guide: not-applicable}}
participants:
  - {id: havn-kommune, name: Havn, number: "0301"}
agencies:
  - {id: nav, name: NAV Havn}
  - {id: skolene, name: Skolene}
tasks:
  - {id: ringe, title: Ringe politiet}
  - {id: melde, title: Melde fra}
responsibilities:
  - {task: ringe, agency: nav, role: A}  # avtalt
  - {task: ringe, agency: skolene, role: R}
  - {task: melde, agency: skolene, role: A}
vocabulary:
  - {field: target-group, term: barn}
  - {field: target-group, term: voksne}
"""
OTHERS = """\
progress:
  - measure: t1
    date: 2026-10-01
    status: pågår
    result: Halvveis
services:
  - {id: s1, name: Krisesenteret, agency: nav, phone: "02800", around_the_clock: true, verified_on: 2026-05-01}
contacts:
  - {party: Politiet, channel: telefon, value: "112"}
  - {party: Vakt, channel: telefon, value: 00 00 00 01, hours: "22:30"}
"""
FILES = {"plan.yaml": PLAN, "measures/a.yaml": MEASURES, "other.yaml": OTHERS}
Place = tuple[str, str, str]
"""Sheet, id of the row, heading of the column."""


def write_plan(folder: Path, files: Mapping[str, str] = FILES) -> Path:
    """A plan folder with these files."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8"))
    return folder


def bytes_of(folder: Path) -> dict[str, bytes]:
    """Every file of a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


TODAY = datetime.date(2027, 6, 1)
"""The day that workbooks are made on: the plan of the tests has no report for its year."""


def export(plan: Path, out: Path, agency: str | None = None, language: str | None = None) -> Path:
    """The workbook of a plan."""
    loaded = load(plan, rules=())
    build_workbook(Request(folder=plan, loaded=loaded, out=out, only=agency, language=language, today=TODAY))
    return out


def propose(file: Path, plan: Path, prefer: str | None = None, base: Path | None = None) -> Proposal:
    """What a workbook would change in a plan."""
    loaded = load(plan, language="en")
    return read_workbook(
        InputRequest(file=file, folder=plan, loaded=loaded, language="en", base=base, prefer=prefer)
    )


def take(file: Path, plan: Path, prefer: str | None = None) -> Proposal:
    """Read a workbook into a plan and write what it changes."""
    proposal = propose(file, plan, prefer)
    assert proposal.write().errors == ()
    return proposal


def codes(proposal: Proposal) -> list[tuple[str, str]]:
    """The code and the place of each finding."""
    return [(one.code, one.place.file) for one in proposal.findings]


def changes(proposal: Proposal) -> list[tuple[str, str, str]]:
    """Field, old value and new value of each difference."""
    return [(one.field, one.before, one.after) for one in proposal.differences]


def cell(book: Workbook, place: Place) -> Cell:
    """The cell of a row and column, wherever they are."""
    sheet: Worksheet = book[place[0]]
    heads = {one.value: int(one.column or 0) for one in sheet[1]}
    ids = [sheet.cell(number, heads["Id"]).value for number in range(1, sheet.max_row + 1)]
    found = sheet.cell(ids.index(place[1]) + 1, heads[place[2]])
    assert isinstance(found, Cell)
    return found


def edited(source: Path, target: Path, values: Mapping[Place, Any]) -> Path:
    """A copy of a workbook in which somebody wrote these values."""
    book = openpyxl.load_workbook(source)
    for place, value in values.items():
        at = cell(book, place)
        at.value = value
        if isinstance(value, str) and not value.startswith("=FORMULA"):
            at.data_type = "s"
    book.save(target)
    return target


def reported(source: Path, target: Path, *rows: Mapping[str, Any]) -> Path:
    """A copy of a workbook in which somebody filled in reports."""
    book = openpyxl.load_workbook(source)
    sheet = book["Framdrift"]
    heads = {one.value: int(one.column or 0) for one in sheet[1]}
    empty = next(
        number for number in range(2, sheet.max_row + 1) if sheet.cell(number, heads["Id"]).value is None
    )
    for number, row in enumerate(rows, start=empty):
        for head, value in row.items():
            sheet.cell(number, heads[head]).value = value
    book.save(target)
    return target


def copy_of(plan: Path, target: Path) -> Path:
    """A copy of a plan folder."""
    shutil.copytree(plan, target, ignore=shutil.ignore_patterns(".plankit"))
    return target
