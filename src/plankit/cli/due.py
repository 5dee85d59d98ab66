"""`plankit due`: what must be done to keep a plan alive, by whom and by when."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from plankit.cli.folders import load_checked, require_folder
from plankit.cli.options import (
    CallError,
    Command,
    Option,
    date_option,
    language_option,
    municipality_option,
    output_option,
)
from plankit.cli.report import one_line
from plankit.language import N_, N_count, chosen_language, translate, translate_count

if TYPE_CHECKING:
    from plankit.views.agenda_task import Task
    from plankit.views.reading import Reading

_WRITTEN = N_count("Wrote {count} calendar.", "Wrote {count} calendars.")
_STATES = {"late": N_("Late"), "soon": N_("Within sixty days"), "ahead": N_("Later")}


@click.command(
    cls=Command,
    help=N_(
        "List what must be carried out, reported, decided, evaluated, renewed or checked. PATH is the folder of the"
        " plan. Ends with exit code 1 if something is late."
    ),
    epilog=N_("Example: plankit due my-plan --days 90"),
)
@click.argument("path", metavar="PATH")
@click.option(
    "--format",
    "style",
    cls=Option,
    type=click.Choice(("text", "json", "ics")),
    default="text",
    show_default=True,
    help=N_("How to print: for people, for programs, or as a calendar."),
)
@output_option(
    N_("With --format ics: write one calendar for each agency, and one of everything, into FOLDER."),
    metavar="FOLDER",
    required=False,
    as_path=True,
)
@click.option("--agency", cls=Option, metavar="ID", help=N_("Only what this agency has to do."))
@click.option(
    "--days",
    cls=Option,
    type=click.IntRange(min=0),
    metavar="DAYS",
    help=N_("Only what is late or due within so many days."),
)
@date_option()
@municipality_option()
@language_option()
def due(
    path: str, style: str, out: Path | None, today: date | None, language: str | None, **cut: Any
) -> None:
    """Print the agenda of a plan."""
    from plankit.views.agenda import agenda, of_agency

    words = chosen_language(language)
    require_folder(path, words)
    loaded = load_checked(path, language=words, today=today, municipality=cut["municipality"]).loaded
    if loaded.plan is None:
        raise CallError(N_("There is no plan in “{path}”."), words, path=path)
    from plankit.views.reading import Reading

    day = today or date.today()
    shown = Reading(loaded.plan, loaded.guide, chosen_language(language or loaded.plan.plan.language))
    tasks = agenda(shown, day)
    if cut["agency"] is not None:
        _require_agency(shown, cut["agency"], words)
        tasks = of_agency(tasks, cut["agency"])
    if cut["days"] is not None:
        tasks = tuple(task for task in tasks if task.day <= day + timedelta(days=cut["days"]))
    if style == "json":
        only_ascii = (sys.stdout.encoding or "ascii").lower().replace("-", "") != "utf8"
        click.echo(json.dumps(_document(shown, tasks, day), ensure_ascii=only_ascii, indent=2))
    elif style == "ics":
        _calendars(shown, tasks, out, day)
    else:
        for line in _lines(tasks, day, words):
            click.echo(line)
    if any(task.state(day) == "late" for task in tasks):
        click.get_current_context().exit(1)


def _require_agency(reading: Reading, agency: str, language: str) -> None:
    from plankit.model.nearest import nearest

    known = [party.id for party in reading.named_parties]
    if agency in known:
        return
    near = nearest(agency, known)
    if near:
        message = N_("The plan has no agency “{agency}”. Did you mean “{near}”?")
        raise CallError(message, language, agency=agency, near=near)
    raise CallError(N_("The plan has no agency “{agency}”."), language, agency=agency)


def _lines(tasks: tuple[Task, ...], today: date, language: str) -> Iterator[str]:
    from plankit.views.agenda_task import WORDS

    for state, heading in _STATES.items():
        chosen = [task for task in tasks if task.state(today) == state]
        if not chosen:
            continue
        yield f"{translate(heading, language)}:"
        for task in chosen:
            who = task.who or translate(N_("nobody named"), language)
            deed = translate(WORDS[task.deed], language)
            yield "  " + one_line(f"{task.day.isoformat()}  {deed}: {task.title} – {who} ({task.until_told})")
    counts = {state: sum(task.state(today) == state for task in tasks) for state in _STATES}
    yield translate(N_("{late} late, {soon} within sixty days, {ahead} later."), language).format(**counts)


def _document(reading: Reading, tasks: tuple[Task, ...], today: date) -> dict[str, object]:
    return {
        "plan": reading.plan.plan.id,
        "date": today.isoformat(),
        "tasks": [
            {
                "key": task.key,
                "deed": str(task.deed),
                "day": task.day.isoformat(),
                "state": task.state(today),
                "title": task.title,
                "subject": task.subject or None,
                "agencies": list(task.agencies),
                "who": task.who or None,
                "when": task.until_told or None,
            }
            for task in tasks
        ],
    }


def _calendars(reading: Reading, tasks: tuple[Task, ...], out: Path | None, today: date) -> None:
    """One calendar on stdout, or one of everything and one for each agency in a folder."""
    language = reading.language
    from plankit.outputs import OutputMissing, find_calendar_writer

    try:
        calendar_of = find_calendar_writer("ics")
    except OutputMissing as error:
        message = N_("A calendar needs “{what}”, which is not installed: {command}")
        raise CallError(message, language, what=error, command='pip install "plankit[calendar]"') from error
    from plankit.views.agenda import agencies_of, of_agency

    name = reading.text(reading.plan.plan.title)
    if out is None:
        click.echo(calendar_of(reading, tasks, name=name, today=today), nl=False)
        return
    files = {"all": calendar_of(reading, tasks, name=name, today=today)}
    for agency in agencies_of(tasks):
        title = f"{name} – {reading.party(agency).name}"
        files[agency] = calendar_of(reading, of_agency(tasks, agency), name=title, today=today)
    try:
        out.mkdir(parents=True, exist_ok=True)
        for stem, data in files.items():
            (out / f"{stem}.ics").write_bytes(data)
    except OSError as error:
        message = N_("“{path}” could not be written: {reason}")
        raise CallError(
            message, language, path=error.filename or out, reason=error.strerror or error
        ) from error
    click.echo(translate_count(*_WRITTEN, len(files), language), err=True)
