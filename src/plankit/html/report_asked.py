"""What is asked of the council in a yearly report."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from plankit.html.markup import Html, esc, join, table
from plankit.html.page import Page
from plankit.html.report_rows import NOT_STATED, fate_words, nothing, said, who_and_when
from plankit.language import N_
from plankit.views.agenda_task import WORDS as DEEDS
from plankit.views.report_lines import Line
from plankit.views.yearly_report import YearlyReport

_PROPOSED = {
    "stop": N_("Proposed to stop"),
    "revise": N_("Proposed to revise"),
    "prolong": N_("Proposed to prolong"),
    "new": N_("Proposed to replace with something new"),
}


def asked(page: Page, report: YearlyReport) -> Html:
    """Deadlines that passed, measures without money, what reports propose, and what comes up next year."""
    t, found = page.t, report.asked
    parts = [
        _lines(page, t(N_("Deadlines that passed")), found.overdue),
        _lines(
            page,
            t(N_("Measures whose money is not stated, not calculated or not granted")),
            found.without_money,
            _money,
        ),
        *(_lines(page, t(_PROPOSED[code]), ones, _why) for code, ones in found.proposed),
    ]
    rows = [
        (
            esc(one.title),
            esc(t(DEEDS[one.deed])),
            esc(one.day.isoformat()),
            esc(one.who or t(N_("nobody named"))),
        )
        for one in found.coming
    ]
    heads = (t("What"), t(N_("To do")), t(N_("Last day")), t(N_("Who")))
    parts.append(table(t(N_("To be decided, evaluated or renewed in the year that follows")), heads, rows))
    return join(parts) or nothing(page, N_("The data show nothing that the council must settle."))


def _lines(
    page: Page,
    caption: str,
    ones: Sequence[Line],
    more: Callable[[Page, Line], tuple[str, Html]] | None = None,
) -> Html:
    t = page.t
    extra = [more(page, one) for one in ones] if more else []
    rows = [
        (*who_and_when(page, one), fate_words(page, one), *(value for _, value in extra[place : place + 1]))
        for place, one in enumerate(ones)
    ]
    heads = (
        t("Measure"),
        t("Responsible"),
        t("Deadline"),
        t(N_("Reported")),
        *(name for name, _ in extra[:1]),
    )
    return table(f"{caption} ({len(ones)})", heads, rows)


def _money(page: Page, one: Line) -> tuple[str, Html]:
    cost = one.measure.cost
    return page.t("Cost"), esc(cost.text if cost else page.t(NOT_STATED))


def _why(page: Page, one: Line) -> tuple[str, Html]:
    return page.t(N_("Next step")), said(page, one, "next_step")
