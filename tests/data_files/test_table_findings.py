"""Tables that do not fit their mapping: a finding with row and column, and no figure that might be wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.data_files.tables import CSV, PLAN, codes, mapping, plan_folder, propose

HEAD = "region;year;share;number\n"


def _codes(parent: Path, data: bytes, plan: str = PLAN) -> list[str]:
    folder = plan_folder(parent, plan)
    before = (folder / "plan.yaml").read_bytes()
    path = parent / "t.csv"
    path.write_bytes(data)
    proposal = propose(folder, path)
    if not proposal.differences:
        assert not proposal.write().files
        assert (folder / "plan.yaml").read_bytes() == before
    return codes(proposal)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (CSV, None),
        (CSV.replace("share", "part"), "PK063"),
        (CSV + "Fjordvik;2024;83;75\n", "PK064"),
        (CSV.replace("Fjordvik", "Fjordvig"), "PK065"),
        (HEAD + "Fjordvik;2024;many;75\n", "PK067"),
        (HEAD + "Fjordvik;2024;1.234;75\n", "PK067"),
        (HEAD + "Fjordvik;2024;=1+1;75\n", "PK067"),
        (HEAD + "Fjordvik;2023;99;80\n", "PK068"),
        ("", "PK069"),
        ("\n\n", "PK069"),
    ],
)
def test_table_that_does_not_fit_its_mapping_has_one_finding(
    tmp_path: Path, text: str, code: str | None
) -> None:
    """Each kind of misfit has its own code; the table that fits has none."""
    assert _codes(tmp_path, text.encode()) == ([] if code is None else [code])


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", "ø".encode("cp1252"), b"PK\x03\x04rubbish", b"\x00"])
def test_file_that_is_no_table_is_a_finding(tmp_path: Path, data: bytes) -> None:
    """Whatever somebody hands over."""
    assert _codes(tmp_path, data)[0] in ("PK069", "PK063")


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        ("    value: share\n", "", "PK066"),
        ("    period: year\n    value: share\n", "", "PK066"),
        ("period: year", "encoding: no-such\n    period: year", "PK069"),
        ("period: year", "delimiter: ;;\n    period: year", "PK069"),
        ("indicator: i1", "indicator: i2", "PK069"),
    ],
)
def test_mapping_that_does_not_tell_enough_is_a_finding(
    tmp_path: Path, before: str, after: str, code: str
) -> None:
    """Nothing is guessed."""
    assert _codes(tmp_path, CSV.encode(), PLAN.replace(before, after)) == [code]


def test_finding_names_row_and_column_of_the_file(tmp_path: Path) -> None:
    """So that somebody can look."""
    folder = plan_folder(tmp_path)
    path = tmp_path / "t.csv"
    path.write_text(HEAD + "Fjordvik;2024;many;75\n", encoding="utf-8")
    found = propose(folder, path).findings
    assert [one.place.file for one in found] == ["t.csv:2:3"]


def test_column_that_is_nearly_right_is_suggested(tmp_path: Path) -> None:
    """The name that was perhaps meant stands in the hint."""
    folder = plan_folder(tmp_path)
    path = tmp_path / "t.csv"
    path.write_text(CSV.replace("share", "shares"), encoding="utf-8")
    assert [one.hint for one in propose(folder, path).findings] == ["Did you mean “shares”?"]


@pytest.mark.parametrize(("sign", "value"), [(",", "1234"), (".", "1.234")])
def test_number_that_can_be_read_in_two_ways_is_read_as_the_mapping_says(
    tmp_path: Path, sign: str, value: str
) -> None:
    """`1.234` is a thousand where the comma stands before decimals."""
    folder = plan_folder(tmp_path, PLAN.replace("period: year", f"decimal: '{sign}'\n    period: year"))
    path = tmp_path / "t.csv"
    path.write_text(HEAD + "Fjordvik;2024;1.234;\n", encoding="utf-8")
    proposal = propose(folder, path)
    assert codes(proposal) == []
    assert [one.after for one in proposal.differences][:1] == [value]


def test_value_that_cannot_be_written_is_told_at_its_row_and_not_noted_as_read(tmp_path: Path) -> None:
    """A series with an anchor is left alone; the note of the file names only what the plan has."""
    text = PLAN.replace("    series:\n", "    series: &figures\n")
    folder = plan_folder(tmp_path, text)
    path = tmp_path / "t.csv"
    path.write_text(HEAD + "Fjordvik;2023;71,5;80\nFjordvik;2024;82;75\n", encoding="utf-8")
    proposal = propose(folder, path)
    assert [(one.code, one.place.file) for one in proposal.findings] == [("PK062", "t.csv:3:3")]
    proposal.write()
    assert [one.periods for one in mapping(folder).files] == [("2023",)]
