"""The form of a deck: wide slides, three layouts, and colours that can be told apart from the back row."""

from __future__ import annotations

from typing import Any, NamedTuple

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Deck
from pptx.slide import SlideLayout
from pptx.util import Emu, Pt

from plankit.language import N_, translate

WIDE, HIGH, MARGIN = 960, 540, 44
"""Points of a slide: 16 to 9, as the room on slides is reckoned."""
TOP, TITLE_TOP, TITLE_HIGH = 104, 22, 76
BOTTOM = 516
INK, ACCENT, GOOD, BAD, LINK, WHITE = "1C2329", "1F4E5F", "1C5F33", "8F1D1D", "175A74", "FFFFFF"
MUTED = "4D5861"
SOFT, WARM = "EEF4F6", "FDF3E3"
_NAMES = {
    "Title Slide": N_("Title slide"),
    "Title and Content": N_("Title and text"),
    "Title Only": N_("Title and table"),
}
_UNUSED = ("dt", "ftr")
"""Placeholders that no slide fills."""


class Form(NamedTuple):
    """An empty deck and its layouts."""

    deck: Deck
    opening: SlideLayout
    text: SlideLayout
    table: SlideLayout


def colour(code: str) -> RGBColor:
    """A colour by its six digits."""
    return RGBColor.from_string(code)


def empty_form(language: str) -> Form:
    """A deck without slides."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Pt(WIDE), Pt(HIGH)
    for layout in list(deck.slide_layouts):
        if layout.name not in _NAMES:
            deck.slide_layouts.remove(layout)
    _set_master(deck)
    found = {layout.name: layout for layout in deck.slide_layouts}
    for name, layout in found.items():
        layout._element.cSld.set("name", translate(_NAMES[name], language))  # noqa: SLF001 - python-pptx names none
        _place(layout)
    made = Form(deck, found["Title Slide"], found["Title and Content"], found["Title Only"])
    _move(made.opening.placeholders[0], 130, 120)
    _move(made.opening.placeholders[1], 260, BOTTOM - 260)
    return made


def _set_master(deck: Deck) -> None:
    master: Any = deck.slide_master
    _place(master)
    bar = master.shapes._spTree  # noqa: SLF001
    shape = deck.slide_layouts[0].slide_master.shapes
    assert shape is not None
    styles = master._element.find(qn("p:txStyles"))  # noqa: SLF001
    title = styles.find(qn("p:titleStyle")).find(qn("a:lvl1pPr"))
    title.set("algn", "l")
    _colour_of(title.find(qn("a:defRPr")), ACCENT, size=34, bold=True)
    for number in range(1, 6):
        level = styles.find(qn("p:bodyStyle")).find(qn(f"a:lvl{number}pPr"))
        _colour_of(level.find(qn("a:defRPr")), INK, size=24)
    assert bar is not None


def _colour_of(run: Any, code: str, *, size: int, bold: bool = False) -> None:
    for old in run.findall(qn("a:solidFill")):
        run.remove(old)
    fill = run.makeelement(qn("a:solidFill"), {})
    fill.append(run.makeelement(qn("a:srgbClr"), {"val": code}))
    run.insert(0, fill)
    run.set("sz", str(size * 100))
    run.set("b", "1" if bold else "0")


def _place(holder: Any) -> None:
    """Put title, text and number where they belong on a wide slide; take out what no slide fills."""
    for shape in list(holder.placeholders):
        kind = shape._element.ph.get("type") or "body"  # noqa: SLF001
        if kind in _UNUSED:
            shape._element.getparent().remove(shape._element)  # noqa: SLF001
        elif kind in ("title", "ctrTitle"):
            _move(shape, TITLE_TOP, TITLE_HIGH)
        elif kind == "sldNum":
            shape.left, shape.top = Pt(WIDE - MARGIN - 80), Pt(BOTTOM)
            shape.width, shape.height = Pt(80), Pt(20)
        else:
            _move(shape, TOP, BOTTOM - TOP)


def _move(shape: Any, top: float, high: float) -> None:
    shape.left, shape.width = Pt(MARGIN), Pt(WIDE - 2 * MARGIN)
    shape.top, shape.height = Pt(top), Emu(Pt(high))


__all__ = ["MSO_SHAPE", "Form", "empty_form"]
