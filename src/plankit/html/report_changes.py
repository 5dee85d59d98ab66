"""What changed in the plan since the last report, inside a yearly report."""

from __future__ import annotations

from plankit.html.markup import Html, esc, join, table
from plankit.html.page import Page
from plankit.html.report_rows import nothing
from plankit.language import N_
from plankit.views.changes_told import Told, field_line, is_long, summary, told
from plankit.views.yearly_report import YearlyReport


def changed(page: Page, report: YearlyReport) -> Html:
    """From which sealed text to which, and each change in a line; that nothing can be told where none is sealed."""
    t, since = page.t, report.since
    if since is None:
        words = N_("No text of the plan from that time is sealed, so what has changed in it cannot be told.")
        return nothing(page, words)
    sides = t(N_("From version {version}, decided {day}, to the plan as it is read now.")).format(
        version=since.version, day=since.decided.isoformat()
    )
    lead = Html(f"<p>{esc(sides)} {esc(summary(page.reading, since.changes))}</p>\n")
    heads = (t(N_("What")), t(N_("Kind")), t(N_("How it changed")))
    tables = [
        table(
            f"{group.title} ({group.count})",
            heads,
            [
                (esc(one.title), esc(kind.title), _how(page, one))
                for kind in group.kinds
                for one in kind.changes
            ],
        )
        for group in told(page.reading, since.changes)
    ]
    return join([lead, *tables])


def _how(page: Page, one: Told) -> Html:
    """Each key that differs: its words where they are short, else only that they are others."""
    lines = [
        f"{field.label}: {page.t(N_('other words'))}" if is_long(field) else field_line(page.reading, field)
        for field in one.fields
    ]
    return join((esc(line) for line in (one.note, one.about, *lines) if line), "; ")
