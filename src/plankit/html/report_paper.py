"""What a yearly report holds as a paper for the council, beside what the site shows: its head, and what people add."""

from __future__ import annotations

from plankit.html.blank import blank, or_blank
from plankit.html.markup import Html, esc, facts
from plankit.html.page import Page
from plankit.html.report_changes import changed
from plankit.html.yearly_report import Part, parts
from plankit.language import N_
from plankit.views.case_paper import decided_by, given
from plankit.views.reading import Reading
from plankit.views.yearly_report import YearlyReport


def title_of(reading: Reading, report: YearlyReport) -> str:
    """What the report is called."""
    return reading.words(N_("Yearly report {year}")).format(year=report.name)


def head(page: Page, report: YearlyReport) -> Html:
    """Case number, who handles the case, and who considers and who decides it."""
    t, reading = page.t, page.reading
    bodies = ", ".join(reading.text(one) for one in given(reading).considered_by)
    rows = [
        (t("Case number"), blank(page, t("case number"))),
        (
            t("Handled by"),
            or_blank(page, reading.text(given(reading).handled_by), t("role of whoever handles it")),
        ),
        (t("Considered by"), or_blank(page, bodies, t("bodies that consider it, and when"))),
        (t("Decided by"), or_blank(page, decided_by(reading), t("the body that decides"))),
        (t("Period"), esc(report.name)),
    ]
    return facts(rows)


def paper_parts(page: Page, report: YearlyReport) -> tuple[Part, ...]:
    """The parts of the paper in order: those of the site, what changed in the plan, and what people must add."""
    t = page.t
    drawn = parts(page, report)
    before, after = drawn[:-1], drawn[-1:]
    return (
        *before,
        Part(
            name="changes",
            title=t(N_("Changes in the plan since the last report")),
            body=changed(page, report),
        ),
        *after,
        Part(name="assessment", title=t("Assessment"), body=_assessment(page)),
        Part(name="decision", title=t("Proposed decision"), body=_decision(page, report)),
    )


def _assessment(page: Page) -> Html:
    t = page.t
    asked = (
        N_("what the administration makes of the year"),
        N_("why measures were not reported on, and what is done about it"),
        N_("what the councils, partners and organisations say"),
    )
    return Html("".join(f"<p>{blank(page, t(one))}</p>\n" for one in asked))


def _decision(page: Page, report: YearlyReport) -> Html:
    t = page.t
    body = decided_by(page.reading)
    first = t(N_("{body} takes note of the report on {period}.")).format(
        body=body or t("[to fill in: {what}]").format(what=t("the body that decides")),
        period=report.name,
    )
    second = blank(page, t(N_("what is decided on deadlines that passed, on money and on what is proposed")))
    return Html(f"<ol>\n<li>{esc(first)}</li>\n<li>{second}</li>\n</ol>\n")
