"""`plankit freeze`: seals the version of a plan that was adopted."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from plankit.cli.build import is_buildable
from plankit.cli.folders import load_checked, require_folder
from plankit.cli.options import CallError, Command, Option, date_option, language_option
from plankit.cli.report import one_line, print_findings
from plankit.language import N_, chosen_language, translate


@click.command(
    cls=Command,
    help=N_(
        "Seal the version of a plan that was adopted. PATH is the folder of the plan. The files are copied into"
        " “versions” with a checksum, and the version never changes again."
    ),
    epilog=N_("Example: plankit freeze my-plan --version v1-0"),
)
@click.argument("path", metavar="PATH")
@click.option(
    "--version",
    cls=Option,
    metavar="ID",
    help=N_("The version to seal. Without it: the one that was decided last."),
)
@date_option()
@language_option()
def freeze(path: str, version: str | None, today: date | None, language: str | None) -> None:
    """Seal a version, and print where it lies and its checksum."""
    from plankit.freezing.sealing import SealRefused, seal_version
    from plankit.views.adopted import adopted_line, short
    from plankit.views.reading import Reading

    words = chosen_language(language)
    folder = require_folder(path, words)
    checked = load_checked(path, language=words, today=today)
    if not is_buildable(checked):
        print_findings([checked.source], "text", words)
        click.echo(translate(N_("Nothing was sealed, because the plan has errors."), words), err=True)
        click.get_current_context().exit(1)
    try:
        made = seal_version(folder, checked.loaded, version=version, today=today or date.today())
    except SealRefused as error:
        raise CallError(error.message, words, **error.values) from error
    except OSError as error:
        reason = error.strerror or translate(str(error), words)
        raise CallError(
            N_("“{path}” could not be written: {reason}"), words, path=path, reason=reason
        ) from error
    plan = checked.loaded.plan
    assert plan is not None
    reading = Reading(plan, checked.loaded.guide, words)
    _ask_for_case(made.seal.decisions, words)
    told = N_("Sealed: {line}") if made.is_new else N_("Sealed already, nothing was written: {line}")
    click.echo(translate(told, words).format(line=one_line(adopted_line(reading, made.seal))), err=True)
    sum_line = translate(
        N_("Checksum: {checksum}. Write its first 12 signs, {short}, into the minutes."), words
    )
    click.echo(sum_line.format(checksum=made.seal.content, short=short(made.seal.content)), err=True)
    click.echo(str(Path(path) / made.folder.relative_to(folder)))


def _ask_for_case(decisions: object, language: str) -> None:
    """Say where a decision has no case number: without it nobody finds the case papers."""
    for one in decisions if isinstance(decisions, tuple) else ():
        if not one.cases:
            words = translate(
                N_("The decision of {body} has no case number; add it under “case_refs”."), language
            )
            click.echo(words.format(body=one_line(one.body)), err=True)
