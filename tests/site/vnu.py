"""The Nu HTML checker: found in the project's cache, or fetched there once from the npm registry."""

from __future__ import annotations

import json
import shutil
import subprocess
import tarfile
import tempfile
from pathlib import Path
from typing import NamedTuple

from tests.site.building import ROOT

CACHE = ROOT / ".cache" / "vnu"
JAR = CACHE / "vnu.jar"


class VnuMissing(RuntimeError):
    """The checker cannot be run; the message says what to install."""


class Message(NamedTuple):
    """An error that the checker found."""

    file: str
    line: int
    text: str
    extract: str


def vnu_jar() -> Path:
    """The checker's jar, fetched into the cache if it is not there. Raises `VnuMissing` where that cannot be done."""
    if shutil.which("java") is None:
        raise VnuMissing("The HTML checker needs Java: install it (apt-get install default-jre-headless).")
    if not JAR.is_file():
        _fetch()
    return JAR


def _fetch() -> None:
    npm = shutil.which("npm")
    if npm is None:
        raise VnuMissing(
            f"The HTML checker is not in {JAR}, and without npm it cannot be fetched: install npm."
        )
    with tempfile.TemporaryDirectory() as name:
        done = subprocess.run(
            [npm, "pack", "--silent", "vnu-jar"],
            cwd=name,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )
        packed = next(Path(name).glob("*.tgz"), None)
        if done.returncode or packed is None:
            raise VnuMissing(
                f"npm could not fetch the HTML checker (npm pack vnu-jar): {done.stderr.strip()[-300:]}"
            )
        with tarfile.open(packed) as archive:
            archive.extractall(name, filter="data")
        jar = next(Path(name).rglob("vnu.jar"))
        CACHE.mkdir(parents=True, exist_ok=True)
        # Renamed into place at the end, so that two test processes never see half a jar.
        waiting = CACHE / f"{Path(name).name}.part"
        shutil.copyfile(jar, waiting)
        waiting.replace(JAR)


def check_html(folder: Path) -> tuple[Message, ...]:
    """Every error in the HTML files under `folder`."""
    done = subprocess.run(
        [
            "java",
            "-Xss4m",
            "-jar",
            str(vnu_jar()),
            "--errors-only",
            "--format",
            "json",
            "--skip-non-html",
            str(folder),
        ],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    # The checker's answer is on stderr; it ends with an exit code of its own where it found something.
    found = json.loads(done.stderr)["messages"]
    return tuple(
        Message(
            one["url"].removeprefix("file:").split(f"{folder.name}/", 1)[-1],
            one.get("lastLine", 0),
            one["message"],
            one.get("extract", "").strip(),
        )
        for one in found
    )
