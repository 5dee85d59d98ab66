"""What decides an answer, in words, with a link to whoever publishes the law."""

from __future__ import annotations

from collections.abc import Sequence

from plankit.html.markup import NOTHING, Html, esc, join, outside
from plankit.html.page import Page
from plankit.language import N_
from plankit.teaching.exercise import Pointer

_WHERE = {"plan": N_("in the plan"), "guide": N_("in the guide")}


def decided(page: Page, pointers: Sequence[Pointer]) -> Html:
    """“Decided by:” and the places; nothing where nothing decides."""
    if not pointers:
        return NOTHING
    places = join((pointer_html(page, one) for one in dict.fromkeys(pointers)), "; ")
    return Html(f'<p class="t-decided">{esc(page.t(N_("Decided by:")))} {places}</p>\n')


def pointer_html(page: Page, pointer: Pointer) -> Html:
    """One place: a link where it is published, else where it stands; what nobody confirmed says so."""
    words = outside(pointer.address, pointer.words) if pointer.address else esc(pointer.words)
    where = _WHERE.get(pointer.kind)
    more = [esc(page.t(where))] if where else []
    if pointer.unsure:
        more.append(Html(f'<em class="pk-unsure">{esc(page.t("not confirmed"))}</em>'))
    return Html(f"{words} ({join(more, ', ')})") if more else words


def serves(page: Page, objectives: Sequence[str]) -> Html:
    """Which objectives an exercise serves, each a link to where it is told; nothing where it serves none."""
    if not objectives:
        return NOTHING
    return Html(f'<p class="t-decided">{esc(page.t(N_("Serves:")))} {page.links(objectives)}</p>\n')
