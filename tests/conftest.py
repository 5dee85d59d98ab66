"""What every test may use."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, sync_playwright
from tests.site.chromium import ARGUMENTS, chromium

from plankit.rules.catalogue import RULES

WritePlan = Callable[[dict[str, str]], Path]

FORMAT_RULES = tuple(rule for rule in RULES if rule.code.startswith("PK0"))
"""The rules of files and format, for tests of the reader that no rule of content should disturb."""

_SLOW_IS_FINE = (HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.function_scoped_fixture)
settings.register_profile(
    "ci", derandomize=True, max_examples=80, deadline=None, suppress_health_check=_SLOW_IS_FINE
)
settings.register_profile("thorough", max_examples=2_000, deadline=None, suppress_health_check=_SLOW_IS_FINE)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What builds remember goes to a folder of this run, never to the user's own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PLANKIT_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A running Chromium. Where there is none the test fails: nothing here is skipped in silence."""
    program = chromium()
    if program is None:
        pytest.fail("No Chromium found: install it (apt-get install chromium) or set CHROMIUM to its path.")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=program, args=list(ARGUMENTS))
        yield running
        running.close()


@pytest.fixture
def write_plan(tmp_path: Path) -> WritePlan:
    """Write files, by name, into a fresh folder and return the folder."""

    def write(files: dict[str, str]) -> Path:
        folder = tmp_path / "plan"
        for name, text in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode("utf-8"))
        return folder

    return write
