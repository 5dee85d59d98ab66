"""`plankit check`: what is wrong, missing or worth a look in a plan."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from plankit.cli.fix import fix_options, mend_first
from plankit.cli.folders import Checked, end, least, load_checked, require_folder
from plankit.cli.open_requirements import print_open
from plankit.cli.options import (
    CallError,
    Command,
    Option,
    date_option,
    fail_on_option,
    language_option,
    municipality_option,
)
from plankit.cli.progress import progress
from plankit.cli.report import FORMATS, print_findings
from plankit.language import N_, chosen_language, translate

if TYPE_CHECKING:
    from plankit.reports.identity import Judged


STYLES = (*FORMATS, "sarif", "junit")


@click.command(
    cls=Command,
    help=N_("Check plans for what is wrong or missing. Each PATH is a folder with a plan in it."),
    epilog=N_("Example: plankit check my-plan --fail-on error"),
)
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@click.option(
    "--format",
    "style",
    cls=Option,
    type=click.Choice(STYLES),
    default="text",
    show_default=True,
    help=N_("How to print findings: for people, for programs, for GitHub Actions, as SARIF or as JUnit XML."),
)
@click.option(
    "--baseline",
    cls=Option,
    type=click.Path(path_type=Path),
    metavar="FILE",
    help=N_(
        "Look past findings that are in FILE, which an earlier check wrote with --format json or sarif;"
        " only what is new is printed and counts."
    ),
)
@click.option(
    "--stress",
    cls=Option,
    is_flag=True,
    help=N_("Walk every combination of cases through the procedures too, not only the cases that are told."),
)
@municipality_option(
    N_(
        "Of a shared plan, only what one municipality has of it: its id, name or number; “each” checks the own plan"
        " of every one too. Without it: all of the plan."
    )
)
@fix_options
@fail_on_option()
@date_option()
@language_option()
def check(
    paths: tuple[str, ...],
    style: str,
    baseline: Path | None,
    fail_on: str,
    language: str | None,
    **loading: Any,
) -> None:
    """Check plans and end with exit code 1 if a finding is bad enough."""
    words = chosen_language(language)
    for path in paths:
        require_folder(path, words)
    mending = {name: loading.pop(name) for name in ("fix", "yes", "dry_run")}
    mend_first(paths, words, today=loading["today"], to_stderr=style != "text", **mending)
    known = _known(baseline, words) if baseline else frozenset()
    checked = []
    with progress() as show:
        for number, path in enumerate(paths, start=1):
            show(
                translate(N_("Checking {path} ({number} of {count})"), words).format(
                    path=path, number=number, count=len(paths)
                )
            )
            read = _read(path, words, **loading)
            checked.append(_new(read, known) if known else read)
    if style in FORMATS:
        print_findings([one.source for one in checked], style, words)
    else:
        _print_report(checked, style, words, least(fail_on))
    if style == "text":
        for one in checked:
            print_open(one, words)
    end(max(one.loaded.worst() for one in checked), fail_on)


def _read(path: str, words: str, *, today: date | None, stress: bool, municipality: str | None) -> Checked:
    """The plan at `path`: all of it, what one municipality has of it, or with what only each one's own plan lacks."""
    from plankit.cli.municipality import EACH, with_each
    from plankit.rules.catalogue import EVERYDAY, RULES

    whose = None if municipality == EACH else municipality
    read = load_checked(path, language=words, today=today, on_request=stress, municipality=whose)
    if municipality != EACH:
        return read
    rules = RULES if stress else EVERYDAY
    return replace(read, loaded=with_each(read.loaded, path, language=words, today=today, rules=rules))


def _known(file: Path, language: str) -> frozenset[str]:
    """The fingerprints of findings that were there before. Raises `CallError` where the file tells of none."""
    from plankit.reports.baseline import NotABaseline, read_baseline

    try:
        return read_baseline(file)
    except NotABaseline as error:
        message = N_("“{file}” is not what “plankit check --format json” or “--format sarif” writes.")
        raise CallError(message, language, file=file) from error
    except OSError as error:
        raise CallError(
            N_("“{path}” could not be read: {reason}"), language, path=file, reason=error.strerror or error
        ) from error


def _new(checked: Checked, known: frozenset[str]) -> Checked:
    from plankit.reports.baseline import without_known

    return replace(checked, loaded=without_known(checked, known).loaded)


def _print_report(judged: Sequence[Judged], style: str, language: str, fail_from: int) -> None:
    """Print the report on stdout. It is ASCII where the terminal is not UTF-8."""
    if style == "sarif":
        from plankit.reports.sarif import sarif_log

        only_ascii = (sys.stdout.encoding or "ascii").lower().replace("-", "") != "utf8"
        click.echo(json.dumps(sarif_log(judged, language), ensure_ascii=only_ascii, indent=2))
    else:
        from plankit.reports.junit import junit_xml

        click.echo(junit_xml(judged, language, fail_from))
