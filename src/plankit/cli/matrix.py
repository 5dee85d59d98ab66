"""`plankit matrix`: who does what in a plan, whole or in part, and where two matrices differ."""

from __future__ import annotations

import csv
import io
import json
import sys
from datetime import date
from typing import TYPE_CHECKING

import click

from plankit.cli.folders import load_checked, require_folder
from plankit.cli.options import CallError, Command, Option, date_option, language_option, municipality_option
from plankit.language import N_, chosen_language

if TYPE_CHECKING:
    from plankit.cli.matrix_tables import Table
    from plankit.views.matrix import Cut
    from plankit.views.reading import Reading

FORMATS = ("text", "json", "csv")


@click.command(
    cls=Command,
    help=N_(
        "Show who does what in the plan in the folder PLAN: every cell of the matrix, or one agency's column, one task's "
        "row, what it leaves open, how it weighs, or where it differs."
    ),
    epilog=N_("Example: plankit matrix my-plan --agency police"),
)
@click.argument("plan", metavar="PLAN")
@click.option("--agency", cls=Option, metavar="ID", help=N_("Only what one agency has a part in."))
@click.option("--task", cls=Option, metavar="ID", help=N_("Only one task."))
@click.option("--participant", cls=Option, metavar="ID", help=N_("Only what holds in one municipality."))
@click.option("--matrix", cls=Option, metavar="ID", help=N_("A second matrix of the guide."))
@click.option("--gaps", cls=Option, is_flag=True, help=N_("Show what the matrix leaves open."))
@click.option("--load", cls=Option, is_flag=True, help=N_("Show how much rests on each agency."))
@click.option(
    "--differ",
    cls=Option,
    nargs=2,
    metavar="ID ID",
    help=N_("Show where two municipalities of the plan differ."),
)
@click.option(
    "--against",
    cls=Option,
    metavar="PLAN",
    help=N_("Show what is different from another plan, such as an older version in another folder."),
)
@click.option(
    "--format",
    "style",
    cls=Option,
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help=N_("How to print it: for people, for programs, or for a spreadsheet."),
)
@date_option()
@municipality_option()
@language_option()
def matrix(
    plan: str,
    style: str,
    language: str | None,
    today: date | None,
    against: str | None,
    **asked: str | bool | tuple[str, str] | None,
) -> None:
    """Print the matrix of a plan or a view of it."""
    words = chosen_language(language)
    _only_one_view(asked, against, words)
    whose = asked.pop("municipality", None)
    reading = _reading(plan, words, str(whose) if whose else None)
    other = _reading(against, words, str(whose) if whose else None) if against is not None else None
    cut = _cut(reading, asked, today)
    table = _table(reading, cut, asked, other)
    print_table(table, style, words)


def _only_one_view(
    asked: dict[str, str | bool | tuple[str, str] | None], against: str | None, language: str
) -> None:
    chosen = [f"--{name}" for name in ("gaps", "load", "differ") if asked.get(name)]
    chosen += ["--against"] if against is not None else []
    if len(chosen) > 1:
        raise CallError(N_("These cannot go together: {options}"), language, options=", ".join(chosen))


def _reading(plan: str, language: str, municipality: str | None) -> Reading:
    """The plan in the folder `plan`. Raises `CallError` where there is none."""
    from plankit.views.reading import Reading

    require_folder(plan, language)
    loaded = load_checked(plan, language=language, municipality=municipality).loaded
    if loaded.plan is None:
        raise CallError(N_("“{path}” holds no plan."), language, path=plan)
    return Reading(loaded.plan, loaded.guide, language, loaded.findings)


def _cut(reading: Reading, asked: dict[str, str | bool | tuple[str, str] | None], today: date | None) -> Cut:
    """What the options ask for. Raises `CallError` where they name what is not there."""
    from plankit.views.matrix import Cut, tasks_of

    named = {name: str(asked.get(name) or "") for name in ("agency", "task", "participant", "matrix")}
    participants = {one.id for one in reading.plan.participants}
    known = {
        "agency": {one.id for one in reading.named_parties},
        "task": set(tasks_of(reading)),
        "participant": participants,
        "matrix": {one.id for one in reading.guide.matrices} if reading.guide else set(),
    }
    differ = asked.get("differ") or ()
    names = [(name, value) for name, value in named.items() if value]
    names += [("participant", one) for one in (differ if isinstance(differ, tuple) else ())]
    for name, value in names:
        if value not in known[name]:
            raise CallError(N_("The plan has no “{value}”."), reading.language, value=value)
    return Cut(
        agency=named["agency"],
        task=named["task"],
        participant=named["participant"],
        matrix=named["matrix"],
        day=today,
    )


def _table(
    reading: Reading,
    cut: Cut,
    asked: dict[str, str | bool | tuple[str, str] | None],
    other: Reading | None,
) -> Table:
    from plankit.cli import matrix_tables as tables
    from plankit.views.matrix_differences import between_participants, between_plans

    differ = asked.get("differ")
    if asked.get("gaps"):
        return tables.gaps(reading, cut)
    if asked.get("load"):
        return tables.load(reading, cut)
    if isinstance(differ, tuple) and differ:
        return tables.changes(reading, between_participants(reading, *differ, cut))
    if other is not None:
        return tables.changes(reading, between_plans(other, reading, cut))
    return tables.cells(reading, cut)


def print_table(table: Table, style: str, language: str) -> None:
    """Print a table for people, as JSON with a mapping for each row, or as CSV with a line of heads."""
    from plankit.cli.matrix_tables import lines

    if style == "json":
        rows = [dict(zip(table.keys, row, strict=True)) for row in table.rows]
        only_ascii = (sys.stdout.encoding or "ascii").lower().replace("-", "") != "utf8"
        click.echo(json.dumps(rows, ensure_ascii=only_ascii, indent=2))
    elif style == "csv":
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(table.keys)
        writer.writerows(table.rows)
        click.echo(text.getvalue(), nl=False)
    else:
        for line in lines(table, language):
            click.echo(line)
