"""What walking every combination of cases gave, as bars and as tables. It may take seconds: only where a page asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plankit.html.anchors import free_anchor
from plankit.html.markup import NOTHING, Html, bullets, esc, join, table
from plankit.html.page import Page

if TYPE_CHECKING:
    from plankit.walks.stress import Share, Stress
    from plankit.walks.words import Names

BAR, ROW, NAME, NUMBER = 260, 26, 250, 60
LETTERS = 34


def stress_picture(page: Page) -> Html:
    """The share of all cases that reach safety, by who is exposed, by door and by hour, and the smallest case of each gap."""
    from plankit.walks.prepared import prepare
    from plankit.walks.stress import stress
    from plankit.walks.words import Names, moment_words

    if not page.reading.plan.procedures:
        return NOTHING
    ready = prepare(page.reading.plan, page.reading.guide)
    names, found = Names(ready, page.reading.language), stress(ready)
    t = page.t
    words = t("{safe} of {all} cases reach safety: {share}.")
    lead = esc(words.format(safe=found.safe, all=found.cases, share=_percent(found.safe, found.cases)))
    groups = (
        (t("By who is exposed"), [(names.word("target-group", one.value), one) for one in found.by_exposed]),
        (t("By who discovers it"), [(names.word("door", one.value), one) for one in found.by_door]),
        (
            t("By hour"),
            [(moment_words(names, one.value, found.times[one.value]), one) for one in found.by_moment],
        ),
    )
    parts = [Html(f'<p class="pk-lead">{lead}</p>\n')]
    for title, shares in groups:
        parts += [page.heading(2, free_anchor(page, "stress") + "-part", title), _bars(page, title, shares)]
        parts.append(_table(page, title, shares))
    return join([*parts, _gaps(page, names, found)])


def _percent(safe: int, cases: int) -> str:
    return f"{100 * safe / cases:.1f} %" if cases else "–"


def _bars(page: Page, title: str, shares: list[tuple[str, Share]]) -> Html:
    """A bar for each value, with its name before it and its share after it."""
    place = free_anchor(page, "bars")
    rows = []
    for number, (name, share) in enumerate(shares):
        y = number * ROW
        width = round(BAR * share.safe / share.cases) if share.cases else 0
        short = name if len(name) <= LETTERS else f"{name[: LETTERS - 1]}…"
        rows.append(
            f'<text class="pk-bar-text" x="{NAME - 8}" y="{y + 17}" text-anchor="end">{esc(short)}</text>\n'
            f'<rect class="pk-bar-rest" x="{NAME}" y="{y + 5}" width="{BAR}" height="{ROW - 10}"/>\n'
            f'<rect class="pk-bar-share" x="{NAME}" y="{y + 5}" width="{width}" height="{ROW - 10}"/>\n'
            f'<text class="pk-bar-text" x="{NAME + BAR + 6}" y="{y + 17}">{_percent(share.safe, share.cases)}</text>\n'
        )
    width, height = NAME + BAR + NUMBER, len(shares) * ROW
    told = page.t("Share of cases that reach safety. The table below has the same figures.")
    return Html(
        f'<div class="pk-scroll" role="region" tabindex="0" aria-label="{esc(title)}">\n'
        f'<svg class="pk-flow pk-bars" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" '
        f'height="{height}" role="img" aria-labelledby="{place}-t {place}-d">\n<title id="{place}-t">{esc(title)}</title>\n'
        f'<desc id="{place}-d">{esc(told)}</desc>\n{"".join(rows)}</svg></div>\n'
    )


def _table(page: Page, title: str, shares: list[tuple[str, Share]]) -> Html:
    t = page.t
    rows = [
        (esc(name), esc(str(one.cases)), esc(str(one.safe)), esc(_percent(one.safe, one.cases)))
        for name, one in shares
    ]
    return table(title, (t("Value"), t("Cases"), t("Reach safety"), t("Share")), rows)


def _gaps(page: Page, names: Names, found: Stress) -> Html:
    """The smallest case of each gap, in a sentence, with the place that would have to change."""
    from plankit.walks.words import sentence

    items = []
    for one in found.gaps:
        place = page.link(one.gap.place or "", page.t("where it happens")) if one.gap.place else NOTHING
        count = page.count("{count} case", "{count} cases", one.count)
        items.append(
            Html(f"{esc(sentence(names, one.case, one.gap))} ({esc(count)}{f'; {place}' if place else ''})")
        )
    if not items:
        return NOTHING
    heading = page.heading(
        2, free_anchor(page, "stress-gaps") + "-list", page.t("The smallest case of each gap")
    )
    return join([heading, bullets(items)])
