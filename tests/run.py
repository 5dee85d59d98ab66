"""Set up and pass all tests: `python3 tests/run.py`.

Needs Python 3.11 or newer with pip and venv, and a package index. What the tests need from the system (a
browser, Java for the checkers of HTML and PDF, LibreOffice) is looked for, else installed; where it cannot be
had, the run ends with a line that says so. Nothing is skipped.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
import venv
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
HOME = ROOT / ".venv"
TOOLS = HOME / ("Scripts" if os.name == "nt" else "bin")
JAXB = Path("/usr/share/java/jaxb-api.jar")
NEEDED: dict[str, Callable[[], bool]] = {
    "default-jre-headless": lambda: shutil.which("java") is not None,
    "npm": lambda: shutil.which("npm") is not None,
    "libjaxb-java": JAXB.exists,
    "nginx": lambda: shutil.which("nginx", path=f"{os.environ['PATH']}{os.pathsep}/usr/sbin") is not None,
    "libreoffice-calc-nogui": lambda: office("sc"),
    "libreoffice-impress-nogui": lambda: office("sd"),
    "libreoffice-writer-nogui": lambda: office("sw"),
}
"""Debian packages by what they are needed for, and how to see that it is there."""
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def run(*command: str, quiet: bool = False) -> int:
    """Run a command in the checkout; its exit code."""
    output = subprocess.DEVNULL if quiet else None
    return subprocess.run(command, cwd=ROOT, check=False, stdin=subprocess.DEVNULL, stdout=output).returncode


def set_up() -> int:
    """Make the virtual environment and install plankit with what its tests need."""
    python = str(TOOLS / "python")
    if not (TOOLS / "python").exists() and not (TOOLS / "python.exe").exists():
        venv.create(HOME, with_pip=True)
    pip = (python, "-m", "pip", "install", "-qq", "--disable-pip-version-check")
    # Dependency groups are read by pip from 25.1 on.
    return run(*pip, "--upgrade", "pip>=25.1") or run(*pip, "-e", ".[all]", "--group", "test")


def office(part: str) -> bool:
    """Whether LibreOffice is here with this part of it: its name as in the names of the libraries."""
    found = shutil.which("soffice")
    return found is not None and (
        sys.platform != "linux" or Path(found).resolve().with_name(f"lib{part}lo.so").exists()
    )


def apt_install(*packages: str) -> bool:
    """Install Debian packages where that is possible without a password."""
    apt = shutil.which("apt-get")
    if apt is None:
        return False
    sudo = [] if os.name != "nt" and os.geteuid() == 0 else ["sudo", "-n"]
    if sudo and shutil.which("sudo") is None:
        return False
    run(*sudo, apt, "update", "-qq", quiet=True)
    return run(*sudo, apt, "install", "-y", "-qq", *packages, quiet=True) == 0


def browser() -> str | None:
    """A Chromium on this machine: the one that is named or found, else one that is installed now."""
    named = os.environ.get("CHROMIUM")
    if named:
        return shutil.which(named)
    found = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if found is None and apt_install("chromium"):
        found = shutil.which("chromium")
    if (
        found is None
        and run(str(TOOLS / "python"), "-m", "playwright", "install", "chromium", quiet=True) == 0
    ):
        ask = "from playwright.sync_api import sync_playwright as s\nwith s() as p: print(p.chromium.executable_path)"
        told = subprocess.run([str(TOOLS / "python"), "-c", ask], capture_output=True, text=True, check=False)
        found = told.stdout.strip() or None
    return found


def programs() -> list[str]:
    """What the checkers of HTML and PDF and the tests of Word, Excel and PowerPoint files need and neither is there nor could be had."""
    missing = [package for package, there in NEEDED.items() if not there()]
    if missing:
        apt_install(*missing)
    return [package for package in missing if not NEEDED[package]()]


def tool(name: str) -> str:
    """A program of the virtual environment."""
    return str(TOOLS / name)


def checks() -> tuple[tuple[str, ...], ...]:
    """What is run, in order: form, style, types, import direction, then the tests themselves."""
    workers = os.environ.get("PLANKIT_TEST_WORKERS", "2")
    return (
        (tool("ruff"), "check"),
        (tool("ruff"), "format", "--check"),
        (tool("mypy"),),
        (tool("lint-imports"),),
        (
            tool("python"),
            "-m",
            "pytest",
            "-n",
            workers,
            "--dist",
            "loadfile",
            *sys.argv[1:],
        ),
    )


def main() -> int:
    """Run everything; the exit code of the first step that fails, else 0."""
    started = time.monotonic()
    if sys.version_info < (3, 11):
        print("plankit's tests need Python 3.11 or newer.", file=sys.stderr)
        return 2
    if code := set_up():
        return code
    chromium = browser()
    if chromium is None:
        print("The tests need a Chromium browser: install one, or name it in CHROMIUM.", file=sys.stderr)
        return 1
    if lacking := programs():
        print(f"The tests need {', '.join(lacking)}: install them.", file=sys.stderr)
        return 1
    os.environ["CHROMIUM"] = chromium
    os.environ["PATH"] = f"{TOOLS}{os.pathsep}{os.environ['PATH']}"
    for step in checks():
        print("→", " ".join(Path(part).name if part == step[0] else part for part in step), flush=True)
        if code := run(*step):
            return code
    print(f"All passed in {time.monotonic() - started:.0f} s.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
