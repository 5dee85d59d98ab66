"""What a page answers in the guide, as HTML: from the plan's text back to what asked for it."""

from __future__ import annotations

from plankit.html.markup import NOTHING, Html, bullets, esc, join, outside
from plankit.html.page import Page
from plankit.model.guide import GuideStep
from plankit.views.guide_links import answered_on, guide_link


def requirement_link(page: Page, requirement: str) -> Html:
    """The title of a requirement: a link into the guide's site, else to where this site tells how it is answered."""
    guide = page.reading.guide
    entry = guide.by_id.get(requirement) if guide else None
    words = page.reading.text(getattr(entry, "title", None)) or requirement
    address = guide_link(page.reading, requirement)
    return outside(address, words) if address else page.link(f"requirement:{requirement}", words)


def page_answers(page: Page) -> Html:
    """The requirements that a page answers, each with its step; nothing where it names none."""
    guide = page.reading.guide
    answered = answered_on(page.reading, page.name)
    if guide is None or not answered:
        return NOTHING
    items = []
    for one in answered:
        step = guide.by_id.get(one.step or "")
        told = requirement_link(page, one.id)
        if isinstance(step, GuideStep):
            words = f"{step.number or ''} {page.reading.text(step.title)}".strip()
            address = guide_link(page.reading, step.id)
            told = join([outside(address, words) if address else esc(words), told], ": ")
        items.append(told)
    heading = esc(page.t("This page answers in the guide"))
    return Html(
        f'<aside class="pk-answers" aria-label="{heading}">\n<p><strong>{heading}</strong></p>\n'
        f"{bullets(items)}</aside>\n"
    )
