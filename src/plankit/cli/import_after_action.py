"""`plankit import after-action`: the list of a table-top exercise, into draft measures of the plan."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from plankit.cli.import_ import ask, change_lines, finding_lines, plan_to_change, write
from plankit.cli.options import CallError, Command, Option, language_option
from plankit.findings import Severity
from plankit.language import N_, chosen_language, translate

if TYPE_CHECKING:
    from plankit.cli.folders import Checked
    from plankit.inputs import Proposal


@click.command(
    "after-action",
    cls=Command,
    help=N_(
        "Show the draft measures that the after-action list FILE of a table-top exercise gives, ask, and write them into a"
        " file of their own in the folder PLAN. If one row cannot be read, nothing is written."
    ),
    epilog=N_("Example: plankit import after-action kit/facilitator/after-action.xlsx my-plan"),
)
@click.argument("file", metavar="FILE")
@click.argument("plan", metavar="PLAN")
@click.option("--yes", cls=Option, is_flag=True, help=N_("Write without asking."))
@click.option("--dry-run", cls=Option, is_flag=True, help=N_("Only show what would change."))
@language_option()
def after_action(file: str, plan: str, yes: bool, dry_run: bool, language: str | None) -> None:
    """Show the drafts, ask, and write them."""
    words = chosen_language(language)
    checked = plan_to_change(plan, words)
    proposal = _proposal(file, checked, words)
    for line in finding_lines(proposal.findings, words):
        click.echo(line)
    if any(one.severity is Severity.ERROR for one in proposal.findings):
        told = N_("Nothing was written: of a list, all rows are taken or none.")
        click.echo(translate(told, words), err=True)
        click.get_current_context().exit(1)
    for line in change_lines(proposal.differences, words):
        click.echo(line)
    if proposal.differences and not dry_run:
        ask(len(proposal.differences), yes, words)
        write(proposal, checked, words)


def _proposal(file: str, checked: Checked, language: str) -> Proposal:
    from plankit.cli.export import missing
    from plankit.inputs import InputMissing, InputRequest, find_input

    if not Path(file).is_file():
        raise CallError(N_("There is no file “{path}”."), language, path=file)
    request = InputRequest(
        file=Path(file), folder=Path(checked.path), loaded=checked.loaded, language=language
    )
    try:
        return find_input("after-action")(request)
    except InputMissing as error:
        raise missing(str(error), language) from error
    except OSError as error:
        message = N_("“{path}” could not be read: {reason}")
        raise CallError(message, language, path=file, reason=error.strerror) from error
