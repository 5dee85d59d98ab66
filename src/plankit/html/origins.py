"""Where entries of a merged plan came from, as HTML."""

from __future__ import annotations

from plankit.html.markup import NOTHING, Html, bullets, esc, facts, join, table
from plankit.html.page import Page
from plankit.language import N_
from plankit.model.base import Item, Origin
from plankit.model.merged import MergedPlan


def origins(page: Page, entry: Item | None) -> Html:
    """The plans that an entry came from, with what it was called there where that is another id; else nothing."""
    return join((_origin(page, entry, one) for one in entry.origins), "; ") if entry else NOTHING


def _origin(page: Page, entry: Item, origin: Origin) -> Html:
    known = page.reading.plan.by_id.get(origin.plan)
    title = page.reading.text(known.frame.title) if isinstance(known, MergedPlan) else origin.plan
    other = f" ({origin.id})" if origin.id and origin.id != entry.id else ""
    return esc(f"{title}{other}")


def merged_plans(page: Page) -> Html:
    """The plans that this one was made from: title, period, owner, and how each came about."""
    t, rows = page.t, []
    for one in page.reading.plan.merged_from:
        frame = one.frame
        told = [
            (t("Owner of the document"), page.line(frame.document_owner)),
            (t("In force from"), esc(frame.in_force_from.text if frame.in_force_from else "")),
            (t("State"), esc(page.reading.label("stage", frame.stage))),
            (t("Begun by"), page.line(one.process.initiator if one.process else None)),
            (t("Remark"), page.line(one.notes)),
            (t("Files"), bullets(esc(file.path) for file in one.files)),
        ]
        name = Html(f"<span{page.anchor_id(one.id)}>{page.line(frame.title)}</span>")
        rows.append((name, esc(frame.period.text if frame.period else ""), facts(told)))
    caption = t(N_("Plans that this one was made from"))
    return table(caption, (t("Title"), t("Period"), t("More")), rows) if rows else NOTHING
