"""The same figures county by county, by regional centre and by size."""

from __future__ import annotations

from collections.abc import Sequence

from plankit.html.markup import Html, esc
from plankit.language import N_
from plankit.registry.tables import SIZES, Share, by_county, by_region, by_size
from plankit.registry_site.municipalities import places_table
from plankit.registry_site.overview import bar, people_source
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
    source_line,
    table,
)
from plankit.views.in_force import State


def shares_table(site: Site, caption: str, first: str, rows: Sequence[tuple[Html, Share]]) -> Html:
    """Groups of municipalities, and how many of each are in which state."""
    t = site.t
    people = any(one.people for _, one in rows)
    heads = [first, t(N_("Municipalities")), t(N_("In force")), t(N_("Share"))]
    heads += [t(LABELS[state]) for state in State]
    heads += [t(N_("Inhabitants covered"))] if people else []
    return table(caption, heads, [_row(site, name, one, people=people) for name, one in rows])


def _row(site: Site, name: Html, one: Share, *, people: bool) -> list[Cell]:
    row = [
        Cell(html=name, key=one.key),
        figure(site, one.total),
        figure(site, one.in_force),
        percent(site, one.in_force, one.total),
        *(figure(site, one.states[state]) for state in State),
    ]
    if people:
        row.append(percent(site, one.people_covered or 0, one.people or 0))
    return row


def counties(site: Site) -> bytes:
    """The counties beside each other."""
    here, title = "counties.html", site.t(N_("County by county"))
    rows = [(link(here, county_page(one.key), one.name), one) for one in by_county(site.picture)]
    return page(site, here, title, [rule_box(site), shares_table(site, title, site.t(N_("County")), rows)])


def county(site: Site, share: Share) -> bytes:
    """The page of one county, with its municipalities."""
    here = county_page(share.key)
    places = tuple(one for one in site.picture.places if one.municipality.county.number == share.key)
    caption = site.t(N_("Municipalities of {county}")).format(county=share.name)
    return page(
        site,
        here,
        share.name,
        [_told(site, share), bar(site, share), rule_box(site), places_table(site, here, places, caption)],
    )


def _told(site: Site, share: Share) -> Html:
    told = site.t(N_("{part} of {total} municipalities have a plan in force: {percent}."))
    return paragraph(
        told.format(
            part=share.in_force, total=share.total, percent=site.percent(share.in_force, share.total)
        ),
        "lead",
    )


def regions(site: Site) -> bytes:
    """The regional centres beside each other, and which counties each serves."""
    here, title = "regions.html", site.t(N_("By regional centre"))
    centres = {one.id: one for one in site.picture.regions}
    rows = [
        (link(here, f"{here}#{one.key}", one.name) if one.key else esc(site.t(N_("No centre known"))), one)
        for one in region_shares(site)
    ]
    parts = [rule_box(site), shares_table(site, title, site.t(N_("Regional centre")), rows)]
    names = {one.number: one.name for one in site.picture.counties}
    for centre in centres.values():
        counties = ", ".join(names.get(number, number) for number in centre.counties)
        parts += [
            heading(2, site.text(centre.name), centre.id),
            paragraph(site.t(N_("Counties: {names}")).format(names=counties)),
            source_line(site, centre),
        ]
    return page(site, here, title, parts)


def region_shares(site: Site) -> tuple[Share, ...]:
    """The regional centres by their names."""
    names = {one.id: site.text(one.name) for one in site.picture.regions}
    return by_region(site.picture, lambda key: names.get(key, key))


def sizes(site: Site) -> bytes:
    """By how many live there; without the numbers, a sentence that says so."""
    here, title = "sizes.html", site.t(N_("By size"))
    shares = by_size(site.picture)
    if not shares:
        told = N_(
            "How many live in each municipality was not given, so that there is nothing to tell by size. "
            "The option “--population” takes a table of it."
        )
        return page(site, here, title, [paragraph(site.t(told))])
    rows = [(esc(size_name(site, one.key)), one) for one in shares]
    own = paragraph(site.t(N_("The classes are plankit's own.")), "note")
    return page(
        site,
        here,
        title,
        [
            rule_box(site),
            shares_table(site, title, site.t(N_("Inhabitants")), rows),
            own,
            people_source(site),
        ],
    )


def size_name(site: Site, key: str) -> str:
    """What a class of size is called."""
    if not key:
        return site.t(N_("not given"))
    least = int(key)
    above = [one for one in SIZES if one > least]
    if not above:
        return site.t(N_("{number} and more")).format(number=site.number(least))
    if not least:
        return site.t(N_("fewer than {number}")).format(number=site.number(above[0]))
    return f"{site.number(least)}–{site.number(above[0] - 1)}"
