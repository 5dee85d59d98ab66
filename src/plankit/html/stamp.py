"""What each page of a site says of itself: that it is the adopted text, or a draft, by which decision and checksum."""

from __future__ import annotations

from plankit.html.markup import NOTHING, Html, anchor, esc, join
from plankit.html.page import Page
from plankit.language import N_
from plankit.views.adopted import Kind, Standing, adopted_line, said, short, stage_line

LIVING_PAGES = frozenset(
    {"help", "status", "coverage", "score", "cases", "history", "follow-up", "changes", "reports"}
)
"""Chapters that hold what is no part of what was adopted, such as reports, contacts and later decisions."""

_MARKS = {Kind.ADOPTED: "adopted", Kind.DRAFT: "draft", Kind.FORMER: "former", Kind.UNSEALED: "unsealed"}


def banner(page: Page, standing: Standing, other: str = "") -> Html:
    """What stands above the text: that it is a draft or an earlier text; nothing above the text that holds.

    `other` is the address of the front page of the other edition, as seen from this page.
    """
    if standing.kind not in (Kind.DRAFT, Kind.FORMER):
        return NOTHING
    t, link = page.t, NOTHING
    if other:
        link = Html(f" {anchor(other, t(N_('Read the adopted text')))}")
    listed = page.href("chapter:changes") if standing.kind is Kind.DRAFT else None
    differs = Html(f" {anchor(listed, t(N_('See what is changed')))}") if listed else NOTHING
    return Html(
        f'<div class="pk-standing pk-standing-{_MARKS[standing.kind]}" role="note">'
        f"<strong>{esc(said(page.reading, standing))}</strong>{link}{differs}</div>\n"
    )


def footer(page: Page, standing: Standing, other: str = "") -> Html:
    """What stands below the text: what it is, by which decision, and for a sealed version its checksum."""
    t, reading = page.t, page.reading
    if standing.seal is None:
        return Html(f'<div class="pk-stamp"><p>{esc(stage_line(reading))}</p></div>\n')
    lines = [esc(adopted_line(reading, standing.seal))]
    if standing.kind is Kind.ADOPTED:
        lines.insert(0, Html(f"<strong>{esc(said(reading, standing))}</strong>"))
        if other:
            words = t(N_("A draft of the next version"))
            lines.append(anchor(other, words))
    elif standing.kind is Kind.DRAFT:
        lines[0] = Html(f"{esc(t(N_('What holds')))}: {lines[0]}")
        lines.insert(0, Html(f"<strong>{esc(t(N_('Draft, not adopted')))}</strong>"))
    if standing.kind is not Kind.DRAFT:
        sums = t(N_("Checksum {checksum}")).format(checksum=short(standing.checksum))
        lines.append(Html(f'<span class="pk-checksum">{esc(sums)}</span>'))
    if standing.kind is Kind.ADOPTED and page.name.partition("/")[0] in LIVING_PAGES:
        lines.append(
            esc(t(N_("This page also holds what is kept up to date and is no part of what was adopted.")))
        )
    rows = join(Html(f"<p>{line}</p>\n") for line in lines)
    return Html(f'<div class="pk-stamp">\n{rows}</div>\n')
