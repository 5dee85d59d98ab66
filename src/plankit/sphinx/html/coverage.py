"""How a plan answers its guide, as HTML."""

from __future__ import annotations

from plankit.language import N_
from plankit.model.base import Translated
from plankit.sphinx.html.markup import Html, esc, facts, join, outside, table
from plankit.sphinx.html.page import Page
from plankit.views.coverage import Answered, State, coverage, tally

WORDS = {
    State.MET: ("●", N_("met")),
    State.PARTLY: ("◐", N_("partly met")),
    State.NOT_MET: ("○", N_("not found in the plan")),
    State.NOT_APPLICABLE: ("–", N_("not applicable")),
    State.NEEDS_A_PERSON: ("?", N_("a person must judge")),
}
_KINDS = {
    "areas": N_("Areas, goals and measures"),
    "goals": N_("Goals"),
    "measures": N_("All measures"),
    "decisions": N_("Decisions and versions"),
    "training": N_("Training"),
    "statistics": N_("Figures"),
    "evaluation": N_("Follow-up"),
    "indicators": N_("Follow-up"),
    "services": N_("Help and contacts"),
    "contacts": N_("Help and contacts"),
}


def _state(page: Page, state: State) -> Html:
    sign, words = WORDS[state]
    return Html(f'<span class="pk-state pk-state-{state}"><span aria-hidden="true">{sign}</span> {esc(page.t(words))}</span>')


def _place(page: Page, where: str) -> Html:
    if where.startswith("page:"):
        document = where.removeprefix("page:").removesuffix(".md")
        return page.link(f"chapter:{document}", document)
    if where.startswith(("plan.", "process.")):
        return page.link("chapter:history", page.t(N_("Decisions and versions")))
    if where in _KINDS or f"chapter:{where}" in page.site.addresses:
        return page.link(f"chapter:{where}", page.t(_KINDS.get(where, where)))
    return page.link(where)


def _row(page: Page, one: Answered) -> tuple[Html, ...]:
    requirement = one.requirement
    title = Html(f'<span{page.anchor_id(f"requirement-{requirement.id}")}>{page.line(requirement.title)}</span>')
    source = outside(requirement.address, page.t("source")) if requirement.address else Html("")
    told = facts(
        [
            (page.t("Asks"), page.line(requirement.text)),
            (page.t("Because"), esc(one.reason)),
            (page.t("Read in"), source),
        ]
    )
    where = join((_place(page, place) for place in dict.fromkeys(one.where)), ", ")
    force = esc(page.reading.label("force", requirement.force))
    return Html(f"{title}{told}"), force, _state(page, one.state), where


def guide_coverage(page: Page) -> Html:
    """Every requirement of the guide: how strong it is, whether the plan answers it, and where."""
    answers = coverage(page.reading)
    guide = page.reading.guide
    if guide is None or not answers:
        return Html(f'<p class="pk-none">{esc(page.t("The plan names no guide."))}</p>\n')
    counted = tally(answers)
    summary = "".join(
        f"<li>{_state(page, state)}: {number}</li>\n" for state, number in counted.items() if number
    )
    title: str | Translated = guide.guide.title
    lead = page.t("The plan follows this guide:")
    note = page.t("Where a person must judge, the program only shows where to look.")
    rows = [_row(page, one) for one in answers]
    heads = (page.t("Requirement"), page.t("Strength"), page.t("Answer"), page.t("Where"))
    return join(
        [
            Html(f"<p>{esc(lead)} {page.line(title)} ({esc(guide.guide.edition)}). {esc(note)}</p>\n"),
            Html(f'<ul class="pk-plain pk-tally">\n{summary}</ul>\n'),
            table(page.t("How the plan answers the guide"), heads, rows, css="pk-coverage"),
        ]
    )
