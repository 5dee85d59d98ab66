"""Findings as text, JSON and GitHub's annotations. The only place that turns findings into lines."""

from __future__ import annotations

import json
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import click

from plankit.findings import Finding, Severity
from plankit.language import N_, N_count, translate, translate_count
from plankit.reports.identity import fingerprints, shown_name

FORMATS = ("text", "json", "github")
_GITHUB = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "notice"}
_WORDS = {Severity.ERROR: N_("error"), Severity.WARNING: N_("warning"), Severity.ADVICE: N_("advice")}
_COUNTS = {
    Severity.ERROR: N_count("{count} error", "{count} errors"),
    Severity.WARNING: N_count("{count} warning", "{count} warnings"),
    Severity.ADVICE: N_count("{count} piece of advice", "{count} pieces of advice"),
}


@dataclass(frozen=True, kw_only=True)
class Source:
    """A folder as it was named in the call, what was found in it, and the texts of its files by name."""

    path: str
    findings: tuple[Finding, ...]
    texts: Mapping[str, str] = field(default_factory=dict)
    name: str = ""
    """What the plan is called in fingerprints of its findings; without it they have none."""


def print_findings(checked: Sequence[Source], style: str, language: str) -> None:
    """Print every finding on stdout, in one of `FORMATS`."""
    if style == "json":
        click.echo(as_json(checked))
    elif style == "github":
        for line in github_lines(checked):
            click.echo(line)
    elif sys.stdout.isatty():
        from plankit.cli.terminal import print_for_people  # only a terminal needs rich

        print_for_people(checked, language)
    else:
        click.echo("\n".join(plain_lines(checked, language)))


def severity_word(severity: Severity, language: str) -> str:
    """What a severity is called."""
    return translate(_WORDS[severity], language)


def one_line(text: str) -> str:
    """`text` on one line, without signs that steer a terminal."""
    kept = (
        "\ufffd" if unicodedata.category(sign) in ("Cc", "Cs") else sign for sign in " ".join(text.split())
    )
    return "".join(kept)


def place(checked: Source, finding: Finding) -> str:
    """File, line and column, as editors and terminals understand them."""
    at = finding.place
    return f"{one_line(shown_name(checked.path, at.file))}:{at.line}:{at.column}"


def label(finding: Finding) -> str:
    """The rule's name and, after an arrow, the requirement of the guide that it decides."""
    asked = f" → {one_line(finding.requirement)}" if finding.requirement else ""
    return f"[{finding.name}{asked}]"


def plain_lines(checked: Sequence[Source], language: str) -> Iterator[str]:
    """A line a finding, its hint on the next one, and the count last."""
    for one in checked:
        for finding in one.findings:
            word = severity_word(finding.severity, language)
            yield f"{place(one, finding)}: {word} {finding.code} {one_line(finding.message)} {label(finding)}"
            if finding.hint:
                yield f"    {one_line(finding.hint)}"
    yield count_line(checked, language)


def count_line(checked: Sequence[Source], language: str) -> str:
    """How many findings there are of each severity, the worst first."""
    counts = _counts(checked)
    if not counts:
        return translate(N_("No findings."), language)
    said = (translate_count(*_COUNTS[kind], counts[kind], language) for kind in sorted(counts, reverse=True))
    return ", ".join(said) + "."


def _counts(checked: Sequence[Source]) -> Counter[Severity]:
    return Counter(finding.severity for one in checked for finding in one.findings)


def as_json(checked: Sequence[Source]) -> str:
    """One JSON document: the folders, every finding with the one it is about, and the count.

    `plan` is the path of the only plan; `null` where there are several.
    """
    counts = _counts(checked)
    document = {
        "plan": checked[0].path if len(checked) == 1 else None,
        "plans": [one.path for one in checked],
        "findings": [entry for one in checked for entry in _entries(one)],
        "count": {kind.word: counts[kind] for kind in sorted(Severity, reverse=True)},
    }
    only_ascii = (sys.stdout.encoding or "ascii").lower().replace("-", "") != "utf8"
    return json.dumps(document, ensure_ascii=only_ascii, indent=2)


def _entries(one: Source) -> Iterator[dict[str, object]]:
    for finding, mark in zip(one.findings, fingerprints(one.name, one.findings), strict=True):
        yield {
            "plan": one.path,
            **finding.to_dict(),
            "file": shown_name(one.path, finding.place.file),
            **({"fingerprint": mark} if one.name else {}),
        }


def github_lines(checked: Sequence[Source]) -> Iterator[str]:
    """An annotation a finding, as GitHub Actions reads them from the log."""
    for one in checked:
        for finding in one.findings:
            values = {
                "file": shown_name(one.path, finding.place.file),
                "line": str(finding.place.line),
                "col": str(finding.place.column),
                "title": f"{finding.code} {finding.name}",
            }
            properties = ",".join(f"{key}={_property(value)}" for key, value in values.items())
            message = "\n".join(filter(None, (finding.message, finding.hint)))
            yield f"::{_GITHUB[finding.severity]} {properties}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
