"""The principles of a rubric as bars in an inline SVG: what is documented is filled, what is open is hatched."""

from __future__ import annotations

from plankit.html.anchors import free_anchor
from plankit.html.markup import Html, esc
from plankit.html.page import Page
from plankit.language import N_
from plankit.views.score import SCALE, PrincipleScore, Score, span_words
from plankit.views.score_items import Status

WIDTH, MARGIN, ROW, BAR, FOOT = 420, 9, 46, 16, 24
TITLE = N_("What the plan documents, 0 to 10 for each principle")
DESCRIPTION = N_(
    "A bar for each principle. Filled: documented. Hatched: open until people have judged, or judged differently. "
    "Empty: not documented. The table below has the same figures."
)


def score_svg(page: Page, found: Score) -> Html:
    """A bar for each principle with its name above it and its figures beside that."""
    place = free_anchor(page, "score-bars")
    bars = "".join(_bar(page, one, number, place) for number, one in enumerate(found.principles))
    bottom = len(found.principles) * ROW + 4
    height = bottom + FOOT
    title = esc(page.t(TITLE))
    return Html(
        f'<svg class="pk-flow pk-score" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" '
        f'width="{WIDTH}" height="{height}" role="img" aria-labelledby="{place}-t {place}-d">\n'
        f'<title id="{place}-t">{title}</title>\n<desc id="{place}-d">{esc(page.t(DESCRIPTION))}</desc>\n'
        f'<defs><pattern id="{place}-open" width="7" height="7" patternUnits="userSpaceOnUse" '
        f'patternTransform="rotate(45)"><rect class="pk-bar-ground" width="7" height="7"/>'
        f'<rect class="pk-bar-share" width="2.5" height="7"/></pattern></defs>\n'
        f"{_scale(bottom)}{bars}</svg>\n"
    )


def _x(value: float) -> int:
    return MARGIN + round((WIDTH - 2 * MARGIN) * value / SCALE)


def _scale(bottom: int) -> str:
    return "".join(
        f'<line class="pk-time-tick" x1="{_x(value)}" y1="0" x2="{_x(value)}" y2="{bottom}"/>\n'
        f'<text class="pk-bar-text" x="{_x(value)}" y="{bottom + 15}" text-anchor="middle">{value}</text>\n'
        for value in (0, 5, 10)
    )


def _bar(page: Page, one: PrincipleScore, number: int, place: str) -> str:
    low, high = one.bounds or (0, 0)
    y = number * ROW
    top = y + 22
    parts = [
        f'<text class="pk-bar-text pk-bar-name" x="{_x(0)}" y="{y + 16}">{esc(one.title)}</text>\n',
        f'<text class="pk-bar-text pk-bar-name" x="{_x(10)}" y="{y + 16}" text-anchor="end">{esc(_figures(page, one))}</text>\n',
        f'<rect class="pk-bar-track" x="{_x(0)}" y="{top}" width="{_x(10) - _x(0)}" height="{BAR}"/>\n',
    ]
    if low:
        parts.append(
            f'<rect class="pk-bar-share" x="{_x(0)}" y="{top}" width="{_x(low) - _x(0)}" height="{BAR}"/>\n'
        )
    if high > low:
        parts.append(
            f'<rect class="pk-bar-open" fill="url(#{place}-open)" x="{_x(low)}" y="{top}" '
            f'width="{_x(high) - _x(low)}" height="{BAR}"/>\n'
        )
    return "".join(parts)


def _figures(page: Page, one: PrincipleScore) -> str:
    open_ones = one.count(Status.OPEN) + one.count(Status.DISAGREED)
    span = span_words(one, page.reading.language)
    if not open_ones:
        return span
    return f"{span} · {page.count('{count} not settled', '{count} not settled', open_ones).format(count=open_ones)}"
