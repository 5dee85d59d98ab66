"""`plankit export forms`: a workbook for each agency to report in."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from plankit.cli.export import missing, unwritable
from plankit.cli.folders import Checked, load_checked, require_folder
from plankit.cli.options import (
    CallError,
    Command,
    Option,
    date_option,
    language_option,
    municipality_option,
    output_option,
)
from plankit.language import N_, chosen_language, translate, translate_count

if TYPE_CHECKING:
    from plankit.views.reading import Reading
    from plankit.views.sheet_making import Asked


@click.command(
    cls=Command,
    help=N_(
        "Write a workbook for each agency that has to report on measures of the plan in the folder PLAN: its measures, and a"
        " row for each that has no report for the period. They come back with “plankit import xlsx”."
    ),
    epilog=N_("Example: plankit export forms my-plan -o forms --period 2027"),
)
@click.argument("plan", metavar="PLAN")
@output_option(N_("Folder to write them into."), metavar="FOLDER")
@click.option(
    "--period",
    cls=Option,
    metavar="WHEN",
    help=N_(
        "The period to report on: a year, a half-year, or a day in it. Without it: the one that runs, and for three months"
        " after its end the one before."
    ),
)
@click.option(
    "--overwrite", cls=Option, is_flag=True, help=N_("Write over workbooks that are there already.")
)
@date_option()
@municipality_option()
@language_option(
    N_("Language of the workbooks and of what is printed. Without it: the plan's own, and PLANKIT_LANGUAGE.")
)
def forms(plan: str, out: str, period: str | None, overwrite: bool, today: date | None, **given: Any) -> None:
    """Write the workbooks, all or none, and say what to do with them."""
    from plankit.views.reading import Reading

    words, day = chosen_language(given["language"]), today or date.today()
    require_folder(plan, words)
    checked = load_checked(plan, language=words, today=today, municipality=given["municipality"])
    if checked.loaded.plan is None:
        raise CallError(N_("“{path}” holds no plan."), words, path=plan)
    reading = Reading(checked.loaded.plan, checked.loaded.guide, words)
    about = _day_in(period, words)
    asked = _asked(reading, day, about, words)
    files = _files(reading, asked, Path(out))
    if not files:
        told = N_("Nothing is to be reported on for {period}.")
        raise CallError(told, words, period=asked.period)
    there = next((path for path in files.values() if path.exists()), None)
    if there is not None and not overwrite:
        raise CallError(
            N_("“{path}” is there already. Give another name, or --overwrite."), words, path=there
        )
    _write(checked, files, words, today=day, period=about, language=given["language"])
    for path in files.values():
        click.echo(str(path))
    _tell(len(files), asked.period, out, plan, words)


def _day_in(period: str | None, language: str) -> date | None:
    """The last day of the period as it was asked for."""
    if period is None:
        return None
    from plankit.model.when import When

    day = When(text=period).end_day
    if day is None:
        raise CallError(
            N_("“{value}” is no period: write a year or a day, such as 2027."), language, value=period
        )
    return day


def _asked(reading: Reading, today: date, about: date | None, language: str) -> Asked:
    from plankit.views.reporting import spans
    from plankit.views.sheet_making import asked_of

    try:
        return asked_of(reading, today, about)
    except LookupError as error:
        found = spans(reading, today)
        message = N_("The plan's periods of reporting go from {first} to {last}.")
        raise CallError(message, language, first=found[0].start, last=found[-1].end) from error


def _files(reading: Reading, asked: Asked, out: Path) -> Mapping[str, Path]:
    """The file of each agency that has something to report on."""
    from plankit.views.sheet_making import owned

    return {
        party.id: out / f"{party.id}.xlsx"
        for party in reading.named_parties
        if any(one.id in asked.measures for one in owned(reading, party.id))
    }


def _write(checked: Checked, files: Mapping[str, Path], words: str, **wanted: Any) -> None:
    """Write every workbook; what was begun is taken away where one cannot be written."""
    from plankit.outputs import OutputMissing, Request, find_output

    made: list[Path] = []
    try:
        write = find_output("xlsx")
        for agency, path in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            is_new = not path.exists()
            write(Request(folder=Path(checked.path), loaded=checked.loaded, out=path, only=agency, **wanted))
            if is_new:
                made.append(path)
    except OutputMissing as error:
        raise missing(str(error), words) from error
    except OSError as error:
        for path in made:
            path.unlink(missing_ok=True)
        raise unwritable(Path(error.filename or path), error, words) from error


def _tell(count: int, period: str, out: str, plan: str, language: str) -> None:
    written = translate_count("Wrote {count} form", "Wrote {count} forms", count, language)
    back = translate(N_("To read them back: plankit import xlsx {path} {plan}"), language)
    click.echo(f"{written} ({period}).", err=True)
    click.echo(back.format(path=Path(out) / "*.xlsx", plan=plan), err=True)
