"""`plankit import`: what was changed in a workbook, back into the files of the plan."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from plankit.cli.export import missing, unwritable
from plankit.cli.folders import Checked, load_checked, require_folder
from plankit.cli.options import CallError, Command, Group, Option, language_option
from plankit.cli.report import one_line, print_findings, severity_word
from plankit.findings import Finding, Severity
from plankit.language import N_, chosen_language, translate, translate_count

if TYPE_CHECKING:
    from plankit.inputs import Difference, Proposal, Written

_LONGEST = 200
"""Most characters of a value in the list of changes."""


@click.group(
    "import",
    cls=Group,
    help=N_("Take back into the plan what was changed in a file that “plankit export” wrote."),
    epilog=N_("Example: plankit import xlsx my-plan.xlsx my-plan"),
)
def import_() -> None:
    """Gather the commands."""


@import_.command(
    cls=Command,
    help=N_(
        "Show what was changed in the workbook FILE, ask, and write it into the plan in the folder PLAN. Nothing else in"
        " its files is changed. Of several workbooks, all are taken back or none."
    ),
    epilog=N_("Example: plankit import xlsx my-plan.xlsx my-plan"),
)
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.argument("plan", metavar="PLAN")
@click.option("--yes", cls=Option, is_flag=True, help=N_("Write without asking."))
@click.option("--dry-run", cls=Option, is_flag=True, help=N_("Only show what would change."))
@click.option(
    "--base",
    cls=Option,
    metavar="FILE",
    help=N_("The workbook as it was exported, where the changed one has lost its hidden sheet."),
)
@click.option(
    "--prefer",
    cls=Option,
    type=click.Choice(["file", "plan"]),
    help=N_("Whose value holds where workbook and plan were both changed. Without it: neither is written."),
)
@language_option()
def xlsx(
    files: tuple[str, ...], plan: str, yes: bool, dry_run: bool, language: str | None, **given: Any
) -> None:
    """Show the changes, ask, and write them."""
    words = chosen_language(language)
    checked = plan_to_change(plan, words)
    proposal = _proposal(files, checked, words, **given)
    for line in finding_lines(proposal.findings, words):
        click.echo(line)
    is_bad = any(one.severity is Severity.ERROR for one in proposal.findings)
    for line in change_lines(proposal.differences, words) if proposal.differences or not is_bad else ():
        click.echo(line)
    if is_bad and len(files) > 1:
        told = N_("Nothing was written: of several workbooks, all are taken back or none.")
        click.echo(translate(told, words), err=True)
    elif proposal.differences and not dry_run:
        ask(len(proposal.differences), yes, words)
        write(proposal, checked, words)
    if is_bad:
        click.get_current_context().exit(1)


def plan_to_change(path: str, language: str) -> Checked:
    """The plan, after what an earlier run had ready is in its place."""
    from plankit.source.all_or_nothing import finish

    folder = require_folder(path, language)
    try:
        if finish(folder):
            click.echo(
                translate(
                    N_("An earlier run had been cut short; what it had ready is written now."), language
                ),
                err=True,
            )
    except OSError as error:
        raise unwritable(folder, error, language) from error
    checked = load_checked(path, language=language)
    if checked.loaded.plan is None:
        raise CallError(N_("“{path}” holds no plan."), language, path=path)
    return checked


def _proposal(
    names: Sequence[str], checked: Checked, language: str, *, base: str | None, prefer: str | None
) -> Proposal:
    from plankit.inputs import InputMissing, InputRequest, find_input

    for name in filter(None, (*names, base)):
        if not Path(name).is_file():
            raise CallError(N_("There is no file “{path}”."), language, path=name)
    request = InputRequest(
        file=Path(names[0]),
        others=tuple(map(Path, names[1:])),
        folder=Path(checked.path),
        loaded=checked.loaded,
        language=language,
        base=Path(base) if base else None,
        prefer=prefer,
    )
    try:
        return find_input("xlsx")(request)
    except InputMissing as error:
        raise missing(str(error), language) from error
    except OSError as error:
        message = N_("“{path}” could not be read: {reason}")
        raise CallError(message, language, path=error.filename or names[0], reason=error.strerror) from error


def finding_lines(findings: Sequence[Finding], language: str) -> Iterator[str]:
    """A line for each finding, with sheet and cell, and its hint on the next."""
    for one in findings:
        word = severity_word(one.severity, language)
        yield one_line(f"{one.place.file}: {word} {one.code} {one.message} [{one.name}]")
        if one.hint:
            yield f"    {one_line(one.hint)}"


def change_lines(differences: Sequence[Difference], language: str) -> Iterator[str]:
    """What would change: the entry once, then field by field the old value and the new."""
    if not differences:
        yield translate(N_("Nothing would change in the plan."), language)
        return
    last = ""
    for one in sorted(differences, key=lambda each: (each.file, each.subject)):
        if (head := f"{one.subject} ({one.file})") != last:
            yield one_line(head)
            last = head
        before, after = (_short(text, language) for text in (one.before, one.after))
        yield f"  {one_line(one.field)}: {before} → {after}"
    count = len(differences)
    yield translate_count("{count} change in all.", "{count} changes in all.", count, language)


def _short(text: str, language: str) -> str:
    if not text:
        return translate(N_("(empty)"), language)
    line = one_line(" / ".join(text.splitlines()))
    return f"“{line}”" if len(line) <= _LONGEST else f"“{line[:_LONGEST]}…”"


def ask(count: int, yes: bool, language: str) -> None:
    """Go on only if somebody says so. Raises `CallError` where there is nobody to ask."""
    if yes:
        return
    if not _somebody_is_there():
        raise CallError(
            N_(
                "There is nobody to ask here, so nothing was written. Give --yes to write, or --dry-run to look."
            ),
            language,
        )
    question = translate_count(
        "Write {count} change into the plan?", "Write {count} changes into the plan?", count, language
    )
    if not click.confirm(question, err=True):
        click.echo(translate(N_("Nothing was written."), language), err=True)
        click.get_current_context().exit(0)


def _somebody_is_there() -> bool:
    return sys.stdin.isatty()


def write(proposal: Proposal, checked: Checked, language: str) -> None:
    """Write what is proposed, and say so. Raises `CallError` where the files cannot be written."""
    from plankit.inputs import InputRefused

    try:
        written = proposal.write()
    except InputRefused as error:
        message, name = error.args
        raise CallError(message, language, file=name) from error
    except OSError as error:
        raise unwritable(Path(error.filename or checked.path), error, language) from error
    _tell(written, checked, language)


def _tell(written: Written, checked: Checked, language: str) -> None:
    if written.errors:
        from plankit.cli.report import Source

        click.echo(
            translate(
                N_("With these changes the plan would have new errors, so nothing was written:"), language
            ),
            err=True,
        )
        print_findings([Source(path=checked.path, findings=written.errors)], "text", language)
        click.get_current_context().exit(1)
    names = ", ".join(written.files)
    click.echo(translate(N_("Written: {files}."), language).format(files=names), err=True)
    click.echo(
        translate(N_("Nothing is published by that. Next: plankit check {plan}"), language).format(
            plan=checked.path
        ),
        err=True,
    )
