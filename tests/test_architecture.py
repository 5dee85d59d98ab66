"""Which part of plankit may know of which: imports go from the edges inwards, and the core stands alone."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "plankit"
HEAVY = ("sphinx", "docutils", "myst_parser", "furo", "click", "rich", "jinja2")


def _python(code: str, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout.strip()


def test_imports_keep_the_contracts() -> None:
    """Every contract in pyproject.toml is kept; what breaks one is in the message of this test."""
    lint = "from importlinter.cli import lint_imports; raise SystemExit(lint_imports(no_cache=True, no_logo=True))"
    _python(lint)


def test_packages_all_have_an_init_file() -> None:
    """No folder of modules is a namespace package: the import contracts would pass over it in silence."""
    folders = {path.parent for path in PACKAGE.rglob("*.py")}
    assert (
        sorted(str(path.relative_to(ROOT)) for path in folders if not (path / "__init__.py").is_file()) == []
    )


@pytest.mark.parametrize(
    "code",
    [
        "import plankit",
        "import plankit; plankit.load(sys.argv[1])",
        "import plankit; plankit.dump(plankit.load(sys.argv[1]).plan)",
        "import plankit.schema, plankit.starting, plankit.outputs",
    ],
    ids=["import", "load", "dump", "rest-of-core"],
)
def test_core_in_use_loads_no_edge(code: str) -> None:
    """Reading, checking and writing a plan loads neither Sphinx nor docutils nor anything for a terminal."""
    report = f"{code}; print(sorted(name for name in {HEAVY} if name in sys.modules))"
    assert _python(f"import sys; {report}", str(ROOT / "examples" / "fjordvik")) == "[]"


def test_import_of_package_alone_loads_no_model() -> None:
    """`import plankit` is cheap: the model and pydantic wait until they are asked for."""
    code = "import sys, plankit; print([name for name in ('pydantic', 'yaml') if name in sys.modules])"
    assert _python(code) == "[]"
