"""A small plan to look at through views."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import plankit
from plankit.views.reading import Reading

ReadPlan = Callable[..., Reading]


@pytest.fixture
def read_plan(tmp_path: Path) -> ReadPlan:
    """Reads a plan from the text of its kinds, with or without the Norwegian guide, in a language."""

    def read(kinds: str, *, guide: bool = False, language: str = "en", title: str = "P") -> Reading:
        follows = 'guide: {id: no-vold, edition: "2022"}' if guide else ""
        frame = f"plan:\n  id: p\n  title: {title}\n  language: nb\n  {follows}\n"
        (tmp_path / "plan.yaml").write_text(frame + kinds, encoding="utf-8")
        loaded = plankit.load(tmp_path, rules=())
        assert [str(one.message) for one in loaded.findings] == []
        assert loaded.plan is not None
        return Reading(loaded.plan, loaded.guide, language)

    return read
