"""`plankit build`: the website of a plan, and its papers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from plankit.cli.folders import Checked, end, load_checked, require_folder
from plankit.cli.options import (
    Command,
    Option,
    date_option,
    fail_on_option,
    language_option,
    municipality_option,
    output_option,
    template_option,
)
from plankit.cli.output_errors import told_as_call_errors, told_as_missing
from plankit.cli.progress import progress
from plankit.cli.report import one_line, print_findings
from plankit.findings import Severity
from plankit.language import N_, chosen_language, translate, translate_count

if TYPE_CHECKING:
    from plankit.outputs import Output, Result

FORMATS = ("html", "pdf", "docx", "archive")
"""Every output of a plan, by the name of its entry point."""

_REFUSED = {
    "around-plan": N_("The website cannot be built into “{place}”, because the plan lies in it."),
}


@click.command(
    cls=Command,
    help=N_(
        "Build the website of a plan, or its papers. PATH is the folder of the plan; with errors in it,"
        " nothing is built."
    ),
    epilog=N_("Example: plankit build my-plan -o site"),
)
@click.argument("path", metavar="PATH")
@output_option(N_("Folder to build into."))
@click.option(
    "--format",
    "form",
    cls=Option,
    type=click.Choice(FORMATS),
    default="html",
    show_default=True,
    help=N_("What to build: the website, PDF, Word, or the folder for the records system."),
)
@click.option(
    "--only",
    cls=Option,
    metavar="ID",
    help=N_(
        "Build one paper: a procedure's action card, an agency's chapter, an activity plan, or “case-paper” for the council."
    ),
)
@template_option()
@click.option(
    "--jobs",
    cls=Option,
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    help=N_("How many processes to build with."),
)
@fail_on_option()
@date_option()
@municipality_option()
@language_option(
    N_("Language of the website and of what is printed. Without it: the plan's own, and PLANKIT_LANGUAGE.")
)
def build(path: str, out: str, form: str, fail_on: str, today: date | None, **wanted: Any) -> None:
    """Check a plan, build its website or papers, and print where to look."""
    words = chosen_language(wanted["language"])
    require_folder(path, words)
    output = output_named(form, words)
    checked = load_checked(path, language=words, today=today, municipality=wanted.pop("municipality"))
    print_findings([checked.source], "text", words)
    if not is_buildable(checked):
        click.echo(translate(N_("Nothing was built, because the plan has errors."), words), err=True)
        click.get_current_context().exit(1)
    with progress() as show:
        result = run_output(
            output, checked, Path(out), show=show, form=form, today=today or date.today(), **wanted
        )
    report_result(result, words)
    click.echo(str(result.start))
    end(checked.loaded.worst(), fail_on)


def output_named(name: str, language: str) -> Output:
    """The output of that name. Raises `CallError` where it is not installed."""
    from plankit.outputs import find_output  # heavy, so only when something is built

    with told_as_missing(language, name):
        return find_output(name)


def is_buildable(checked: Checked) -> bool:
    """Whether there is a plan and no finding of it is an error."""
    return checked.loaded.plan is not None and checked.loaded.worst() < Severity.ERROR


def run_output(
    output: Output,
    checked: Checked,
    out: Path,
    *,
    show: Callable[[str], None],
    form: str = "html",
    **wanted: Any,
) -> Result:
    """What `output` made of the plan, in the folder `out`; `wanted` are further fields of the request.

    Raises `CallError` where it cannot be there.
    """
    from plankit.outputs import Request

    request = Request(folder=Path(checked.path), loaded=checked.loaded, out=out, progress=show, **wanted)
    with told_as_call_errors(_REFUSED, out, chosen_language(request.language), form=form):
        return output(request)


def report_result(result: Result, language: str) -> None:
    """Print the warnings of an output and how many pages it wrote, on stderr."""
    for warning in result.warnings:
        click.echo(one_line(warning), err=True)
    count = translate_count("{count} page", "{count} pages", result.pages, language)
    click.echo(
        translate(N_("Built: {count}, {written} of them written now."), language).format(
            count=count, written=result.written
        ),
        err=True,
    )
