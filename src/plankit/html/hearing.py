"""Hearings as HTML: when, where to, what came of them, and each statement with its weight and answer."""

from __future__ import annotations

from plankit.html.knowledge import extras
from plankit.html.markup import NOTHING, Html, bullets, esc, facts, join, table
from plankit.html.page import Page
from plankit.views.hearing import HearingTable, Row, hearing_tables


def hearings(page: Page) -> Html:
    """Every hearing of the plan."""
    return join(_hearing(page, one) for one in hearing_tables(page.reading))


def _hearing(page: Page, table_: HearingTable) -> Html:
    one, t = table_.hearing, page.t
    rows = [
        (t("Opens"), esc(one.opens.text if one.opens else "")),
        (t("Closes"), esc(one.closes.text if one.closes else "")),
        (t("Replies to"), join(filter(None, (page.line(one.receiver), esc(one.value or ""))), " ")),
        (t("By way of"), esc(page.reading.label("channel", one.channel))),
        (t("Replies"), esc(one.reply_count or "")),
        (t("Outcome"), page.line(one.outcome)),
        (t("How statements were weighed"), bullets(_weights(table_), "pk-plain")),
        *extras(page, one),
    ]
    mark = page.anchor_id(one.id) if one.id else ""
    return Html(f"<div{mark}>{facts(rows)}{_statements(page, table_)}</div>\n")


def _weights(table_: HearingTable) -> list[Html]:
    return [esc(f"{weight}: {count}") for weight, count in table_.weights]


def _statements(page: Page, table_: HearingTable) -> Html:
    t = page.t
    heads = (t("From"), t("Statement"), t("Weight"), t("Answer"))
    return table(t("Statements and answers"), heads, [_row(page, row) for row in table_.rows])


def _row(page: Page, row: Row) -> tuple[Html, ...]:
    one, t = row.statement, page.t
    about = [page.link(item) for item in one.about] + [
        esc(f"{t('paragraph')} {place}") for place in one.paragraphs
    ]
    told = facts(
        [
            (t("About"), join(about, ", ")),
            (t("Received"), esc(one.received.text if one.received else "")),
            (t("Remark"), page.line(one.notes)),
            (t("Sources"), page.links(one.sources)),
        ]
    )
    kind = f" ({row.kind})" if row.kind else ""
    return (
        esc(f"{row.number}. {row.who}{kind}"),
        join([page.prose(one.summary), told]),
        esc(row.weight) or Html(f"<em>{esc(t('not stated'))}</em>"),
        page.prose(one.answer) or NOTHING,
    )
