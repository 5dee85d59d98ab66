"""`plankit build`: the website of a plan."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from plankit.cli.folders import Checked, end, load_checked, require_folder
from plankit.cli.options import Command, Option, date_option, fail_on_option, language_option
from plankit.cli.output_errors import told_as_call_errors, told_as_missing
from plankit.cli.progress import progress
from plankit.cli.report import one_line, print_findings
from plankit.findings import Severity
from plankit.language import N_, chosen_language, translate, translate_count

if TYPE_CHECKING:
    from plankit.outputs import Output, Result

_REFUSED = {
    "around-plan": N_("The website cannot be built into “{place}”, because the plan lies in it."),
}


@click.command(
    cls=Command,
    help=N_(
        "Build the website of a plan. PATH is the folder of the plan; with errors in it, nothing is built."
    ),
    epilog=N_("Example: plankit build my-plan -o site"),
)
@click.argument("path", metavar="PATH")
@click.option(
    "-o", "--output", "out", cls=Option, required=True, metavar="OUT", help=N_("Folder to build into.")
)
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
@language_option(
    N_("Language of the website and of what is printed. Without it: the plan's own, and PLANKIT_LANGUAGE.")
)
def build(path: str, out: str, jobs: int, fail_on: str, today: date | None, language: str | None) -> None:
    """Check a plan, build its website, and print where to look."""
    words = chosen_language(language)
    require_folder(path, words)
    html = site_output(words)
    checked = load_checked(path, language=words, today=today)
    print_findings([checked.source], "text", words)
    if not is_buildable(checked):
        click.echo(translate(N_("Nothing was built, because the plan has errors."), words), err=True)
        click.get_current_context().exit(1)
    with progress() as show:
        result = run_output(html, checked, Path(out), jobs=jobs, language=language, show=show)
    report_result(result, words)
    click.echo(str(result.start))
    end(checked.loaded.worst(), fail_on)


def site_output(language: str) -> Output:
    """The output that builds websites. Raises `CallError` where it is not installed."""
    from plankit.outputs import find_output  # heavy, so only when something is built

    with told_as_missing(language):
        return find_output("html")


def is_buildable(checked: Checked) -> bool:
    """Whether there is a plan and no finding of it is an error."""
    return checked.loaded.plan is not None and checked.loaded.worst() < Severity.ERROR


def run_output(
    output: Output,
    checked: Checked,
    out: Path,
    *,
    jobs: int = 1,
    language: str | None,
    remember: bool = True,
    show: Callable[[str], None],
) -> Result:
    """What `output` made of the plan, in the folder `out`. Raises `CallError` where it cannot be there."""
    from plankit.outputs import Request

    request = Request(
        folder=Path(checked.path),
        loaded=checked.loaded,
        out=out,
        jobs=jobs,
        language=language,
        remember=remember,
        progress=show,
    )
    with told_as_call_errors(_REFUSED, out, chosen_language(language)):
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
