"""The indicators of a yearly report: those with values drawn and written out, the rest by name."""

from __future__ import annotations

from collections.abc import Iterator

from plankit.html.markup import Html, bullets, esc, facts, join
from plankit.html.page import Page
from plankit.html.report_rows import nothing
from plankit.html.series_table import chart_and_table
from plankit.language import N_
from plankit.views.indicator_series import Series
from plankit.views.yearly_report import YearlyReport


def indicators(page: Page, report: YearlyReport) -> Html:
    """Every indicator with its values until the end of the year; those without values are named, with their state."""
    filled = [one for one in report.indicators if one.points]
    empty = [one for one in report.indicators if not one.points]
    parts = [_one(page, one) for one in filled]
    if empty:
        told = page.t(N_("The plan names these indicators too, but has no value for them yet:"))
        parts.append(Html(f"<p>{esc(told)}</p>\n"))
        parts.append(bullets(_named(page, one) for one in empty))
    return join(parts) or nothing(page, N_("The plan names no indicators."))


def _one(page: Page, series: Series) -> Html:
    indicator = next(one for one in page.reading.plan.indicators if one.id == series.id)
    goals = [one.id for one in page.reading.plan.goals if series.id in one.indicators]
    rows = [
        (page.t("Goals"), page.links(goals)),
        (page.t("Definition"), page.line(indicator.definition)),
        (page.t("Source"), page.line(indicator.source)),
        (page.t("Target"), page.line(indicator.target)),
        (page.t("State"), join(_state(page, series), "; ")),
        (page.t("Remark"), page.line(page.reading.figures.of(indicator).words(indicator, "notes"))),
    ]
    head = page.heading(3, f"report-{series.id}", series.name)
    return join([head, facts(rows), chart_and_table(page, series)])


def _state(page: Page, series: Series) -> Iterator[Html]:
    if series.is_discontinued:
        yield esc(page.t(N_("no longer measured")))
    if series.replaced_by:
        words = page.t(N_("replaced by {name}")).format(name=page.reading.title(series.replaced_by))
        yield esc(words)


def _named(page: Page, series: Series) -> Html:
    state = join(_state(page, series), ", ")
    return Html(f"{esc(series.name)} ({state})") if state else esc(series.name)
