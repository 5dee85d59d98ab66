"""Annotations for GitHub Actions, read back the way that its runner reads a line of the log."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from plankit.cli.report import Source, github_lines
from plankit.findings import Finding, Place, Severity

LINE = re.compile(r"::(?P<command>[a-z]+) (?P<properties>[^\r\n]*?)::(?P<data>[^\r\n]*)")
UNESCAPED = (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%"))
"""What the runner puts back, in its order; `:` and `,` only in properties."""

TEXTS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=30)


def read_back(line: str) -> tuple[str, dict[str, str], str]:
    """Command, properties and message of one line of the log."""
    match = LINE.fullmatch(line)
    assert match is not None, line
    properties = dict(one.split("=", 1) for one in match["properties"].split(","))
    return match["command"], {key: _plain(value) for key, value in properties.items()}, _plain(match["data"])


def _plain(text: str) -> str:
    for written, meant in UNESCAPED:
        text = text.replace(written, meant)
    return text


@given(file=TEXTS, message=TEXTS, hint=st.none() | TEXTS, severity=st.sampled_from(Severity))
def test_annotation_is_read_back_as_it_was_meant(
    file: str, message: str, hint: str | None, severity: Severity
) -> None:
    """No colon, comma, per cent sign or break of line in a plan ends an annotation or a property of it."""
    finding = Finding(
        code="PK205",
        name="measure-without-deadline",
        severity=severity,
        message=message,
        hint=hint,
        place=Place("d.yaml", 7, 3),
    )
    # Names of files are ASCII letters here but for what the syntax would eat: paths are made plain before.
    name = re.sub(r"[^a-z:,%]", "x", file)
    (line,) = github_lines([Source(path=name, findings=(finding,))])
    command, properties, told = read_back(line)
    assert command == {"ERROR": "error", "WARNING": "warning", "ADVICE": "notice"}[severity.name]
    assert properties == {
        "file": f"{name}/d.yaml",
        "line": "7",
        "col": "3",
        "title": "PK205 measure-without-deadline",
    }
    assert told == "\n".join(filter(None, (message, hint)))
