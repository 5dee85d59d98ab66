"""Every plan, program and command in the documentation does what its page says."""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from tests.docs.conftest import DOCS
from tests.docs.snippets import Call, Snippet, calls_of, snippets_of

from plankit import load
from plankit.source.guide_reader import read_guide

PAGES = sorted(path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md") if path.name != "index.md")
WITH_SNIPPETS = [name for name in PAGES if snippets_of(DOCS / name)]
RUNNABLE = ("plankit", "python", "sphinx-build")
MINIMAL = "plan: {id: example, title: Example, period: 2027–2030, stage: draft}\n"
LANGUAGES = {"console", "yaml", "python", "markdown", "text"}


def _environment() -> dict[str, str]:
    kept = {key: value for key, value in os.environ.items() if key != "PLANKIT_LANGUAGE"}
    return {**kept, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{kept['PATH']}", "NO_COLOR": "1"}


def _write(here: Path, name: str, snippet: Snippet) -> None:
    """Write the file; the plan that it belongs to has no finding on files, format or words afterwards."""
    path = here / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(snippet.text, encoding="utf-8")
    folder = here / Path(name).parts[0]
    if snippet.language != "yaml":
        return
    if not (folder / "plan.yaml").exists():
        (folder / "plan.yaml").write_text(MINIMAL, encoding="utf-8")
    loaded = load(folder, language="en")
    bad = [one for one in loaded.findings if one.code.startswith("PK0") or one.name == "unmapped-word"]
    assert bad == [], f"line {snippet.line}"
    assert loaded.plan is not None
    assert path.relative_to(folder).as_posix() in loaded.read.texts


def _write_guide(here: Path, name: str, snippet: Snippet) -> None:
    """Write the file; the guide that it belongs to can be read without a problem afterwards."""
    path = here / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(snippet.text, encoding="utf-8")
    read = read_guide(here / Path(name).parts[0])
    assert read.guide is not None
    assert read.problems == (), f"line {snippet.line}"


def _copy(here: Path, note: str, snippet: Snippet) -> None:
    """Copy a folder of the repository to where the command on the page would."""
    source, _, target = note.partition(" to ")
    assert snippet.text == f"$ cp -r {source} {target}\n", f"line {snippet.line}"
    shutil.copytree(DOCS.parent / source, here / target, ignore=shutil.ignore_patterns(".plankit"))


def _run(here: Path, words: list[str], until: str | None = None) -> tuple[int, str]:
    """Exit code and output of a command; with `until`, it is interrupted once it has printed that."""
    process = subprocess.Popen(
        words,
        cwd=here,
        env=_environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
    )
    assert process.stdout is not None
    printed = ""
    try:
        for line in process.stdout:
            printed += line
            if until is not None and until in line:
                process.send_signal(signal.SIGINT)
                until = None
        code = process.wait(timeout=60)
    finally:
        process.kill()
        process.stdout.close()
    assert until is None, f"{words} never printed {until!r}"
    return code, printed


def _run_console(here: Path, snippet: Snippet) -> None:
    calls = calls_of(snippet)
    for call in calls:
        is_last = call is calls[-1]
        words = shlex.split(call.command)
        assert words[0] in RUNNABLE, f"{call.command}: say above the block why it is not run"
        *words, sign, file = words if words[-2:-1] == [">"] else [*words, "", ""]
        code, printed = _run(here, words, snippet.notes.get("until") if is_last else None)
        if sign:
            (here / file).write_text(printed, encoding="utf-8")
            printed = ""
        assert code == int(snippet.notes.get("exits", "0") if is_last else "0"), f"{call.command}\n{printed}"
        assert call.fits(printed), f"line {snippet.line}: {call.command}\n{printed}"


@pytest.mark.parametrize("page", WITH_SNIPPETS)
def test_snippets_do_what_the_page_says(page: str, tmp_path: Path) -> None:
    """In the order of the page: files are written and can be read, programs run, commands print what is shown."""
    for snippet in snippets_of(DOCS / page):
        assert snippet.language in LANGUAGES, f"line {snippet.line}"
        if "file" in snippet.notes:
            _write(tmp_path, snippet.notes["file"], snippet)
        elif "guide file" in snippet.notes:
            _write_guide(tmp_path, snippet.notes["guide file"], snippet)
        elif "copy" in snippet.notes:
            _copy(tmp_path, snippet.notes["copy"], snippet)
        elif snippet.language == "yaml":
            assert "not a plan" in snippet.notes, f"line {snippet.line}: say which file it is"
            assert yaml.safe_load(snippet.text)
        elif snippet.language == "python":
            code, printed = _run(tmp_path, ["python", "-c", snippet.text])
            assert code == 0, f"line {snippet.line}\n{printed}"
        elif snippet.language == "console" and "not run" not in snippet.notes:
            _run_console(tmp_path, snippet)


@pytest.mark.parametrize(
    ("shown", "printed", "fits"),
    [
        (("one",), "one\n", True),
        (("one",), "two\n", False),
        (("one",), "one\ntwo\n", False),
        (("…", "two"), "one\ntwo\n", True),
        (("o…e",), "one\n", True),
        ((), "anything\n", True),
    ],
)
def test_shown_output_fits_only_what_was_printed(shown: tuple[str, ...], printed: str, fits: bool) -> None:
    """A page that shows other words than the command prints is found out."""
    assert Call(command="x", output=shown).fits(printed) is fits
