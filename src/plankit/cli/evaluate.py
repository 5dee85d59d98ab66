"""`plankit evaluate`: the guide's evaluation questions, filled with what the data can answer."""

from __future__ import annotations

import json
import sys
from datetime import date
from typing import TYPE_CHECKING, Any

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

if TYPE_CHECKING:
    from plankit.views.evaluation import Asked, Evaluation
    from plankit.views.reading import Reading

FORMS = ("html", *PAPERS, "json")


@click.command(
    cls=Command,
    help=N_(
        "Write the guide's questions for evaluating a plan, each with what the plan's data tell, and blanks for what"
        " only people can answer. PATH is the folder of the plan."
    ),
    epilog=N_("Example: plankit evaluate my-plan -o evaluation.docx"),
)
@click.argument("path", metavar="PATH")
@output_option(N_("File or folder to write into. JSON goes to the screen without it."), required=False)
@click.option(
    "--format",
    "form",
    cls=Option,
    type=click.Choice(FORMS),
    help=N_("A page, PDF, Word, or data for programs. Without it: as the file's name ends, else a page."),
)
@template_option()
@municipality_option()
@date_option()
@language_option(N_("Language of the evaluation. Without it: the plan's own."))
def evaluate(path: str, out: str | None, form: str | None, today: date | None, **wanted: Any) -> None:
    """Write the evaluation of a plan."""
    language: str | None = wanted["language"]
    words, day = chosen_language(language), today or date.today()
    if out is None and form != "json":
        raise CallError(N_("Name a file or a folder to write into with “-o”."), words)
    checked = checked_plan(path, day, words, wanted["municipality"])
    reading = reading_of(checked, language)
    from plankit.papers.council import EVALUATION, report_stem
    from plankit.papers.evaluation import evaluation_page, title_of
    from plankit.views.evaluation import evaluation

    found = evaluation(reading, day)
    if not found.asked:
        raise CallError(N_("Neither the plan nor its guide has questions to evaluate with."), words)
    if out is None:
        click.echo(_as_json(reading, found), nl=False)
        return
    target = target_of(out, form, FORMS, words)
    if target.form in PAPERS:
        write_paper(checked, target, EVALUATION, today=day, language=language, template=wanted["template"])
        return
    made = (
        _as_json(reading, found, in_file=True)
        if target.form == "json"
        else evaluation_page(reading, found, today=day)
    )
    write_here(target, lambda: report_stem(reading, title_of(reading)), made.encode(), words)


def _as_json(reading: Reading, found: Evaluation, *, in_file: bool = False) -> str:
    document = {
        "plan": reading.plan.plan.id,
        "from": found.span.start.isoformat(),
        "to": found.span.end.isoformat(),
        "questions": [_question(one) for one in found.asked],
    }
    only_ascii = not in_file and (sys.stdout.encoding or "ascii").lower().replace("-", "") != "utf8"
    return json.dumps(document, ensure_ascii=only_ascii, indent=2) + "\n"


def _question(one: Asked) -> dict[str, object]:
    entry = one.guide_entry
    return {
        "id": entry.id if entry else None,
        "question": one.title,
        "helps": one.helps or None,
        "asked_in": one.inside or None,
        "source": entry.address if entry else None,
        "told_by_data": one.is_told,
        "tables": [
            {
                "name": grid.name,
                "caption": grid.caption,
                "columns": list(grid.heads),
                "rows": [
                    [{"entries": list(cell.ids)} if cell.ids else cell.text for cell in row]
                    for row in grid.rows
                ],
            }
            for grid in one.grids
        ],
    }
