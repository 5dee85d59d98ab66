"""The register of measures as HTML: with filters where scripts run, and with ways to its parts for everyone."""

from __future__ import annotations

from plankit.html.markup import NOTHING, Html, anchor, bullets, esc, join
from plankit.html.measures import measure_table
from plankit.html.page import Page
from plankit.language import N_
from plankit.views.filters import Filter, measure_filters, measures_by_agency

ELSEWHERE = {
    "areas": N_("by area"),
    "deadlines": N_("by deadline"),
    "status": N_("by how far we have come"),
    "groups": N_("by whom they are for"),
}
"""Chapters that show the measures in another order, and what that order is."""


def register(page: Page) -> Html:
    """All measures as a table, with ways to choose among them."""
    measures = page.reading.plan.measures
    filters = measure_filters(page.reading)
    places = {one.key: one.places() for one in filters}
    marks = {
        measure.id: "".join(
            f' data-{key}="{" ".join(map(str, numbers[measure.id]))}"'
            for key, numbers in places.items()
            if measure.id in numbers
        )
        for measure in measures
    }
    table = measure_table(page, measures, register=True, marks=marks)
    return join(
        [_ways(page), Html('<div class="pk-filtered">\n'), _form(page, filters), table, Html("</div>\n")]
    )


def _ways(page: Page) -> Html:
    """Links to the measures of each agency and to the other orders, for which no script is needed."""
    agencies = measures_by_agency(page.reading)
    items = []
    for agency, group in zip(agencies.ids, agencies.groups, strict=True):
        href = page.href(agency) if agency else None
        if href:
            place = "" if "#" in href else "#owns"
            count = page.count("{count} measure", "{count} measures", len(group.measures))
            items.append(Html(f"{anchor(href + place, group.heading)} ({esc(count)})"))
    parts = []
    if items:
        words = esc(page.t("Show the measures of one agency"))
        listed = bullets(items, "pk-plain pk-columns")
        parts.append(Html(f'<details class="pk-by-agency"><summary>{words}</summary>\n{listed}</details>\n'))
    others = [
        page.link(f"chapter:{name}", page.t(words))
        for name, words in ELSEWHERE.items()
        if page.href(f"chapter:{name}")
    ]
    if others:
        words = esc(page.t("The same measures in another order:"))
        parts.append(Html(f'<p class="pk-note">{words} {join(others, ", ")}.</p>\n'))
    return join(parts)


def _form(page: Page, filters: tuple[Filter, ...]) -> Html:
    """The filters, hidden until the script that works them shows them."""
    if not filters:
        return NOTHING
    fields = join(_field(page, one) for one in filters)
    told = esc(page.t("Showing {count} of {all} measures."))
    return Html(
        f'<div class="pk-filter" role="group" aria-label="{esc(page.t("Choose measures"))}" data-told="{told}" hidden>\n'
        f"{fields}"
        f'<button type="button" class="pk-button">{esc(page.t("Show all measures"))}</button>\n'
        '<p class="pk-filter-told" role="status"></p>\n</div>\n'
    )


def _field(page: Page, one: Filter) -> Html:
    """A choice; it has no name, so that what is chosen can be sent nowhere."""
    options = "".join(
        f'<option value="{number}">{esc(group.heading)} ({len(group.measures)})</option>\n'
        for number, group in enumerate(one.groups)
    )
    name = f"filter-{one.key}"
    return Html(
        f'<p class="pk-field"><label{page.anchor_id(f"{name}-label")} for="{name}">{esc(one.title)}</label>\n'
        f'<select id="{name}" data-by="{one.key}" autocomplete="off">\n'
        f'<option value="">{esc(page.t("All"))}</option>\n{options}</select></p>\n'
    )
