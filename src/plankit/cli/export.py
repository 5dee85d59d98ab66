"""`plankit export`: a plan as an Excel workbook, or as JSON for programs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from plankit.cli.folders import Checked, load_checked, require_folder
from plankit.cli.options import (
    CallError,
    Command,
    Group,
    Option,
    language_option,
    municipality_option,
    output_option,
)
from plankit.language import N_, chosen_language, translate

if TYPE_CHECKING:
    from plankit.views.reading import Reading

STDOUT = "-"


@click.group(
    cls=Group,
    help=N_("Give the plan to others in a file of its own: as an Excel workbook, or as JSON."),
    epilog=N_("Example: plankit export xlsx my-plan -o my-plan.xlsx"),
)
def export() -> None:
    """Gather the commands."""


@export.command(
    cls=Command,
    help=N_(
        "Write the plan in the folder PLAN as an Excel workbook. What is changed in it comes back with “plankit import”."
    ),
    epilog=N_("Example: plankit export xlsx my-plan -o my-plan.xlsx"),
)
@click.argument("plan", metavar="PLAN")
@output_option(N_("File to write."), metavar="FILE")
@click.option(
    "--agency",
    cls=Option,
    metavar="ID",
    help=N_("Only one agency's form: the measures that it answers for, and rows to report on them."),
)
@click.option(
    "--overwrite", cls=Option, is_flag=True, help=N_("Write over a workbook that is there already.")
)
@municipality_option()
@language_option(
    N_("Language of the workbook and of what is printed. Without it: the plan's own, and PLANKIT_LANGUAGE.")
)
def xlsx(
    plan: str,
    out: str,
    agency: str | None,
    overwrite: bool,
    municipality: str | None,
    language: str | None,
) -> None:
    """Write the workbook and say what to do with it."""
    words = chosen_language(language)
    checked = _checked(plan, words, municipality)
    target = Path(out)
    if target.exists() and not overwrite:
        # Somebody may have written into it what is not in the plan yet.
        raise CallError(N_("“{path}” is there already. Give another name, or --overwrite."), words, path=out)
    reading = _reading(checked, words)
    if agency is not None and agency not in {one.id for one in reading.named_parties}:
        raise CallError(N_("The plan has no “{value}”."), words, value=agency)
    _write_workbook(checked, target, agency, language, words)
    click.echo(out)
    click.echo(
        translate(N_("To read it back: plankit import xlsx {path} {plan}"), words).format(
            path=out, plan=plan
        ),
        err=True,
    )


def _write_workbook(
    checked: Checked, out: Path, agency: str | None, language: str | None, words: str
) -> None:
    from plankit.outputs import OutputMissing, Request, find_output

    request = Request(
        folder=Path(checked.path), loaded=checked.loaded, out=out, only=agency, language=language
    )
    try:
        find_output("xlsx")(request)
    except OutputMissing as error:
        raise missing(str(error), words) from error
    except OSError as error:
        raise unwritable(out, error, words) from error


def missing(what: str, language: str) -> CallError:
    """The error where the programs for Excel are not installed."""
    message = N_("Excel files need “{what}”, which is not installed: {command}")
    return CallError(message, language, what=what, command='pip install "plankit[excel]"')


def unwritable(path: Path, error: OSError, language: str) -> CallError:
    """The error where a file cannot be written."""
    message = N_("“{path}” could not be written: {reason}")
    return CallError(message, language, path=path, reason=error.strerror or str(error))


@export.command(
    "json",
    cls=Command,
    help=N_(
        "Write the plan in the folder PLAN as one JSON document: what its files say, and what its words and ids mean."
    ),
    epilog=N_("Example: plankit export json my-plan -o my-plan.json"),
)
@click.argument("plan", metavar="PLAN")
@output_option(N_("File to write; “-” prints it."), metavar="FILE")
@municipality_option()
@language_option(
    N_("Language of the labels and of what is printed. Without it: the plan's own, and PLANKIT_LANGUAGE.")
)
def as_json(plan: str, out: str, municipality: str | None, language: str | None) -> None:
    """Write or print the document."""
    from plankit.plan_json import document_text

    words = chosen_language(language)
    checked = _checked(plan, words, municipality)
    text = document_text(_reading(checked, language))
    if out == STDOUT:
        click.echo(text.encode("utf-8", "backslashreplace"), nl=False)
        return
    try:
        Path(out).write_bytes(text.encode("utf-8", "backslashreplace"))
    except OSError as error:
        raise unwritable(Path(out), error, words) from error
    click.echo(out)


def _checked(plan: str, language: str, municipality: str | None) -> Checked:
    """The plan in the folder `plan`. Raises `CallError` where there is none."""
    require_folder(plan, language)
    checked = load_checked(plan, language=language, municipality=municipality)
    if checked.loaded.plan is None:
        raise CallError(N_("“{path}” holds no plan."), language, path=plan)
    return checked


def _reading(checked: Checked, language: str | None) -> Reading:
    from plankit.views.reading import Reading

    loaded = checked.loaded
    assert loaded.plan is not None
    return Reading(loaded.plan, loaded.guide, language or loaded.plan.plan.language)
