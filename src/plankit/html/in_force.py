"""Whether the plan counts as in force on the day of the build, and by what rule."""

from __future__ import annotations

from dataclasses import replace

from plankit.html.markup import NOTHING, Html, bullets, esc, join, outside
from plankit.html.page import Page
from plankit.language import N_
from plankit.views.groups import capitalised
from plankit.views.in_force import STATE_WORDS, InForce, in_force
from plankit.views.terms import basis_of, members_of, rules_of, term_of


def counts_as(page: Page) -> Html:
    """What the plan is to its municipalities, and why; the rule of the guide beside it, with its source."""
    reading = page.reading
    guide, term = reading.guide, term_of(reading)
    country = reading.plan.plan.country or (guide.guide.country if guide else None)
    basis = basis_of(guide)
    nameless = page.t(N_("the municipality"))
    members = [replace(one, name=one.name or nameless) for one in members_of(reading)]
    told = [(one.name, in_force(term, one, page.site.today, basis, country=country)) for one in members]
    if not told:
        return NOTHING
    names: dict[Html, list[str]] = {}
    for name, verdict in told:
        names.setdefault(_said(page, verdict), []).append(name)
    if len(names) == 1:
        return join([*names, _rule(page)])
    rows = (Html(f"{esc(', '.join(group))}: {said}") for said, group in names.items())
    return join([bullets(rows, "pk-plain"), _rule(page)])


def _said(page: Page, verdict: InForce) -> Html:
    state = capitalised(page.t(STATE_WORDS[verdict.state]))
    return Html(f"{esc(state)}. {esc(capitalised(verdict.said(page.reading.language)))}")


def _rule(page: Page) -> Html:
    """The guide's words on what counts; nothing where it has none."""
    rules = rules_of(page.reading.guide)[:1]
    parts = []
    for one in rules:
        parts.append(page.line(one.text or one.title))
        if one.address:
            parts.append(outside(one.address, one.address.partition("://")[2].partition("/")[0]))
        if one.checked_on:
            parts.append(esc(f"{page.t(N_('checked'))} {one.checked_on.text}"))
        if one.confidence != "read":
            parts.append(Html(f'<em class="pk-unsure">{esc(page.t(N_("not confirmed")))}</em>'))
    return Html(f'<br><small class="pk-source">{join(parts, " · ")}</small>') if parts else NOTHING
