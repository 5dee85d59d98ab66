"""`plankit guide build`: the website of a guide."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from plankit.cli.build import report_result
from plankit.cli.guide_packs import pack_folder
from plankit.cli.options import CallError, Command, Option, date_option, output_option
from plankit.cli.output_errors import told_as_call_errors, told_as_missing
from plankit.cli.progress import progress
from plankit.language import LANGUAGES, N_, chosen_language, translate_count

if TYPE_CHECKING:
    from plankit.findings import Problem
    from plankit.model.guide import Guide
    from plankit.outputs import GuideOutput

_REFUSED = {"around-plan": N_("The site cannot be built into “{place}”, because the guide lies in it.")}


@click.command(
    cls=Command,
    help=N_("Build the website of a guide. PACK is the name of a guide, or its folder."),
    epilog=N_("Example: plankit guide build no-vold -o site --all-languages"),
)
@click.argument("pack", metavar="PACK")
@output_option(N_("Folder to build into."))
@click.option(
    "--language",
    "languages",
    cls=Option,
    type=click.Choice(LANGUAGES),
    multiple=True,
    help=N_("Language of the website; several times for several side by side. Without it: the guide's own."),
)
@click.option(
    "--all-languages", "every", cls=Option, is_flag=True, help=N_("Build every language of the guide.")
)
@click.option(
    "--packs",
    cls=Option,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="DIR",
    default=None,
    help=N_("Folder to look for guides in. Without it: those that come with plankit."),
)
@date_option()
def build(
    pack: str, out: str, languages: tuple[str, ...], every: bool, packs: Path | None, today: date | None
) -> None:
    """Build the website of a guide, and print where to look."""
    words = chosen_language()
    html = _output(words)
    folder = pack_folder(pack, words, packs)
    found, problems = _readable(folder, words)
    if problems:
        told = translate_count(
            "The guide has {count} error. “plankit guide check” tells which.",
            "The guide has {count} errors. “plankit guide check” tells which.",
            len(problems),
            words,
        )
        click.echo(told, err=True)
    from plankit.outputs import GuideRequest

    frame = found.guide
    if every:
        promised = (frame.language, *frame.languages, *frame.partial_languages)
        languages = tuple(tag for tag in dict.fromkeys(promised) if tag in LANGUAGES)
    with progress() as show:
        request = GuideRequest(
            folder=folder,
            guide=found,
            out=Path(out),
            today=today or date.today(),
            languages=languages,
            progress=show,
        )
        with told_as_call_errors(_REFUSED, Path(out), words):
            result = html(request)
    report_result(result, words)
    click.echo(str(result.start))


def _output(language: str) -> GuideOutput:
    from plankit.outputs import find_guide_output

    with told_as_missing(language):
        return find_guide_output("html")


def _readable(folder: Path, language: str) -> tuple[Guide, tuple[Problem, ...]]:
    """The guide in a folder, and what is wrong with its files. Raises `CallError` where there is none."""
    from plankit.source.guide_reader import read_guide

    read = read_guide(folder)
    if read.guide is None:
        message = N_(
            "“{path}” holds no guide that can be read: “guide.yaml” is missing or lacks its “guide”."
        )
        raise CallError(message, language, path=folder)
    return read.guide, read.problems
