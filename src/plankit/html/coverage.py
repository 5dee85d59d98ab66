"""How a plan answers its guide, as HTML."""

from __future__ import annotations

from collections import Counter

from plankit.html.markup import Html, esc, join, outside, table
from plankit.html.page import Page
from plankit.language import N_
from plankit.model.base import Translated
from plankit.views.coverage import Answered, State, coverage, tally
from plankit.views.guide_links import guide_link

WORDS = {
    State.MET: ("●", N_("met")),
    State.PARTLY: ("◐", N_("partly met")),
    State.NOT_MET: ("○", N_("not found in the plan")),
    State.NOT_APPLICABLE: ("–", N_("not applicable")),
    State.NEEDS_A_PERSON: ("?", N_("a person must judge")),
}
_KINDS = {
    "areas": ("areas", N_("Areas, goals and measures")),
    "goals": ("goals", N_("Goals")),
    "measures": ("measures", N_("All measures")),
    "responsibilities": ("matrix", N_("Who does what")),
    "agencies": ("agencies", N_("Agencies")),
    "procedures": ("procedures", N_("Procedures")),
    "services": ("help", N_("Help and contacts")),
    "contacts": ("help", N_("Help and contacts")),
    "arenas": ("help", N_("Where the agencies meet")),
    "duties": ("law", N_("Law and duties")),
    "training": ("training", N_("Training")),
    "statistics": ("statistics", N_("Figures")),
    "evaluation": ("follow-up", N_("Follow-up")),
    "indicators": ("follow-up", N_("Follow-up")),
    "data_mappings": ("follow-up", N_("Follow-up")),
    "progress": ("follow-up", N_("Follow-up")),
    "activity_plans": ("years", N_("Activity plans")),
    "activities": ("years", N_("Activity plans")),
    "risks": ("follow-up", N_("Follow-up")),
    "funding": ("follow-up", N_("Money")),
    "definitions": ("definitions", N_("Words")),
    "topics": ("definitions", N_("Topics")),
    "sections": ("contents", N_("Contents of the plan")),
    "references": ("references", N_("Sources")),
    "annexes": ("references", N_("Annexes")),
    **dict.fromkeys(
        ("decisions", "versions", "participants", "hearings", "links", "parts", "succession"),
        ("history", N_("Decisions and versions")),
    ),
}
"""Where a kind of entry is shown: the chapter, and what to call it."""


def _state(page: Page, state: State) -> Html:
    sign, words = WORDS[state]
    return Html(
        f'<span class="pk-state pk-state-{state}"><span aria-hidden="true">{sign}</span> {esc(page.t(words))}</span>'
    )


def place_link(page: Page, where: str) -> Html:
    """A place that the coverage names, as a link to where it is shown."""
    if where.startswith("page:"):
        document = where.removeprefix("page:").removesuffix(".md")
        return page.link(f"chapter:{document}", document)
    if where.startswith(("plan.", "process.")):
        return page.link("chapter:history", page.t(N_("Decisions and versions")))
    if where in _KINDS:
        chapter, words = _KINDS[where]
        return page.link(f"chapter:{chapter}", page.t(words))
    return page.link(where)


def _row(page: Page, one: Answered) -> tuple[Html, ...]:
    requirement = one.requirement
    words = page.reading.text(requirement.title)
    address = guide_link(page.reading, requirement.id)
    shown = outside(address, words) if address else esc(words)
    title = Html(f"<span{page.anchor_id(f'requirement-{requirement.id}')}>{shown}</span>")
    source = outside(requirement.address, page.t("source")) if requirement.address else Html("")
    asks = join([page.prose(requirement.text), Html(f"<p>{source}</p>\n") if source else Html("")])
    because = Html(f"<p>{esc(one.reason)}</p>") if one.reason else Html("")
    counted = Counter((finding.code, finding.name) for finding in one.findings)
    told = "; ".join(f"{code} {name}: {number}" for (code, name), number in counted.items())
    found = Html(f'<p class="pk-found">{esc(page.t("Findings"))}: {esc(told)}</p>') if told else Html("")
    where = join((place_link(page, place) for place in dict.fromkeys(one.where)), ", ")
    force = esc(page.reading.label("force", requirement.force))
    return title, asks, force, join([_state(page, one.state), because, found]), where


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
    heads = (
        page.t("Requirement"),
        page.t("What it asks for"),
        page.t("Strength"),
        page.t("Answer"),
        page.t("Where"),
    )
    return join(
        [
            Html(f"<p>{esc(lead)} {page.line(title)} ({esc(guide.guide.edition)}). {esc(note)}</p>\n"),
            Html(f'<ul class="pk-plain pk-tally">\n{summary}</ul>\n'),
            table(page.t("How the plan answers the guide"), heads, rows, css="pk-coverage"),
        ]
    )
