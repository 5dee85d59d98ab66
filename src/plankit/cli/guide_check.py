"""`plankit guide check`: what is wrong or missing in a guide."""

from __future__ import annotations

from pathlib import Path

import click

from plankit.cli.folders import end
from plankit.cli.options import Command, Option, fail_on_option, language_option
from plankit.cli.report import FORMATS, Source, print_findings
from plankit.language import N_, chosen_language


@click.command(
    "check",
    cls=Command,
    help=N_(
        "Check guides for what is wrong or missing. GUIDE is the name of one that is installed, or a folder."
    ),
    epilog=N_("Example: plankit guide check no-vold"),
)
@click.argument("guides", metavar="GUIDE...", nargs=-1, required=True)
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
    "--packs", cls=Option, type=click.Path(exists=True, file_okay=False, path_type=Path), hidden=True
)
@fail_on_option()
@language_option()
def check(
    guides: tuple[str, ...], style: str, packs: Path | None, fail_on: str, language: str | None
) -> None:
    """Check guides and end with exit code 1 if a finding is bad enough."""
    from plankit.cli.guide_packs import checked_pack

    words = chosen_language(language)
    found = [checked_pack(name, words, packs) for name in guides]
    sources = [Source(path=str(folder), findings=one.findings) for folder, one in found]
    print_findings(sources, style, words)
    end(max(one.worst() for _, one in found), fail_on)
