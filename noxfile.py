"""Chores of the project: `nox -l` lists them, `nox -s NAME` runs one. The test command itself is in README.md."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import nox

DEFAULT = "3.11"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
TEST = nox.project.dependency_groups(nox.project.load_toml("pyproject.toml"), "test")
MUTATED = tuple(
    f"src/plankit/{name}.py"
    for name in (
        "model/when",
        "model/cost",
        "model/calendar_words",
        "model/partial_dates",
        "rules/*",
        "source/*",
    )
)
"""Where being wrong by a little is easy and costs most: reading the words of a plan, and judging it."""
MUTMUT = """\
[mutmut]
source_paths = src
only_mutate =
    {files}
also_copy =
    examples
    plan_templates
pytest_add_cli_args_test_selection =
    tests/model
    tests/rules
    tests/source
"""


def runs(version: str) -> bool:
    """Whether there is a Python of this version that starts; a shim of a version manager may not."""
    python = shutil.which(f"python{version}")
    return (
        python is not None
        and subprocess.run([python, "-V"], capture_output=True, check=False).returncode == 0
    )


PYTHONS = [DEFAULT, *(version for version in ("3.12", "3.13") if runs(version))]
nox.options.sessions = ["tests"]
nox.options.error_on_missing_interpreters = True


def install(session: nox.Session) -> None:
    """Install plankit with what its tests need."""
    session.install(".[all]", *TEST)


def check_form(session: nox.Session) -> None:
    """Style, types and the direction of imports."""
    session.run("ruff", "check")
    session.run("ruff", "format", "--check")
    session.run("mypy")
    session.run("lint-imports")


@nox.session(python=PYTHONS)
def tests(session: nox.Session) -> None:
    """All checks and tests; what follows `--` goes to pytest."""
    install(session)
    check_form(session)
    found = next(filter(None, map(shutil.which, BROWSERS)), "")
    env = {"CHROMIUM": os.environ.get("CHROMIUM", found)}
    workers = os.environ.get("PLANKIT_TEST_WORKERS", "2")
    options = ("-n", workers, "--dist", "loadfile", "--cov", "--cov-report=term-missing:skip-covered")
    session.run("pytest", *options, *session.posargs, env=env)


@nox.session(python=DEFAULT)
def lint(session: nox.Session) -> None:
    """Style, types and the direction of imports, without the tests."""
    install(session)
    check_form(session)


@nox.session(python=DEFAULT)
def docs(session: nox.Session) -> None:
    """Build the documentation anew, with a kit to download, into build/docs, and the guides' sites into build/guides."""
    session.install(".[all]")
    session.run("sphinx-build", "-n", "-W", "--keep-going", "-E", "-b", "html", "docs", "build/docs")
    session.run("python", "docs/guide/build.py", "build/guides")
    session.run("plankit", "teach", "examples/fjordvik", "-o", "build/docs/kits/fjordvik.zip")


@nox.session(python=DEFAULT)
def catalogues(session: nox.Session) -> None:
    """Extract the words in the code into build/plankit.pot, and compile the catalogues of translated words."""
    install(session)
    Path("build").mkdir(exist_ok=True)
    babel = ("python", "-m", "babel.messages.frontend")
    session.run(*babel, "extract", "-F", "babel.cfg", "-k", "pk", "-o", "build/plankit.pot", ".")
    session.run(*babel, "compile", "-d", "src/plankit/locale", "-D", "plankit", "--statistics")


@nox.session(python=DEFAULT)
def fuzz(session: nox.Session) -> None:
    """Feed arbitrary bytes to the reader: `nox -s fuzz -- --seconds 600`; a minute without it."""
    session.install(".", "atheris")
    seconds = session.posargs[-1] if "--seconds" in session.posargs else "60"
    session.run("python", "tests/fuzz/fuzz_load.py", seconds)


@nox.session(python=DEFAULT)
def mutation(session: nox.Session) -> None:
    """Change the code in small ways and see that a test fails; what follows `--` names files to change."""
    install(session)
    session.install("mutmut>=3.3")
    place = session.create_tmp()
    for name in ("src", "tests", "examples", "plan_templates"):
        shutil.copytree(name, f"{place}/{name}", dirs_exist_ok=True)
    shutil.copy("pyproject.toml", place)
    session.chdir(place)
    Path("setup.cfg").write_text(MUTMUT.format(files="\n    ".join(session.posargs or MUTATED)))
    session.run("mutmut", "run")


@nox.session(python=DEFAULT)
def mutants(session: nox.Session) -> None:
    """Spoil the example plan in every way, one element at a time, and see that a rule or a walk notices."""
    install(session)
    session.run("python", "-m", "tests.mutants.run")


@nox.session(python=DEFAULT)
def benchmarks(session: nox.Session) -> None:
    """Compare with plain Sphinx and sphinx-needs; what follows `--` goes to benchmarks/run.py."""
    session.install(".[all]")
    session.run("python", "-m", "benchmarks.run", *session.posargs)


@nox.session(python=DEFAULT)
def pictures(session: nox.Session) -> None:
    """Take pictures of each kind of page and paper of the example into docs/pictures; needs LibreOffice and poppler."""
    session.install(".[all]", "playwright>=1.55", "pillow>=11")
    found = next(filter(None, map(shutil.which, BROWSERS)), "")
    session.run("python", "docs/take_pictures.py", env={"CHROMIUM": os.environ.get("CHROMIUM", found)})
