"""`plankit accessibility`: what a municipality hands in on the accessibility of its plan's site."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from plankit.cli.folders import load_checked, require_folder
from plankit.cli.options import (
    CallError,
    Command,
    Option,
    date_option,
    language_option,
    municipality_option,
    output_option,
)
from plankit.cli.walking import print_json
from plankit.language import N_, N_count, chosen_language, translate, translate_count

if TYPE_CHECKING:
    from plankit.accessibility.subject import About
    from plankit.loading import Loaded

PAGE, TABLE = "accessibility.html", "accessibility.csv"
_FAULTS = N_count("{count} fault was found on this site.", "{count} faults were found on this site.")


@click.command(
    cls=Command,
    help=N_(
        "Write what must be handed in on the accessibility of a plan's site: for Norway the worksheet for"
        " uustatus.no, for Sweden the statement that Digg asks for. PLAN is a folder. It never says that a"
        " requirement is met: that a person decides."
    ),
    epilog=N_("Example: plankit accessibility my-plan --site site -o statement"),
)
@click.argument("path", metavar="PLAN")
@output_option(
    N_("Write a page and a table into FOLDER. What you filled in there is never written over."),
    metavar="FOLDER",
    required=False,
    as_path=True,
)
@click.option("--json", "as_json", cls=Option, is_flag=True, help=N_("Print it for programs."))
@click.option(
    "--country",
    cls=Option,
    type=click.Choice(("NO", "SE"), case_sensitive=False),
    help=N_("Whose rules. Without it: the country of the plan or its guide."),
)
@click.option(
    "--site",
    cls=Option,
    metavar="FOLDER",
    help=N_("The built site: its files are looked at too."),
)
@date_option()
@municipality_option()
@language_option(N_("Language of the paper. Without it: the plan's own."))
def accessibility(
    path: str,
    out: Path | None,
    as_json: bool,
    country: str | None,
    site: str | None,
    today: date | None,
    municipality: str | None,
    language: str | None,
) -> None:
    """Write the paper of the plan's country, print it for programs, or both."""
    words = chosen_language(language)
    if out is None and not as_json:
        raise CallError(N_("Say where to write it with -o, or ask for --json."), words)
    about = _about(
        _loaded(path, words, today, municipality),
        words,
        country=country,
        site=site,
        today=today,
        asked=language,
    )
    from plankit.accessibility.papers import paper_of

    paper = paper_of(about)
    if out is not None:
        _write(out, {PAGE: paper.html.encode(), TABLE: paper.csv}, words)
    if as_json:
        print_json(paper.document)
        return
    click.echo(
        translate(N_("Wrote {page} and {table}."), words).format(page=(out or Path()) / PAGE, table=TABLE)
    )
    if about.site is not None:
        click.echo(translate_count(*_FAULTS, len(about.site.faults), words))


def _loaded(path: str, words: str, today: date | None, municipality: str | None) -> Loaded:
    require_folder(path, words)
    loaded = load_checked(path, language=words, today=today, municipality=municipality).loaded
    if loaded.plan is None:
        raise CallError(N_("There is no plan in “{path}”."), words, path=path)
    return loaded


def _about(
    loaded: Loaded,
    words: str,
    *,
    country: str | None,
    site: str | None,
    today: date | None,
    asked: str | None,
) -> About:
    built = require_folder(site, words) if site is not None else None
    assert loaded.plan is not None
    from plankit.accessibility.site_checks import check_site
    from plankit.accessibility.subject import About, paper_country, paper_language
    from plankit.views.reading import Reading

    own = loaded.plan.plan.language
    rules = paper_country(Reading(loaded.plan, loaded.guide, own), country)
    if rules is None:
        raise CallError(
            N_("The plan does not say whose rules hold. Add --country NO or --country SE."), words
        )
    shown = paper_language(rules, (asked, own))
    report = check_site(built) if built is not None else None
    if report is not None and not report.pages:
        raise CallError(N_("There is no page in “{path}”."), words, path=site)
    return About(
        reading=Reading(loaded.plan, loaded.guide, shown),
        day=today or date.today(),
        site=report,
        country=rules,
    )


def _write(out: Path, files: dict[str, bytes], words: str) -> None:
    from plankit.source.all_or_nothing import ChangedMeanwhile, write_files

    try:
        out.mkdir(parents=True, exist_ok=True)
        write_files(out, files, dict.fromkeys(files))
    except ChangedMeanwhile as error:
        message = N_("“{place}” is there already, and somebody may have filled it in. Give another folder.")
        raise CallError(message, words, place=out / str(error)) from error
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise CallError(
            N_("“{path}” could not be written: {reason}"), words, path=out, reason=reason
        ) from error
