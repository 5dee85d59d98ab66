"""`plankit year`: show a year's activity plan, and start the next one."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from plankit.cli.folders import Checked, load_checked, require_folder
from plankit.cli.options import CallError, Command, Group, Option, date_option, language_option
from plankit.cli.year_new import YearCall, decide, left_to_do, text_of, write_year
from plankit.language import N_, chosen_language

if TYPE_CHECKING:
    from plankit.views.reading import Reading

_FIRST, _LAST = 1900, 9000


@click.group(
    cls=Group,
    help=N_("The activity plan of a year: what is done beneath the measures."),
    epilog=N_("Example: plankit year new 2027 my-plan"),
)
def year() -> None:
    """Gather the commands."""


@year.command(
    cls=Command,
    help=N_(
        "Show the activity plan of YEAR: its activities by part and measure, how each went, and which measures have none."
        " PLAN is the folder of the plan."
    ),
    epilog=N_("Example: plankit year show 2026 my-plan"),
)
@click.argument("number", metavar="YEAR", type=click.IntRange(_FIRST, _LAST))
@click.argument("path", metavar="PLAN")
@click.option(
    "--format",
    "style",
    cls=Option,
    type=click.Choice(("text", "json")),
    default="text",
    show_default=True,
    help=N_("How to print: for people, or for programs."),
)
@date_option()
@language_option()
def show(number: int, path: str, style: str, today: date | None, language: str | None) -> None:
    """Print the activity plans of a year."""
    from plankit.cli.year_text import as_json, as_lines
    from plankit.views.years import covers

    words = chosen_language(language)
    reading = _reading(_checked(path, words, today), language)
    plans = [one for one in reading.plan.activity_plans if covers(one, number)]
    if not plans:
        raise CallError(N_("The plan has no activity plan for {year}."), words, year=number)
    day = today or date.today()
    if style == "json":
        only_ascii = (sys.stdout.encoding or "ascii").lower().replace("-", "") != "utf8"
        click.echo(as_json(reading, plans, day, only_ascii=only_ascii))
        return
    for line in as_lines(reading, plans, day, words):
        click.echo(line)


@year.command(
    cls=Command,
    help=N_(
        "Start the activity plan of YEAR in a new file of the plan in the folder PLAN. What goes on is carried over from the"
        " year before, what nobody has reported on is asked about, and measures without an activity are listed."
    ),
    epilog=N_("Example: plankit year new 2027 my-plan --dry-run"),
)
@click.argument("number", metavar="YEAR", type=click.IntRange(_FIRST, _LAST))
@click.argument("path", metavar="PLAN")
@click.option(
    "--from",
    "before",
    cls=Option,
    type=click.IntRange(_FIRST, _LAST),
    metavar="YEAR",
    help=N_("Carry over from this year. Without it: the last one that has an activity plan."),
)
@click.option(
    "--carry",
    cls=Option,
    multiple=True,
    metavar="ID",
    help=N_("Carry this activity over, whatever came of it. May be given several times."),
)
@click.option(
    "--all", "carry_all", cls=Option, is_flag=True, help=N_("Carry over all that nobody has reported on.")
)
@click.option(
    "--none",
    "carry_none",
    cls=Option,
    is_flag=True,
    help=N_("Carry over nothing that nobody has reported on."),
)
@click.option("--dry-run", cls=Option, is_flag=True, help=N_("Print the file and write nothing."))
@date_option()
@language_option()
def new(number: int, path: str, today: date | None, language: str | None, **given: Any) -> None:
    """Write the file of the new year and say what is left to do."""
    from plankit.source.year_file import year_file_name
    from plankit.views.year_carrying import judged, new_year, plans_ending

    words = chosen_language(language)
    call = YearCall(year=number, path=path, language=words, **given)
    checked = _checked(path, words, today)
    # What is written into the plan is in its own language, whatever the messages are in.
    reading = _reading(checked, None)
    call.require_free(reading)
    old = plans_ending(reading, call.source(reading))
    found = judged(reading, old, today or date.today())
    going_on = decide(found, call, reading)
    made = new_year(reading, number, old, going_on)
    text = text_of(reading, made, call, bool(old))
    if call.dry_run:
        click.echo(text, nl=False)
    else:
        write_year(Path(path), year_file_name(number), text, words)
        click.echo(str(Path(path) / year_file_name(number)))
    for line in left_to_do(reading, made, found, going_on, words):
        click.echo(line, err=True)


def _checked(path: str, language: str, today: date | None) -> Checked:
    require_folder(path, language)
    checked = load_checked(path, language=language, today=today)
    if checked.loaded.plan is None:
        raise CallError(N_("There is no plan in “{path}”."), language, path=path)
    if not checked.loaded.read.complete:
        message = N_("A file of the plan cannot be read. See what is wrong: plankit check {path}")
        raise CallError(message, language, path=path)
    return checked


def _reading(checked: Checked, language: str | None) -> Reading:
    from plankit.views.reading import Reading

    plan = checked.loaded.plan
    assert plan is not None
    return Reading(plan, checked.loaded.guide, chosen_language(language or plan.plan.language))
