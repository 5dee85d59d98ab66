"""The plans before and after a plan as a list from the oldest to the newest, with the years without a plan."""

from __future__ import annotations

from plankit.html.markup import NOTHING, Html, esc
from plankit.html.page import Page
from plankit.language import N_
from plankit.views.chain import ChainPlan, Follows, Key, chain


def plan_chain(page: Page) -> Html:
    """The chain that the plan stands in; nothing where it names no other plan."""
    plans = chain(page.reading)
    if len(plans) < 2:
        return NOTHING
    titles = {one.key: one.title for one in plans}
    rows = "".join(_row(page, one, titles) for one in plans)
    label = esc(page.t(N_("Plans from the oldest to the newest")))
    return Html(f'<ol class="pk-chain" aria-label="{label}">\n{rows}</ol>\n')


def _row(page: Page, one: ChainPlan, titles: dict[Key, str]) -> Html:
    several = len(one.follows) > 1
    ways = "".join(_way(page, way, titles[way.earlier] if several else "") for way in one.follows)
    here = f" <strong>({esc(page.t(N_('this plan')))})</strong>" if one.is_here else ""
    whose = f" – {esc(', '.join(one.whose))}" if one.whose and not one.is_here else ""
    scope = f" – {esc(one.scope)}" if one.scope else ""
    years = f'<span class="pk-chain-years">{esc(one.period or page.t(N_("years not stated")))}</span> '
    current = ' aria-current="true"' if one.is_here else ""
    return Html(f"<li{current}>{years}{esc(one.title)}{here}{whose}{scope}{ways}</li>\n")


def _way(page: Page, way: Follows, earlier: str) -> str:
    """How the plan came of an earlier one, and the years between."""
    kind = page.reading.label("succession-kind", way.kind) if way.kind else page.t(N_("comes after"))
    words = f"{kind}: {earlier}" if earlier else kind
    gap = ""
    if way.gap:
        first, last = way.gap
        text = N_("no plan in {years}, going by the periods")
        told = page.t(text).format(years=str(first) if first == last else f"{first}–{last}")
        # What the plan says of those years stands beside them: it may have been extended.
        gap = f' <span class="pk-chain-gap">({esc(told)})</span> {esc(way.told)}'
    return f'<br><span class="pk-chain-way">{esc(words)}{gap}</span>'
