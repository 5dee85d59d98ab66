"""How it goes as small inline SVGs: a cell for each measure and period, with a sign that needs no colour."""

from __future__ import annotations

from collections.abc import Sequence

from plankit.html.anchors import free_anchor
from plankit.html.markup import Html, esc, join
from plankit.html.measures import SYMBOLS
from plankit.html.page import Page
from plankit.language import N_
from plankit.views.progress import NO_STATUS, Part, Period, Told, tally, told
from plankit.views.reporting import Reported, Standing

SIGNS = {
    **SYMBOLS,
    str(Reported.NOT_REPORTED): "?",
    str(Reported.NOT_YET): "…",
    str(Reported.CLOSED): "•",
    str(Reported.ELSEWHERE): "–",
    NO_STATUS: "◇",
}
"""A sign for each status, and for each state that is none."""

TONES = {
    "done": "good",
    "implemented": "good",
    "ordinary-operation": "good",
    "ongoing": "brand",
    "continuous": "brand",
    "revised": "brand",
    "prolonged": "brand",
    "not-carried-out": "danger",
    str(Reported.NOT_REPORTED): "warn",
}
"""The colour of a sign; all others are grey. It only adds to the sign, it never tells anything alone."""

CELL, HIGH, HEAD, MIDDLE, LETTER = 34, 30, 22, 8, 6.6
DESCRIPTION = N_("A column for each measure, a row for each period. The table below says the same in words.")

_RING = '<circle class="{tone} pk-hollow" cx="{x}" cy="{y}" r="8"/>'
_HALF = '<path class="{tone}" d="M{x} {top} A8 8 0 0 0 {x} {bottom} Z"/>'
_SHAPES = {
    "○": _RING,
    "◐": _RING + _HALF,
    "●": '<circle class="{tone}" cx="{x}" cy="{y}" r="8"/>',
    "↻": '<path class="{tone} pk-hollow" d="M{right} {y} A8 8 0 1 1 {x} {top}"/>'
    '<path class="{tone}" d="M{x} {tip} l7 4 l-7 4 Z"/>',
    "×": '<path class="{tone} pk-hollow" d="M{left} {top} L{right} {bottom} M{right} {top} L{left} {bottom}"/>',
    "–": '<path class="{tone} pk-hollow" d="M{left} {y} H{right}"/>',
    "…": '<circle class="{tone}" cx="{left}" cy="{y}" r="1.2"/><circle class="{tone}" cx="{x}" cy="{y}" r="1.2"/>'
    '<circle class="{tone}" cx="{right}" cy="{y}" r="1.2"/>',
    "•": '<circle class="{tone}" cx="{x}" cy="{y}" r="3"/>',
    "◇": '<path class="{tone} pk-hollow" d="M{x} {top} L{right} {y} L{x} {bottom} L{left} {y} Z"/>',
    "?": '<text class="pk-sign-letter {tone}" x="{x}" y="{base}" text-anchor="middle">?</text>',
    "·": '<rect class="{tone} pk-hollow" x="{left}" y="{top}" width="16" height="16"/>',
}


def sign_shape(code: str, x: float, y: float) -> str:
    """The sign of a status, drawn around a point."""
    tone = f"pk-tone-{TONES.get(code, 'muted')}"
    around = {"left": x - MIDDLE, "right": x + MIDDLE, "top": y - MIDDLE, "bottom": y + MIDDLE}
    shape = _SHAPES[SIGNS.get(code, "·")]
    return shape.format(tone=tone, x=x, y=y, tip=y - MIDDLE - 4, base=y + 6, **around)


def part_svg(page: Page, part: Part, periods: Sequence[Period]) -> Html:
    """One part of the plan: its measures from left to right, the periods from the oldest down to the newest."""
    rows = [(one, one.only(part.measures)) for one in reversed(periods)]
    numbers = [_number(page, name, place) for place, name in enumerate(part.measures, start=1)]
    left = 16 + LETTER * max(len(one.name) for one, _ in rows)
    width, height = round(left + CELL * len(numbers) + 4), HEAD + HIGH * len(rows) + 2
    heads = (
        f'<text class="pk-strip-number" x="{left + CELL * (place + 0.5):g}" y="15" text-anchor="middle">{esc(number)}</text>\n'
        for place, number in enumerate(numbers)
    )
    body = (
        _row(page, one, known, left=left, top=HEAD + HIGH * line) for line, (one, known) in enumerate(rows)
    )
    mark = free_anchor(page, "strip")
    said = "; ".join(f"{one.name}: {_in_words(page, one, part)}" for one in periods)
    return Html(
        f'<div class="pk-scroll" role="region" tabindex="0" aria-label="{esc(part.title)}">\n'
        f'<svg class="pk-flow pk-strip" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" '
        f'height="{height}" role="img" aria-labelledby="{mark}-t {mark}-d">\n<title id="{mark}-t">{esc(part.title)}</title>\n'
        f'<desc id="{mark}-d">{esc(f"{said}. {page.t(DESCRIPTION)}")}</desc>\n{"".join(heads)}{"".join(body)}</svg></div>\n'
    )


def _row(page: Page, period: Period, known: Sequence[Standing], *, left: float, top: int) -> str:
    """The name of a period and its cells."""
    middle = top + HIGH / 2
    made = [f'<text class="pk-strip-name" x="4" y="{middle + 4:g}">{esc(period.name)}</text>\n']
    for number, standing in enumerate(known):
        x = left + CELL * number
        css = "pk-strip-cell pk-strip-open" if standing.state is Reported.NOT_REPORTED else "pk-strip-cell"
        made.append(
            f'<rect class="{css}" x="{x + 1:g}" y="{top + 1}" width="{CELL - 2}" height="{HIGH - 2}"/>'
            f"{sign_shape(told(page.reading, standing).code, x + CELL / 2, middle)}\n"
        )
    return "".join(made)


def _number(page: Page, measure: str, place: int) -> str:
    return (page.reading.measures[measure].number or str(place))[:5]


def _in_words(page: Page, period: Period, part: Part) -> str:
    found = tally(page.reading, period.only(part.measures))
    return ", ".join(f"{count} {state.words}" for state, count in found)


def legend(page: Page, periods: Sequence[Period]) -> Html:
    """The signs that are used, with what they stand for."""
    used = {state.code: state for one in periods for state, _ in tally(page.reading, one.standings)}
    alike: dict[tuple[str, str], list[Told]] = {}
    for code in sorted(used, key=lambda one: (one not in _ORDER, _ORDER.get(one, 0))):
        alike.setdefault((SIGNS.get(code, "·"), TONES.get(code, "")), []).append(used[code])
    items = (
        Html(
            f'<div><dt class="pk-mark"><span class="pk-status pk-status-{esc(states[0].code)}">{sign}</span></dt>'
            f"<dd>{esc(', '.join(dict.fromkeys(one.words for one in states)))}</dd></div>\n"
        )
        for (sign, _), states in alike.items()
    )
    return Html(f'<dl class="pk-legend">\n{join(items)}</dl>\n')


_ORDER = {code: place for place, code in enumerate(SIGNS)}
