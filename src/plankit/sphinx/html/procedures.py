"""Procedures as HTML: numbered steps that are complete by themselves, and a drawing of the same."""

from __future__ import annotations

import re

from plankit.model.procedure import Procedure, Step
from plankit.sphinx.html.flow_svg import drawing
from plankit.sphinx.html.markup import NOTHING, Html, bullets, esc, facts, join
from plankit.sphinx.html.page import Page
from plankit.views.flow import Strand, actor, strands

_DURATION = re.compile(r"P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?")
_WEEKS = re.compile(r"P(\d+)W")


def duration(page: Page, text: str) -> str:
    """An ISO 8601 duration in words; other text as it is."""
    weeks = _WEEKS.fullmatch(text)
    if weeks:
        return page.count("within {count} week", "within {count} weeks", int(weeks[1]))
    match = _DURATION.fullmatch(text)
    if not match or text in ("P", "PT"):
        return text
    days, hours, minutes, _ = (int(part or 0) for part in match.groups())
    if not (days or hours or minutes):
        return page.t("at once")
    if days:
        return page.count("within {count} day", "within {count} days", days)
    if hours:
        return page.count("within {count} hour", "within {count} hours", hours)
    return page.count("within {count} minute", "within {count} minutes", minutes)


def _time_limit(page: Page, step: Step) -> Html:
    if step.deadline_text:
        return page.line(step.deadline_text)
    return esc(duration(page, step.deadline)) if step.deadline else NOTHING


def _handover(page: Page, step: Step) -> Html:
    if step.handover is None:
        return NOTHING
    to = (
        page.link(step.handover.receiver)
        if step.handover.receiver
        else page.line(step.handover.receiver_text)
    )
    ground = esc("; ".join(ref.text for ref in step.handover.legal_basis))
    parts = [to, page.line(step.handover.content), ground, page.line(step.handover.notes)]
    return join((part for part in parts if part), "; ")


def _following(page: Page, procedure: Procedure, step: Step) -> Html:
    items = []
    for one in step.next:
        link = page.link(f"{procedure.id}.{one.step}", _step_words(page, procedure, one.step))
        condition = f"{page.line(one.condition)}: " if one.condition else ""
        note = f" ({page.line(one.notes)})" if one.notes else ""
        items.append(Html(f"{condition}{link}{note}"))
    return bullets(items, "pk-plain") if len(items) > 1 else join(items)


def _step_words(page: Page, procedure: Procedure, step_id: str) -> str:
    boxes = (box for strand in strands(page.reading, procedure) for box in strand.boxes)
    box = next((box for box in boxes if box.step.id == step_id), None)
    return f"{box.number}. {page.reading.text(box.step.what)}" if box else step_id


def _step(page: Page, procedure: Procedure, step: Step) -> Html:
    t = page.t
    place = f"{procedure.id}.{step.id}"
    fallback = (
        page.link(f"{procedure.id}.{step.fallback}", _step_words(page, procedure, step.fallback))
        if step.fallback
        else NOTHING
    )
    contact = " ".join(filter(None, (step.channel, step.contact)))
    rows = [
        (t("If"), page.line(step.condition)),
        (t("Time limit"), _time_limit(page, step)),
        (t("How"), page.line(step.how)),
        (t("Level"), esc(step.level or "")),
        (t("Tools"), join((page.line(one) for one in step.tools), ", ")),
        (t("Contact"), esc(contact)),
        (t("Must not"), bullets((page.line(one) for one in step.must_not), "pk-must-not")),
        (t("Legal basis"), esc("; ".join(one.text for one in step.legal_basis))),
        (t("Write down"), page.line(step.documentation)),
        (t("Hand over to"), _handover(page, step)),
        (t("If nobody can be reached"), fallback),
        (
            t("Then"),
            _following(page, procedure, step)
            or (esc(t("The procedure ends here.")) if step.end else NOTHING),
        ),
        (t("Remark"), page.line(step.notes)),
    ]
    who = actor(page.reading, step)
    agency = page.link(step.agency, who) if step.agency and who else esc(who)
    lead = f'<span class="pk-who">{agency}</span> ' if who else ""
    css = ' class="pk-fallback"' if step.kind == "fallback" else ""
    return Html(
        f'<li{page.anchor_id(place)}{css}>\n<p class="pk-what">{lead}{page.line(step.what)}</p>\n{facts(rows)}</li>\n'
    )


def _strand(page: Page, procedure: Procedure, number: int, strand: Strand) -> Html:
    parts = []
    if strand.title:
        words = (
            f"{strand.title} ({strand.severity})"
            if strand.severity and strand.severity != strand.title
            else strand.title
        )
        parts.append(page.heading(2, f"{procedure.id}-{number}", words))
    if strand.condition:
        parts.append(Html(f'<p class="pk-condition">{esc(strand.condition)}</p>\n'))
    if strand.victim or strand.notes:
        parts.append(
            facts([(page.t("Who is exposed"), esc(strand.victim)), (page.t("Remark"), esc(strand.notes))])
        )
    steps = join(_step(page, procedure, box.step) for box in strand.boxes)
    parts.append(Html(f'<ol class="pk-steps">\n{steps}</ol>\n'))
    title = strand.title or page.reading.text(procedure.title)
    picture = drawing(page, strand, f"{procedure.id}-{number}", title)
    parts.append(
        Html(
            f'<details class="pk-drawing"><summary>{esc(page.t("The same as a drawing"))}</summary>\n{picture}</details>\n'
        )
    )
    return join(parts) if strand.boxes else NOTHING


def procedure(page: Page, procedure_id: str) -> Html:
    """A procedure in full."""
    entry = next((one for one in page.reading.plan.procedures if one.id == procedure_id), None)
    if entry is None:
        return NOTHING
    t, label = page.t, page.reading.label
    approved = [
        join(
            filter(
                None,
                (
                    page.line(one.body),
                    page.link(one.participant) if one.participant else NOTHING,
                    esc(one.date.text if one.date else ""),
                    page.link(one.decision) if one.decision else NOTHING,
                    page.line(one.notes),
                ),
            ),
            ", ",
        )
        for one in entry.approved_by
    ]
    rows = [
        (t("Starts when"), page.line(entry.trigger)),
        (t("Who is exposed"), esc(", ".join(label("target-group", one) for one in entry.for_victim))),
        (t("For whom to use"), join((page.line(one) for one in entry.for_actor), ", ")),
        (t("Groups"), esc(", ".join(label("target-group", one) for one in entry.target_groups))),
        (t("Topics"), esc(", ".join(label("topic", one) for one in entry.topics))),
        (t("Form"), page.line(entry.form_text) or esc(label("procedure-form", entry.form))),
        (t("State"), esc(label("stage", entry.status))),
        (t("Owner"), page.link(entry.owner) if entry.owner else NOTHING),
        (t("Approved by"), bullets(approved, "pk-plain")),
        (t("Must not"), bullets((page.line(one) for one in entry.must_not), "pk-must-not")),
        (t("Legal basis"), esc("; ".join(one.text for one in entry.legal_basis))),
        (t("Holds for"), page.links(entry.applies_to)),
        (t("See also"), page.links(entry.cross_refs)),
        (t("Place"), esc(t("Lives outside the plan's own text")) if entry.outside_plan else NOTHING),
        (t("Remark"), page.line(entry.notes)),
        (t("Sources"), page.links(entry.sources)),
    ]
    head = Html(
        f'<div{page.anchor_id(entry.id)} class="pk-lead">{page.prose(entry.text)}{facts(rows)}</div>\n'
    )
    made = [
        _strand(page, entry, number, one) for number, one in enumerate(strands(page.reading, entry), start=1)
    ]
    return join([head, *made])


def procedures(page: Page) -> Html:
    """All procedures with what starts each."""
    cards = []
    for one in page.reading.plan.procedures:
        count = page.count("{count} step", "{count} steps", len(one.all_steps()))
        cards.append(
            Html(
                f'<li class="pk-tile"><p class="pk-tile-title">{page.link(one.id)}</p>\n{page.prose(one.trigger)}'
                f'<p class="pk-tile-foot">{esc(count)}</p></li>\n'
            )
        )
    return Html(f'<ul class="pk-tiles">\n{join(cards)}</ul>\n') if cards else NOTHING
