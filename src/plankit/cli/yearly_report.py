"""`plankit report`: the yearly report to the council."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import click

from plankit.cli.council import PAPERS, checked_plan, reading_of, target_of, write_here, write_paper
from plankit.cli.options import (
    CallError,
    Command,
    Option,
    date_option,
    language_option,
    municipality_option,
    output_option,
    template_option,
)
from plankit.language import N_, chosen_language

FORMS = ("html", *PAPERS)


@click.command(
    "report",
    cls=Command,
    help=N_(
        "Write the yearly report to the council: what was promised, done, not done and not reported, the indicators,"
        " what changed in the plan, and what is asked of the council. PATH is the folder of the plan."
    ),
    epilog=N_("Example: plankit report 2026 my-plan -o report.docx"),
)
@click.argument("year", metavar="YEAR", type=click.IntRange(1900, 9999))
@click.argument("path", metavar="PATH")
@output_option(N_("File or folder to write into."))
@click.option(
    "--format",
    "form",
    cls=Option,
    type=click.Choice(FORMS),
    help=N_("A page, PDF or Word. Without it: as the file's name ends, else a page."),
)
@template_option()
@municipality_option()
@date_option()
@language_option(N_("Language of the report. Without it: the plan's own."))
def report(year: int, path: str, out: str, form: str | None, today: date | None, **wanted: Any) -> None:
    """Write the report of one year."""
    language: str | None = wanted["language"]
    words, day = chosen_language(language), today or date.today()
    target = target_of(out, form, FORMS, words)
    checked = checked_plan(path, day, words, wanted["municipality"])
    reading = reading_of(checked, language)
    from plankit.papers.council import REPORT, report_on, report_stem
    from plankit.papers.yearly_report import report_page
    from plankit.views.yearly_report import report_spans

    years = tuple(report_spans(reading, day))
    if year not in years:
        message = N_("The plan has no period of reporting that ends in {year}. It has: {years}.")
        raise CallError(message, words, year=year, years=", ".join(map(str, years)))
    if target.form in PAPERS:
        write_paper(
            checked, target, f"{REPORT}{year}", today=day, language=language, template=wanted["template"]
        )
        return
    found = report_on(year, Path(path), checked.loaded, reading, day)
    assert found is not None
    from plankit.html.report_paper import title_of

    page = report_page(reading, found, today=day)
    write_here(target, lambda: report_stem(reading, title_of(reading, found)), page.encode(), words)
