"""Procedures as HTML: numbered steps that are complete by themselves, and a drawing of the same."""

from __future__ import annotations

from plankit.html.flow_svg import drawing
from plankit.html.markup import NOTHING, Html, anchor, bullets, esc, facts, join
from plankit.html.origins import origins
from plankit.html.page import Page
from plankit.html.procedure_words import actions, lasting, time_limit
from plankit.model.procedure import Procedure, Step
from plankit.views.flow import Strand, actor, step_words, strands
from plankit.views.matrix import tasks_of
from plankit.views.situation import situation_words


def _handover(page: Page, step: Step) -> Html:
    if step.handover is None:
        return NOTHING
    to = (
        page.link(step.handover.receiver)
        if step.handover.receiver
        else page.line(step.handover.receiver_text)
    )
    ground = page.law(*(ref.text for ref in step.handover.legal_basis))
    parts = [to, page.line(step.handover.content), ground, page.line(step.handover.notes)]
    return join((part for part in parts if part), "; ")


def _following(page: Page, procedure: Procedure, step: Step) -> Html:
    items = []
    for one in step.next:
        link = (
            page.link(f"{procedure.id}.{one.step}", step_words(page.reading, procedure, one.step))
            if one.step
            else page.link(one.procedure or "")
        )
        when = situation_words(page.reading, one.when)
        told = [part for part in (page.line(one.condition), esc(when)) if part]
        condition = f"{join(told, ' – ')}: " if told else ""
        note = f" ({page.line(one.notes)})" if one.notes else ""
        items.append(Html(f"{condition}{link}{note}"))
    return bullets(items, "pk-plain") if len(items) > 1 else join(items)


def _task(page: Page, task_id: str) -> Html:
    href = page.href(f"task:{task_id}")
    known = tasks_of(page.reading).get(task_id)
    title = page.reading.text(known.title) if known else task_id
    return anchor(href, title) if href else esc(title)


def _rows(page: Page, procedure: Procedure, step: Step) -> list[tuple[str, Html]]:
    t = page.t
    fallback = (
        page.link(f"{procedure.id}.{step.fallback}", step_words(page.reading, procedure, step.fallback))
        if step.fallback
        else NOTHING
    )
    ends = esc(t("The procedure ends here.")) if step.end else NOTHING
    return [
        (t("If"), page.line(step.condition)),
        (t("Time limit"), esc(time_limit(page, step))),
        (t("Takes"), esc(lasting(page, step.takes)) if step.takes else NOTHING),
        (t("How"), page.line(step.how)),
        (t("Level"), esc(step.level or "")),
        (t("Tools"), join((page.line(one) for one in step.tools), ", ")),
        (t("Contact"), esc(" ".join(filter(None, (step.channel, step.contact))))),
        (t("Task"), _task(page, step.task) if step.task else NOTHING),
        (t("Does"), esc(", ".join(actions(page, step.does)))),
        (t("Must not"), bullets((page.line(one) for one in step.must_not), "pk-must-not")),
        (t("Nobody may from here on"), bullets(map(esc, actions(page, step.forbids)), "pk-must-not")),
        (t("Legal basis"), page.law(*(one.text for one in step.legal_basis))),
        (t("Write down"), page.line(step.documentation)),
        (t("Hand over to"), _handover(page, step)),
        (t("If nobody can be reached"), fallback),
        (t("Safe"), esc(t("The exposed person is safe once this is done.")) if step.safe else NOTHING),
        (t("Then"), _following(page, procedure, step) or ends),
        (t("Remark"), page.line(step.notes)),
    ]


def _step(page: Page, procedure: Procedure, step: Step) -> Html:
    place = f"{procedure.id}.{step.id}"
    marks = (("pk-fallback", step.kind == "fallback"), ("pk-safe", step.safe))
    names = " ".join(name for name, wanted in marks if wanted)
    css = f' class="{names}"' if names else ""
    who = actor(page.reading, step)
    agency = page.link(step.agency, who) if step.agency and who else esc(who)
    kind = page.reading.label("actor", step.actor)
    if kind and kind != who and not step.agency:
        agency = Html(f"{agency} ({esc(kind)})")
    lead = f'<span class="pk-who">{agency}</span> ' if who else ""
    return Html(
        f"<li{page.anchor_id(place)}{css}>\n"
        f'<p class="pk-what">{lead}{page.line(step.what)}</p>\n{facts(_rows(page, procedure, step))}</li>\n'
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
    parts.append(
        facts(
            [
                (page.t("For cases where"), esc(strand.when)),
                (page.t("Who is exposed"), esc(strand.victim)),
                (page.t("Remark"), esc(strand.notes)),
            ]
        )
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
        (t("Cases that begin here"), esc(situation_words(page.reading, entry.starts))),
        (t("Who is exposed"), esc(", ".join(label("target-group", one) for one in entry.for_victim))),
        (t("For whom to use"), join((page.line(one) for one in entry.for_actor), ", ")),
        (t("Groups"), esc(", ".join(label("target-group", one) for one in entry.target_groups))),
        (t("Topics"), esc(", ".join(label("topic", one) for one in entry.topics))),
        (t("Form"), page.line(entry.form_text) or esc(label("procedure-form", entry.form))),
        (t("State"), esc(label("stage", entry.status))),
        (t("Owner"), page.link(entry.owner) if entry.owner else NOTHING),
        (t("Approved by"), bullets(approved, "pk-plain")),
        (t("Must not"), bullets((page.line(one) for one in entry.must_not), "pk-must-not")),
        (t("Nobody may"), bullets(map(esc, actions(page, entry.forbids)), "pk-must-not")),
        (t("Legal basis"), page.law(*(one.text for one in entry.legal_basis))),
        (t("Holds for"), page.links(entry.applies_to)),
        (t("From the plan"), origins(page, entry)),
        (t("See also"), page.links(entry.cross_refs)),
        (t("Place"), esc(t("Lives outside the plan's own text")) if entry.outside_plan else NOTHING),
        (t("Remark"), page.line(entry.notes)),
        (t("Sources"), page.links(entry.sources)),
    ]
    card = page.href(f"card:{entry.id}")
    words = t("Print as a card for the wall (A5)")
    link = f'<p class="pk-print-card">{anchor(card, words)}</p>\n' if card else ""
    head = Html(
        f'<div{page.anchor_id(entry.id)} class="pk-lead">{page.prose(entry.text)}{facts(rows)}{link}</div>\n'
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
