"""Every rule against small plans that it must leave alone, and small plans that it must speak of."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.rules.case_files import CASES, all_cases, write_plan

from plankit.findings import Finding
from plankit.guide_checking import check_guide
from plankit.loading import load
from plankit.rules.catalogue import BY_NAME, RULES

TODAY = date(2026, 6, 1)


def _loaded(case: dict[str, Any], folder: Path) -> tuple[Finding, ...]:
    today = date.fromisoformat(case["today"]) if "today" in case else TODAY
    return _findings(case, folder, "en", today)


def _findings(case: dict[str, Any], folder: Path, language: str, today: date) -> tuple[Finding, ...]:
    """What is found in the plan of a case or, where it has no files of a plan, in its guide."""
    plan, packs = write_plan(case, folder)
    if packs is not None and "files" not in case:
        return check_guide(packs / "g", language=language, today=today).findings
    return load(plan, language=language, today=today, packs=packs, rules=RULES).findings


def _id(case: tuple[str, str, dict[str, Any]]) -> str:
    rule, kind, one = case
    return f"{rule}-{kind}-{one['name']}"


@pytest.mark.parametrize("case", all_cases(), ids=_id)
def test_rule_on_a_small_plan_finds_exactly_what_the_case_names(
    case: tuple[str, str, dict[str, Any]], tmp_path: Path
) -> None:
    """The findings of the case's rule, by code, file and line, are those that the case expects."""
    rule, kind, one = case
    everything = _loaded(one, tmp_path)
    findings = [found for found in everything if found.name == rule]
    assert "PK000" not in {found.code for found in everything}
    expected = one.get("expect", [])
    file = next((name for name in one.get("files", {}) if name != "plan.yaml"), "plan.yaml")
    if "files" not in one and "guide" in one:
        file = next((name for name in one["guide"] if name != "guide.yaml"), "guide.yaml")
    assert bool(expected) is (kind == "fires")
    assert sorted((found.code, found.place.file, found.place.line) for found in findings) == sorted(
        (BY_NAME[rule].code, want.get("file", file), int(want["line"])) for want in expected
    )
    for want in expected:
        found = next(
            one
            for one in findings
            if one.place.line == int(want["line"]) and one.place.file == want.get("file", file)
        )
        assert found.severity is BY_NAME[rule].severity
        for key, value in (
            ("column", found.place.column),
            ("subject", found.subject),
            ("message", found.message),
        ):
            if key in want:
                assert str(value) == want[key]
        if "hint" in want:
            assert found.hint
            assert want["hint"] in found.hint


@pytest.mark.parametrize("case", [case for case in all_cases() if case[1] == "fires"], ids=_id)
def test_messages_of_a_case_have_no_placeholder_left(
    case: tuple[str, str, dict[str, Any]], tmp_path: Path
) -> None:
    """Whatever a small plan is told, in every language, has its placeholders filled."""
    rule, _, one = case
    written = "".join(str(text) for key in ("files", "guide") for text in one.get(key, {}).values())
    for language in ("en", "nb", "nn", "sv"):
        for found in _findings(one, tmp_path / language, language, TODAY):
            if found.name == rule:
                assert "{" not in found.message or "{" in written
                assert "{" not in (found.hint or "") or "{" in written


def test_case_files_are_named_like_rules() -> None:
    """A case file that belongs to no rule would never be missed when it stopped being run."""
    assert {path.stem for path in CASES.glob("*.yaml")} <= set(BY_NAME)
