"""The timeline of a walk as an inline SVG: lanes for who acts, numbered marks from left to right."""

from __future__ import annotations

import textwrap
from datetime import datetime

from plankit.html.anchors import free_anchor
from plankit.html.markup import Html, esc
from plankit.html.page import Page
from plankit.language import N_
from plankit.views.timeline import Mark, Timeline, Who, timeline
from plankit.walks.result import Walk
from plankit.walks.words import WEEKDAYS

NAMES = 170
LANE = 44
STEP = 40
JUMP = 92
HEAD = 44
RADIUS = 12

WEEKDAY_LETTERS = 3
DESCRIPTION = N_(
    "A line from left to right, a row for each who acts. The numbers are those of the list below. "
    "Dashed is waiting or a stand-in, a cross is a step that is forbidden, an exclamation mark is a gap."
)


def _tick_words(page: Page, at: datetime, before: datetime | None) -> list[str]:
    """A moment on the axis: the day where it is another than before, and the time."""
    time = f"{at:%H:%M}"
    if before is not None and before.date() == at.date():
        return [time]
    day = page.t(WEEKDAYS[at.weekday()])[:WEEKDAY_LETTERS]
    return [f"{day} {at:%d.%m.}", time]


def _columns(shape: Timeline) -> list[int]:
    """Where each column stands: further to the right where time has passed and needs words."""
    jumps = {tick.column for tick in shape.ticks}
    x, found = NAMES + JUMP // 2, []
    last = max((tick.column for tick in shape.ticks), default=0)
    for column in range(max(len(shape.marks), last) + 1):
        if column:
            x += JUMP if column in jumps else STEP
        found.append(x)
    return found


def _lanes(shape: Timeline, names: list[str], width: int) -> str:
    made = []
    for number, name in enumerate(names):
        top = HEAD + number * LANE
        lines = textwrap.wrap(name, 24)[:2] or [""]
        spans = "".join(
            f'<tspan x="8" dy="{0 if one == 0 else 14}">{esc(line)}</tspan>' for one, line in enumerate(lines)
        )
        made.append(
            f'<rect class="pk-lane pk-lane-{number % 2}" x="0" y="{top}" width="{width}" height="{LANE}"/>\n'
            f'<text class="pk-time-name" x="8" y="{top + LANE // 2 + 4 - 7 * (len(lines) - 1)}">{spans}</text>\n'
        )
    return "".join(made)


def _axis(page: Page, shape: Timeline, columns: list[int], height: int) -> str:
    made, before = [], None
    for tick in shape.ticks:
        x = columns[tick.column]
        lines = _tick_words(page, tick.at, before)
        spans = "".join(
            f'<tspan x="{x}" dy="{0 if one == 0 else 14}">{esc(line)}</tspan>'
            for one, line in enumerate(lines)
        )
        y = 28 - 14 * (len(lines) - 1)
        made.append(
            f'<line class="pk-time-tick" x1="{x}" y1="{HEAD - 8}" x2="{x}" y2="{height}"/>\n'
            f'<text class="pk-time-text" x="{x}" y="{y}" text-anchor="middle">{spans}</text>\n'
        )
        before = tick.at
    return "".join(made)


def _middle(lane: int) -> int:
    return HEAD + lane * LANE + LANE // 2


def _links(shape: Timeline, columns: list[int]) -> str:
    made = []
    for mark, after in zip(shape.marks, shape.marks[1:], strict=False):
        css = "pk-arrow pk-arrow-fallback" if mark.event.what in ("waited", "fallback") else "pk-arrow"
        points = (
            f"M{columns[mark.column]} {_middle(mark.lane)} L{columns[after.column]} {_middle(after.lane)}"
        )
        made.append(f'<path class="{css}" d="{points}"/>\n')
    return "".join(made)


def _mark(mark: Mark, columns: list[int], *, safe: bool) -> str:
    x, y = columns[mark.column], _middle(mark.lane)
    parts = []
    if mark.receiver is not None and mark.receiver != mark.lane:
        to = _middle(mark.receiver)
        parts.append(
            f'<path class="pk-time-hand" d="M{x} {y} V{to}"/><circle class="pk-time-got" cx="{x}" cy="{to}" r="5"/>\n'
        )
    css = f"pk-time-mark pk-time-{mark.event.what}{' pk-time-safe' if safe else ''}"
    parts.append(f'<circle class="{css}" cx="{x}" cy="{y}" r="{RADIUS}"/>\n')
    if mark.event.what == "skipped-forbidden":
        r = RADIUS - 4
        parts.append(
            f'<path class="pk-time-cross" d="M{x - r} {y - r} L{x + r} {y + r} M{x - r} {y + r} L{x + r} {y - r}"/>\n'
        )
    css = "pk-time-number" if mark.event.what == "acted" else "pk-time-number pk-time-open"
    parts.append(f'<text class="{css}" x="{x}" y="{y + 4}" text-anchor="middle">{mark.column}</text>\n')
    if mark.gaps:
        parts.append(f'<text class="pk-time-gap" x="{x + RADIUS}" y="{y - 8}">!</text>\n')
    return "".join(parts)


def timeline_svg(page: Page, walk: Walk, names: dict[Who, str], title: str) -> Html:
    """The walk as an inline SVG with a title and a description; the list beside it says the same in words."""
    shape = timeline(walk)
    columns = _columns(shape)
    height = HEAD + max(1, len(shape.lanes)) * LANE + 6
    width = columns[-1] + JUMP // 2
    place = free_anchor(page, "timeline")
    marks = "".join(_mark(one, columns, safe=one.column == shape.safe_column) for one in shape.marks)
    lanes = _lanes(shape, [names[who] for who in shape.lanes], width)
    return Html(
        f'<div class="pk-scroll" role="region" tabindex="0" aria-label="{esc(title)}">\n'
        f'<svg class="pk-flow pk-timeline" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" '
        f'height="{height}" role="img" aria-labelledby="{place}-t {place}-d">\n<title id="{place}-t">{esc(title)}</title>\n'
        f'<desc id="{place}-d">{esc(page.t(DESCRIPTION))}</desc>\n'
        f"{lanes}{_axis(page, shape, columns, height)}{_links(shape, columns)}{marks}</svg></div>\n"
    )
