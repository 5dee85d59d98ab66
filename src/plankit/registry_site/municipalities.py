"""All municipalities as a table, and a page for each."""

from __future__ import annotations

from plankit.html.markup import NOTHING, Html, esc, join, outside
from plankit.language import N_, N_count
from plankit.registry.facts import PlanFacts
from plankit.registry.picture import Held, Place
from plankit.registry_site.page import (
    Cell,
    Site,
    badge,
    cell,
    county_page,
    day_cell,
    facts,
    figure,
    heading,
    link,
    page,
    page_of,
    rule_box,
    table,
)
from plankit.views.in_force import STATE_WORDS, Member, State

NAME = "municipalities.html"


def municipalities(site: Site) -> bytes:
    """The table of all."""
    title = site.t(N_("All municipalities"))
    return page(site, NAME, title, [rule_box(site), places_table(site, NAME, site.picture.places, title)])


def places_table(site: Site, here: str, places: tuple[Place, ...], caption: str) -> Html:
    """Municipalities with their state, one a row."""
    t, people = site.t, site.picture.population is not None
    heads = [t(N_("Municipality")), t(N_("Number")), t(N_("County")), t(N_("State"))]
    heads += [t(N_("In force until")), t(N_("Shared with"))]
    heads += [t(N_("Inhabitants"))] if people else []
    marks = Html(
        f' data-filter="{esc(t(N_("Show only rows with")))}" data-shown="{esc(t(N_("{shown} of {all} rows")))}"'
        f' data-sort-by="{esc(t(N_("Sort by this column")))}"'
    )
    rows = [_row(site, here, one, people=people) for one in places]
    return table(caption, heads, rows, marks=marks)


def _row(site: Site, here: str, place: Place, *, people: bool) -> list[Cell]:
    county = place.municipality.county
    held = place.counts
    until = held.verdict.until if held else None
    row = [
        Cell(html=link(here, page_of(place), place.name), key=place.name),
        cell(place.number),
        Cell(html=link(here, county_page(county.number), county.name), key=county.number),
        Cell(html=badge(site, place.state), key=str(list(State).index(place.state))),
        day_cell(until),
        cell(_partners(site, held) if held and place.is_in_force else ""),
    ]
    if people:
        row.append(figure(site, place.population) if place.population is not None else cell(""))
    return row


def _partners(site: Site, held: Held) -> str:
    """The others that have the plan, by their names of today where the number tells."""
    others = [one for one in held.facts.participants if one.id != held.member.id and one.name]
    return ", ".join(_name(site, one) for one in others)


def _name(site: Site, one: Member) -> str:
    known = site.picture.by_number.get(one.number or "")
    return known.name if known else one.name


def municipality(site: Site, place: Place) -> bytes:
    """The page of one municipality."""
    t, own, here = site.t, place.municipality, page_of(place)
    names = [
        f'<span lang="{language}">{esc(name)}</span>'
        for name, language in ((own.sami, own.sami_language or "se"), (own.kven, "fkv"))
        if name
    ]
    region = next((one for one in site.picture.regions if one.id == place.region), None)
    about = facts(
        [
            (t(N_("Number")), esc(own.number)),
            (t(N_("Other official names")), Html(", ".join(names))),
            (t(N_("County")), link(here, county_page(own.county.number), own.county.name)),
            (
                t(N_("Regional centre")),
                link(here, f"regions.html#{region.id}", site.text(region.name)) if region else NOTHING,
            ),
            (
                t(N_("Inhabitants")),
                esc(site.number(place.population)) if place.population is not None else NOTHING,
            ),
        ]
    )
    parts = [_standing(site, place), about]
    if place.plans:
        parts += [heading(2, t(N_("Plans"))), *(_plan(site, one) for one in place.plans)]
    return page(site, here, place.name, [*parts, rule_box(site)])


def _standing(site: Site, place: Place) -> Html:
    held = place.counts
    if held is None:
        told = N_("No plan in this registry names the municipality. It does not prove that there is none.")
        reason = site.t(told)
    else:
        reason = place.said(site.language)
    more = ""
    if held is not None and held.verdict.revising:
        more += f"<p>{esc(site.t(N_('It is being revised meanwhile.')))}</p>\n"
    if held is not None and held.verdict.undated:
        told = N_(
            "No measure and no goal of it has a day. The rule asks for a timetable and milestones too; "
            "a person must look for them."
        )
        more += f"<p>{esc(site.t(told))}</p>\n"
    return Html(
        f'<div class="standing">\n<p class="state">{badge(site, place.state)}</p>\n<p>{esc(reason)}</p>\n{more}</div>\n'
    )


def _plan(site: Site, held: Held) -> Html:
    t, plan, member = site.t, held.facts, held.member
    title = esc(plan.title)
    language = f' lang="{esc(plan.language)}"' if plan.language != site.language else ""
    days = ", ".join(day.isoformat() for day in member.adoptions)
    adopted = ", ".join(part for part in (member.adopted_by or "", days) if part)
    rows = [
        (t(N_("State")), esc(_capital(t(STATE_WORDS[held.verdict.state])))),
        (t(N_("Why")), esc(held.verdict.said(site.language))),
        (t(N_("Period")), esc(plan.period or "")),
        (t(N_("Adopted by")), esc(adopted)),
        (t(N_("Shared with")), esc(_partners(site, held))),
        (t(N_("Published at")), outside(held.address, held.address) if held.address else NOTHING),
        (t(N_("Holds")), esc(_holds(site, plan))),
        (t(N_("Findings")), esc(_capital(_findings(site, plan)))),
        (t(N_("Last report of progress")), esc(plan.last_progress.isoformat() if plan.last_progress else "")),
        (t(N_("Before it")), _related(plan, "replaces")),
        (t(N_("After it")), _related(plan, "replaced-by")),
    ]
    return Html(f'<section class="plan">\n<h3{language}>{title}</h3>\n{facts(rows)}</section>\n')


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _holds(site: Site, plan: PlanFacts) -> str:
    numbers = plan.numbers
    if not numbers.measures:
        return site.t(N_("no measures"))
    measures = site.count(*N_count("{count} measure", "{count} measures"), numbers.measures)
    told = N_("{measures}, {deadline} of them with a deadline and {owner} with somebody who answers for it")
    return site.t(told).format(measures=measures, deadline=numbers.with_deadline, owner=numbers.with_owner)


def _findings(site: Site, plan: PlanFacts) -> str:
    counts = plan.severities
    told = N_("{error} errors, {warning} warnings, {advice} pieces of advice, judged on {date}")
    words = {name: str(counts.get(name, 0)) for name in ("error", "warning", "advice")}
    return site.t(told).format(**words, date=plan.judged_on.isoformat())


def _related(plan: PlanFacts, direction: str) -> Html:
    return join((esc(one.title) for one in plan.related if one.direction == direction), "; ")
