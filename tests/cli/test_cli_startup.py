"""The command as a whole: what it imports, its help, its languages."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from subprocess import CompletedProcess

import pytest
from click.testing import Result

import plankit
from plankit.cli.main import main
from plankit.language import catalogue

Run = Callable[..., Result]
HEAVY = ("pydantic", "rich", "sphinx", "yaml", "docutils")
COMMANDS = (
    "accessibility",
    "new",
    "check",
    "build",
    "serve",
    "rule",
    "schema",
    "guide",
    "walk",
    "stress",
    "teach",
    "matrix",
    "changes",
    "split",
    "merge",
    "freeze",
    "verify",
    "export",
    "import",
    "due",
    "report",
    "evaluate",
    "year",
    "score",
    "registry",
)

_ALONE = """
import sys, types, pathlib, importlib.util
bare = types.ModuleType("plankit")
bare.__path__ = list(importlib.util.find_spec("plankit").submodule_search_locations)
bare.__version__ = "0"
sys.modules["plankit"] = bare
"""
"""Puts a package without its own imports in place of plankit, so that only the command's imports count."""

_CALL = """
import sys
from plankit.cli.main import main
try:
    main(sys.argv[1:])
except SystemExit:
    pass
print("heavy:", [name for name in {heavy} if name in sys.modules])
"""


def heavy_imports(before: str, *arguments: str) -> str:
    """The last line that a fresh interpreter prints: the heavy modules that a call imported."""
    code = before + _CALL.format(heavy=HEAVY)
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, timeout=60, check=True
    )
    return done.stdout.splitlines()[-1]


@pytest.mark.parametrize("arguments", [("--help",), ("--version",), ("check", "--help"), ("new", "--help")])
def test_command_itself_imports_nothing_heavy_for_help(arguments: tuple[str, ...]) -> None:
    """No module of the command imports the model, rich or Sphinx before a command runs."""
    assert heavy_imports(_ALONE, *arguments) == "heavy: []"


@pytest.mark.parametrize("arguments", [("--help",), ("--version",)])
def test_help_and_version_import_nothing_heavy(arguments: tuple[str, ...]) -> None:
    """Neither the package nor the command makes `--help` wait for the model."""
    assert heavy_imports("", *arguments) == "heavy: []"


def test_command_never_imports_an_output(plan: Callable[..., object], tmp_path: object) -> None:
    """Checking a plan loads no Sphinx, and in a pipe no rich."""
    plan()
    assert "sphinx" not in heavy_imports("", "check", "my-plan")
    assert "rich" not in heavy_imports("", "check", "my-plan")


def test_version_is_the_package_s(run: Run) -> None:
    """`--version` prints the version of the package."""
    assert run("--version").stdout == f"plankit {plankit.__version__}\n"


@pytest.mark.parametrize("command", COMMANDS)
def test_help_of_command_shows_an_example(run: Run, command: str) -> None:
    """The help of each command ends with an example that starts as one would type it."""
    result = run(command, "--help")
    assert result.exit_code == 0
    assert f"  Example: plankit {command}" in result.stdout


def test_commands_are_those_that_were_promised() -> None:
    """The command has these subcommands and no other."""
    assert set(main.commands) == set(COMMANDS)


def test_help_is_in_the_users_language(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Help of commands and options goes through the catalogue of the language that was asked for."""

    class Loud:
        def gettext(self, text: str) -> str:
            return text.upper()

    monkeypatch.setattr("plankit.language.catalogue", lambda tag: Loud() if tag == "nn" else catalogue(tag))
    assert "JUDGE DEADLINES" in run("check", "--language", "nn", "--help").stdout
    monkeypatch.setenv("PLANKIT_LANGUAGE", "nn")
    assert "CHECK PLANS" in run("--help").stdout
    assert "EXAMPLE: PLANKIT CHECK" in run("check", "--help").stdout


def test_output_that_cannot_be_encoded_does_not_crash(
    plan: Callable[..., object], shell: Callable[..., CompletedProcess[str]]
) -> None:
    """A terminal that only knows ASCII gets escapes, not a traceback."""
    plan("plan:\n  id: fjordvik\n  tittel: æøå\n")
    done = shell("check", "my-plan", PYTHONIOENCODING="ascii")
    assert done.returncode == 1
    assert done.stderr == ""
    assert "PK014" in done.stdout
