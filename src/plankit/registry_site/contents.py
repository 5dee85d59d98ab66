"""What the plans in force hold: requirement by requirement, and what is found in them most often."""

from __future__ import annotations

import re

from plankit.html.markup import Html, esc
from plankit.language import N_, N_count
from plankit.registry.tables import Common, Coverage, common_findings, coverage_table
from plankit.registry_site.page import (
    NUMBERS,
    Cell,
    Site,
    cell,
    figure,
    page,
    paragraph,
    percent,
    rule_box,
    table,
)
from plankit.rules.catalogue import BY_CODE
from plankit.views.coverage import State

_BLANK = re.compile(r"[“«”\"]?\{[^}]*\}[”»\"]?")
_WORDS = {
    State.MET: N_("Met"),
    State.PARTLY: N_("Partly met"),
    State.NOT_MET: N_("Not met"),
    State.NEEDS_A_PERSON: N_("A person must judge"),
    State.NOT_APPLICABLE: N_("Not applicable"),
}


def requirements(site: Site) -> bytes:
    """How many plans in force answer each requirement of the guide how."""
    here, title = "requirements.html", site.t(N_("What the plans answer"))
    judged, all_of_them = site.picture.counts.judged, len(site.picture.in_force)
    told = site.t(
        N_(
            "Each requirement of the guide, and how many plans in force answer it. A shared plan counts once. "
            "Met means that the plan says it and no rule found anything wrong; it does not mean that the work is good."
        )
    )
    parts = [paragraph(told)]
    if judged < all_of_them:
        left = site.count(
            *N_count(
                "{count} plan in force follows another guide or edition, or none, and is left out.",
                "{count} plans in force follow another guide or edition, or none, and are left out.",
            ),
            all_of_them - judged,
        )
        parts.append(paragraph(left, "note"))
    if not judged:
        return page(site, here, title, [*parts, paragraph(_nothing(site))])
    heads = [
        site.t(N_("Requirement")),
        site.t(N_("How binding")),
        *(site.t(word) for word in _WORDS.values()),
    ]
    rows = [_coverage_row(site, one, judged) for one in coverage_table(site.picture)]
    caption = site.count(*N_count("{count} plan in force", "{count} plans in force"), judged)
    return page(site, here, title, [*parts, table(caption, heads, rows), rule_box(site)])


def _nothing(site: Site) -> str:
    return site.t(N_("No plan that could be counted is in force."))


def _coverage_row(site: Site, one: Coverage, judged: int) -> list[Cell]:
    asked = one.requirement
    name = Html(f'<span id="{esc(asked.id)}">{esc(site.text(asked.title))}</span>')
    return [
        Cell(html=name, key=""),
        cell(site.reading.label("force", asked.force)),
        *(_count(site, one.states[state], judged) for state in _WORDS),
    ]


def _count(site: Site, count: int, judged: int) -> Cell:
    share = f' <span class="share">{esc(site.percent(count, judged))}</span>' if count else ""
    return Cell(html=Html(f"{esc(site.number(count))}{share}"), key=str(count), css=NUMBERS)


def findings(site: Site) -> bytes:
    """What the rules find in the plans in force, in the most plans first."""
    here, title = "findings.html", site.t(N_("What is found most often"))
    rows = common_findings(site.picture)
    told = site.t(
        N_(
            "What plankit's rules found in the plans in force. A shared plan counts once; what is waived does not count."
        )
    )
    if not rows:
        return page(site, here, title, [paragraph(told), paragraph(_nothing(site))])
    heads = [
        site.t(N_("Finding")),
        site.t(N_("Code")),
        site.t(N_("Severity")),
        site.t(N_("Plans")),
        site.t(N_("Share of plans")),
        site.t(N_("Times")),
    ]
    total = len(site.picture.in_force)
    body = [_finding_row(site, one, total) for one in rows if one.code in BY_CODE]
    return page(site, here, title, [paragraph(told), table(title, heads, body), _judged(site)])


_SEVERITY = {"error": N_("error"), "warning": N_("warning"), "advice": N_("advice")}


def _finding_row(site: Site, one: Common, total: int) -> list[Cell]:
    rule = BY_CODE[one.code]
    words = _BLANK.sub("…", site.t(rule.message)).replace("….", "…")
    return [
        cell(words),
        cell(one.code),
        cell(site.t(_SEVERITY[rule.severity.word]), str(3 - int(rule.severity))),
        figure(site, one.plans),
        percent(site, one.plans, total),
        figure(site, one.times),
    ]


def _judged(site: Site) -> Html:
    days = sorted({one.judged_on for one in site.picture.plans})
    if not days:
        return Html("")
    if len(days) == 1:
        return paragraph(site.t(N_("Judged on {date}.")).format(date=days[0].isoformat()), "source")
    told = site.t(N_("Judged between {first} and {last}."))
    return paragraph(told.format(first=days[0].isoformat(), last=days[-1].isoformat()), "source")
