"""Action cards as HTML: one page, A5, for the wall."""

from __future__ import annotations

from plankit.html.markup import NOTHING, Html, bullets, esc, join
from plankit.html.page import Page
from plankit.html.procedure_words import time_limit
from plankit.views.action_card import ActionCard, CardStep, CardStrand, action_card


def card_anchor(procedure_id: str) -> str:
    """The anchor of a procedure's card."""
    return f"card-{procedure_id}"


def _unbroken(words: str) -> str:
    return words.replace(" ", "\N{NO-BREAK SPACE}")


def _step(page: Page, one: CardStep) -> Html:
    who = f"<strong>{esc(one.who)}:</strong> " if one.who else ""
    limit = time_limit(page, one.step)
    marks = [
        f'<span class="pk-card-time">{esc(limit)}</span>' if limit else "",
        f'<span class="pk-phone">☎ {esc(one.phone)}</span>' if one.phone else "",
        f'<span class="pk-note">{esc(page.t("else {number}").format(number=_unbroken(one.otherwise)))}</span>'
        if one.otherwise
        else "",
        f'<span class="pk-card-safe">✓ {esc(page.t("safe"))}</span>' if one.step.safe else "",
    ]
    told = " ".join(one for one in marks if one)
    forbidden = bullets((esc(words) for words in one.must_not), "pk-must-not")
    return Html(
        f'<li><span class="pk-card-number">{esc(one.number)}</span>'
        f"<div>{who}{esc(one.what)}{f' {told}' if told else ''}{forbidden}</div></li>\n"
    )


def _strand(page: Page, one: CardStrand) -> Html:
    title = f'<p class="pk-card-branch">{esc(one.title)}</p>\n' if one.title else ""
    condition = f'<p class="pk-condition">{esc(one.condition)}</p>\n' if one.condition else ""
    steps = join(_step(page, step) for step in one.steps)
    return Html(f'{title}{condition}<ol class="pk-card-steps">\n{steps}</ol>\n') if steps else NOTHING


def _card(page: Page, card: ActionCard) -> Html:
    entry = card.procedure
    title = page.link(entry.id, page.reading.numbered_title(entry.id))
    head = page.heading(2, card_anchor(entry.id), page.reading.numbered_title(entry.id), title)
    trigger = f'<p class="pk-card-when">{esc(card.trigger)}</p>\n' if card.trigger else ""
    rest = ""
    if card.left_out:
        words = page.count(
            "{count} more step stands in the procedure itself.",
            "{count} more steps stand in the procedure itself.",
            card.left_out,
        )
        rest = f'<p class="pk-card-rest">{esc(words)}</p>\n'
    forbidden = bullets((esc(words) for words in card.must_not), "pk-must-not")
    strands = join(_strand(page, one) for one in card.strands)
    foot = esc(page.reading.text(page.reading.plan.plan.title))
    return Html(
        f'<div class="pk-action-card pk-card-{card.size}">\n{head}{trigger}{forbidden}{strands}{rest}'
        f'<p class="pk-card-foot">{foot}</p>\n</div>\n'
    )


def one_card(page: Page, procedure_id: str) -> Html:
    """The action card of one procedure: one page, A5."""
    entry = next((one for one in page.reading.plan.procedures if one.id == procedure_id), None)
    return _card(page, action_card(page.reading, entry)) if entry else NOTHING


def all_cards(page: Page) -> Html:
    """The action cards of all procedures. A link to one of them prints that one alone."""
    cards = [_card(page, action_card(page.reading, one)) for one in page.reading.plan.procedures]
    words = page.t(
        "Each card is printed on a page of its own, A5. Open a card from its procedure to print only that one."
    )
    return (
        Html(
            f'<p class="pk-note pk-card-note">{esc(words)}</p>\n<div class="pk-action-cards">\n{join(cards)}</div>\n'
        )
        if cards
        else NOTHING
    )
