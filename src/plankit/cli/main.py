"""The command `plankit`, gathered from its parts. Nothing heavy is imported before a command needs it."""

from __future__ import annotations

import click

from plankit import __version__
from plankit.cli.accessibility import accessibility
from plankit.cli.build import build
from plankit.cli.changes import changes
from plankit.cli.check import check
from plankit.cli.due import due
from plankit.cli.evaluate import evaluate
from plankit.cli.export import export
from plankit.cli.export_forms import forms
from plankit.cli.freeze import freeze
from plankit.cli.guide import guide
from plankit.cli.import_ import import_
from plankit.cli.import_after_action import after_action
from plankit.cli.import_table import table
from plankit.cli.matrix import matrix
from plankit.cli.merge import merge
from plankit.cli.new import new
from plankit.cli.options import Group
from plankit.cli.registry import registry
from plankit.cli.rule import rule
from plankit.cli.schema import schema
from plankit.cli.score import score
from plankit.cli.serve import serve
from plankit.cli.split import split
from plankit.cli.stress import stress
from plankit.cli.teach import teach
from plankit.cli.verify import verify
from plankit.cli.walk import walk
from plankit.cli.year import year
from plankit.cli.yearly_report import report
from plankit.language import N_


@click.group(
    cls=Group,
    help=N_("Action plans as code: start, check and publish a municipality's plan."),
    epilog=N_("Example: plankit check my-plan"),
)
@click.version_option(__version__, prog_name="plankit", message="%(prog)s %(version)s")
def main() -> None:
    """Gather the commands."""


for _command in (
    accessibility,
    new,
    check,
    build,
    serve,
    rule,
    schema,
    guide,
    walk,
    stress,
    teach,
    matrix,
    due,
    year,
    score,
    report,
    evaluate,
    changes,
    merge,
    split,
    freeze,
    verify,
    export,
    import_,
    registry,
):
    main.add_command(_command)
import_.add_command(table)
import_.add_command(after_action)
export.add_command(forms)
