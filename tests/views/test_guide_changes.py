"""What differs between two editions of a guide, and what that asks of a plan."""

from __future__ import annotations

from pathlib import Path

import pytest

from plankit.loading import load
from plankit.model.guide import Guide
from plankit.source.guide_reader import read_guide
from plankit.views.guide_changes import Asks, What, asked_of, guide_changes
from plankit.views.reading import Reading

_HEAD = "guide: {id: g, edition: '%s', title: Guide, language: en}\n"
_OLD = """
requirements:
- {id: kept, title: Kept, text: As before., force: must, decided_by: both, evidence: measures}
- {id: sharper, title: Sharper, text: Perhaps., force: should, decided_by: rule, evidence: measures}
- {id: dropped, title: Dropped, text: No more., force: advice, decided_by: person}
tasks:
- {id: old-task, title: Old task, phase: prevent}
- {id: idle-task, title: Idle task, phase: prevent}
"""
_NEW = """
requirements:
- {id: kept, title: Kept, text: As before., force: must, decided_by: both, evidence: measures, checked_on: '2026-11-01'}
- {id: sharper, title: Sharper, text: Certainly., force: must, decided_by: rule, evidence: measures}
- {id: fresh, title: Fresh, text: Anew., force: must, decided_by: both, evidence: indicators}
- {id: easy, title: Easy, text: Has measures., force: must, decided_by: rule, evidence: measures}
"""
_PLAN = """
plan: {id: p, title: P, language: en}
measures:
- {id: m, title: Measure, answers: [dropped]}
agencies:
- {id: school, name: School}
responsibilities:
- {id: cell, task: old-task, agency: school, role: R}
"""


def _guide(folder: Path, edition: str, text: str) -> Guide:
    folder.mkdir()
    (folder / "guide.yaml").write_text(_HEAD % edition + text, encoding="utf-8")
    read = read_guide(folder)
    assert read.problems == ()
    assert read.guide is not None
    return read.guide


@pytest.fixture
def editions(tmp_path: Path) -> tuple[Guide, Guide]:
    """An old and a new edition of one guide."""
    return _guide(tmp_path / "old", "1", _OLD), _guide(tmp_path / "new", "2", _NEW)


@pytest.fixture
def reading(tmp_path: Path, editions: tuple[Guide, Guide]) -> Reading:
    """A plan that was written for the old edition, read with the new one."""
    folder = tmp_path / "plan"
    folder.mkdir()
    (folder / "plan.yaml").write_text(_PLAN, encoding="utf-8")
    loaded = load(folder, rules=(), guide=editions[1])
    assert loaded.plan is not None
    return Reading(loaded.plan, editions[1], "en", loaded.findings)


def test_changes_of_an_edition_to_itself_are_none(editions: tuple[Guide, Guide]) -> None:
    """What is the same has not changed."""
    assert guide_changes(editions[0], editions[0]) == ()


def test_changes_name_what_is_new_changed_and_gone(editions: tuple[Guide, Guide]) -> None:
    """Each entry that differs is named once, with the keys that differ; a later date of checking is no change."""
    found = {(one.id, one.what, one.keys) for one in guide_changes(*editions)}
    assert found == {
        ("sharper", What.CHANGED, ("text", "force")),
        ("fresh", What.NEW, ()),
        ("easy", What.NEW, ()),
        ("dropped", What.GONE, ()),
        ("old-task", What.GONE, ()),
        ("idle-task", What.GONE, ()),
    }


def test_changes_backwards_swap_new_and_gone(editions: tuple[Guide, Guide]) -> None:
    """What came in one direction goes in the other."""
    there = guide_changes(*editions)
    back = guide_changes(editions[1], editions[0])
    swap = {What.NEW: What.GONE, What.GONE: What.NEW, What.CHANGED: What.CHANGED}
    assert {(one.id, swap[one.what]) for one in there} == {(one.id, one.what) for one in back}


def test_asked_of_a_plan_is_what_it_does_not_yet_meet_or_uses(
    editions: tuple[Guide, Guide], reading: Reading
) -> None:
    """A new requirement that is met and a gone task that is not used ask nothing; the rest says what and where."""
    asked = {one.change.id: (one.asks, one.where) for one in asked_of(reading, guide_changes(*editions))}
    assert asked == {
        "sharper": (Asks.LOOK_AGAIN, ("measures",)),
        "fresh": (Asks.ANSWER, ()),
        "dropped": (Asks.TAKE_AWAY, ("m",)),
        "old-task": (Asks.TAKE_AWAY, ("cell",)),
    }


def test_asked_by_no_changes_is_nothing(reading: Reading) -> None:
    """A plan on the current edition has nothing to do."""
    assert asked_of(reading, ()) == ()
