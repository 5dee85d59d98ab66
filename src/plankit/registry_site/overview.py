"""The first page: the map, and how many municipalities have what."""

from __future__ import annotations

from plankit.html.markup import Html, esc, join
from plankit.language import N_, N_count
from plankit.registry.tables import Share, by_county, whole_country
from plankit.registry_site.page import (
    LABELS,
    Cell,
    Site,
    county_page,
    figure,
    heading,
    link,
    page,
    paragraph,
    percent,
    rule_box,
    table,
)
from plankit.registry_site.signs import sign
from plankit.registry_site.tile_map import tile_map
from plankit.views.in_force import State

NAME = "index.html"
_BAR = 1000


def overview(site: Site) -> bytes:
    """The page."""
    whole = whole_country(site.picture)
    title = site.t(N_("Who has a plan in force?"))
    words = join([_headline(site, whole), bar(site, whole), _figures(site, whole), _people(site, whole)])
    more = _more(site)
    return page(
        site,
        NAME,
        title,
        [
            Html('<div class="front">\n<div class="told">\n'),
            words,
            rule_box(site),
            _counties(site),
            more,
            Html("</div>\n"),
            tile_map(site, NAME),
            Html("</div>\n"),
        ],
    )


def _headline(site: Site, whole: Share) -> Html:
    told = site.t(N_("{part} of {total} municipalities have a plan in force: {percent}.")).format(
        part=site.number(whole.in_force),
        total=site.number(whole.total),
        percent=site.percent(whole.in_force, whole.total),
    )
    return paragraph(told, "lead")


def bar(site: Site, one: Share) -> Html:
    """A bar of the states, each as wide as its share. The figures beside it tell the same."""
    parts, x = [], 0
    for state in State:
        width = round(_BAR * one.states[state] / one.total) if one.total else 0
        if width:
            title = f"{site.t(LABELS[state])}: {site.number(one.states[state])}"
            parts.append(
                f'<g class="s-{state}"><title>{esc(title)}</title><rect x="{x}" y="0" width="{width}" height="40"/></g>'
            )
        x += width
    return Html(
        f'<svg class="bar" viewBox="0 0 {_BAR} 40" preserveAspectRatio="none" aria-hidden="true" focusable="false">'
        f"{''.join(parts)}</svg>\n"
    )


def _figures(site: Site, whole: Share) -> Html:
    rows = []
    for state in State:
        count = whole.states[state]
        share = site.percent(count, whole.total)
        rows.append(
            f"<div><dt>{sign(state)} {esc(site.t(LABELS[state]))}</dt>"
            f"<dd><strong>{esc(site.number(count))}</strong> <span>{esc(share)}</span></dd></div>\n"
        )
    return Html(f'<dl class="figures">\n{"".join(rows)}</dl>\n')


def _people(site: Site, whole: Share) -> Html:
    if site.picture.population is None:
        told = N_("How many live where is not given, so that nothing is told by size or by inhabitants.")
        return paragraph(site.t(told), "note")
    if whole.people is None or whole.people_covered is None:
        told = N_("The number of inhabitants is not given for every municipality, so that no share is told.")
        return paragraph(site.t(told), "note")
    told = site.t(N_("{percent} of the inhabitants live where a plan is in force.")).format(
        percent=site.percent(whole.people_covered, whole.people)
    )
    return join([paragraph(told), people_source(site)])


def _counties(site: Site) -> Html:
    title = site.t(N_("County by county"))
    heads = [site.t(N_("County")), site.t(N_("Municipalities")), site.t(N_("In force")), site.t(N_("Share"))]
    rows = [
        [
            Cell(html=link(NAME, county_page(one.key), one.name), key=one.key),
            figure(site, one.total),
            figure(site, one.in_force),
            percent(site, one.in_force, one.total),
        ]
        for one in by_county(site.picture)
    ]
    return join([heading(2, title), table(title, heads, rows, css="sortable titled")])


def people_source(site: Site) -> Html:
    """Who counted the inhabitants."""
    counted = site.picture.population
    if counted is None:
        return Html("")
    who = counted.source or site.t(N_("not stated"))
    return paragraph(site.t(N_("Inhabitants: {source}")).format(source=who), "source")


def _more(site: Site) -> Html:
    picture = site.picture
    parts = [heading(2, site.t(N_("What this is made of")))]
    read = site.count(*N_count("{count} plan was read.", "{count} plans were read."), len(picture.plans))
    parts.append(paragraph(read))
    if picture.unread:
        told = site.count(
            *N_count("{count} plan could not be read.", "{count} plans could not be read."),
            len(picture.unread),
        )
        parts.append(Html(f"<p>{link(NAME, 'unread.html', told)}</p>\n"))
    none = N_(
        "That no plan is known means that none is in this registry. It does not prove that there is none."
    )
    parts.append(paragraph(site.t(none), "note"))
    return join(parts)
