"""Agencies as HTML: the list of them, and one agency's whole part of the plan."""

from __future__ import annotations

from plankit.html.due import agency_calendar
from plankit.html.help import contact_list, former_names, opening_hours, service_card
from plankit.html.knowledge import duty_items, training_table
from plankit.html.markup import NOTHING, Html, bullets, esc, facts, join, outside, table
from plankit.html.matrix import rows_of_agency
from plankit.html.matrix_words import basis
from plankit.html.measures import measure_table
from plankit.html.origins import origins
from plankit.html.page import Page
from plankit.html.year_lines import agency_activities
from plankit.model.contents import Measure
from plankit.model.parties import Agency, Responsibility, Role
from plankit.views.chapter import Chapter, agency_chapter
from plankit.views.flow import actor
from plankit.views.reading import Party


def _commandable(page: Page, party: Party) -> str:
    if party.commandable is None:
        return ""
    return (
        page.t("The municipality may give it orders")
        if party.commandable
        else page.t("Takes no orders from the municipality")
    )


def agencies(page: Page) -> Html:
    """Every agency with its level and how many measures it answers for."""
    rows = []
    for party in page.reading.named_parties:
        chapter = agency_chapter(page.reading, party.id)
        rows.append(
            (
                page.link(party.id),
                esc(page.reading.label("agency-level", party.level)),
                esc(str(len(chapter.owns)) if chapter.owns else "–"),
                esc(str(len(chapter.rows)) if chapter.rows else "–"),
            )
        )
    t = page.t
    heads = (t("Agency"), t("Level"), t("Answers for measures"), t("Tasks"))
    return table(page.count("{count} agency", "{count} agencies", len(rows)), heads, rows)


def _identity(page: Page, party: Party) -> Html:
    entry, t = party.entry, page.t
    former = former_names(page, entry.former_names) if entry else NOTHING
    short = party.short_name if party.short_name != party.name else ""
    rows = [
        (t("Short name"), esc(short)),
        (t("Level"), esc(page.reading.label("agency-level", party.level))),
        (t("Place"), page.line(entry.level_text) if entry else NOTHING),
        (t("Address"), outside(entry.address, entry.address) if entry and entry.address else NOTHING),
        (t("Under orders from"), page.links(entry.commandable_by) if entry else NOTHING),
        (t("Orders"), esc(_commandable(page, party))),
        (t("Kind"), esc(page.reading.label("agency-kind", entry.kind if entry else None))),
        (t("Part of"), page.link(entry.parent) if entry and entry.parent else NOTHING),
        (t("Formerly"), former),
        (t("Serves"), join((page.line(one) for one in entry.area_served), ", ") if entry else NOTHING),
        (t("Age"), esc((entry.age_limits if entry else None) or "")),
        (t("For"), page.line(entry.gender_limits) if entry else NOTHING),
        (t("Open"), _open(page, entry) if entry else NOTHING),
        (t("Roles"), bullets((_role(page, role) for role in entry.roles), "pk-plain") if entry else NOTHING),
        (t("Holds for"), page.links(entry.applies_to) if entry else NOTHING),
        (t("From the plan"), origins(page, entry)),
        (t("Remark"), page.line(entry.notes) if entry else NOTHING),
        (t("Sources"), page.links(entry.sources) if entry else NOTHING),
    ]
    mandate = page.prose(entry.mandate) if entry else NOTHING
    return Html(f'<div{page.anchor_id(party.id)} class="pk-lead">{mandate}{facts(rows)}</div>\n')


def _open(page: Page, entry: Agency) -> Html:
    """When others can reach the agency; nothing where the plan does not say."""
    around = esc(page.t("around the clock")) if entry.around_the_clock else NOTHING
    return join([around, opening_hours(page, entry.opening_hours)])


def _role(page: Page, role: Role) -> Html:
    told = join((part for part in (page.line(role.task), page.line(role.notes)) if part), ". ")
    return Html(f"{page.line(role.title)}{f': {told}' if told else ''}")


def _statement(page: Page, one: Responsibility) -> Html:
    lists = [(page.t("Must"), one.must_do), (page.t("May"), one.can_do)]
    rows = [(name, bullets((page.line(text) for text in texts), "pk-plain")) for name, texts in lists]
    law = page.law(*(ref.text for ref in one.legal_basis))
    about = page.links(one.about)
    rows += [
        (page.t("About"), about),
        (page.t("Rests on"), basis(page, one)),
        (page.t("Legal basis"), law),
        (page.t("Holds for"), page.links(one.applies_to)),
        (page.t("From the plan"), origins(page, one)),
        (page.t("Remark"), page.line(one.notes)),
        (page.t("Sources"), page.links(one.sources)),
    ]
    return Html(f"{page.prose(one.text)}{facts(rows)}")


def _guide_duties(page: Page, party: Party) -> Html:
    if party.guide_entry is None or not party.guide_entry.duties:
        return NOTHING
    items = []
    for duty in party.guide_entry.duties:
        law = "; ".join(page.reading.law_name(name) for name in duty.laws)
        unsure = (
            ""
            if duty.confidence == "read"
            else f' <em class="pk-unsure">({esc(page.t("not confirmed"))})</em>'
        )
        items.append(Html(f"{page.line(duty.text)}{f' ({esc(law)})' if law else ''}{unsure}"))
    return join([page.heading(2, "duties-of-guide", page.t("What the guide says of it")), bullets(items)])


def _steps(page: Page, chapter: Chapter) -> Html:
    items = []
    for procedure, step in chapter.steps:
        step_link = page.link(f"{procedure.id}.{step.id}", page.reading.text(step.what))
        who = actor(page.reading, step)
        items.append(Html(f"{page.link(procedure.id)}: {step_link}{f' ({esc(who)})' if who else ''}"))
    return bullets(items, "pk-plain")


def agency(page: Page, agency_id: str) -> Html:
    """One agency's whole part: its measures, tasks, steps, services, contacts, arenas, training and duties."""
    chapter = agency_chapter(page.reading, agency_id)
    t = page.t
    contributes = tuple(dict.fromkeys(measure for measure, _ in chapter.contributes))
    sections = (
        (
            "owns",
            t("Measures it answers for"),
            _measures(page, tuple(dict.fromkeys(m for m, _ in chapter.owns))),
        ),
        ("contributes", t("Measures it helps with"), _measures(page, contributes)),
        ("activities", t("Its activities each year"), agency_activities(page, agency_id)),
        ("tasks", t("Its tasks"), rows_of_agency(page, agency_id, chapter.rows)),
        (
            "bound-to",
            t("What others can expect of it"),
            join(_statement(page, one) for one in chapter.statements),
        ),
        ("steps", t("Its steps in procedures"), _steps(page, chapter)),
        ("services", t("Help it gives"), join(service_card(page, one) for one in chapter.services)),
        ("contacts", t("Contacts"), contact_list(page, chapter.contacts)),
        (
            "arenas",
            t("Where it meets others"),
            bullets((page.link(one.id) for one in chapter.arenas), "pk-plain"),
        ),
        ("training", t("Training"), training_table(page, chapter.training)),
        ("duties", t("Duties in law"), duty_items(page, chapter.duties)),
    )
    parts = [_identity(page, chapter.party), agency_calendar(page, agency_id)]
    for place, title, body in sections:
        if body:
            parts += [page.heading(2, place, title), body]
    return join([*parts, _guide_duties(page, chapter.party)])


def _measures(page: Page, measures: tuple[Measure, ...]) -> Html:
    return measure_table(page, measures) if measures else NOTHING
