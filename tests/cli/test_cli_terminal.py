"""What people see at a terminal."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from plankit.cli.terminal import excerpt

pty = pytest.importorskip("pty")

Plan = Callable[..., Path]


def at_terminal(*arguments: str, **environment: str) -> tuple[str, int]:
    """What the command writes to a terminal, and its exit code."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "plankit", *arguments],
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=theirs,
        env={**os.environ, "TERM": "xterm-256color", "COLUMNS": "100", **environment},
    )
    os.close(theirs)
    chunks = []
    while True:
        try:
            chunk = os.read(ours, 65536)
        except OSError:  # Linux says so when the other end is closed
            break
        if not chunk:
            break
        chunks.append(chunk)
    os.close(ours)
    return b"".join(chunks).decode().replace("\r\n", "\n"), process.wait(60)


def test_terminal_shows_colour_line_and_pointer(plan: Plan) -> None:
    """A finding is coloured and shows the line of the file with a pointer under the column."""
    plan("plan:\n  id: fjordvik\n  title: Trygg\n  titel: Feil\n")
    shown, code = at_terminal("check", "my-plan")
    assert "\x1b[1;31m" in shown
    lines = re.sub(r"\x1b\[[0-9;]*[A-Za-z]", "", shown).split("\n")
    at = next(number for number, line in enumerate(lines) if "PK014" in line)
    assert lines[at + 1] == "  4 │   titel: Feil"
    assert lines[at + 2] == "    │   ^"
    assert lines[at + 3] == "  → Did you mean “title”?"
    assert code == 1


def test_terminal_without_colour_is_respected(plan: Plan) -> None:
    """NO_COLOR turns colours off, as it does elsewhere."""
    plan("plan:\n  id: fjordvik\n  titel: Feil\n")
    shown, _ = at_terminal("check", "my-plan", NO_COLOR="1")
    assert "PK014" in shown
    assert not re.search(r"\x1b\[[0-9;]*3[0-9]m", shown)


def test_terminal_shows_progress(plan: Plan) -> None:
    """At a terminal one sees which plan is being checked."""
    plan(name="a")
    plan(name="b")
    shown, _ = at_terminal("check", "a", "b")
    assert "Checking b (2 of 2)" in shown


@pytest.mark.parametrize(
    ("content", "column", "width", "expected"),
    [
        ("  titel: x", 3, 40, (2, "  titel: x")),
        ("\tkey: x", 2, 40, (1, " key: x")),
        ("漢字: x", 5, 40, (6, "漢字: x")),
        ("a\x1b[31mb", 1, 40, (0, "a\ufffd[31mb")),
        ("short", 99, 40, (5, "short")),
    ],
)
def test_excerpt_pointer_stands_under_the_column(
    content: str, column: int, width: int, expected: tuple[int, str]
) -> None:
    """Tabs, wide signs, escape sequences and columns past the end keep the pointer where it belongs."""
    assert excerpt(content, column, width) == expected


def test_excerpt_of_long_line_keeps_the_column_in_sight() -> None:
    """A line that is too long is cut around the column."""
    before, shown = excerpt("x" * 500 + "HERE" + "x" * 500, 501, 60)
    assert len(shown) <= 60
    assert shown[before : before + 4] == "HERE"
