"""What the papers for the council share: where they are written, and in which format."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from plankit.cli.build import is_buildable, output_named, run_output
from plankit.cli.folders import Checked, load_checked, require_folder
from plankit.cli.options import CallError
from plankit.cli.progress import progress
from plankit.cli.report import one_line, print_findings
from plankit.language import N_, chosen_language, translate

if TYPE_CHECKING:
    from plankit.views.reading import Reading

PAPERS = ("pdf", "docx")
"""Formats that an output writes; the others are written here."""


class Target(NamedTuple):
    """Where a paper goes: a folder, the name of the file in it where one was given, and the format."""

    folder: Path
    name: str
    form: str


def target_of(out: str, form: str | None, forms: tuple[str, ...], language: str) -> Target:
    """The folder and format that OUT and `--format` name. Raises `CallError` where they contradict each other."""
    path = Path(out)
    ending = path.suffix.lower().removeprefix(".")
    if path.is_dir() or ending not in (*forms, "htm"):
        return Target(path, "", form or forms[0])
    said = "html" if ending == "htm" else ending
    if form is not None and form != said:
        message = N_("“{path}” ends in “.{ending}”, but --format says “{form}”.")
        raise CallError(message, language, path=path, ending=ending, form=form)
    return Target(path.parent, path.name, said)


def checked_plan(path: str, today: date, language: str, municipality: str | None) -> Checked:
    """The plan in the folder, or what one municipality has of it. With errors in it, they are printed and the command ends with exit code 1."""
    require_folder(path, language)
    checked = load_checked(path, language=language, today=today, municipality=municipality)
    if not is_buildable(checked):
        print_findings([checked.source], "text", language)
        click.echo(translate(N_("Nothing was built, because the plan has errors."), language), err=True)
        click.get_current_context().exit(1)
    return checked


def reading_of(checked: Checked, language: str | None) -> Reading:
    """The plan in the language asked for, else its own."""
    from plankit.views.reading import Reading

    plan = checked.loaded.plan
    assert plan is not None
    shown = chosen_language(language or plan.plan.language)
    return Reading(plan, checked.loaded.guide, shown, checked.loaded.findings)


def write_paper(
    checked: Checked, target: Target, only: str, *, today: date, language: str | None, template: Path | None
) -> None:
    """Have the output write the paper called `only`, and print where it lies."""
    words = chosen_language(language)
    output = output_named(target.form, words)
    with progress() as show:
        result = run_output(
            output,
            checked,
            target.folder,
            show=show,
            form=target.form,
            only=only,
            file_name=target.name,
            today=today,
            language=language,
            template=template,
        )
    for warning in result.warnings:
        click.echo(one_line(warning), err=True)
    click.echo(str(result.start))


def write_here(target: Target, stem: Callable[[], str], data: bytes, language: str) -> None:
    """Put the whole file in its place at once, and print where it lies."""
    from plankit.source.all_or_nothing import write_files

    name = target.name or f"{stem()}.{target.form}"
    try:
        target.folder.mkdir(parents=True, exist_ok=True)
        write_files(target.folder, {name: data}, {})
    except OSError as error:
        reason = error.strerror or type(error).__name__
        message = N_("“{path}” could not be written: {reason}")
        raise CallError(message, language, path=error.filename or target.folder, reason=reason) from error
    click.echo(str(target.folder / name))
