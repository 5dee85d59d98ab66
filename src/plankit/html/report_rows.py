"""What tables of a yearly report share: a measure with who and when, and what was reported on it."""

from __future__ import annotations

from plankit.html.markup import Html, esc, join
from plankit.html.measures import SYMBOLS
from plankit.html.page import Page
from plankit.language import N_
from plankit.views.report_lines import Fate, Line, owners

FATES = {
    Fate.DONE: N_("Reported as carried out"),
    Fate.UNDER_WAY: N_("Reported as under way"),
    Fate.NOT_DONE: N_("Reported as not begun or not carried out"),
    Fate.WITHOUT_STATUS: N_("Reported without a known status"),
    Fate.NOT_REPORTED: N_("Not reported"),
    Fate.NOT_YET: N_("Not reported so far"),
}
"""What each fate of a promised measure is called."""

NOT_STATED = N_("not stated")


def who_and_when(page: Page, one: Line) -> tuple[Html, Html, Html]:
    """The measure, who answers for it, and its deadline."""
    deadline = one.measure.deadline
    return (
        page.link(one.measure.id),
        esc(owners(page.reading, one.measure) or page.t(N_("nobody named"))),
        esc(deadline.text if deadline else page.t(NOT_STATED)),
    )


def fate_words(page: Page, one: Line) -> Html:
    """The reported status as sign and word; that there is none in words."""
    word = one.status
    if not word:
        return esc(page.t(FATES.get(one.fate, NOT_STATED)))
    code = page.reading.vocabulary.code("measure-status", word) or "other"
    words = esc(page.reading.label("measure-status", word))
    return Html(
        f'<span class="pk-status pk-status-{code}"><span aria-hidden="true">{SYMBOLS.get(code, "·")}</span> {words}</span>'
    )


def reported(page: Page, one: Line) -> Html:
    """When and by which role."""
    told = [
        " – ".join(filter(None, (report.date.text, page.reading.text(report.reported_by))))
        for report in one.reports
    ]
    return join((esc(line) for line in told), "; ")


def said(page: Page, one: Line, key: str) -> Html:
    """What the year's reports say under a key, oldest first."""
    found = [text for report in one.reports if (text := page.reading.text(getattr(report, key)))]
    return join((page.line(text) for text in found), " ") or esc(page.t(NOT_STATED))


def nothing(page: Page, words: str) -> Html:
    """That there is nothing to tell, in a sentence of its own."""
    return Html(f"<p>{esc(page.t(words))}</p>\n")
