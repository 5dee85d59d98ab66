"""`plankit new`: a plan to start from."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from plankit.cli.options import CallError, Command, Option, language_option
from plankit.language import N_, chosen_language, translate

if TYPE_CHECKING:
    from plankit.starting import Municipality


@click.command(
    cls=Command,
    help=N_("Start a plan in a new folder. DIR gets a template with the municipality filled in."),
    epilog=N_("Example: plankit new my-plan --municipality Fjordvik --period 2027-2030"),
)
@click.argument("folder", metavar="DIR")
@click.option(
    "--template",
    cls=Option,
    metavar="T",
    help=N_("Guide whose template to start from. Without it: the first one there is."),
)
@click.option(
    "--municipality",
    cls=Option,
    metavar="NUMBER_OR_NAME",
    help=N_("Official number or name of the municipality."),
)
@click.option(
    "--period",
    cls=Option,
    metavar="2027-2030",
    help=N_("First and last year. Without it: four years from the next one."),
)
@click.option(
    "--packs", cls=Option, type=click.Path(exists=True, file_okay=False, path_type=Path), hidden=True
)
@language_option(
    N_("Language of the plan and of what is printed. Without it: the guide's own, and PLANKIT_LANGUAGE.")
)
def new(
    folder: str,
    template: str | None,
    municipality: str | None,
    period: str | None,
    packs: Path | None,
    language: str | None,
) -> None:
    """Start a plan and print what to do next."""
    from plankit.starting import Start, StartError, check_free, period_from, start_plan, template_country

    words = chosen_language(language)
    try:
        check_free(Path(folder))
        start = Start(
            period=period_from(period) if period is not None else None,
            municipality=_municipality(municipality, template_country(template, packs), words),
            template=template,
            language=language,
        )
        start_plan(Path(folder), start, packs=packs)
    except StartError as error:
        raise CallError(error.message, words, **error.values) from error
    except OSError as error:
        message = N_("“{path}” could not be written: {reason}")
        raise CallError(message, words, path=folder, reason=error.strerror) from error
    _say_whom_it_is_for(start.municipality, words)
    _say_what_is_next(folder, start.municipality.name, words)


def _municipality(given: str | None, country: str | None, language: str) -> Municipality:
    from plankit.starting import municipality_from

    if given is None and sys.stdin.isatty():
        question = translate(N_("Number or name of the municipality"), language)
        try:
            given = click.prompt(question, err=True)
        except click.Abort:
            click.echo(err=True)
    if given is None:
        raise CallError(
            N_("Say which municipality the plan is for: --municipality NUMBER_OR_NAME."), language
        )
    return municipality_from(given, country)


def _say_whom_it_is_for(municipality: Municipality, language: str) -> None:
    for message, values in municipality.remarks:
        click.echo(translate(message, language).format(**values), err=True)
    if municipality.number and municipality.county:
        filled_in = N_("Filled in: {name}, number {number}, in {county}.")
        click.echo(
            translate(filled_in, language).format(
                name=municipality.name, number=municipality.number, county=municipality.county
            )
        )


def _say_what_is_next(folder: str, name: str, language: str) -> None:
    quoted = shlex.quote(folder)
    click.echo(
        translate(N_("A plan for {name} is ready in {folder}."), language).format(name=name, folder=folder)
    )
    click.echo(translate(N_("Next: open plan.yaml, fill in what is yours, and then"), language))
    click.echo(f"  plankit check {quoted}")
    click.echo(f"  plankit build {quoted} -o site")
