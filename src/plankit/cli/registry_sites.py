"""`plankit registry sites`: the websites of many plans at once."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from plankit.cli.options import CallError, Command, Option, date_option, language_option, output_option
from plankit.cli.output_errors import told_as_missing
from plankit.cli.progress import progress
from plankit.cli.registry_errors import told
from plankit.cli.report import one_line
from plankit.language import N_, N_count, chosen_language, translate, translate_count

if TYPE_CHECKING:
    from plankit.registry.sites import SiteOrder

_BUILT = N_count("Built {count} website.", "Built {count} websites.")
_REASONS = {
    "no-folder": N_("there is no such folder"),
    "errors": N_("the plan has errors, see “plankit check”"),
    "refused": N_("the folder for its website holds something else"),
    "lost": N_("the process that built it died"),
}


@click.command(
    cls=Command,
    help=N_(
        "Build the website of each plan into a folder of its own under OUT. FOLDER_OR_LIST is as in “plankit registry"
        " build”. A plan with errors gets none; ends with exit code 1 if there is one."
    ),
    epilog=N_("Example: plankit registry sites plans -o sites --jobs 4"),
)
@click.argument("place", metavar="FOLDER_OR_LIST", type=click.Path(path_type=Path))
@output_option(N_("Folder to build into."), as_path=True)
@click.option(
    "--jobs",
    cls=Option,
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    help=N_("How many processes to build with."),
)
@date_option()
@language_option()
def sites(place: Path, out: Path, jobs: int, today: date | None, language: str | None) -> None:
    """Build all websites, and tell which could not be built."""
    words = chosen_language(language)
    # Heavy, so only when something is built.
    from plankit.registry.executors import executor_for
    from plankit.registry.sites import build_sites

    orders = _orders(place, out, words)
    failed = 0
    with told_as_missing(words), executor_for(jobs=jobs) as executor:
        with progress() as show:
            lines = []
            for order, built in build_sites(orders, today=today or date.today(), executor=executor):
                show(order.out.name)
                if built.reason is not None:
                    failed += 1
                    reason = translate(_REASONS.get(built.reason, built.reason), words)
                    lines.append(one_line(f"{order.out.name}: {reason}"))
        for line in sorted(lines):
            click.echo(line, err=True)
    built_now = len(orders) - failed
    click.echo(translate_count(*_BUILT, built_now, words), err=True)
    click.echo(str(out))
    if failed:
        click.get_current_context().exit(1)


def _orders(place: Path, out: Path, language: str) -> list[SiteOrder]:
    """A site for each folder that is listed, under the name of the folder."""
    from plankit.registry.gathering import each_once
    from plankit.registry.listing import listed_plans
    from plankit.registry.sites import SiteOrder

    with told(language):
        listed = each_once(listed_plans(place))
    if not listed:
        raise CallError(N_("“{path}” holds no plan folders."), language, path=place)
    orders = [SiteOrder(folder=one.folder, out=out / one.folder.resolve().name) for one in listed]
    names = [order.out.name for order in orders]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        raise CallError(N_("Two plan folders are called “{name}”: rename one of them."), language, name=twice)
    return orders
