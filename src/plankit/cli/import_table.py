"""`plankit import table`: a table from a statistics office, into the series of an indicator."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from plankit.cli.import_ import ask, change_lines, finding_lines, plan_to_change, write
from plankit.cli.options import CallError, Command, Option, date_option, language_option
from plankit.findings import Severity
from plankit.language import N_, chosen_language

if TYPE_CHECKING:
    from plankit.cli.folders import Checked
    from plankit.inputs import Proposal


@click.command(
    cls=Command,
    help=N_(
        "Show what the CSV or Excel file FILE from a statistics office adds to an indicator of the plan in the folder PLAN,"
        " ask, and write it. The plan's mapping tells how the file is read; its checksum and the day are kept."
    ),
    epilog=N_("Example: plankit import table figures.csv my-plan --mapping kostra"),
)
@click.argument("file", metavar="FILE")
@click.argument("plan", metavar="PLAN")
@click.option(
    "--mapping",
    cls=Option,
    metavar="ID",
    help=N_(
        "Which of the plan's “data_mappings” tells how the file is read; needed where there are several."
    ),
)
@click.option(
    "--prefer",
    cls=Option,
    type=click.Choice(["file", "plan"]),
    help=N_("Whose value holds where plan and file differ. Without it: neither is written."),
)
@click.option("--yes", cls=Option, is_flag=True, help=N_("Write without asking."))
@click.option("--dry-run", cls=Option, is_flag=True, help=N_("Only show what would change."))
@date_option()
@language_option()
def table(file: str, plan: str, yes: bool, dry_run: bool, language: str | None, **given: Any) -> None:
    """Show the changes, ask, and write them."""
    words = chosen_language(language)
    checked = plan_to_change(plan, words)
    given["mapping"] = _mapping(checked, given["mapping"], words)
    proposal = _proposal(file, checked, words, **given)
    for line in finding_lines(proposal.findings, words):
        click.echo(line)
    is_bad = any(one.severity is Severity.ERROR for one in proposal.findings)
    for line in change_lines(proposal.differences, words) if proposal.differences or not is_bad else ():
        click.echo(line)
    if proposal.differences and not dry_run:
        ask(len(proposal.differences), yes, words)
        write(proposal, checked, words)
    if is_bad:
        click.get_current_context().exit(1)


def _mapping(checked: Checked, wanted: str | None, language: str) -> str:
    """The id of the mapping that was asked for, or of the only one."""
    plan = checked.loaded.plan
    known = [one.id for one in plan.data_mappings] if plan else []
    if not known:
        raise CallError(
            N_("The plan has no “data_mappings”, which tell how a table of figures is read."), language
        )
    if wanted is None and len(known) > 1:
        message = N_("The plan has several mappings. Choose one with --mapping: {names}.")
        raise CallError(message, language, names=", ".join(known))
    if wanted is not None and wanted not in known:
        message = N_("The plan has no mapping “{id}”. It has: {names}.")
        raise CallError(message, language, id=wanted, names=", ".join(known))
    return wanted or known[0]


def _proposal(
    file: str, checked: Checked, language: str, *, mapping: str, prefer: str | None, today: date | None
) -> Proposal:
    from plankit.cli.export import missing
    from plankit.inputs import InputMissing, InputRequest, find_input

    if not Path(file).is_file():
        raise CallError(N_("There is no file “{path}”."), language, path=file)
    request = InputRequest(
        file=Path(file),
        folder=Path(checked.path),
        loaded=checked.loaded,
        language=language,
        mapping=mapping,
        prefer=prefer,
        today=today or date.today(),
    )
    try:
        return find_input("table")(request)
    except InputMissing as error:
        raise missing(str(error), language) from error
    except OSError as error:
        message = N_("“{path}” could not be read: {reason}")
        raise CallError(message, language, path=file, reason=error.strerror) from error
