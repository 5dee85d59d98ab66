"""Set plankit up in this checkout, check the example plan and build its site: `python3 examples/try.py`.

Needs Python 3.11 or newer with pip and venv, and a package index; touches nothing outside the checkout.
"""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
HOME = ROOT / ".venv"
PLAN = ROOT / "examples" / "fjordvik"
SITE = ROOT / "_site" / "fjordvik"
CHECKED_ON = "2026-11-22"
"""The day that the example is written for: contacts grow old, and the example with them."""


def main() -> int:
    """Set up, check, build and say where to look; the exit code of the first step that fails."""
    if sys.version_info < (3, 11):
        print("plankit needs Python 3.11 or newer.", file=sys.stderr)
        return 2
    tools = HOME / ("Scripts" if os.name == "nt" else "bin")
    if not (tools / "python").exists() and not (tools / "python.exe").exists():
        venv.create(HOME, with_pip=True)
    plankit = str(tools / "plankit")
    steps = (
        [
            str(tools / "python"),
            "-m",
            "pip",
            "install",
            "-qq",
            "--disable-pip-version-check",
            "-e",
            f"{ROOT}[sphinx]",
        ],
        [plankit, "check", str(PLAN), "--date", CHECKED_ON],
        [plankit, "build", str(PLAN), "-o", str(SITE), "--date", CHECKED_ON],
    )
    for step in steps:
        code = subprocess.run(step, check=False).returncode
        if code:
            return code
    print(f"Open this file in a browser: {SITE / 'index.html'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
