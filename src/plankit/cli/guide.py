"""`plankit guide`: what one does with a guide itself, gathered from its parts."""

from __future__ import annotations

import click

from plankit.cli.guide_build import build
from plankit.cli.guide_changes import changes
from plankit.cli.guide_check import check
from plankit.cli.options import Group
from plankit.language import N_


@click.group(
    cls=Group,
    help=N_("Work with a guide: what plans on its theme must answer."),
    epilog=N_("Example: plankit guide build no-vold -o site"),
)
def guide() -> None:
    """Gather the commands."""


for _command in (build, check, changes):
    guide.add_command(_command)
