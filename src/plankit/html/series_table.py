"""The values of an indicator as a chart and, right below it, as a table of the same figures."""

from __future__ import annotations

from plankit.html.chart_svg import chart
from plankit.html.figure_signs import colon, withheld_note
from plankit.html.markup import NOTHING, Html, esc, join, table
from plankit.html.page import Page
from plankit.language import N_
from plankit.views.indicator_series import Point, Series


def chart_and_table(page: Page, series: Series) -> Html:
    """The series drawn and written out; nothing where it holds no period."""
    if not series.points:
        return NOTHING
    return join([chart(page, series), series_table(page, series)])


def series_table(page: Page, series: Series) -> Html:
    """Each period with its value, how many it is of, and what is to be known of it."""
    t = page.t
    columns: list[tuple[str, list[Html]]] = [
        (t("Period"), [esc(one.period) for one in series.points]),
        (t("Value"), [_value(page, one) for one in series.points]),
    ]
    more = (
        (t("Of"), [esc(one.base) for one in series.points]),
        (t("Remark"), [join(_remarks(page, one), " ") for one in series.points]),
    )
    columns += [one for one in more if any(one[1])]
    caption = f"{series.name} ({series.unit})" if series.unit else series.name
    heads, rows = [name for name, _ in columns], zip(*(cells for _, cells in columns), strict=True)
    return join([table(caption, heads, rows), withheld_note(page) if series.has_withheld else NOTHING])


def _value(page: Page, one: Point) -> Html:
    return colon(page) if one.is_withheld else esc(one.text or page.t(N_("no value")))


def _remarks(page: Page, one: Point) -> list[Html]:
    found = []
    if one.break_before:
        found.append(Html(f"<strong>{esc(page.t(N_('Break in series')))}:</strong> {esc(one.break_before)}"))
    return [*found, esc(one.note)] if one.note else found
