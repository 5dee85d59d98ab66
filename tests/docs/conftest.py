"""The documentation, built once."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
TIMEOUT = 300
"""Seconds that a build may take."""


@dataclass(frozen=True, kw_only=True)
class Built:
    """A build of the documentation: where it lies, and how it ended."""

    out: Path
    code: int
    stderr: str

    def ids(self, page: str, prefix: str) -> dict[str, str]:
        """The ids on a page that start with `prefix`, without it, and the words that each stands around."""
        reader = _Ids()
        reader.feed((self.out / f"{page}.html").read_text(encoding="utf-8"))
        found = {
            name.removeprefix(prefix): words for name, words in reader.ids.items() if name.startswith(prefix)
        }
        return {name: " ".join(words.split()) for name, words in found.items()}


class _Ids(HTMLParser):
    """For each element with an id, the words of its first heading or, where it has none, its words."""

    VOID = frozenset({"input", "img", "br", "hr", "meta", "link", "path", "rect"})
    HEADINGS = frozenset({"h1", "h2", "h3", "h4"})

    def __init__(self) -> None:
        super().__init__()
        self.ids: dict[str, str] = {}
        self._open: list[tuple[str, str | None]] = []
        self._headed: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        name = dict(attrs).get("id")
        if name is not None:
            self.ids[name] = ""
        if tag in self.HEADINGS:
            holder = next((one for kind, one in reversed(self._open) if kind == "section" and one), None)
            if holder is not None:
                self.ids[holder] = ""
        if tag not in self.VOID:
            self._open.append((tag, name))

    def handle_endtag(self, tag: str) -> None:
        while self._open:
            kind, _ = self._open.pop()
            if kind in self.HEADINGS:
                self._headed.update(one for open_tag, one in self._open[-1:] if open_tag == "section" and one)
            if kind == tag:
                break

    def handle_data(self, data: str) -> None:
        if any(kind == "a" for kind, _ in self._open) and any(
            kind in self.HEADINGS for kind, _ in self._open
        ):
            return
        for _, name in self._open:
            if name is not None and name not in self._headed:
                self.ids[name] += data


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The documentation, built from nothing as the makers publish it; once for all processes of a test run."""
    own = tmp_path_factory.getbasetemp()
    folder = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "plankit-docs"
    result = folder / "result.json"
    try:
        folder.mkdir()
    except FileExistsError:
        deadline = time.monotonic() + TIMEOUT
        while not result.exists() and time.monotonic() < deadline:
            time.sleep(0.1)
    else:
        _build(folder, result)
    code, stderr = json.loads(result.read_text(encoding="utf-8"))
    return Built(out=folder / "out", code=code, stderr=stderr)


def _build(folder: Path, result: Path) -> None:
    """Build, and write exit code and warnings to the file `result`, which is whole as soon as it is there."""
    call = (sys.executable, "-m", "sphinx", "-n", "-W", "--keep-going", "-q", "-b", "html")
    process = subprocess.run(
        (*call, "-d", folder / "trees", DOCS, folder / "out"),
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "NO_COLOR": "1", "PLANKIT_LANGUAGE": "nb"},
        timeout=TIMEOUT,
        check=False,
    )
    writing = result.with_suffix(".new")
    writing.write_text(json.dumps([process.returncode, process.stderr]), encoding="utf-8")
    writing.rename(result)
