"""Figures as HTML: statistics and the values of indicators. What may not be shown is a colon."""

from __future__ import annotations

from plankit.html.figure_signs import colon, withheld_note
from plankit.html.indicator_facts import read_from, references, targets
from plankit.html.markup import NOTHING, Html, esc, facts, join, table
from plankit.html.origins import origins
from plankit.html.page import Page
from plankit.html.series_table import chart_and_table
from plankit.model.knowledge import Statistic
from plankit.views.indicator_series import series_of
from plankit.views.suppression import Shown


def value(page: Page, one: Statistic, shown: Shown) -> Html:
    """What a figure is, in words; a colon where it may not be shown."""
    if shown.is_withheld:
        return colon(page)
    unit = f" {page.reading.text(one.unit)}" if one.unit else ""
    words = page.line(one.value_text)
    number = esc(f"{one.value}{unit}") if one.value else NOTHING
    base = f" ({esc(page.t('of'))} {esc(one.base)})" if one.base else ""
    return Html(f"{number}{base}{' ' if number and words else ''}{words}") or page.line(one.absence_note)


def _about_figure(page: Page, one: Statistic, shown: Shown) -> list[tuple[str, Html]]:
    t = page.t
    told = [
        (t("Caveat"), page.line(shown.words(one, "caveat"))),
        (t("Change"), page.line(shown.words(one, "change"))),
        (t("Part of"), page.link(one.part_of) if one.part_of else NOTHING),
        (t("Holds for"), page.links(one.applies_to)),
        (t("From the plan"), origins(page, one)),
        (t("Remark"), page.line(shown.words(one, "notes"))),
        (t("Sources"), page.links(one.sources)),
    ]
    if one.estimate:
        told.append((t("Estimate"), esc(t("worked out from a national rate, not counted here"))))
    if one.societal_cost:
        told.append((t("Cost to society"), esc(t("not a part of any budget"))))
    return told


def statistics(page: Page) -> Html:
    """Figures with area, period, source and caveat; a withheld figure is a colon, explained below the table."""
    t = page.t
    rows, withheld = [], False
    for one in page.reading.plan.statistics:
        shown = page.reading.figures.of(one)
        withheld |= shown.is_withheld
        area = page.line(one.area_text) or esc(page.reading.label("statistic-area", one.area))
        rows.append(
            (
                Html(f"<span{page.anchor_id(one.id) if one.id else ''}>{page.line(one.topic)}</span>"),
                value(page, one, shown),
                esc(one.period.text if one.period else ""),
                area,
                join([page.prose(one.source), facts(_about_figure(page, one, shown))]),
            )
        )
    body = table(t("Figures"), (t("What"), t("Value"), t("Period"), t("Area"), t("Source and remarks")), rows)
    return join([body, withheld_note(page) if withheld else NOTHING])


def indicators(page: Page) -> Html:
    """What is measured, with its values."""
    t, cards = page.t, []
    for one in page.reading.plan.indicators:
        shown = page.reading.figures.of(one)
        collector = page.line(one.collector_text) or esc(page.reading.label("collector", one.collector))
        rows = [
            (t("Short name"), page.line(one.short_name)),
            (t("Definition"), page.line(one.definition)),
            (t("How it is measured"), page.line(one.measurement)),
            (t("Purpose"), page.line(one.purpose)),
            (t("Quality dimension"), page.line(one.quality_dimension)),
            (t("Quality area"), page.line(one.quality_area)),
            (t("Indicator area"), page.line(one.indicator_area)),
            (t("Unit"), page.line(one.unit)),
            (t("Broken down by"), esc(", ".join(one.breakdown))),
            (t("Source"), page.line(one.source)),
            (t("Collected by"), collector),
            (t("State"), esc(page.reading.label("indicator-status", one.status))),
            (t("No longer measured since"), esc(one.discontinued.text if one.discontinued else "")),
            (t("Start value"), page.line(shown.words(one, "baseline"))),
            (t("Target"), targets(page, one)),
            (t("Replaced by"), page.link(one.replaced_by) if one.replaced_by else NOTHING),
            (t("Shows"), page.links(page.site.cited.get(one.id, ()))),
            (t("Holds for"), page.links(one.applies_to)),
            (t("From the plan"), origins(page, one)),
            (t("Remark"), page.line(shown.words(one, "notes"))),
            (t("Rests on"), references(page, one)),
            (t("Read from"), read_from(page, one)),
            (t("Sources"), page.links(one.sources)),
        ]
        head = page.heading(3, one.id, page.reading.text(one.name))
        cards.append(
            Html(
                f'<article class="pk-card">\n{head}{facts(rows)}{chart_and_table(page, series_of(page.reading, one))}</article>\n'
            )
        )
    return join(cards)
