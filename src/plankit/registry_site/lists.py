"""The pages about the data itself: what can be downloaded, and which plans could not be read or placed."""

from __future__ import annotations

from plankit.html.markup import Html, esc, join
from plankit.language import N_
from plankit.registry_site.open_data import DATASETS, Dataset
from plankit.registry_site.page import Cell, Site, cell, heading, link, page, paragraph, rule_box, table


def data(site: Site) -> bytes:
    """What can be downloaded, and what each column means."""
    here, title = "data.html", site.t(N_("Open data"))
    told = site.t(
        N_(
            "Everything that these pages tell, as tables for programs: CSV and JSON, in UTF-8, with days written "
            "YYYY-MM-DD. An empty cell means that nothing is known."
        )
    )
    feed = site.t(N_("A feed with an entry for each municipality (Atom)"))
    package = site.t(N_("What the columns mean, for programs (data package)"))
    parts = [
        paragraph(told),
        Html(
            f"<ul>\n<li>{link(here, 'feed.atom', feed)}</li>\n"
            f"<li>{link(here, 'data/datapackage.json', package)}</li>\n</ul>\n"
        ),
        *(_dataset(site, here, one) for one in DATASETS),
        rule_box(site),
    ]
    return page(site, here, title, parts)


def _dataset(site: Site, here: str, one: Dataset) -> Html:
    csv, json = f"data/{one.name}.csv", f"data/{one.name}.json"
    ways = f"<p>{link(here, csv, f'{one.name}.csv')} · {link(here, json, f'{one.name}.json')}</p>\n"
    heads = [site.t(N_("Column")), site.t(N_("Type")), site.t(N_("What it means"))]
    rows = []
    for column in one.columns:
        about = site.t(column.about)
        if column.values:
            about = f"{about} {', '.join(column.values)}"
        rows.append([Cell(html=Html(f"<code>{esc(column.name)}</code>")), cell(column.type), cell(about)])
    caption = site.t(N_("Columns of {table}")).format(table=one.name)
    return join(
        [heading(2, site.t(one.about), one.name), Html(ways), table(caption, heads, rows, css="plain")]
    )


def unread(site: Site) -> bytes:
    """Folders that no plan could be read from, and participants that are no municipality of today."""
    here, title = "unread.html", site.t(N_("Plans that could not be read"))
    picture, parts = site.picture, []
    if picture.unread:
        told = site.t(N_("These folders are in the list. Nothing in the figures comes from them."))
        rows = [[cell(one.folder), cell(one.reason)] for one in picture.unread]
        heads = [site.t(N_("Folder")), site.t(N_("Why"))]
        parts += [paragraph(told), table(title, heads, rows)]
    if picture.astray:
        caption = site.t(N_("Participants that no municipality was found for"))
        told = site.t(N_("These plans were read, but not for these participants."))
        heads = [
            site.t(N_("Plan")),
            site.t(N_("Participant")),
            site.t(N_("Number")),
            site.t(N_("Why")),
        ]
        lost = [
            [cell(one.facts.folder), cell(one.name), cell(one.number or ""), cell(site.t(one.reason))]
            for one in picture.astray
        ]
        parts += [heading(2, caption), paragraph(told), table(caption, heads, lost)]
    return page(site, here, title, parts)
