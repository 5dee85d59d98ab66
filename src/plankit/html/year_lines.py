"""What stands of activities elsewhere than in their activity plan: how one went, a measure's, an agency's."""

from __future__ import annotations

from plankit.html.markup import NOTHING, Html, bullets, esc, table
from plankit.html.page import Page
from plankit.views.years import OUTCOME_WORDS, Outcome, of_agency, of_measure


def outcome_mark(page: Page, outcome: Outcome) -> Html:
    """How an activity went: sign, word and colour."""
    sign, words = OUTCOME_WORDS[outcome]
    return Html(
        f'<span class="pk-status pk-status-{outcome}"><span aria-hidden="true">{sign}</span> {esc(page.t(words))}</span>'
    )


def measure_activities(page: Page, measure_id: str) -> Html:
    """What was and is planned beneath a measure, year by year; nothing where no activity is."""
    rows = []
    for plan, ones in of_measure(page.reading, measure_id):
        listed = bullets(
            (Html(f"{page.link(one.id)} – {outcome_mark(page, page.site.outcomes[one.id])}") for one in ones),
            "pk-plain",
        )
        rows.append(Html(f"<strong>{page.link(plan.id, plan.period.text)}</strong>{listed}"))
    words = esc(page.t("Activities year by year"))
    return (
        Html(f'<div class="pk-reports"><p>{words}</p>\n{bullets(rows, "pk-plain")}</div>\n')
        if rows
        else NOTHING
    )


def agency_activities(page: Page, agency_id: str) -> Html:
    """What an agency does in each year's activity plan, the newest first."""
    t = page.t
    rows = [
        (
            page.link(one.id),
            page.link(plan.id, plan.period.text),
            esc(one.when.text if one.when else ""),
            outcome_mark(page, page.site.outcomes[one.id]),
        )
        for plan, ones in of_agency(page.reading, agency_id)
        for one in ones
    ]
    heads = (t("Activity"), t("Activity plan"), t("When"), t("Status"))
    return table(page.count("{count} activity", "{count} activities", len(rows)), heads, rows)
