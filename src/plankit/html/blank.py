"""Places that somebody must fill in, in papers that are drawn as HTML."""

from __future__ import annotations

from plankit.html.markup import Html, esc
from plankit.html.page import Page
from plankit.language import N_


def blank(page: Page, what: str) -> Html:
    """A visible place for something to fill in."""
    return Html(f'<span class="pk-blank">{esc(page.t(N_("[to fill in: {what}]")).format(what=what))}</span>')


def or_blank(page: Page, words: str, what: str) -> Html:
    """The words; where there are none, a place to fill in."""
    return esc(words) if words else blank(page, what)
