"""`plankit check`: what is wrong, missing or worth a look in a plan."""

from __future__ import annotations

from datetime import date

import click

from plankit.cli.folders import end, load_checked, require_folder
from plankit.cli.open_requirements import print_open
from plankit.cli.options import Command, Option, date_option, fail_on_option, language_option
from plankit.cli.progress import progress
from plankit.cli.report import FORMATS, print_findings
from plankit.language import N_, chosen_language, translate


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
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help=N_("How to print findings: for people, for programs, or for GitHub Actions."),
)
@click.option(
    "--stress",
    cls=Option,
    is_flag=True,
    help=N_("Walk every combination of cases through the procedures too, not only the cases that are told."),
)
@fail_on_option()
@date_option()
@language_option()
def check(
    paths: tuple[str, ...], style: str, stress: bool, fail_on: str, today: date | None, language: str | None
) -> None:
    """Check plans and end with exit code 1 if a finding is bad enough."""
    words = chosen_language(language)
    for path in paths:
        require_folder(path, words)
    checked = []
    with progress() as show:
        for number, path in enumerate(paths, start=1):
            show(
                translate(N_("Checking {path} ({number} of {count})"), words).format(
                    path=path, number=number, count=len(paths)
                )
            )
            checked.append(load_checked(path, language=words, today=today, on_request=stress))
    print_findings([one.source for one in checked], style, words)
    if style == "text":
        for one in checked:
            print_open(one, words)
    end(max(one.loaded.worst() for one in checked), fail_on)
