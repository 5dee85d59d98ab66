"""Findings for people at a terminal: in colour, with the line of the file and a pointer under the column."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from plankit.cli.report import Source, count_line, label, one_line, place, severity_word
from plankit.findings import Finding, Severity

_COLOURS = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.ADVICE: "bold cyan"}
_NARROWEST = 20


def print_for_people(checked: Sequence[Source], language: str) -> None:
    """Print every finding and the count."""
    console = Console(highlight=False, soft_wrap=True, emoji=False, markup=False)
    for one in checked:
        for finding in one.findings:
            _print(console, one, finding, language)
    worst = max((finding.severity for one in checked for finding in one.findings), default=0)
    console.print(
        Text(count_line(checked, language), style=_COLOURS[Severity(worst)] if worst else "bold green")
    )


def _print(console: Console, checked: Source, finding: Finding, language: str) -> None:
    colour = _COLOURS[finding.severity]
    console.print(
        Text.assemble(
            (place(checked, finding), "bold"),
            ": ",
            (f"{severity_word(finding.severity, language)} {finding.code}", colour),
            f" {one_line(finding.message)} ",
            (label(finding), "dim"),
        )
    )
    content = _line(checked, finding)
    if content is not None:
        number = str(finding.place.line)
        before, shown = excerpt(
            content, finding.place.column, max(console.width - len(number) - 5, _NARROWEST)
        )
        console.print(Text.assemble((f"  {number} │ ", "dim"), shown))
        console.print(Text.assemble((f"  {' ' * len(number)} │ ", "dim"), " " * before, ("^", colour)))
    if finding.hint:
        console.print(Text.assemble(("  → ", colour), one_line(finding.hint)))
    console.print()


def _line(checked: Source, finding: Finding) -> str | None:
    lines = checked.texts.get(finding.place.file, "").split("\n")
    number = finding.place.line
    content = lines[number - 1] if 0 < number <= len(lines) else ""
    return content if content.strip() else None


def excerpt(content: str, column: int, width: int) -> tuple[int, str]:
    """As much of the line `content` around `column` as `width` cells hold, and the cells before that column."""
    # One sign stays one sign, so that columns still count from the same start.
    shown = "".join(" " if sign == "\t" else sign if sign.isprintable() else "\ufffd" for sign in content)
    at = min(max(column - 1, 0), len(shown))
    start = 0
    while cell_len(shown[start:at]) > width * 2 // 3:
        start += 1
    shown, at = shown[start:], at - start
    while cell_len(shown) > width:
        shown = shown[:-1]
    return cell_len(shown[:at]), shown
