"""A strand of a procedure as a drawing: a lane for each actor, a box for each step, arrows between them.

Drawn here as text, so that no program has to be installed and the same plan gives the same bytes.
"""

from __future__ import annotations

import textwrap

from plankit.sphinx.html.markup import Html, esc
from plankit.sphinx.html.page import Page
from plankit.views.flow import Arrow, Box, Strand

LANE = 190
BOX = 166
CHARS = 25
LINE = 15
PAD = 10
GAP = 34
HEAD = 44
LINES = 6


def _lines(text: str, lines: int = LINES) -> list[str]:
    wrapped = textwrap.wrap(text, CHARS) or [""]
    if len(wrapped) > lines:
        wrapped = [*wrapped[: lines - 1], wrapped[lines - 1][: CHARS - 1] + "…"]
    return wrapped


def _rows(page: Page, strand: Strand) -> tuple[list[int], list[int]]:
    """Top and height of each row."""
    tops, heights, y = [], [], HEAD + PAD
    for box in strand.boxes:
        height = len(_lines(f"{box.number}. {page.reading.text(box.step.what)}")) * LINE + 2 * PAD
        tops.append(y)
        heights.append(height)
        y += height + GAP
    return tops, heights


def _text(x: int, y: int, lines: list[str], css: str) -> str:
    spans = "".join(
        f'<tspan x="{x}" dy="{0 if number == 0 else LINE}">{esc(line)}</tspan>'
        for number, line in enumerate(lines)
    )
    return f'<text class="{css}" x="{x}" y="{y}" text-anchor="middle">{spans}</text>\n'


def _box(page: Page, box: Box, top: int, height: int) -> str:
    left = box.lane * LANE + (LANE - BOX) // 2
    lines = _lines(f"{box.number}. {page.reading.text(box.step.what)}")
    css = (
        "pk-box pk-box-fallback"
        if box.step.kind == "fallback"
        else "pk-box pk-box-end"
        if box.step.end
        else "pk-box"
    )
    return f'<rect class="{css}" x="{left}" y="{top}" width="{BOX}" height="{height}" rx="6"/>\n' + _text(
        left + BOX // 2, top + PAD + LINE - 3, lines, "pk-box-text"
    )


def _route(start: Box, end: Box, tops: list[int], heights: list[int], shift: int) -> tuple[str, int, int]:
    """The path of an arrow and where its label stands: straight down, across between rows, or round the side."""
    x1 = start.lane * LANE + LANE // 2 + shift
    x2 = end.lane * LANE + LANE // 2 + shift
    y1 = tops[start.row] + heights[start.row]
    y2 = tops[end.row]
    if end.row == start.row + 1:
        middle = y1 + GAP // 2
        if x1 == x2:
            return f"M{x1} {y1} V{y2 - 5}", x1 + 6, middle + 4
        return f"M{x1} {y1} V{middle} H{x2} V{y2 - 5}", min(x1, x2) + abs(x1 - x2) // 2, middle - 4
    side = max(start.lane, end.lane) * LANE + LANE - 5 + shift // 2
    out = tops[start.row] + heights[start.row] // 2
    into = tops[end.row] + heights[end.row] // 2
    right = (LANE + BOX) // 2
    return (
        f"M{start.lane * LANE + right} {out} H{side} V{into} H{end.lane * LANE + right + 5}",
        side - 4,
        out - 5,
    )


def _arrow(strand: Strand, arrow: Arrow, tops: list[int], heights: list[int], mark: str) -> str:
    boxes = {box.step.id: box for box in strand.boxes}
    path, x, y = _route(boxes[arrow.start], boxes[arrow.end], tops, heights, 14 if arrow.fallback else 0)
    css = "pk-arrow pk-arrow-fallback" if arrow.fallback else "pk-arrow"
    label = f'<text class="pk-arrow-text" x="{x}" y="{y}">{esc(textwrap.shorten(arrow.label, 30, placeholder="…"))}</text>\n'
    return f'<path class="{css}" d="{path}" marker-end="url(#{mark})"/>\n{label if arrow.label else ""}'


def drawing(page: Page, strand: Strand, name: str, title: str) -> Html:
    """The strand as an inline SVG with a title and a description for those who do not see it."""
    tops, heights = _rows(page, strand)
    width = max(1, len(strand.lanes)) * LANE + 12
    height = (tops[-1] + heights[-1] + PAD) if tops else HEAD
    mark = f"arrow-{name}"
    lanes = "".join(
        f'<rect class="pk-lane pk-lane-{number % 2}" x="{number * LANE}" y="0" width="{LANE}" height="{height}"/>\n'
        + _text(number * LANE + LANE // 2, 18, _lines(lane, 2), "pk-lane-text")
        for number, lane in enumerate(strand.lanes)
    )
    boxes = "".join(_box(page, box, tops[box.row], heights[box.row]) for box in strand.boxes)
    arrows = "".join(_arrow(strand, arrow, tops, heights, mark) for arrow in strand.arrows)
    told = page.t(
        "A drawing of the steps above: a column for each actor, boxes from top to bottom. Dashed arrows are taken when nobody can be reached."
    )
    return Html(
        f'<div class="pk-scroll" role="region" tabindex="0" aria-label="{esc(title)}">\n'
        f'<svg class="pk-flow" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" '
        f'height="{height}" role="img" aria-labelledby="{mark}-t {mark}-d">\n<title id="{mark}-t">{esc(title)}</title>\n'
        f'<desc id="{mark}-d">{esc(told)}</desc>\n<defs><marker id="{mark}" viewBox="0 0 8 8" refX="4" refY="4" '
        f'markerWidth="7" markerHeight="7" orient="auto"><path class="pk-arrow-head" d="M0 0 L8 4 L0 8 z"/></marker></defs>\n'
        f"{lanes}{arrows}{boxes}</svg></div>\n"
    )
