"""A list of changes tells no figure that the plan's pages withhold."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from plankit.cli.main import main

PLAN = """\
plan: {{id: p, title: P, language: en, empty: {{guide: not-applicable}}}}
statistics:
- {{id: s, topic: Reports, value: '{value}', counts_people: true, caveat: It was {value}.}}
indicators:
- {{id: i, name: Calls, counts_people: true, series: [{{period: 2025, value: '{value}'}}]}}
"""
Changed = Callable[[str, str, str], str]


@pytest.fixture
def changed(tmp_path: Path) -> Changed:
    def told(old: str, new: str, form: str) -> str:
        for name, value in (("old", old), ("new", new)):
            (tmp_path / name).mkdir(exist_ok=True)
            (tmp_path / name / "plan.yaml").write_text(PLAN.format(value=value), encoding="utf-8")
        folders = [str(tmp_path / "old"), str(tmp_path / "new")]
        return CliRunner().invoke(main, ["changes", *folders, "--language", "en", "--format", form]).stdout

    return told


def test_changes_of_large_figures_are_told(changed: Changed) -> None:
    """Where nothing is small, both figures stand in the list."""
    told = changed("310", "420", "text")
    assert "310" in told
    assert "420" in told


@pytest.mark.parametrize("form", ["text", "json"])
@pytest.mark.parametrize(("old", "new"), [("3", "4"), ("3", "987"), ("987", "3")])
def test_changes_of_a_small_figure_are_listed_without_it(
    changed: Changed, form: str, old: str, new: str
) -> None:
    """That it changed is told; what it was and is, is not."""
    told = changed(old, new, form)
    told = (
        json.dumps(json.loads(told)["changes"]) if form == "json" and "changes" in json.loads(told) else told
    )
    assert "Reports" in told
    for figure in (old, new):
        assert f"“{figure}" not in told
        assert f", {figure}" not in told
        assert f"was {figure}" not in told
        assert f'"{figure}"' not in told
