"""What the tests of the command share: small plans, a small pack, an output that needs no Sphinx."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from plankit.cli.main import main
from plankit.outputs import Request
from plankit.outputs import Result as Built

CLEAN = """\
plan:
  id: fjordvik
  title: Trygg i Fjordvik
  period: 2027-2030
  evaluation_date: 2029-06-30
  stage: draft
  empty: {guide: not-applicable}
"""
MISSPELT = CLEAN + "  titel: Feil\n"

Run = Callable[..., Result]
Shell = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PLANKIT_LANGUAGE", raising=False)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty current directory."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def plan(here: Path) -> Callable[..., Path]:
    """Makes a plan folder in the current directory."""

    def make(text: str = CLEAN, name: str = "my-plan") -> Path:
        folder = here / name
        folder.mkdir()
        (folder / "plan.yaml").write_text(text, encoding="utf-8")
        return folder

    return make


@pytest.fixture
def run() -> Run:
    """Calls the command in this process."""

    def call(*arguments: str) -> Result:
        return CliRunner().invoke(main, list(arguments))

    return call


@pytest.fixture
def shell() -> Shell:
    """Calls the command as a program of its own, with nothing on stdin."""

    def call(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "plankit", *arguments],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=60,
            check=False,
            env={**os.environ, "PYTHONIOENCODING": "utf-8", **environment},
        )

    return call


@pytest.fixture
def packs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one small guide pack."""
    folder = tmp_path_factory.mktemp("packs")
    starter = folder / "small" / "starter"
    (starter / "measures").mkdir(parents=True)
    (starter / "pages").mkdir()
    (folder / "small" / "guide.yaml").write_text(
        'guide: {id: small, edition: "2025", title: Small, language: nn}\n', encoding="utf-8"
    )
    (starter / "plan.yaml").write_text(
        "# yaml-language-server: $schema=.plankit/plan.schema.json\n"
        "plan:\n"
        '  id: "{{id}}"\n'
        '  title: "Plan for {{name}}"\n'
        '  language: "{{language}}"\n'
        '  period: "{{start}}–{{end}}"\n'
        '  guide: {id: small, edition: "{{edition}}"}\n'
        "participants:\n"
        "  - id: kommunen\n"
        '    name: "{{name}}"\n'
        '    number: "{{number}}"\n',
        encoding="utf-8",
    )
    (starter / "measures" / "first.yaml").write_text("measures:\n", encoding="utf-8")
    (starter / "pages" / "intro.md").write_text(
        '---\ntitle: "{{name}}"\n---\n# {{name}}\n\nKeep {{ this }}.\n', encoding="utf-8"
    )
    return folder


@pytest.fixture
def requests(monkeypatch: pytest.MonkeyPatch) -> list[Request]:
    """Puts an output in place of the website's; the list holds what it was asked for."""
    asked: list[Request] = []

    def output(request: Request) -> Built:
        asked.append(request)
        request.out.mkdir(parents=True, exist_ok=True)
        start = request.out / "index.html"
        assert request.loaded.plan is not None
        start.write_text(f"<body><h1>{request.loaded.plan.plan.title}</h1></body>", encoding="utf-8")
        return Built(start=start, pages=3, written=2, warnings=("a warning of the output",))

    monkeypatch.setattr("plankit.outputs.find_output", lambda name: output)
    return asked
