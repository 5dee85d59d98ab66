"""The front page of a kit: whom it is for, what the session looks like, and what is in it."""

from __future__ import annotations

from collections.abc import Iterable

from plankit.html.markup import NOTHING, Html, anchor, esc, facts, join, table
from plankit.html.page import Page
from plankit.language import N_, N_count
from plankit.teaching.programme import ProgrammeItem, programme
from plankit.teaching_site.beside import beside
from plankit.teaching_site.page import TeachingSite, heading, minutes, paragraph, sources, whole
from plankit.teaching_site.places import FRONT, groups


def front_file(site: TeachingSite) -> tuple[str, bytes]:
    """The front page."""
    page = site.page(FRONT)
    subject = site.kit.subject
    lead = page.t(
        N_(
            "Exercises whose answers come from the plan that you work under. When the plan changes, make the kit anew."
        )
    )
    if not subject.has_plan:
        lead = page.t(N_("Exercises whose answers come from the guide and the law. No plan is behind them."))
    rows = [
        (page.t(N_("For")), esc(site.audience(subject.audience))),
        (page.t(N_("Length")), esc(minutes(page, subject.minutes))),
        (page.t(N_("Made from")), esc(sources(site, page))),
        (page.t(N_("As of")), esc(subject.today.isoformat())),
        (page.t(N_("Seed")), esc(subject.seed)),
    ]
    parts = [
        paragraph(lead, "t-lead"),
        facts(rows),
        _programme(site, page),
        heading(2, page.t(N_("What is in it"))),
        _tiles(site, page),
        beside(site, page),
    ]
    return whole(site, page, page.t(N_("Training material")), parts)


def _programme(site: TeachingSite, page: Page) -> Html:
    made = programme(site.kit)
    title = page.t(N_("Programme"))
    return join([heading(2, title), programme_table(site, page, made.items)])


def programme_table(site: TeachingSite, page: Page, items: Iterable[ProgrammeItem]) -> Html:
    """The session part by part: when each begins and ends, what is done, and what of the kit is used."""
    rows = []
    for one in items:
        span = f"{one.begins}–{one.begins + one.minutes}"
        used = join((_used(site, page, name, number) for number, name in enumerate(one.ids, start=1)), ", ")
        rows.append([esc(span), esc(one.title), esc(one.text), used])
    heads = [page.t(N_("Minutes")), page.t(N_("Part")), page.t(N_("What happens")), page.t(N_("Used"))]
    return table(page.t(N_("Programme")), heads, rows, css="t-programme")


def _used(site: TeachingSite, page: Page, name: str, number: int) -> Html:
    words = site.titles.get(name) or page.t(N_("Question {number}")).format(
        number=site.numbers.get(name, number)
    )
    return page.link(name, words)


def _tiles(site: TeachingSite, page: Page) -> Html:
    """Each kind of exercise, with how much there is of it."""
    tiles = []
    for title, ids in groups(site.kit):
        address = page.site.addresses[ids[0]][0]
        whole_list = next((one.name for one in site.places if one.in_menu and one.title == title), address)
        count = "" if len(ids) == 1 and ids[0] in site.titles else _count(site, page, ids)
        tiles.append(
            f'<li class="pk-tile"><p class="pk-tile-title">{anchor(page.path_to(whole_list), page.t(title))}</p>\n'
            f'<p class="pk-tile-foot">{esc(count or minutes(page, _minutes(site, ids[0])))}</p></li>\n'
        )
    return Html(f'<ul class="pk-tiles">\n{"".join(tiles)}</ul>\n') if tiles else NOTHING


def _count(site: TeachingSite, page: Page, ids: tuple[str, ...]) -> str:
    if ids[0] in site.titles:
        return page.count(*N_count("{count} to choose from", "{count} to choose from"), len(ids))
    return page.count(*N_count("{count} question", "{count} questions"), len(ids))


def _minutes(site: TeachingSite, name: str) -> int:
    return next(one.minutes for one in site.kit.everything if one.id == name)
