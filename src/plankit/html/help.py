"""Help as HTML: services, contacts, arenas and the guide's help lines. Numbers can be tapped to call."""

from __future__ import annotations

from collections.abc import Sequence

from plankit.html.markup import NOTHING, Html, bullets, esc, facts, join, outside
from plankit.html.municipality import is_out_of_date, out_of_date
from plankit.html.origins import origins
from plankit.html.page import Page
from plankit.html.regional import regional
from plankit.html.safety import exit_note, safety_page
from plankit.language import N_
from plankit.model.guide_help import HelpLine
from plankit.model.parties import Arena, Contact, FormerName, OpeningHours, Service
from plankit.views.help import dialled, help_box, help_lines, public_contacts

DAYS = {
    "mon": N_("Monday"),
    "tue": N_("Tuesday"),
    "wed": N_("Wednesday"),
    "thu": N_("Thursday"),
    "fri": N_("Friday"),
    "sat": N_("Saturday"),
    "sun": N_("Sunday"),
    "holiday": N_("holidays"),
}


def phone(number: str) -> Html:
    """A number that can be tapped to call."""
    digits = dialled(number)
    return Html(f'<a class="pk-phone" href="tel:{digits}">{esc(number)}</a>') if digits else esc(number)


def opening_hours(page: Page, ones: Sequence[OpeningHours]) -> Html:
    """Days and times, a line each."""
    lines = []
    for one in ones:
        days = ", ".join(page.t(DAYS.get(day, day)) for day in one.days) or page.t("every day")
        times = f"{one.opens or ''}–{one.closes or ''}" if one.opens or one.closes else ""
        note = f" ({page.line(one.notes)})" if one.notes else ""
        lines.append(Html(f"{esc(f'{days} {times}'.strip())}{note}"))
    return bullets(lines, "pk-plain")


def _when_open(page: Page, service: Service) -> Html:
    around = esc(page.t("around the clock")) if service.around_the_clock else NOTHING
    text = page.line(service.hours)
    return join(
        [join((part for part in (text, around) if part), ", "), opening_hours(page, service.opening_hours)]
    )


def former_names(page: Page, names: Sequence[FormerName]) -> Html:
    """Names that something had before, with until when."""
    found = []
    for one in names:
        told = [esc(f"{page.t('until')} {one.until.text}") if one.until else NOTHING, page.line(one.notes)]
        more = join((part for part in told if part), ", ")
        found.append(Html(f"{page.line(one.name)}{f' ({more})' if more else ''}"))
    return join(found, ", ")


def service_card(page: Page, service: Service) -> Html:
    """A service in full: what it offers, to whom, when, how to get there, and what it does not cover."""
    t, label = page.t, page.reading.label
    former = former_names(page, service.former_names)
    access = join(
        [part for part in (esc(label("access", service.access)), page.line(service.access_text)) if part],
        ". ",
    )
    warning = out_of_date(page, service.applies_to)
    number = service.phone or ""
    rows = [
        (t("Telephone"), esc(number) if warning or not number else phone(number)),
        (t("Address"), _address(service.address)),
        (t("Open"), _when_open(page, service)),
        (t("For whom"), join((page.line(one) for one in service.for_whom), "; ")),
        (t("Groups"), esc(", ".join(label("target-group", one) for one in service.target_groups))),
        (t("Age"), esc(service.age_limits or "")),
        (t("For"), page.line(service.gender_limits)),
        (t("How to get it"), access),
        (t("Costs you"), page.line(service.user_cost)),
        (t("Where"), page.line(service.location)),
        (t("Kind"), esc(service.kind or "")),
        (t("Agency"), page.link(service.agency) if service.agency else NOTHING),
        (t("Level"), page.line(service.level_text) or esc(label("agency-level", service.level))),
        (t("Formerly"), former),
        (t("Does not cover"), page.line(service.gap)),
        (t("Holds for"), page.links(service.applies_to)),
        (t("From the plan"), origins(page, service)),
        (t("Checked"), esc(service.verified_on.text if service.verified_on else "")),
        (t("Remark"), page.line(service.notes)),
        (t("Sources"), page.links(service.sources)),
    ]
    name = page.reading.text(service.name)
    head = page.heading(3, service.id, f"{service.number} {name}" if service.number else name)
    notice = f'<p class="pk-notice">{esc(warning)}</p>\n' if warning else ""
    return Html(
        f'<article class="pk-card pk-service">\n{head}{notice}{page.prose(service.offer)}{facts(rows)}</article>\n'
    )


def _address(address: str | None) -> Html:
    return outside(address, address) if address else NOTHING


def _value(contact: Contact) -> Html:
    if any(char.isdigit() for char in contact.value) and not any(char.isalpha() for char in contact.value):
        return phone(contact.value)
    if "@" in contact.value and " " not in contact.value:
        return Html(f'<a href="mailto:{esc(contact.value)}">{esc(contact.value)}</a>')
    return outside(contact.value, contact.value)


def contact_list(page: Page, contacts: Sequence[Contact]) -> Html:
    """Contacts with their channel, hours, whom they are for and when they were checked."""
    items = []
    for one in contacts:
        label = page.reading.label
        extras = [
            page.line(one.hours),
            esc(label("contact-audience", one.audience)),
            page.links(one.applies_to),
        ]
        extras += [esc(", ".join(one.languages)), page.line(one.notes)]
        if one.verified_on:
            extras.append(esc(f"{page.t('checked')} {one.verified_on.text}"))
        warning = out_of_date(page, one.applies_to)
        extras.append(Html(f"<strong>{esc(warning)}</strong>") if warning else NOTHING)
        role = f" ({page.line(one.role)})" if one.role else ""
        mark = page.anchor_id(one.id) if one.id else ""
        more = join((part for part in extras if part), ", ")
        items.append(
            Html(
                f"<span{mark}><strong>{page.line(one.party)}</strong>{role}</span>: {esc(label('channel', one.channel))} "
                f"{esc(one.value) if warning else _value(one)}{f' – {more}' if more else ''}"
            )
        )
    return bullets(items, "pk-plain")


def _line_item(page: Page, line: HelpLine) -> Html:
    reach = [phone(line.number)] if line.number else []
    reach += (
        [outside(f"https://{line.site}" if "://" not in line.site else line.site, line.site)]
        if line.site
        else []
    )
    more = [page.line(line.for_whom), page.line(line.hours), page.line(line.cost)]
    if line.checked_on:
        more.append(esc(f"{page.t('checked')} {line.checked_on.text}"))
    if line.confidence != "read":
        more.append(Html(f'<em class="pk-unsure">{esc(page.t("not confirmed"))}</em>'))
    told = join((part for part in more if part), ", ")
    return Html(f"<strong>{page.line(line.name)}</strong>: {join(reach, ', ')}{f' – {told}' if told else ''}")


def lines(page: Page, *, kinds: tuple[str, ...] = ()) -> Html:
    """The guide's help lines, each with whom it is for and when it was checked."""
    return bullets(
        (_line_item(page, line) for line in help_lines(page.reading, kinds=kinds)), "pk-plain pk-lines"
    )


def box(page: Page) -> Html:
    """The few numbers that stand on every page."""
    numbers = box_numbers(page)
    note = exit_note(page, page.href("chapter:safety"))
    if not numbers and not note:
        return NOTHING
    words = esc(page.t("Do you need help now?"))
    return Html(
        f'<aside class="pk-help" aria-label="{words}">\n<p class="pk-help-title">{words}</p>\n{numbers}{note}</aside>\n'
    )


def safety(page: Page) -> Html:
    """What the exit link does and does not do, which traces remain, and how to leave fewer of them."""
    return safety_page(page, box_numbers(page))


def box_numbers(page: Page) -> Html:
    """The numbers of the help box as a list; nothing where the guide has none for it."""
    return bullets(
        Html(f"{phone(line.number or '')} {page.line(line.name)}") for line in help_box(page.reading)
    )


def services(page: Page) -> Html:
    """The plan's services in full; last those of municipalities that are gone."""
    found = sorted(page.reading.plan.services, key=lambda one: is_out_of_date(page, one.applies_to))
    return join(service_card(page, one) for one in found)


def contacts(page: Page) -> Html:
    """The plan's contacts."""
    return contact_list(page, page.reading.plan.contacts)


def arenas(page: Page, ones: Sequence[Arena]) -> Html:
    """Bodies where agencies meet: mandate, members by role, how often."""
    cards = []
    for one in ones:
        t = page.t
        rows = [
            (t("Task"), page.line(one.task)),
            (t("Mandate"), bullets((page.line(text) for text in one.mandate), "pk-plain")),
            (
                t("Members"),
                join(
                    [*(page.line(text) for text in one.members), *map(page.link, one.member_agencies)], ", "
                ),
            ),
            (t("Led by"), page.line(one.chair)),
            (t("Meets"), esc(one.frequency.text if one.frequency else "")),
            (t("Kind"), esc(page.reading.label("arena-kind", one.kind))),
            (t("Grew out of"), page.line(one.heir_of)),
            (t("Holds for"), page.links(one.applies_to)),
            (t("From the plan"), origins(page, one)),
            (t("Remark"), page.line(one.notes)),
            (t("Sources"), page.links(one.sources)),
        ]
        head = page.heading(3, one.id, page.reading.text(one.name))
        cards.append(Html(f'<article class="pk-card">\n{head}{facts(rows)}</article>\n'))
    return join(cards)


def help_page(page: Page) -> Html:
    """Everything about help: emergencies, the plan's services, contacts, arenas, and the national lines."""
    t, plan = page.t, page.reading.plan
    urgent = lines(page, kinds=("emergency",))
    public = contact_list(page, public_contacts(page.reading))
    staff = contact_list(
        page, tuple(one for one in plan.contacts if one not in public_contacts(page.reading))
    )
    sections = (
        ("emergency", t("In an emergency"), urgent),
        ("services", t("Services"), services(page)),
        ("contacts", t("Contacts"), public),
        ("lines", t("National help lines"), lines(page, kinds=("helpline", "service"))),
        ("professionals", t("For professionals"), join([staff, lines(page, kinds=("professionals",))])),
        ("arenas", t("Where the agencies meet"), arenas(page, plan.arenas)),
        ("regional", t("Who helps the municipality with the plan"), regional(page)),
    )
    return join(
        part for place, title, body in sections if body for part in (page.heading(2, place, title), body)
    )
