"""`plankit split`: a plan becomes several: those that it was merged from, or one for each municipality."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from plankit.cli.options import CallError, Command, language_option, output_option
from plankit.cli.plan_folders import Copied, check_free, other_files, sound_plan, write_folder
from plankit.cli.report import one_line
from plankit.language import N_, chosen_language, translate

if TYPE_CHECKING:
    from plankit.model.plan import Plan


@click.command(
    cls=Command,
    help=N_(
        "Take a plan apart. PATH is a plan that “plankit merge” made: each plan that it was made from becomes a folder"
        " again, with what was changed since. A joint plan that was always one becomes a plan for each municipality."
        " Ends with exit code 1 if something belongs to none of them."
    ),
    epilog=N_("Example: plankit split both -o apart"),
)
@click.argument("path", metavar="PATH")
@output_option(
    N_("Folder to put the plans in, a folder each. It must be empty or not be there."),
    metavar="FOLDER",
    as_path=True,
)
@language_option()
def split(path: str, out: Path, language: str | None) -> None:
    """Write the parts, and tell what belongs to none."""
    from plankit.merging import left_over
    from plankit.source.layout import lay_out
    from plankit.views.reading import Reading

    words = chosen_language(language)
    check_free(out, words)
    checked = sound_plan(path, words)
    if checked is None or checked.loaded.plan is None:
        click.echo(translate(N_("Nothing was split, because the plan could not be read."), words), err=True)
        click.get_current_context().exit(1)
    plan = checked.loaded.plan
    texts: dict[str, str] = {}
    copies: list[Copied] = []
    parts = _parts(plan, path, words)
    for name, part, files in parts:
        texts |= {f"{name}/{file}": text for file, text in lay_out(part).items()}
        copies += [Copied(Path(path) / one, f"{name}/{was}") for one, was in files.items()]
    write_folder(out, texts, copies, words)
    for name, part, _ in parts:
        click.echo(f"{out / name}: {one_line(Reading(part, None, words).text(part.plan.title))}")
    stray = left_over(plan) if plan.merged_from else ()
    if stray:
        click.echo(
            translate(N_("These came after the merging and belong to none of the parts:"), words), err=True
        )
        reading = Reading(plan, checked.loaded.guide, words)
        for kind, entry in stray:
            click.echo(f"  {kind}: {one_line(reading.title(entry.id)) if entry.id else '–'}", err=True)
        click.get_current_context().exit(1)


def _parts(plan: Plan, path: str, language: str) -> list[tuple[str, Plan, dict[str, str]]]:
    """The name of each part's folder, the part, and its files: where each lies, and where it shall."""
    from plankit.merging import NotMerged, brought_plans
    from plankit.merging import split as split_plan

    try:
        parts = split_plan(plan)
    except NotMerged:
        return _by_municipality(plan, path, language)
    return [
        (brought.id, part, {one.path: one.was or one.path for one in brought.files})
        for brought, part in zip(brought_plans(plan), parts, strict=True)
    ]


def _by_municipality(plan: Plan, path: str, language: str) -> list[tuple[str, Plan, dict[str, str]]]:
    """A plan for each municipality that takes part."""
    from plankit.views.one_municipality import as_seen_by

    if len(plan.participants) < 2:
        message = N_("The plan in “{path}” was not merged from others, and only one municipality has it.")
        raise CallError(message, language, path=path)
    files = {name: name for name in other_files(Path(path))}
    found = []
    for one in plan.participants:
        own = as_seen_by(plan, one.id)
        frame = own.plan.model_copy(update={"id": f"{plan.plan.id}-{one.id}", "shared": None})
        values = {key: getattr(own, key) for key in type(own).model_fields}
        found.append((one.id, type(own).model_construct(**{**values, "plan": frame}), files))
    return found
