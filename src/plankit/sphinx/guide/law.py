"""The page of law: acts with their provisions, which of them hold, and duties that are called by a name."""

from __future__ import annotations

from plankit.html.markup import NOTHING, Html, bullets, esc, facts, join
from plankit.model.guide_law import Act, Law, LegalDuty
from plankit.sphinx.guide.frame import provenance, remark, source_link
from plankit.sphinx.guide.view import GuideView
from plankit.views.duty_facts import duty_facts
from plankit.views.guide_reading import told
from plankit.views.provisions import in_force


def law(page: GuideView) -> Html:
    """Every act with its provisions, then the duties that are called by a name."""
    guide = page.guide
    parts = []
    for act in guide.acts:
        parts.append(_act(page, act))
        parts += [_provision(page, one) for one in guide.laws if one.act == act.id]
    known = {act.id for act in guide.acts}
    loose = [one for one in guide.laws if one.act not in known]
    if loose:
        parts.append(page.part("loose", page.t("Other provisions")))
        parts += [_provision(page, one) for one in loose]
    if guide.legal_duties:
        parts.append(page.part("named-duties", page.t("Duties with a name of their own")))
        parts += [_named_duty(page, one) for one in guide.legal_duties]
    return join(parts)


def state(page: GuideView, entry: Act | Law) -> Html:
    """Whether an act or provision is in force on the day of the build, and what took its place."""
    t, today = page.t, page.own_site.today
    holds = in_force(entry, today)
    if holds:
        words, css = t("in force"), "met"
        if entry.valid_to:
            words = t("in force until {day}").format(day=entry.valid_to.text)
    elif entry.valid_from and entry.valid_from.start_day and entry.valid_from.start_day > today:
        words, css = t("not yet in force; from {day}").format(day=entry.valid_from.text), "partly"
    else:
        words, css = t("no longer in force"), "not-met"
        if entry.valid_to:
            words = t("no longer in force; last day {day}").format(day=entry.valid_to.text)
    return Html(f'<span class="pk-law-state pk-state-{css}">{esc(words)}</span>')


def _replaced(page: GuideView, entry: Act | Law) -> tuple[str, Html]:
    return page.t("Replaced by"), page.links(entry.replaced_by)


def _act(page: GuideView, act: Act) -> Html:
    t = page.t
    name = (
        page.line(act.name) if page.reading.text(act.name) != page.reading.text(act.short_name) else NOTHING
    )
    rows = [
        (t("Full name"), name),
        (t("State"), state(page, act)),
        (t("In force from"), esc(act.valid_from.text) if act.valid_from else NOTHING),
        _replaced(page, act),
        (t("Number"), esc(act.citation or "")),
        (t("Official text"), source_link(act.official)),
    ]
    return join([page.entry_heading(2, act.id), facts(rows), remark(page, act), provenance(page, act)])


def _provision(page: GuideView, one: Law) -> Html:
    t = page.t
    rows = [
        (t("Binds"), page.links(one.binds)),
        (t("State"), state(page, one)),
        _replaced(page, one),
        (
            t("What rests on it"),
            join((page.link(name) for name in page.own_site.rests_on.get(one.id, ())), "; "),
        ),
        (t("Official text"), source_link(one.official)),
    ]
    title = told(page.reading, one.title).text
    words = Html(f' <span class="pk-law-title">{page.line(one.title)}</span>') if title else NOTHING
    return Html(
        f'<article class="pk-card pk-law">\n{page.entry_heading(3, one.id, words)}{page.prose(one.obliges)}'
        f"{facts(rows)}{remark(page, one)}{provenance(page, one)}</article>\n"
    )


def _named_duty(page: GuideView, duty: LegalDuty) -> Html:
    t = page.t
    rows = [
        (t("Kind"), esc(page.label("duty-kind", duty.kind))),
        (t("Law"), page.links(duty.laws)),
        (t("Who is told"), page.links((duty.receiver,) if duty.receiver else ())),
        (t("Also called"), esc(", ".join(duty.also))),
    ]
    return Html(
        f'<article class="pk-card">\n{page.entry_heading(3, duty.id)}{page.prose(duty.text)}'
        f"{_said(page, duty)}{facts(rows)}{remark(page, duty)}{provenance(page, duty)}</article>\n"
    )


def _said(page: GuideView, duty: LegalDuty) -> Html:
    """What the guide says of the duty in flags, a line each."""
    return bullets([esc(one.true) for one in duty_facts(page.reading, duty)])
