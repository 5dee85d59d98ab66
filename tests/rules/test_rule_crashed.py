"""A rule that fails is a finding, and takes no other finding with it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from plankit.findings import Severity
from plankit.loading import load
from plankit.rules.base import Hit, Rule, Subject
from plankit.rules.catalogue import RULES


def _rule_that_raises(error: Exception) -> Rule:
    def find(subject: Subject) -> Iterator[Hit]:
        yield Hit(at=subject.plan.plan)
        raise error

    return Rule(code="PK999", name="broken", severity=Severity.ADVICE, message="", check=find)


def _plan(folder: Path) -> Path:
    (folder / "plan.yaml").write_text(
        "plan: {id: p, title: P}\nmeasures:\n- {id: t1, title: T}\n", encoding="utf-8"
    )
    return folder


@pytest.mark.parametrize(
    "error", [ValueError("x"), KeyError("x"), AttributeError("x"), ZeroDivisionError("x")]
)
def test_rule_that_raises_gives_one_finding_and_the_others_stay(error: Exception, tmp_path: Path) -> None:
    """The crash names the rule and the error; every other finding is as without it."""
    sound = load(_plan(tmp_path), language="en").findings
    found = load(tmp_path, language="en", rules=(*RULES, _rule_that_raises(error))).findings
    crash = [one for one in found if one.code == "PK000"]
    assert [one for one in found if one.code != "PK000"] == list(sound)
    assert len(crash) == 1
    assert crash[0].severity is Severity.ERROR
    assert "PK999" in crash[0].message
    assert type(error).__name__ in crash[0].message


def test_rules_of_the_catalogue_on_a_small_plan_do_not_crash(tmp_path: Path) -> None:
    """No rule that comes with plankit fails on a plan with next to nothing in it."""
    assert "PK000" not in {found.code for found in load(_plan(tmp_path)).findings}
