"""What differs between the municipalities of a shared plan, as HTML."""

from __future__ import annotations

from plankit.html.figures import value
from plankit.html.markup import NOTHING, Html, anchor, bullets, esc, facts, join, table
from plankit.html.municipality import municipalities, own_frame
from plankit.html.page import Page
from plankit.language import N_
from plankit.views.changes_told import KINDS_IN_WORDS
from plankit.views.differences import (
    Difference,
    DifferingKind,
    differences,
    figures_side_by_side,
    is_shared,
)

_NO = Html('<span class="pk-no">–</span>')
_COLUMNS = 6
"""With more municipalities than that, their names stand in one column."""


def what_differs(page: Page) -> Html:
    """What holds for some municipalities of a shared plan and not for all, side by side, and where each stands."""
    if not is_shared(page.reading):
        return NOTHING
    kinds = differences(page.reading)
    figures = _figures(page)
    parts = [
        municipalities(page),
        _frames(page),
        *(_kind(page, one) for one in kinds),
        figures,
        _matrix(page),
    ]
    if not (kinds or figures):
        none = page.t(N_("Everything else in the plan holds for all its municipalities."))
        parts.append(Html(f'<p class="pk-none">{esc(none)}</p>\n'))
    return join(parts)


def _frames(page: Page) -> Html:
    """What the municipalities say of their own plans as a whole."""
    told = [
        Html(f"{page.line(one.name)}{said}")
        for one in page.reading.plan.participants
        if (said := facts(own_frame(page, one)))
    ]
    if not told:
        return NOTHING
    return join([page.heading(2, "frames", page.t(N_("The plan as a whole"))), bullets(told, "pk-plain")])


def _kind(page: Page, one: DifferingKind) -> Html:
    title = page.t(KINDS_IN_WORDS[one.kind]) if one.kind in KINDS_IN_WORDS else one.kind
    caption = page.t(N_("{kind}: what does not hold for all")).format(kind=title)
    names = _names(page)
    if len(names) > _COLUMNS:
        heads: tuple[str, ...] = (title, page.t("Holds for"))
        rows: list[tuple[Html, ...]] = [
            (_title(page, row), esc(", ".join(name for key, name in names if key in row.holds_for)))
            for row in one.differences
        ]
    else:
        heads = (title, *(name for _, name in names))
        yes = esc(page.t("yes"))
        rows = [
            (_title(page, row), *(yes if key in row.holds_for else _NO for key, _ in names))
            for row in one.differences
        ]
    return join([page.heading(2, f"differs-{one.kind}", title), table(caption, heads, rows)])


def _names(page: Page) -> list[tuple[str, str]]:
    return [(one.id, page.reading.text(one.name)) for one in page.reading.plan.participants]


def _figures(page: Page) -> Html:
    """Figures on the same thing side by side; what may not be shown is a colon here too."""
    rows: list[tuple[Html, ...]] = []
    names = _names(page)
    for row in figures_side_by_side(page.reading):
        shown = {
            key: join((value(page, one, page.reading.figures.of(one)) for one in some), "; ")
            for key, some in row.of_each.items()
        }
        if len(names) > _COLUMNS:
            told = (Html(f"{esc(name)}: {shown[key]}") for key, name in names if key in shown)
            rows.append((esc(row.title), bullets(told, "pk-plain")))
        else:
            rows.append((esc(row.title), *(shown.get(key, _NO) for key, _ in names)))
    if not rows:
        return NOTHING
    title = page.t(KINDS_IN_WORDS["statistics"])
    heads = (title, page.t("Value")) if len(names) > _COLUMNS else (title, *(name for _, name in names))
    caption = page.t(N_("{kind}: what does not hold for all")).format(kind=title)
    return join([page.heading(2, "differs-statistics", title), table(caption, heads, rows)])


def _title(page: Page, row: Difference) -> Html:
    href = page.href(row.key) if row.key else None
    shown = anchor(href, row.title) if href else esc(row.title)
    return Html(f"{page.link(row.inside)}: {shown}") if row.inside else shown


def _matrix(page: Page) -> Html:
    """The way to the page that has the cells of the matrix side by side."""
    href = page.href("chapter:matrix-differences")
    if href is None:
        return NOTHING
    return Html(f"<p>{anchor(href, page.t('Where the municipalities differ'))}</p>\n")
