"""Contrast, and the nearest colour that can be read: laws over all colours."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plankit.views.colours import (
    DARK_SURFACES,
    LIGHT_SURFACES,
    PARTS,
    TEXT,
    contrast,
    is_colour,
    least_contrast,
    nearest_readable,
    shades,
    tint,
)

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")
SURFACES = st.sampled_from((LIGHT_SURFACES, DARK_SURFACES))
RATIOS = st.sampled_from((TEXT, PARTS, 7.0))


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#777777", "#ffffff", 4.48),
        ("#767676", "#ffffff", 4.54),
        ("#ff0000", "#ffffff", 4.0),
    ],
)
def test_contrast_of_known_pairs_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    """Figures that everybody's calculator gives."""
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)
    assert contrast(other, one) == contrast(one, other)


@given(COLOURS, SURFACES, RATIOS)
def test_offered_colour_can_be_read(colour: str, surfaces: tuple[str, ...], ratio: float) -> None:
    """Whatever is asked for, what is offered is a colour that has the contrast on every surface."""
    offered = nearest_readable(colour, surfaces, ratio)
    assert is_colour(offered)
    assert least_contrast(offered, surfaces) >= ratio


@given(COLOURS, SURFACES, RATIOS)
def test_colour_that_can_be_read_is_offered_unchanged(
    colour: str, surfaces: tuple[str, ...], ratio: float
) -> None:
    """A municipality keeps its colour where it can; what was offered once is never changed again."""
    offered = nearest_readable(colour, surfaces, ratio)
    if least_contrast(colour, surfaces) >= ratio:
        assert offered == colour
    assert nearest_readable(offered, surfaces, ratio) == offered


@given(COLOURS, SURFACES)
def test_offered_colour_goes_no_further_than_it_must(colour: str, surfaces: tuple[str, ...]) -> None:
    """Where it was changed at all, its contrast is hardly more than what is needed."""
    offered = nearest_readable(colour, surfaces, TEXT)
    if offered != colour:
        assert least_contrast(offered, surfaces) < TEXT + 0.2


@pytest.mark.parametrize(
    ("colour", "offered"), [("#ffcc00", "#836700"), ("#00a0df", "#0071a0"), ("#e60000", "#d70000")]
)
def test_offered_colour_keeps_its_hue(colour: str, offered: str) -> None:
    """Yellow becomes gold and not grey, a light blue a darker one."""
    assert nearest_readable(colour, LIGHT_SURFACES, TEXT) == offered


@given(COLOURS, st.booleans())
def test_everything_that_a_site_makes_of_a_colour_can_be_read(colour: str, dark: bool) -> None:
    """Text on the site's own tint has the contrast too, and so has a button's text on it."""
    made = shades(colour, dark=dark)
    assert made.own == colour
    assert contrast(made.text, made.soft) >= TEXT
    assert contrast(made.mark, made.soft) >= PARTS
    assert contrast(made.text, (DARK_SURFACES if dark else LIGHT_SURFACES)[0]) >= TEXT


@given(COLOURS)
def test_tint_is_no_darker_and_no_lighter_than_the_surfaces(colour: str) -> None:
    """So that what can be read on the surfaces can be read on it."""
    assert contrast(tint(colour, dark=False), "#000000") >= contrast(LIGHT_SURFACES[-1], "#000000")
    assert contrast(tint(colour, dark=True), "#ffffff") >= contrast(DARK_SURFACES[-1], "#ffffff")


@pytest.mark.parametrize("text", ["", "red", "#abc", "#12345g", "#1234567", " #123456", "123456"])
def test_what_is_no_colour_is_not_taken_for_one(text: str) -> None:
    """Only # and six digits."""
    assert not is_colour(text)
