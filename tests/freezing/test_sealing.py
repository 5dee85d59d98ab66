"""A sealed version is an exact copy that proves what was adopted, and never changes."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from tests.freezing.building import TODAY, edit, loaded, make_plan, seal, second_version
from tests.site.building import tree

from plankit.freezing.sealing import SealRefused, seal_version
from plankit.freezing.standing import standing_of
from plankit.model.frame import PlanFrame
from plankit.model.plan import KINDS
from plankit.model.seal import LIVING_KEYS, LIVING_KINDS, content_checksum
from plankit.source.reader import ENTRY
from plankit.views.adopted import Kind, said, stamp
from plankit.views.reading import Reading


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """The small plan."""
    return make_plan(tmp_path / "plan")


def test_seal_holds_the_files_as_they_are_and_tells_the_decision(plan: Path) -> None:
    """Every source file is copied byte for byte, and the seal names version, body, day and case."""
    before = tree(plan)
    made = seal(plan)
    copied = tree(plan / "versions" / "v1")
    assert {name: value for name, value in copied.items() if name != "seal.json"} == before
    written = json.loads((plan / "versions" / "v1" / "seal.json").read_text(encoding="utf-8"))
    assert written["version"] == "v1"
    assert written["files"] == before
    (decision,) = written["decisions"]
    assert (decision["body"], decision["day"], decision["cases"]) == (
        "Kommunestyret",
        "2026-12-10",
        ["PS 26/14"],
    )
    assert made.is_new


def test_sealed_version_is_not_read_as_part_of_the_plan(plan: Path) -> None:
    """The copies in the folder of versions double nothing."""
    before = loaded(plan)
    seal(plan)
    after = loaded(plan)
    assert after.plan == before.plan
    assert after.findings == ()
    assert [one.version for one in after.seals] == ["v1"]


def test_sealing_twice_writes_nothing(plan: Path) -> None:
    """The same version with the same content is left alone, also where comments and layout have changed."""
    seal(plan)
    before = tree(plan / "versions")
    edit(plan, "goals:\n- {id: g1", "# A remark.\ngoals:\n\n- {id: g1")
    assert not seal(plan).is_new
    assert tree(plan / "versions") == before


def test_sealing_again_with_another_text_is_refused(plan: Path) -> None:
    """A sealed version never changes; the folder is left as it was."""
    seal(plan)
    before = tree(plan / "versions")
    edit(plan, "deadline: 2028", "deadline: 2029")
    with pytest.raises(SealRefused, match="sealed already"):
        seal(plan)
    assert tree(plan / "versions") == before


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("kind: vedtatt, ", "kind: bestilt, ", "No decision"),
        ("version: v1, body", "version: v9, body", "No decision"),
        ("Kommunestyret, date: 10. desember 2026, ", "Kommunestyret, ", "has no date"),
        ("Kommunestyret, date: 10. desember 2026, ", "Kommunestyret, date: desember 2026, ", "has no date"),
        (
            'versions:\n- {id: v1, label: "1.0", stage: vedtatt, date: 10. desember 2026}\n',
            "",
            "lists no version",
        ),
    ],
)
def test_sealing_needs_a_decision_with_a_day(plan: Path, old: str, new: str, why: str) -> None:
    """Without a decision on the version, with body and day, nothing is sealed and nothing written."""
    edit(plan, old, new)
    with pytest.raises(SealRefused, match=why):
        seal(plan)
    assert not (plan / "versions").exists()


def test_sealing_that_cannot_write_leaves_nothing(plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A failure in the middle leaves no half version behind."""

    def fail(*_: object) -> None:
        raise OSError("full")

    monkeypatch.setattr(shutil, "copyfile", fail)
    with pytest.raises(OSError, match="full"):
        seal(plan)
    assert list((plan / "versions").iterdir()) == []


@pytest.mark.parametrize("what", ["change", "add", "remove", "seal", "seal-gone", "not-json"])
def test_sealed_version_that_was_touched_is_an_error(plan: Path, what: str) -> None:
    """A file that was changed, added or taken away, or a seal that was, is a finding, and the seal counts no more."""
    place = seal(plan).folder
    if what == "change":
        edit(place, "Skolen", "Barneskolen")
    elif what == "add":
        (place / "more.yaml").write_text("goals: []\n", encoding="utf-8")
    elif what == "remove":
        (place / "pages" / "forord.md").unlink()
    elif what == "seal":
        edit(place, "PS 26/14", "PS 26/15", "seal.json")
    elif what == "seal-gone":
        (place / "seal.json").unlink()
    else:
        (place / "seal.json").write_text("{" * 2000, encoding="utf-8")
    found = loaded(plan)
    assert [one.code for one in found.findings] == ["PK035"]
    assert found.findings[0].place.file == "versions/v1/seal.json"
    assert found.seals == ()


def test_text_is_the_adopted_one_until_what_was_adopted_changes(plan: Path) -> None:
    """Reports, contacts, decisions, comments and layout leave the text adopted; a deadline makes it a draft."""
    assert standing_of(plan, loaded(plan)).kind is Kind.UNSEALED
    seal(plan)
    assert standing_of(plan, loaded(plan)).kind is Kind.ADOPTED
    edit(plan, '"55 55 55 55"', '"55 55 55 56"')
    edit(plan, "\nversions:", "- {id: d9, body: Levekårsutvalget, date: 2027-02-01}\n\nversions:  # more")
    (plan / "progress.yaml").write_text(
        "progress:\n- {measure: m1, date: 2027-02-01, status: pågår}\n", encoding="utf-8"
    )
    assert standing_of(plan, loaded(plan)).kind is Kind.ADOPTED
    edit(plan, "deadline: 2028", "deadline: 2029")
    found = standing_of(plan, loaded(plan))
    assert (found.kind, found.changes) == (Kind.DRAFT, 1)


def test_picture_that_is_another_makes_a_draft(plan: Path) -> None:
    """A drawing in the prose is part of what was adopted."""
    (plan / "flow.svg").write_text("<svg/>", encoding="utf-8")
    seal(plan)
    assert standing_of(plan, loaded(plan)).kind is Kind.ADOPTED
    (plan / "flow.svg").write_text("<svg><g/></svg>", encoding="utf-8")
    assert standing_of(plan, loaded(plan)).kind is Kind.DRAFT


def test_earlier_version_says_that_a_later_one_holds(plan: Path) -> None:
    """The folder of a version that was adopted earlier is told apart from the one that holds."""
    seal(plan)
    second_version(plan)
    seal(plan)
    first, second = plan / "versions" / "v1", plan / "versions" / "v2"
    assert standing_of(first, loaded(first)).kind is Kind.FORMER
    assert standing_of(second, loaded(second)).kind is Kind.ADOPTED
    assert standing_of(plan, loaded(plan)).seal == loaded(second).seals[-1]


def test_stamp_names_version_decision_case_and_checksum(plan: Path) -> None:
    """The foot of each paper tells by which decision the text was adopted, and how to prove it."""
    made = seal(plan)
    found = loaded(plan)
    assert found.plan is not None
    reading = Reading(found.plan, None, "en")
    lines = stamp(standing_of(plan, found), reading)
    assert lines == (
        "Adopted text · Version 1.0 · Kommunestyret, 10. desember 2026, case PS 26/14",
        f"Checksum {made.seal.content[:12]}",
    )
    edit(plan, "deadline: 2028", "deadline: 2029")
    draft = loaded(plan)
    assert draft.plan is not None
    lines = stamp(standing_of(plan, draft), Reading(draft.plan, None, "en"))
    assert lines[0] == "Draft, not adopted · 1 change since version 1.0"
    assert lines[1].startswith("What holds: Version 1.0 · Kommunestyret")
    assert said(reading, standing_of(plan, draft)) == "This is a draft and is not adopted. Version 1.0 holds."


def test_unsealed_plan_says_its_stage(plan: Path) -> None:
    """Without a seal nothing is claimed but what the plan says of itself."""
    found = loaded(plan)
    assert found.plan is not None
    first, last = stamp(standing_of(plan, found), Reading(found.plan, None, "en"))
    assert first == "Gjeldende · Version 1.0 · Kommunestyret, 10. desember 2026, case PS 26/14"
    assert last.startswith("Not sealed · Checksum ")


def test_living_parts_name_keys_that_exist() -> None:
    """No entry of the table of what lives on outlives its key."""
    assert set(LIVING_KINDS) <= {*KINDS, "process"}
    for place in LIVING_KEYS:
        kind, _, key = place.partition(".")
        if kind == "plan":
            assert key in PlanFrame.model_fields, place
        elif kind != "*":
            assert key in ENTRY[kind].model_fields, place


def test_checksum_does_not_depend_on_how_files_are_laid_out(plan: Path) -> None:
    """The same entries in other files, with comments, have the same checksum."""
    before = content_checksum(loaded(plan).plan or pytest.fail("no plan"))
    text = (plan / "plan.yaml").read_text(encoding="utf-8")
    start = text.index("measures:")
    (plan / "plan.yaml").write_text(text[:start] + "\n\n", encoding="utf-8")
    (plan / "zz.yaml").write_text("# moved\n" + text[start:], encoding="utf-8")
    assert content_checksum(loaded(plan).plan or pytest.fail("no plan")) == before


def test_sealed_folder_cannot_be_sealed(plan: Path) -> None:
    """A version is sealed from the plan, never from a copy of it."""
    place = seal(plan).folder
    with pytest.raises(SealRefused, match="itself a sealed version"):
        seal_version(place, loaded(place), today=TODAY)
