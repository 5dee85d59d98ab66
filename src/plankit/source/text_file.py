"""Bytes to text: UTF-8 or a problem."""

from __future__ import annotations

import stat
from pathlib import Path

from plankit.findings import Problem
from plankit.language import N_
from plankit.source.limits import MAX_FILE_BYTES
from plankit.source.lines import Lines

BOM = b"\xef\xbb\xbf"


def read_text(path: Path, name: str) -> tuple[str | None, list[Problem]]:
    r"""The text of the file with line ends as `\n`, and what is wrong with it.

    `None` where the file cannot be read as UTF-8 or is too large. A byte order mark is reported and dropped.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            # Opening a pipe would wait for ever.
            return None, [Problem(code="PK002", file=name, values={"reason": N_("not a regular file")})]
        with path.open("rb") as file:
            data = file.read(MAX_FILE_BYTES + 1)
    except OSError as error:
        return None, [Problem(code="PK002", file=name, values={"reason": error.strerror or "?"})]
    if len(data) > MAX_FILE_BYTES:
        return None, [Problem(code="PK003", file=name, values={"limit": MAX_FILE_BYTES // 1024 // 1024})]
    problems = []
    if data.startswith(BOM):
        problems.append(Problem(code="PK005", file=name, line=1, column=1))
        data = data[len(BOM) :]
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = _with_plain_line_ends(data[: error.start].decode("utf-8"))
        line, column = Lines(before).place(len(before))
        return None, [*problems, Problem(code="PK004", file=name, line=line, column=column)]
    return _with_plain_line_ends(text), problems


def _with_plain_line_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
