"""A strand of a procedure as a drawing: a lane for each actor, a box for each step, arrows between them.

Drawn here as text, so that no program has to be installed and the same plan gives the same bytes. Each row
holds one box. So a line that goes sideways in its row crosses no box, and lines over several rows run in a gutter
to the right of all lanes, each in a track of its own.
"""

from __future__ import annotations

import textwrap
from collections import Counter
from dataclasses import dataclass, field

from plankit.html.anchors import free_anchor
from plankit.html.markup import Html, esc
from plankit.html.page import Page
from plankit.html.procedure_words import time_limit
from plankit.views.flow import Arrow, Box, Exit, Strand

LANE = 190
BOX = 166
CHARS = 25
LINE = 15
PAD = 10
GAP = 42
HEAD = 62
LINES = 7
TRACK = 12
LABEL_CHARS = 24
LABEL = 160
SLOT = 16
LETTER = 7


@dataclass(frozen=True, kw_only=True)
class _Place:
    """Where a box stands, and what is written in it."""

    box: Box
    left: int
    top: int
    height: int
    lines: tuple[str, ...]

    @property
    def right(self) -> int:
        return self.left + BOX

    @property
    def middle(self) -> int:
        return self.left + BOX // 2

    @property
    def bottom(self) -> int:
        return self.top + self.height


@dataclass
class _Sheet:
    """The drawing while lines are laid: which tracks and which heights at the sides of boxes are in use."""

    places: dict[str, _Place]
    gutter: int
    """Where the first track runs."""
    tracks: list[list[tuple[int, int]]] = field(default_factory=list)
    used: dict[str, int] = field(default_factory=dict)

    def slot(self, place: _Place) -> int:
        """A height at the right side of a box that no other line uses, from its middle outwards."""
        number = self.used.get(place.box.step.id, 0)
        self.used[place.box.step.id] = number + 1
        offset = (number + 1) // 2 * SLOT * (1 if number % 2 else -1)
        half = place.height // 2
        return place.top + half + max(-half + 6, min(half - 6, offset))

    def fitting(self, words: str, place: _Place) -> str:
        """As much of `words` as there is room for between a box and the gutter."""
        chars = max(LABEL_CHARS, (self.gutter - place.right - 24) // LETTER)
        return textwrap.shorten(words, chars, placeholder="…")

    def track(self, start: int, end: int) -> int:
        """Where a line from `start` down or up to `end` runs without touching another."""
        low, high = sorted((start, end))
        for number, spans in enumerate(self.tracks):
            if all(high < one or other < low for one, other in spans):
                spans.append((low, high))
                return self.gutter + number * TRACK
        self.tracks.append([(low, high)])
        return self.gutter + (len(self.tracks) - 1) * TRACK


def _lines(text: str, chars: int, most: int) -> list[str]:
    wrapped = textwrap.wrap(text, chars) or [""]
    if len(wrapped) > most:
        wrapped = [*wrapped[: most - 1], wrapped[most - 1][: chars - 1] + "…"]
    return wrapped


def _written(page: Page, box: Box) -> tuple[str, ...]:
    """What stands in a box: number and what is done, within what time, and whether it makes safe or ends."""
    lines = _lines(f"{box.number}. {page.reading.text(box.step.what)}", CHARS, LINES)
    limit = time_limit(page, box.step)
    if limit:
        lines += _lines(f"– {limit}", CHARS, 2)
    if box.step.safe:
        lines.append(f"✓ {page.t('safe')}")
    if box.step.end:
        lines.append(f"■ {page.t('end')}")
    return tuple(lines)


def _placed(page: Page, strand: Strand) -> dict[str, _Place]:
    places, top, aside = {}, HEAD + PAD, _aside_lines(strand)
    for box in strand.boxes:
        lines = _written(page, box)
        height = max(len(lines) * LINE + 2 * PAD, aside[box.step.id] * SLOT + 2 * PAD)
        left = box.lane * LANE + (LANE - BOX) // 2
        places[box.step.id] = _Place(box=box, left=left, top=top, height=height, lines=lines)
        top += height + GAP
    return places


def _aside_lines(strand: Strand) -> Counter[str]:
    """How many lines end at the right side of each box."""
    rows = {box.step.id: box.row for box in strand.boxes}
    found = Counter({box.step.id: len(box.exits) for box in strand.boxes})
    for arrow in strand.arrows:
        if rows[arrow.end] != rows[arrow.start] + 1:
            found.update((arrow.start, arrow.end))
    return found


def _text(x: int, y: int, lines: list[str] | tuple[str, ...], css: str, anchor: str = "middle") -> str:
    spans = "".join(
        f'<tspan x="{x}" dy="{0 if number == 0 else LINE}">{esc(line)}</tspan>'
        for number, line in enumerate(lines)
    )
    return f'<text class="{css}" x="{x}" y="{y}" text-anchor="{anchor}">{spans}</text>\n'


def _box(place: _Place) -> str:
    step = place.box.step
    marks = (
        ("pk-box-fallback", step.kind == "fallback"),
        ("pk-box-end", step.end),
        ("pk-box-safe", step.safe),
    )
    css = " ".join(("pk-box", *(name for name, wanted in marks if wanted)))
    rect = f'<rect class="{css}" x="{place.left}" y="{place.top}" width="{BOX}" height="{place.height}" rx="6"/>\n'
    return rect + _text(place.middle, place.top + PAD + LINE - 3, place.lines, "pk-box-text")


def _path(points: str, *, fallback: bool, mark: str) -> str:
    css = "pk-arrow pk-arrow-fallback" if fallback else "pk-arrow"
    return f'<path class="{css}" d="{points}" marker-end="url(#{mark})"/>\n'


def _down(start: _Place, end: _Place, arrow: Arrow, mark: str) -> str:
    """To the box in the next row, in the gap between the two."""
    shift = -16 if arrow.fallback else 0
    x1, x2, half = start.middle + shift, end.middle + shift, start.bottom + GAP // 2 + (8 if shift else 0)
    points = f"M{x1} {start.bottom} V{end.top - 5}"
    if x1 != x2:
        points = f"M{x1} {start.bottom} V{half} H{x2} V{end.top - 5}"
    room = max(LABEL_CHARS, (x2 - x1 - 12) // LETTER)
    label = _lines(arrow.label, room, 2 if x1 == x2 else 1) if arrow.label else []
    words = _text(x1 + 6, start.bottom + 13, label, "pk-arrow-text", "start") if label else ""
    return _path(points, fallback=arrow.fallback, mark=mark) + words


def _aside(sheet: _Sheet, start: _Place, end: _Place, arrow: Arrow, mark: str) -> str:
    """To a box further away or the same one: out to the right, along a track, and back."""
    out, into = sheet.slot(start), sheet.slot(end)
    track = sheet.track(out, into)
    points = f"M{start.right} {out} H{track} V{into} H{end.right + 5}"
    label = [sheet.fitting(arrow.label, start)] if arrow.label else []
    words = _text(start.right + 6, out - 4, label, "pk-arrow-text", "start") if label else ""
    return _path(points, fallback=arrow.fallback, mark=mark) + words


def _leave(sheet: _Sheet, start: _Place, one: Exit, mark: str) -> str:
    """Out of the strand: a short arrow and where it leads."""
    out = sheet.slot(start)
    told = f"{one.label}: {one.words}" if one.label else one.words
    words = _text(start.right + 20, out + 4, [sheet.fitting(told, start)], "pk-arrow-text", "start")
    return _path(f"M{start.right} {out} H{start.right + 12}", fallback=one.fallback, mark=mark) + words


def _lay(strand: Strand, sheet: _Sheet, mark: str) -> str:
    """Every line of the drawing."""
    made = []
    for arrow in strand.arrows:
        start, end = sheet.places[arrow.start], sheet.places[arrow.end]
        if end.box.row == start.box.row + 1:
            made.append(_down(start, end, arrow, mark))
        else:
            made.append(_aside(sheet, start, end, arrow, mark))
    for place in sheet.places.values():
        made += [_leave(sheet, place, one, mark) for one in place.box.exits]
    return "".join(made)


def _gutter(strand: Strand) -> int:
    """Where the tracks begin: right of the lanes, further out where the last lane needs room for words."""
    last = len(strand.lanes) - 1
    rows = {box.step.id: box for box in strand.boxes}
    worded = any(box.exits for box in strand.boxes if box.lane == last) or any(
        arrow.label and rows[arrow.start].lane == last and rows[arrow.end].row != rows[arrow.start].row + 1
        for arrow in strand.arrows
    )
    return len(strand.lanes) * LANE + (LABEL if worded else TRACK)


def _lanes(strand: Strand, height: int) -> str:
    return "".join(
        f'<rect class="pk-lane pk-lane-{number % 2}" x="{number * LANE}" y="0" width="{LANE}" height="{height}"/>\n'
        + _text(number * LANE + LANE // 2, 18, _lines(lane, 23, 3), "pk-lane-text")
        for number, lane in enumerate(strand.lanes)
    )


def drawing(page: Page, strand: Strand, name: str, title: str) -> Html:
    """The strand as an inline SVG with a title and a description for those who do not see it."""
    sheet = _Sheet(places=_placed(page, strand), gutter=_gutter(strand))
    mark = free_anchor(page, f"arrow-{name}")
    lines = _lay(strand, sheet, mark)
    boxes = "".join(_box(place) for place in sheet.places.values())
    height = max((place.bottom for place in sheet.places.values()), default=HEAD) + PAD
    width = sheet.gutter + len(sheet.tracks) * TRACK
    told = page.t(
        "A drawing of the steps above: a column for each actor, boxes from top to bottom. Dashed arrows are taken when nobody can be reached."
    )
    lanes = ", ".join(lane for lane in strand.lanes if lane)
    return Html(
        f'<div class="pk-scroll" role="region" tabindex="0" aria-label="{esc(title)}">\n'
        f'<svg class="pk-flow" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" '
        f'height="{height}" role="img" aria-labelledby="{mark}-t {mark}-d">\n<title id="{mark}-t">{esc(title)}</title>\n'
        f'<desc id="{mark}-d">{esc(told)} {esc(lanes)}</desc>\n<defs><marker id="{mark}" viewBox="0 0 8 8" refX="4" refY="4" '
        f'markerWidth="7" markerHeight="7" orient="auto"><path class="pk-arrow-head" d="M0 0 L8 4 L0 8 z"/></marker></defs>\n'
        f"{_lanes(strand, height)}{lines}{boxes}</svg></div>\n"
        f'<p class="pk-note">{esc(page.t("Dashed: when nobody can be reached."))}</p>\n'
    )
