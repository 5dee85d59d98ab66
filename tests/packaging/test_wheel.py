"""The wheel that is published: installed by pip into an empty environment, away from the checkout, it works."""

from __future__ import annotations

import json
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def _run(*command: str | Path, cwd: Path, code: int = 0) -> subprocess.CompletedProcess[str]:
    """Run a program with nothing on stdin and no way to see the checkout."""
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    assert done.returncode == code, f"{command}\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}"
    return done


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the checkout."""
    out = tmp_path_factory.mktemp("dist")
    _run(sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", out, ROOT, cwd=out)
    (found,) = out.glob("*.whl")
    return found


@pytest.fixture(scope="session")
def programs(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of programs of an environment in which only the wheel, with Sphinx, is installed."""
    place = tmp_path_factory.mktemp("installed")
    venv.create(place, with_pip=False, symlinks=True)
    folder = place / "bin"
    # The pip that runs these tests installs into the new environment: it need not get one of its own.
    pip = (sys.executable, "-m", "pip", "--python", folder / "python", "install", "-q", "--no-compile")
    _run(*pip, f"{wheel}[sphinx]", cwd=place)
    return folder


def test_wheel_holds_all_that_is_not_code(wheel: Path) -> None:
    """The guide, its starter plan, the catalogues, the theme and the mark of a typed package are in the wheel."""
    names = set(zipfile.ZipFile(wheel).namelist())
    wanted = {"plankit/py.typed", "plankit/model/vocabulary.tsv"}
    for folder, pattern, inside in (
        ("plan_templates", "*", "plankit/plan_templates"),
        ("src/plankit/sphinx/theme", "*", "plankit/sphinx/theme"),
        ("src/plankit", "*.mo", "plankit"),
        ("src/plankit", "*.py", "plankit"),
    ):
        found = [
            path
            for path in (ROOT / folder).rglob(pattern)
            if path.is_file() and "__pycache__" not in path.parts
        ]
        assert found, folder
        wanted |= {f"{inside}/{path.relative_to(ROOT / folder).as_posix()}" for path in found}
    assert sorted(wanted - names) == []


def test_wheel_holds_nothing_else(wheel: Path) -> None:
    """Neither tests nor caches nor anything outside the package is in the wheel."""
    names = zipfile.ZipFile(wheel).namelist()
    assert [name for name in names if not name.startswith(("plankit/", "plankit-"))] == []
    assert [
        name for name in names if "__pycache__" in name or "tests/" in name or name.endswith(".pyc")
    ] == []


def test_installed_package_is_the_wheel_s(programs: Path, tmp_path: Path) -> None:
    """What is imported lies in the new environment, and knows its version."""
    code = "import plankit, plankit.guides as g; print(plankit.__file__); print(g.packs_folder()); print(g.pack_names())"
    told = _run(programs / "python", "-I", "-c", code, cwd=tmp_path).stdout.splitlines()
    assert all(line.startswith(str(programs.parent)) for line in told[:2])
    assert told[2] != "()"
    assert _run(programs / "plankit", "--version", cwd=tmp_path).stdout.startswith("plankit ")


def test_installed_command_starts_checks_and_builds_a_plan(programs: Path, tmp_path: Path) -> None:
    """From an empty folder to a site, with the installed program alone and nobody at the keyboard."""
    plankit = programs / "plankit"
    _run(plankit, "new", "plan", "--municipality", "Fjordvik", "--period", "2027-2030", cwd=tmp_path)
    checked = _run(plankit, "check", "plan", "--fail-on", "error", cwd=tmp_path)
    assert "Traceback" not in checked.stderr
    built = _run(plankit, "build", "plan", "-o", "site", "--fail-on", "error", cwd=tmp_path)
    assert built.stdout.splitlines()[-1] == str(Path("site/index.html"))
    front = (tmp_path / "site" / "index.html").read_text(encoding="utf-8")
    assert "Fjordvik" in front
    assert '<html lang="nb"' in front
    assert (tmp_path / "site" / "_static" / "plankit.css").is_file()


def test_installed_words_are_translated(programs: Path, tmp_path: Path) -> None:
    """The catalogues are found where pip put them: help and findings are in the reader's language."""
    (tmp_path / "plan").mkdir()
    (tmp_path / "plan" / "plan.yaml").write_text("plan: {id: p}\n", encoding="utf-8")
    told = {
        language: _run(
            programs / "plankit", "check", "plan", "--language", language, "--fail-on", "never", cwd=tmp_path
        ).stdout
        for language in ("en", "nb", "nn", "sv")
    }
    assert len(set(told.values())) == 4


def test_installed_schema_is_the_checkout_s(programs: Path, tmp_path: Path) -> None:
    """The schema that the installed program prints is whole."""
    schema = json.loads(_run(programs / "plankit", "schema", cwd=tmp_path).stdout)
    assert "measures" in schema["properties"]
