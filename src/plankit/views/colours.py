"""Colours: how well one is read on another, and the nearest to a given one that is read well enough.

Contrast is that of WCAG 2.2. "Nearest" is in OKLCH, where equal steps look equally large: the hue stays, the
lightness moves, and colour is taken away only where the screen could not show it otherwise.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass

TEXT, PARTS = 4.5, 3.0
"""The least contrast of text (WCAG 1.4.3), and of large text, rings and lines that must be seen (1.4.3, 1.4.11)."""
LIGHT_SURFACES = ("#ffffff", "#f8f9fb", "#f4f7f8", "#efeff4", "#fdf3e3", "#fdecec", "#ebebeb")
"""What text stands on in light pages. No tint that a site makes of its own colour is darker than the last."""
DARK_SURFACES = ("#131416", "#1a1c1e", "#1b2327", "#1e2124", "#33260f", "#3a1717", "#2f2f2f")
"""The same in dark pages; no tint is lighter than the last."""
_STEPS = 1024
_HEX = re.compile(r"#[0-9a-fA-F]{6}")

Triple = tuple[float, float, float]


def is_colour(text: str) -> bool:
    """Whether `text` is a colour as sites take it: `#rrggbb`."""
    return _HEX.fullmatch(text) is not None


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def least_contrast(colour: str, surfaces: Iterable[str]) -> float:
    """The contrast of `colour` on the surface that it is read worst on."""
    return min(contrast(colour, surface) for surface in surfaces)


def nearest_readable(colour: str, surfaces: tuple[str, ...], ratio: float) -> str:
    """The colour nearest to `colour` that has this contrast on all surfaces; itself where it has.

    Gives black or white where nothing of the hue is enough.
    """
    if least_contrast(colour, surfaces) >= ratio:
        return colour
    lightness, chroma, hue = _oklch(colour)
    darker = _luminance(surfaces[0]) > _luminance("#777777")
    end = 0.0 if darker else 1.0
    for step in range(1, _STEPS):
        found = _shown(lightness + (end - lightness) * step / _STEPS, chroma, hue)
        if least_contrast(found, surfaces) >= ratio:
            return found
    return "#000000" if darker else "#ffffff"


def tint(colour: str, *, dark: bool) -> str:
    """A faint shade of the colour to put text on: as light or dark as the surfaces are."""
    _, chroma, hue = _oklch(colour)
    surface = DARK_SURFACES[-1] if dark else LIGHT_SURFACES[-1]
    bound = _luminance(surface)
    lightness = _oklch(surface)[0]
    while True:
        found = _shown(lightness, min(chroma, 0.035 if dark else 0.02), hue)
        if (_luminance(found) <= bound) if dark else (_luminance(found) >= bound):
            return found
        lightness += -1 / _STEPS if dark else 1 / _STEPS


@dataclass(frozen=True, kw_only=True)
class Shades:
    """What a site makes of one colour, in light pages or in dark ones."""

    own: str
    """The colour as it was given; lines and areas that nothing is read on."""
    text: str
    """Links, letters, buttons: text on every surface."""
    mark: str
    """Rings and edges that must be seen."""
    soft: str
    """A surface."""


def shades(colour: str, *, dark: bool) -> Shades:
    """The shades of a colour; what is read or must be seen has the contrast that it needs."""
    surfaces = DARK_SURFACES if dark else LIGHT_SURFACES
    return Shades(
        own=colour,
        text=nearest_readable(colour, surfaces, TEXT),
        mark=nearest_readable(colour, surfaces, PARTS),
        soft=tint(colour, dark=dark),
    )


def _channels(colour: str) -> Triple:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def _linear(channel: float) -> float:
    # The bound is that of sRGB; WCAG's 0.03928 gives the same for every colour of eight bits.
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


def _gamma(channel: float) -> float:
    return channel * 12.92 if channel <= 0.0031308 else float(1.055 * channel ** (1 / 2.4) - 0.055)


def _luminance(colour: str) -> float:
    red, green, blue = map(_linear, _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _oklch(colour: str) -> Triple:
    """Lightness, chroma and hue (in radians) of a colour in OKLCH."""
    red, green, blue = map(_linear, _channels(colour))
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    middle = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    lightness = 0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short
    a = 1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short
    return lightness, math.hypot(a, b), math.atan2(b, a)


def _rgb(lightness: float, chroma: float, hue: float) -> Triple:
    """The linear red, green and blue of a colour in OKLCH; outside 0 to 1 where no screen shows it."""
    a, b = chroma * math.cos(hue), chroma * math.sin(hue)
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
    )


def _shown(lightness: float, chroma: float, hue: float) -> str:
    """The colour as a screen shows it, with as much chroma as it can."""
    low, high = 0.0, chroma
    if not _fits(_rgb(lightness, chroma, hue)):
        for _ in range(24):
            middle = (low + high) / 2
            low, high = (middle, high) if _fits(_rgb(lightness, middle, hue)) else (low, middle)
        chroma = low
    channels = (_gamma(min(max(one, 0.0), 1.0)) for one in _rgb(lightness, chroma, hue))
    return "#" + "".join(f"{round(one * 255):02x}" for one in channels)


def _fits(channels: Triple) -> bool:
    return all(-1e-6 <= one <= 1 + 1e-6 for one in channels)
