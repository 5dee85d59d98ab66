"""`plankit registry generate`: made-up plans, to try a registry with."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import click

from plankit.cli.options import CallError, Command, Option, language_option, output_option
from plankit.cli.output_errors import NOT_FREE
from plankit.cli.progress import progress
from plankit.language import N_, N_count, chosen_language, translate_count

_WRITTEN = N_count("Wrote {count} made-up plan.", "Wrote {count} made-up plans.")


@click.command(
    cls=Command,
    help=N_(
        "Write COUNT made-up plans to try a registry with: own and shared ones, in force, out of date and on their"
        " way. They bear the names of Norwegian municipalities, and each says that it is made up."
    ),
    epilog=N_("Example: plankit registry generate 50 -o plans"),
)
@click.argument("count", metavar="COUNT", type=click.IntRange(min=1, max=100_000))
@output_option(
    N_("Folder to write them into, each in a folder of its own; it must be empty or not there."), as_path=True
)
@click.option(
    "--seed",
    cls=Option,
    type=click.IntRange(min=0),
    default=0,
    show_default=True,
    help=N_("Another number gives other plans; the same number the same ones."),
)
@click.option(
    "--broken",
    cls=Option,
    type=click.IntRange(min=0),
    default=0,
    show_default=True,
    help=N_("How many of them cannot be read."),
)
@click.option(
    "--year",
    cls=Option,
    type=click.IntRange(min=1990, max=2100),
    help=N_("The year that the newest plans belong to. Without it: this year."),
)
@language_option()
def generate(count: int, out: Path, year: int | None, language: str | None, **wanted: Any) -> None:
    """Write the plans and print where they are."""
    from plankit.generating.country import COUNTRY, Country, write_country
    from plankit.registry.gathering import guide_of

    words = chosen_language(language)
    if out.is_dir() and any(out.iterdir()):
        raise CallError(N_("“{path}” is not empty. Nothing was written."), words, path=out)
    if out.exists() and not out.is_dir():
        raise CallError(NOT_FREE["not-a-folder"], words, place=out)
    country = Country(
        count=count,
        seed=wanted["seed"],
        year=year or date.today().year,
        broken=min(wanted["broken"], count),
        guide=guide_of(COUNTRY),
    )
    try:
        with progress() as show:
            for folder in write_country(country, out):
                show(folder.name)
    except OSError as error:
        message = N_("“{path}” could not be written: {reason}")
        raise CallError(
            message, words, path=error.filename or out, reason=error.strerror or str(error)
        ) from error
    click.echo(translate_count(*_WRITTEN, count, words), err=True)
    click.echo(str(out))
