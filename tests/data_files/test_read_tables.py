"""Tables from statistics offices go into the series of an indicator, and nothing else of the plan changes."""

from __future__ import annotations

import hashlib
from pathlib import Path

import openpyxl
import pytest
from tests.data_files.tables import CSV, PLAN, codes, indicator, mapping, plan_folder, propose

from plankit.data_files.values import period_of


def _file(parent: Path, text: str, name: str = "t.csv", encoding: str = "utf-8") -> Path:
    path = parent / name
    path.write_text(text, encoding=encoding)
    return path


def _periods(folder: Path) -> list[tuple[str, str | None, str | None]]:
    return [(one.period.text, one.value, one.base) for one in indicator(folder).series]


def test_file_whose_values_the_plan_has_changes_nothing_but_the_note(tmp_path: Path) -> None:
    """Its checksum and the day are noted the first time; the second time nothing is left to change."""
    folder = plan_folder(tmp_path)
    path = _file(tmp_path, "region;year;share;number\nFjordvik;2023;71,50;80\n")
    first = propose(folder, path)
    assert [one.subject for one in first.differences] == ["m1"]
    assert first.write().files == ("plan.yaml",)
    assert propose(folder, path).differences == ()


def test_new_period_is_added_and_every_other_character_stays(tmp_path: Path) -> None:
    """The comments stay, and so does the value that is there."""
    folder = plan_folder(tmp_path)
    path = _file(tmp_path, CSV)
    proposal = propose(folder, path)
    assert codes(proposal) == []
    proposal.write()
    assert _periods(folder) == [("2023", "71.5", "80"), ("2024", "82", "75")]
    text = (folder / "plan.yaml").read_text(encoding="utf-8")
    added = '    - {period: "2024", value: "82", base: "75"}\n'
    checksum = hashlib.sha256(path.read_bytes()).hexdigest()
    noted = (
        f'    files: [{{name: t.csv, sha256: {checksum}, read_on: 2026-11-22, periods: ["2023", "2024"]}}]\n'
    )
    assert added in text
    assert noted in text
    assert text.replace(added, "").replace(noted, "") == PLAN


def test_next_file_is_noted_after_the_first(tmp_path: Path) -> None:
    """The files that were read are a list that grows."""
    folder = plan_folder(tmp_path)
    propose(folder, _file(tmp_path, CSV)).write()
    propose(folder, _file(tmp_path, CSV + "Fjordvik;2026;90;70\n", "next.csv")).write()
    assert [one.name for one in mapping(folder).files] == ["t.csv", "next.csv"]
    assert [one.periods for one in mapping(folder).files] == [("2023", "2024"), ("2023", "2024", "2026")]


@pytest.mark.parametrize(("prefer", "value"), [(None, "71.5"), ("plan", "71.5"), ("file", "72")])
def test_value_that_the_office_revised_is_written_only_when_chosen(
    tmp_path: Path, prefer: str | None, value: str
) -> None:
    """Without a choice it is a finding; either way nothing is changed in silence."""
    folder = plan_folder(tmp_path)
    path = _file(tmp_path, "region;year;share;number\nFjordvik;2023;72;80\n")
    proposal = propose(folder, path, prefer=prefer)
    proposal.write()
    assert codes(proposal) == (["PK068"] if prefer is None else [])
    assert _periods(folder) == [("2023", value, "80")]


def test_indicator_without_values_gets_its_series(tmp_path: Path) -> None:
    """The key is written where there was none."""
    text = PLAN.replace('    series:\n    - {period: "2023", value: "71.5", base: "80"}   # by hand\n', "")
    folder = plan_folder(tmp_path, text)
    propose(folder, _file(tmp_path, CSV)).write()
    assert _periods(folder) == [("2023", "71.5", "80"), ("2024", "82", "75")]


def test_columns_that_are_years_each_give_a_value(tmp_path: Path) -> None:
    """As offices lay out tables for people: a row for each municipality, a column for each year."""
    text = PLAN.replace("    period: year\n    value: share\n    base: number\n", "    header_row: 3\n")
    folder = plan_folder(tmp_path, text)
    wide = "Table 1\n\nregion,2023,2024,2025\nFjordvik,71.5,82,\nElsewhere,1,2,3\n"
    proposal = propose(folder, _file(tmp_path, wide))
    assert codes(proposal) == []
    proposal.write()
    assert _periods(folder) == [("2023", "71.5", "80"), ("2024", "82", None)]


def test_sheet_of_a_workbook_is_read_like_a_file(tmp_path: Path) -> None:
    """Numbers of Excel need no sign before decimals."""
    folder = plan_folder(tmp_path, PLAN.replace("    period: year", "    sheet: Figures\n    period: year"))
    book = openpyxl.Workbook()
    book.create_sheet("Figures")
    for row in (["region", "year", "share", "number"], ["Fjordvik", 2024, 82.25, 75]):
        book["Figures"].append(row)
    path = tmp_path / "t.xlsx"
    book.save(path)
    proposal = propose(folder, path)
    assert codes(proposal) == []
    proposal.write()
    assert _periods(folder)[-1] == ("2024", "82.25", "75")


def test_other_encoding_is_read_where_the_mapping_names_it(tmp_path: Path) -> None:
    """Old files of offices are often Windows-1252."""
    text = PLAN.replace("Fjordvik", "Ås").replace("period: year", "encoding: cp1252\n    period: year")
    folder = plan_folder(tmp_path, text)
    proposal = propose(folder, _file(tmp_path, CSV.replace("Fjordvik", "Ås"), encoding="cp1252"))
    assert codes(proposal) == []
    assert [one.field for one in proposal.differences] == ["2024", "Files read"]


@pytest.mark.parametrize(
    ("office", "plan"),
    [
        ("2024", "2024"),
        ("2024K1", "2024-Q1"),
        ("2024M05", "2024-05"),
        ("2024H2", "2024-H2"),
        ("2024K5", "2024K5"),
        ("2023/24", "2023/24"),
    ],
)
def test_period_of_an_office_is_written_as_plans_write_it(office: str, plan: str) -> None:
    """What is no period that is known stays as it is."""
    assert period_of(office) == plan
