"""The map of squares: one for each municipality, with its state as sign, pattern and colour."""

from __future__ import annotations

from collections.abc import Mapping

from plankit.html.markup import NOTHING, Html, esc
from plankit.language import N_
from plankit.registry.picture import Place
from plankit.registry_site.page import LABELS, Site, badge, link, page_of, way
from plankit.registry_site.signs import SIGNS
from plankit.registry_site.tiles import Square, squares
from plankit.views.in_force import State

SIDE = 32
_GAP = 1
_LETTERS = 4


def short_name(name: str) -> str:
    """A few letters of a name: the first four, or two of the first and two of the last word."""
    words = name.replace("-", " ").replace("–", " ").split()
    if len(words) > 1:
        return f"{words[0][:2]}{words[-1][:2]}"
    return name[:_LETTERS]


def tile_map(site: Site, here: str) -> Html:
    """The map with its legend; nothing for a country whose municipalities have no layout."""
    layout = squares(site.picture.country)
    if not layout:
        return NOTHING
    places = [one for one in site.picture.places if one.number in layout]
    width = (max(layout[one.number].column for one in places) + 1) * SIDE
    height = (max(layout[one.number].row for one in places) + 1) * SIDE
    tiles = "".join(_tile(site, here, one, layout[one.number]) for one in places)
    told = site.t(
        N_(
            "One square for each municipality, county by county, roughly where it lies. Each square leads to the "
            "municipality's page."
        )
    )
    same = site.t(N_("The same as a table"))
    return Html(
        '<figure class="map">\n'
        f"<figcaption><p>{esc(told)} {link(here, 'municipalities.html', same)}.</p>\n{legend(site)}</figcaption>\n"
        f'<svg viewBox="-2 -2 {width + 4} {height + 4}" width="{width + 4}" height="{height + 4}" aria-hidden="true" focusable="false">\n'
        f"<defs>{_PATTERNS}</defs>\n{tiles}{_borders(places, layout)}</svg>\n</figure>\n"
    )


_PATTERNS = (
    '<pattern id="p-expired" width="6" height="6" patternUnits="userSpaceOnUse">'
    '<path d="M-1 1l2-2M0 6l6-6M5 7l2-2" class="stripe"/></pattern>'
    '<pattern id="p-under-revision" width="5" height="5" patternUnits="userSpaceOnUse">'
    '<circle cx="2.5" cy="2.5" r=".9" class="dot"/></pattern>'
    '<pattern id="p-shared" width="8" height="8" patternUnits="userSpaceOnUse">'
    '<path d="M0 0v8" class="stripe"/></pattern>'
    '<pattern id="p-being-made" width="6" height="6" patternUnits="userSpaceOnUse">'
    '<path d="M0 3h6" class="stripe"/></pattern>'
)
_PATTERNED = (State.EXPIRED, State.UNDER_REVISION, State.SHARED, State.BEING_MADE)


def _tile(site: Site, here: str, place: Place, square: Square) -> str:
    x, y, state = square.column * SIDE, square.row * SIDE, place.state
    side = SIDE - 2 * _GAP
    box = f'x="{_GAP}" y="{_GAP}" width="{side}" height="{side}" rx="3"'
    pattern = f'<rect {box} class="pattern" fill="url(#p-{state})"/>' if state in _PATTERNED else ""
    title = f"{place.number} {place.name}: {site.t(LABELS[state])}"
    return (
        f'<a href="{way(here, page_of(place))}" tabindex="-1" class="s-{state}"><g transform="translate({x} {y})">'
        f"<title>{esc(title)}</title><rect {box}/>{pattern}{SIGNS[state]}"
        f'<text x="16" y="26.5">{esc(short_name(place.name))}</text></g></a>\n'
    )


def _borders(places: list[Place], layout: Mapping[str, Square]) -> str:
    """A line where a square of one county meets one of another, or nothing."""
    county = {layout[one.number]: one.municipality.county.number for one in places}
    lines = []
    for square, own in county.items():
        column, row = square
        x, y = column * SIDE, row * SIDE
        if county.get(Square(column - 1, row)) != own:
            lines.append(f"M{x} {y}v{SIDE}")
        if county.get(Square(column, row - 1)) != own:
            lines.append(f"M{x} {y}h{SIDE}")
        if Square(column + 1, row) not in county:
            lines.append(f"M{x + SIDE} {y}v{SIDE}")
        if Square(column, row + 1) not in county:
            lines.append(f"M{x} {y + SIDE}h{SIDE}")
    return f'<path class="border" d="{"".join(lines)}"/>\n'


def legend(site: Site) -> Html:
    """What the signs mean."""
    rows = "".join(f"<li>{badge(site, state)}</li>\n" for state in State)
    return Html(f'<ul class="legend" aria-label="{esc(site.t(N_("What the signs mean")))}">\n{rows}</ul>\n')
