"""Counts of plans that others have made and published, on the page about what makes a plan good."""

from __future__ import annotations

from plankit.html.markup import NOTHING, Html, esc, facts, join
from plankit.model.survey import Survey, SurveyFigure
from plankit.sphinx.guide.frame import provenance, remark, stacked
from plankit.sphinx.guide.view import GuideView


def surveys(page: GuideView) -> Html:
    """Every count with its figures; nothing where the guide knows of none."""
    ones = page.guide.surveys
    if not ones:
        return NOTHING
    legend = page.t("Definitions differ: the counts are no series.")
    head = page.part("surveys", page.t("Counts of plans"))
    return join([head, Html(f"<p>{esc(legend)}</p>\n"), *(_survey(page, one) for one in ones)])


def _survey(page: GuideView, one: Survey) -> Html:
    t = page.t
    rows = [(t("When"), esc(one.when.text if one.when else "")), (t("Country"), esc(one.country or ""))]
    heads = (t("What was counted"), t("How many"), t("Of"), t("Percent"))
    figures = stacked(page.reading.text(one.title), heads, [_figure(page, figure) for figure in one.figures])
    return Html(
        f'<article class="pk-card">\n{page.entry_heading(3, one.id)}{page.prose(one.text)}{facts(rows)}'
        f"{figures}{remark(page, one)}{provenance(page, one)}</article>\n"
    )


def _figure(page: GuideView, one: SurveyFigure) -> tuple[Html, ...]:
    return page.line(one.text), esc(one.count or ""), esc(one.out_of or ""), esc(one.percent or "")
