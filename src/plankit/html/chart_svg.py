"""The values of an indicator as an inline SVG: lines or bars with every value written at its mark.

What is withheld or missing is a hole, and no line leads across it. A break in the series is a dashed line, and the
marks after it have another shape. The table beside it holds the same figures.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from math import ceil, floor, log10

from plankit.html.anchors import free_anchor
from plankit.html.markup import NOTHING, Html, esc
from plankit.html.page import Page
from plankit.language import N_
from plankit.views.indicator_series import Point, Series

LEFT, TOP, BOTTOM = 52, 42, 46
PLOT = 170
STEP, NARROW = 70, 58
LEAST = 3
"""From so many values on they are a line; fewer are bars."""
_MANY = 9
_MARK = 5
_TICKS = 4
_LETTER = 8


@dataclass(frozen=True, kw_only=True)
class _Scale:
    """Where values and periods stand."""

    low: float
    high: float
    tick: float
    step: int
    count: int
    right: int
    """Room for the words beside the lines of what is to be reached."""

    @property
    def width(self) -> int:
        return LEFT + self.count * self.step + self.right

    @property
    def end(self) -> int:
        """Right edge of the plot."""
        return LEFT + self.count * self.step

    def x(self, place: int) -> int:
        return LEFT + place * self.step + self.step // 2

    def y(self, value: float) -> float:
        return round(TOP + PLOT * (self.high - value) / (self.high - self.low), 1)


def chart(page: Page, series: Series) -> Html:
    """The series as a drawing with a title and a description; nothing where fewer than two values may be shown."""
    if len(series.shown) < 2:
        return NOTHING
    targets = [(value, f"{page.t(N_('Target'))} {text}") for value, text in series.targets]
    scale = _scale(series, max((len(words) for _, words in targets), default=0))
    as_line = len(series.shown) >= LEAST
    place, height = free_anchor(page, "chart"), TOP + PLOT + BOTTOM
    title = f"{series.name} ({series.unit})" if series.unit else series.name
    values = _lines(series, scale) + _marks(series, scale) if as_line else _bars(series, scale)
    body = (
        _grid(scale)
        + _targets(targets, scale)
        + _breaks(page, series, scale)
        + values
        + _labels(page, series, scale)
    )
    return Html(
        f'<div class="pk-scroll" role="region" tabindex="0" aria-label="{esc(title)}">\n'
        f'<svg class="pk-flow pk-chart" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {scale.width} {height}" '
        f'width="{scale.width}" height="{height}" role="img" aria-labelledby="{place}-t {place}-d">\n'
        f'<title id="{place}-t">{esc(title)}</title>\n<desc id="{place}-d">{esc(_description(page, series))}</desc>\n'
        f"{body}</svg></div>\n"
    )


def _scale(series: Series, longest: int) -> _Scale:
    """A scale that begins at nothing, so that no change looks larger than it is. Only what is shown has a say in it."""
    values = [float(one.value) for one in series.shown if one.value is not None]
    values += [float(value) for value, _ in series.targets]
    low, high = min(0.0, *values), max(0.0, *values)
    tick = _tick((high - low) or 1.0)
    low, high = floor(low / tick) * tick, ceil(high / tick) * tick
    return _Scale(
        low=low,
        high=high if high > low else low + tick,
        tick=tick,
        step=NARROW if len(series.points) > _MANY else STEP,
        count=len(series.points),
        right=LEFT // 2 + longest * _LETTER,
    )


def _tick(reach: float) -> float:
    """A round number that goes about four times into `reach`."""
    rough = reach / _TICKS
    power = 10.0 ** floor(log10(rough))
    return next(one * power for one in (1, 2, 2.5, 5, 10) if one * power >= rough * 0.999)


def _grid(scale: _Scale) -> str:
    made = []
    for number in range(round((scale.high - scale.low) / scale.tick) + 1):
        value = scale.low + number * scale.tick
        y = scale.y(value)
        css = "pk-chart-axis" if number == 0 else "pk-chart-grid"
        made.append(
            f'<line class="{css}" x1="{LEFT}" y1="{y}" x2="{scale.end}" y2="{y}"/>\n'
            f'<text class="pk-chart-text" x="{LEFT - 8}" y="{y + 4}" text-anchor="end">{esc(_plain(value))}</text>\n'
        )
    return "".join(made)


def _plain(value: float) -> str:
    return f"{Decimal(str(round(value, 6))).normalize():f}"


def _targets(targets: list[tuple[Decimal, str]], scale: _Scale) -> str:
    made = []
    for value, words in targets:
        y = scale.y(float(value))
        made.append(
            f'<line class="pk-chart-target" x1="{LEFT}" y1="{y}" x2="{scale.end}" y2="{y}"/>\n'
            f'<text class="pk-chart-text pk-chart-strong" x="{scale.end + 6}" y="{y + 4}">{esc(words)}</text>\n'
        )
    return "".join(made)


def _breaks(page: Page, series: Series, scale: _Scale) -> str:
    made = []
    for place, one in enumerate(series.points):
        if one.break_before and place:
            x = LEFT + place * scale.step
            made.append(
                f'<line class="pk-chart-break" x1="{x}" y1="{TOP - 16}" x2="{x}" y2="{TOP + PLOT}"/>\n'
                f'<text class="pk-chart-text pk-chart-strong" x="{x}" y="{TOP - 22}" text-anchor="middle">'
                f"{esc(page.t(N_('Break in series')))}</text>\n"
            )
    return "".join(made)


def _runs(series: Series) -> Iterator[list[tuple[int, Point]]]:
    """Values that follow each other without a hole or a break."""
    run: list[tuple[int, Point]] = []
    for place, one in enumerate(series.points):
        if run and (one.value is None or one.break_before):
            yield run
            run = []
        if one.value is not None:
            run.append((place, one))
    if run:
        yield run


def _lines(series: Series, scale: _Scale) -> str:
    made = []
    for run in _runs(series):
        points = " ".join(f"{scale.x(place)},{scale.y(float(one.value or 0))}" for place, one in run)
        made.append(f'<polyline class="pk-chart-line" points="{points}"/>\n')
    return "".join(made)


def _marks(series: Series, scale: _Scale) -> str:
    """A mark and its value at each point; a ring before the first break, then a square, a diamond, a ring again."""
    made, part = [], 0
    for place, one in enumerate(series.points):
        part += bool(one.break_before and place)
        if one.value is None:
            continue
        x, y = scale.x(place), scale.y(float(one.value))
        made.append(
            f"{_mark(part % 3, x, y)}\n"
            f'<text class="pk-chart-value" x="{x}" y="{y - 11}" text-anchor="middle">{esc(one.text)}</text>\n'
        )
    return "".join(made)


def _mark(shape: int, x: int, y: float) -> str:
    r = _MARK
    if shape == 0:
        return f'<circle class="pk-chart-mark" cx="{x}" cy="{y}" r="{r}"/>'
    if shape == 1:
        return f'<rect class="pk-chart-mark" x="{x - r}" y="{y - r}" width="{2 * r}" height="{2 * r}"/>'
    far = r + 2
    return f'<path class="pk-chart-mark" d="M{x} {y - far} L{x + far} {y} L{x} {y + far} L{x - far} {y} Z"/>'


def _bars(series: Series, scale: _Scale) -> str:
    made = []
    for place, one in enumerate(series.points):
        if one.value is None:
            continue
        x, y, zero = scale.x(place), scale.y(float(one.value)), scale.y(0)
        top, high = min(y, zero), abs(zero - y)
        made.append(
            f'<rect class="pk-chart-bar" x="{x - 20}" y="{top}" width="40" height="{round(high, 1)}"/>\n'
            f'<text class="pk-chart-value" x="{x}" y="{top - 7}" text-anchor="middle">{esc(one.text)}</text>\n'
        )
    return "".join(made)


def _labels(page: Page, series: Series, scale: _Scale) -> str:
    """Below the plot the periods and how many each value is of; a colon where it is withheld, a dash where it is missing."""
    made, foot = [], TOP + PLOT
    for place, one in enumerate(series.points):
        x = scale.x(place)
        if one.value is None:
            sign = ":" if one.is_withheld else "–"
            made.append(
                f'<text class="pk-chart-value" x="{x}" y="{foot - 8}" text-anchor="middle">{sign}</text>\n'
            )
        made.append(
            f'<text class="pk-chart-text" x="{x}" y="{foot + 17}" text-anchor="middle">{esc(one.period)}</text>\n'
        )
        if one.base:
            made.append(
                f'<text class="pk-chart-text pk-chart-base" x="{x}" y="{foot + 34}" text-anchor="middle">'
                f"{esc(page.t(N_('n = {base}')).format(base=one.base))}</text>\n"
            )
    return "".join(made)


def _description(page: Page, series: Series) -> str:
    """The whole drawing in words, so that nobody misses what it shows."""
    told = [
        page.t(N_("The table below holds the same figures.")),
        *(_told(page, one) for one in series.points),
    ]
    told += [f"{page.t(N_('Target'))} {text}." for _, text in series.targets]
    return " ".join(told)


def _told(page: Page, one: Point) -> str:
    said = one.text or page.t(N_("withheld") if one.is_withheld else N_("no value"))
    if one.break_before:
        return f"{page.t(N_('Break in series'))}. {one.period}: {said}."
    return f"{one.period}: {said}."
