"""`plankit verify`: proves that what was published is the adopted version of a plan."""

from __future__ import annotations

import click

from plankit.cli.folders import require_folder
from plankit.cli.options import CallError, Command, Option, language_option
from plankit.cli.report import one_line
from plankit.language import N_, chosen_language, translate

_GRADES = {
    "identical": N_("Identical: every byte is as the adopted version gives it."),
    "same-content": N_("Same content, other build: it says what was adopted, but was made in another way."),
    "not-adopted": N_("Not the adopted text."),
    "cannot-tell": N_("Cannot tell."),
}
_FILES = {"differs": N_("differs"), "missing": N_("is missing"), "extra": N_("is not part of it")}
_MOST = 20


@click.command(
    cls=Command,
    help=N_(
        "Prove that what was published is an adopted version of a plan. PUBLISHED is a folder with a website, a"
        " folder or zip for the records system, or a PDF; PLAN is the folder of the plan."
    ),
    epilog=N_("Example: plankit verify site my-plan"),
)
@click.argument("published", metavar="PUBLISHED")
@click.argument("path", metavar="PLAN")
@click.option(
    "--version",
    cls=Option,
    metavar="ID",
    help=N_("The version that it should be. Without it: the one that holds."),
)
@language_option()
def verify(published: str, path: str, version: str | None, language: str | None) -> None:
    """Print how sure it is that the published thing is the adopted text; exit code 1 if it is not proven."""
    from plankit.freezing.verdicts import PublishedMissing
    from plankit.freezing.verifying import verify_published

    words = chosen_language(language)
    folder = require_folder(path, words)
    try:
        verdict = verify_published(published, folder, version=version)
    except PublishedMissing as error:
        raise CallError(error.message, words, name=error.name) from error
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise CallError(
            N_("“{path}” could not be read: {reason}"), words, path=published, reason=reason
        ) from error
    click.echo(translate(_GRADES[verdict.grade], words))
    for reason, values in verdict.reasons:
        click.echo(f"  {one_line(translate(reason, words).format(**values))}")
    for name, what in verdict.files[:_MOST]:
        click.echo(f"  {one_line(name)}: {translate(_FILES[what], words)}")
    if len(verdict.files) > _MOST:
        more = translate(N_("… and {count} more files."), words).format(count=len(verdict.files) - _MOST)
        click.echo(f"  {more}")
    if not verdict.is_proven:
        click.get_current_context().exit(1)
