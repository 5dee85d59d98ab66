"""The activity plans of a year inside its report: what was to be done, how it went, and why not."""

from __future__ import annotations

from plankit.html.markup import Html, esc, join, table
from plankit.html.page import Page
from plankit.html.year_lines import outcome_mark
from plankit.language import N_
from plankit.views.yearly_report import YearlyReport
from plankit.views.years import OUTCOME_WORDS, Year


def activities(page: Page, report: YearlyReport) -> Html:
    """Each activity with its measures and how it went; nothing where the plan has no activity plan for the year."""
    return join(_year(page, one) for one in report.years)


def _year(page: Page, year: Year) -> Html:
    t, reading = page.t, page.reading
    counts = [f"{t(OUTCOME_WORDS[outcome][1])}: {count}" for outcome, count in year.counts.items() if count]
    rows = [
        (
            esc(reading.text(one.title)),
            page.links(one.measures),
            esc(one.when.text if one.when else ""),
            outcome_mark(page, year.outcomes[one.id]),
            join((page.line(text) for text in (one.result, one.reason) if text), " "),
        )
        for one in year.activities
    ]
    heads = (
        t(N_("Activity")),
        t(N_("Measures")),
        t(N_("When")),
        t(N_("How it went")),
        t(N_("Result, or why not")),
    )
    told = f"<p>{esc(', '.join(counts))}</p>\n" if counts else ""
    return join([table(reading.text(year.plan.title), heads, rows), Html(told)])
