"""The PDFs that several tests look into, each made once."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from pathlib import Path

import pytest
from tests.site.building import FJORDVIK
from tests.site.whole_plan import write_whole_plan

from plankit.loading import Loaded, load
from plankit.outputs import Request, Result, find_output

TODAY = date(2026, 11, 22)


@lru_cache(maxsize=1)
def _example() -> Loaded:
    return load(FJORDVIK, language="nb", today=TODAY)


def build(folder: Path, loaded: Loaded, out: Path, only: str | None = None) -> Result:
    """Make a PDF of the plan in `folder`."""
    return find_output("pdf")(Request(folder=folder, loaded=loaded, out=out, only=only, today=TODAY))


def build_example(out: Path, only: str | None = None) -> Result:
    """Make a PDF of the example plan."""
    return build(FJORDVIK, _example(), out, only)


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example plan for the archive: the whole of it, with its source inside."""
    return build_example(tmp_path_factory.mktemp("example"), "archive").start


@pytest.fixture(scope="session")
def card(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The longest procedure of the example as a card."""
    return build_example(tmp_path_factory.mktemp("card"), "pro-barn").start


@pytest.fixture(scope="session")
def agency(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One agency's chapter of the example."""
    return build_example(tmp_path_factory.mktemp("agency"), "barnevernet").start


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A plan that has every kind of chapter, in Nynorsk and in Swedish."""
    made = {}
    for language in ("nn", "sv"):
        folder = tmp_path_factory.mktemp(f"plan-{language}")
        loaded = write_whole_plan(folder, language)
        made[language] = build(folder / "plan", loaded, folder / "paper").start
    return made
