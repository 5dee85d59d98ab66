"""`plankit merge`: two or more plans become the draft of one."""

from __future__ import annotations

import json
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from plankit.cli.folders import Checked
from plankit.cli.merge_suggestion import suggest_merger
from plankit.cli.options import CallError, Command, Option, language_option
from plankit.cli.plan_folders import Copied, check_free, other_files, sound_plan, write_folder
from plankit.language import N_, chosen_language, translate

if TYPE_CHECKING:
    from plankit.cli.merge_list import ConflictList
    from plankit.merging import Merged, Successor

CONFLICTS_FILE = "_conflicts.md"


@click.command(
    cls=Command,
    help=N_(
        "Merge plans into the draft of a new one. PLANS are two folders or more. What is alike is there once; what"
        " conflicts is kept from both and listed, on the screen and in “_conflicts.md”. Ends with exit code 1 if"
        " something conflicts."
    ),
    epilog=N_("Example: plankit merge north south --into both"),
)
@click.argument("paths", metavar="PLANS", nargs=-1, required=True)
@click.option(
    "--into",
    "out",
    cls=Option,
    required=True,
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help=N_("Folder to put the draft in. It must be empty or not be there."),
)
@click.option(
    "--kind",
    cls=Option,
    type=click.Choice(("joint", "merger")),
    default="joint",
    show_default=True,
    help=N_(
        "Own plans become a joint one whose municipalities all stay, or the municipalities themselves merge."
    ),
)
@click.option(
    "--id", "name", cls=Option, metavar="ID", help=N_("Id of the draft. Without it: its folder's name.")
)
@click.option(
    "--title", cls=Option, metavar="TEXT", help=N_("Title of the draft. Without it: that of the first plan.")
)
@click.option(
    "--municipality",
    cls=Option,
    metavar="NUMBER_OR_NAME",
    help=N_("With --kind merger: the municipality that the others become."),
)
@click.option(
    "--on",
    "day",
    cls=Option,
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help=N_("With --kind merger: the first day of the new municipality."),
)
@click.option(
    "--format",
    "style",
    cls=Option,
    type=click.Choice(("text", "json")),
    default="text",
    show_default=True,
    help=N_("Print it for people or for programs."),
)
@language_option()
def merge(
    paths: tuple[str, ...], out: Path, kind: str, style: str, language: str | None, **asked: Any
) -> None:
    """Write the draft, and list what conflicts."""
    words = chosen_language(language)
    if len(paths) < 2:
        raise CallError(N_("Name two plans or more to merge."), words)
    check_free(out, words)
    checked = _plans(paths, words)
    into = _successor(checked, kind, asked["municipality"], asked["day"], words)
    made = _merged(checked, out, kind, (asked["name"], asked["title"], into), words)
    listed = _listed(checked, made, words)
    _write(out, checked, made, listed, words)
    if kind == "joint":
        for line in suggest_merger(
            [one.loaded.plan for one in checked if one.loaded.plan], date.today(), words
        ):
            click.echo(line, err=True)
    _print(listed, made, out, style, words)
    if made.conflicts or made.captured:
        click.get_current_context().exit(1)


def _plans(paths: tuple[str, ...], language: str) -> list[Checked]:
    checked = [sound_plan(path, language) for path in paths]
    sound = [one for one in checked if one is not None]
    if len(sound) < len(checked):
        click.echo(translate(N_("Nothing was merged, because a plan could not be read."), language), err=True)
        click.get_current_context().exit(1)
    for one in sound:
        assert one.loaded.plan is not None
        if not one.loaded.plan.participants:
            message = N_(
                "The plan in “{path}” names no municipality, so nothing could be marked as its own. Add it under"
                " “participants”."
            )
            raise CallError(message, language, path=one.path)
    guides = {
        one.loaded.plan.plan.guide.id: one for one in sound if one.loaded.plan and one.loaded.plan.plan.guide
    }
    if len(guides) > 1:
        message = N_(
            "The plans follow different guides ({guides}), which say different things by the same names."
        )
        raise CallError(message, language, guides=", ".join(sorted(guides)))
    return sound


def _successor(
    checked: list[Checked], kind: str, wanted: str | None, day: date | None, language: str
) -> Successor | None:
    from plankit.merging import Successor
    from plankit.starting import StartError, municipality_from, plan_id

    if kind != "merger":
        if wanted is not None or day is not None:
            raise CallError(N_("“--municipality” and “--on” belong to “--kind merger”."), language)
        return None
    plans = [one.loaded.plan for one in checked if one.loaded.plan]
    if wanted is None:
        for line in suggest_merger(plans, date.today(), language):
            click.echo(line, err=True)
        raise CallError(
            N_("Say which municipality the others become: --municipality NUMBER_OR_NAME."), language
        )
    try:
        found = municipality_from(wanted, plans[0].plan.country)
    except StartError as error:
        raise CallError(error.message, language, **error.values) from error
    for message, values in found.remarks:
        click.echo(translate(message, language).format(**values), err=True)
    until = (day - timedelta(days=1)).strftime("%Y-%m-%d") if day else None
    return Successor(id=plan_id(found), name=found.name, number=found.number, until=until)


def _merged(
    checked: list[Checked],
    out: Path,
    kind: str,
    wish: tuple[str | None, str | None, Successor | None],
    language: str,
) -> Merged:
    from plankit.merging import merge as merge_plans
    from plankit.model.base import ID_PATTERN
    from plankit.starting import Municipality, plan_id

    name, title, into = wish
    if name is not None and not ID_PATTERN.fullmatch(name):
        message = N_("“{id}” cannot be an id. Use letters a–z, digits, dots, underscores and hyphens.")
        raise CallError(message, language, id=name)
    plans = [one.loaded.plan for one in checked if one.loaded.plan]
    return merge_plans(
        plans,
        id=name or plan_id(Municipality(name=out.resolve().name)),
        kind=kind,
        title=title,
        into=into,
        files=[other_files(Path(one.path)) for one in checked],
    )


def _listed(checked: list[Checked], made: Merged, language: str) -> ConflictList:
    from plankit.cli.merge_list import conflict_list

    return conflict_list(checked, made, language)


def _write(out: Path, checked: list[Checked], made: Merged, listed: ConflictList, language: str) -> None:
    from plankit.cli.merge_list import as_markdown
    from plankit.source.layout import lay_out

    texts = lay_out(made.plan)
    if listed.conflicts or listed.renamed or listed.captured:
        texts[CONFLICTS_FILE] = as_markdown(listed, language)
    copies = [Copied(Path(checked[one.part].path) / one.path, one.to) for one in made.files]
    write_folder(out, texts, copies, language)


def _print(listed: ConflictList, made: Merged, out: Path, style: str, language: str) -> None:
    from plankit.cli.merge_list import as_document, as_lines

    if style == "json":
        only_ascii = (sys.stdout.encoding or "ascii").lower().replace("-", "") != "utf8"
        document = {"plan": made.plan.plan.id, "folder": str(out), **as_document(listed)}
        click.echo(json.dumps(document, ensure_ascii=only_ascii, indent=2))
        return
    for line in as_lines(listed, language):
        click.echo(line)
    click.echo(translate(N_("The draft is in {folder}."), language).format(folder=out))
