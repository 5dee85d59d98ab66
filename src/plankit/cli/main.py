"""The command `plankit`, gathered from its parts. Nothing heavy is imported before a command needs it."""

from __future__ import annotations

import click

from plankit import __version__
from plankit.cli.accessibility import accessibility
from plankit.cli.build import build
from plankit.cli.changes import changes
from plankit.cli.check import check
from plankit.cli.due import due
from plankit.cli.export import export
from plankit.cli.freeze import freeze
from plankit.cli.guide import guide
from plankit.cli.import_ import import_
from plankit.cli.matrix import matrix
from plankit.cli.new import new
from plankit.cli.options import Group
from plankit.cli.rule import rule
from plankit.cli.schema import schema
from plankit.cli.serve import serve
from plankit.cli.stress import stress
from plankit.cli.verify import verify
from plankit.cli.walk import walk
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
    matrix,
    due,
    changes,
    freeze,
    verify,
    export,
    import_,
):
    main.add_command(_command)
