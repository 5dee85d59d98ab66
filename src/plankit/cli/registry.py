"""`plankit registry`: one picture of many plans."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from plankit.cli.options import CallError, Command, Group, Option, date_option, language_option, output_option
from plankit.cli.progress import progress
from plankit.cli.registry_errors import told
from plankit.cli.registry_generate import generate
from plankit.cli.registry_sites import sites
from plankit.cli.report import one_line
from plankit.language import N_, chosen_language, translate

if TYPE_CHECKING:
    from plankit.registry.listing import Listed
    from plankit.registry.outcomes import Collected

_COUNTRIES = ("no", "se")
_LANGUAGES = {"no": "nb", "se": "sv"}


@click.group(
    cls=Group,
    help=N_("Look at many plans at once."),
    epilog=N_("Example: plankit registry build plans -o site"),
)
def registry() -> None:
    """Gather the commands."""


registry.add_command(generate)
registry.add_command(sites)


@registry.command(
    cls=Command,
    help=N_(
        "Build a site and open data over many plans: who has a plan in force. FOLDER_OR_LIST is a folder with plan"
        " folders in it, or a list of them as text or CSV (columns folder, number, name, address)."
    ),
    epilog=N_("Example: plankit registry build plans -o site --store plans.sqlite --jobs 4"),
)
@click.argument("place", metavar="FOLDER_OR_LIST", type=click.Path(path_type=Path))
@output_option(N_("Folder to build into."), as_path=True)
@click.option(
    "--country",
    cls=Option,
    type=click.Choice(_COUNTRIES),
    default="no",
    show_default=True,
    help=N_("Whose municipalities."),
)
@click.option(
    "--population",
    cls=Option,
    type=click.Path(path_type=Path),
    metavar="FILE",
    help=N_("Inhabitants by municipality: CSV with the columns number and population."),
)
@click.option(
    "--store",
    cls=Option,
    type=click.Path(path_type=Path),
    metavar="FILE",
    help=N_("File that remembers, so that plans that are as they were are not read again (SQLite)."),
)
@click.option(
    "--keep-days",
    cls=Option,
    type=click.IntRange(min=0),
    default=0,
    show_default=True,
    help=N_("Findings that are up to so many days old hold too."),
)
@click.option(
    "--jobs",
    cls=Option,
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    help=N_("How many processes to read with."),
)
@click.option(
    "--dask", cls=Option, metavar="ADDRESS", help=N_("Address of a Dask cluster to read with instead.")
)
@click.option(
    "--base-url",
    "base",
    cls=Option,
    metavar="URL",
    default="",
    help=N_("Address that the site will be published at, for the feed and the data."),
)
@date_option()
@language_option(
    N_("Language of the site and of what is printed. Without it: the country's, and PLANKIT_LANGUAGE.")
)
def build(place: Path, out: Path, country: str, today: date | None, **wanted: Any) -> None:
    """Read all plans, build the site, and print where to look."""
    words, day = chosen_language(wanted["language"]), today or date.today()
    site_language = wanted["language"] or _LANGUAGES[country]
    # Heavy, so only when something is built.
    from plankit.registry.gathering import each_once, gathered
    from plankit.registry.listing import listed_plans, read_population
    from plankit.registry_site.site import check_out, write_site

    base = _base(wanted["base"], words)
    with told(words):
        listed = each_once(listed_plans(place))
        people = read_population(wanted["population"]) if wanted["population"] else None
        check_out(out)
    if not listed:
        raise CallError(N_("“{path}” holds no plan folders."), words, path=place)
    with progress() as show, told(words):
        collected = _collected(listed, day, show, words, **wanted)
        picture = gathered(
            listed,
            collected.outcomes,
            country=country.upper(),
            day=day,
            language=site_language,
            population=people,
        )
        written = write_site(picture, out, language=site_language, base=base)
    for one in picture.unread:
        click.echo(one_line(f"{one.folder}: {one.reason}"), err=True)
    counted = translate(
        N_("{read} plans read, {unread} could not be read. {pages} pages, {written} files written."), words
    )
    click.echo(
        counted.format(
            read=len(picture.plans), unread=len(picture.unread), pages=written.pages, written=written.written
        ),
        err=True,
    )
    click.echo(str(written.start))


def _collected(
    listed: tuple[Listed, ...], day: date, show: Callable[[str], None], words: str, **wanted: Any
) -> Collected:
    from plankit.registry.collecting import collect
    from plankit.registry.executors import ExecutorFailed, ExecutorMissing, executor_for

    try:
        with executor_for(jobs=wanted["jobs"], dask=wanted["dask"]) as executor:
            return collect(
                (one.folder for one in listed),
                today=day,
                store=wanted["store"],
                executor=executor,
                keep_days=wanted["keep_days"],
                progress=show,
            )
    except ExecutorMissing as error:
        message = N_("A cluster needs “{what}”, which is not installed: {command}")
        raise CallError(message, words, what=error, command='pip install "plankit[dask]"') from error
    except ExecutorFailed as error:
        message = N_("The cluster at “{address}” failed: {reason}")
        raise CallError(message, words, address=wanted["dask"], reason=one_line(str(error))) from error


def _base(address: str, language: str) -> str:
    if not address:
        return ""
    if not address.startswith(("https://", "http://")) or any(sign in address for sign in " ?#\"'<>"):
        raise CallError(N_("“{address}” is not the address of a site."), language, address=one_line(address))
    return address.rstrip("/") + "/"
