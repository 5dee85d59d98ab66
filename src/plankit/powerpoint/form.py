"""The form of a deck: wide slides, three layouts, and colours that can be told apart from the back row."""

from __future__ import annotations

from typing import Any, NamedTuple

from pptx import Presentation
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.presentation import Presentation as Deck
from pptx.slide import SlideLayout
from pptx.util import Pt

from plankit.language import N_, translate

WIDE, HIGH, MARGIN = 960, 540, 44
"""Points of a slide, 16 to 9, and of the room to its left and right."""
TOP, BOTTOM = 104, 510
"""Where the text of a slide begins and ends."""
INK, MUTED, ACCENT, GOOD, BAD, LINK, WHITE = (
    "1C2329",
    "4D5861",
    "1F4E5F",
    "1C5F33",
    "8F1D1D",
    "175A74",
    "FFFFFF",
)
SOFT, WARM = "EEF4F6", "FDF3E3"
_TITLE = (22, 76)
_NAMES = {
    "Title Slide": N_("Title slide"),
    "Title and Content": N_("Title and text"),
    "Title Only": N_("Title and table"),
}
_UNUSED = ("dt", "ftr")
"""Placeholders that no slide fills."""
_BAR = (
    f"<p:sp {nsdecls('p', 'a')}><p:nvSpPr><p:cNvPr id='99' name='Bar'/><p:cNvSpPr/><p:nvPr userDrawn='1'/></p:nvSpPr>"
    f"<p:spPr><a:xfrm><a:off x='0' y='0'/><a:ext cx='{Pt(WIDE)}' cy='{Pt(8)}'/></a:xfrm>"
    f"<a:prstGeom prst='rect'><a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val='{ACCENT}'/></a:solidFill>"
    "<a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
)


class Form(NamedTuple):
    """An empty deck and its layouts."""

    deck: Deck
    opening: SlideLayout
    text: SlideLayout
    table: SlideLayout


def empty_form(language: str) -> Form:
    """A deck without slides."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Pt(WIDE), Pt(HIGH)
    for layout in list(deck.slide_layouts):
        if layout.name not in _NAMES:
            deck.slide_layouts.remove(layout)
    _set_master(deck.slide_master)
    found = {layout.name: layout for layout in deck.slide_layouts}
    for name, layout in found.items():
        inner: Any = layout
        inner._element.cSld.set("name", translate(_NAMES[name], language))
        _place(inner)
    made = Form(deck, *(found[name] for name in _NAMES))
    _open(made.opening)
    return made


def _set_master(master: Any) -> None:
    _place(master)
    tree = master._element.cSld.spTree
    # Before the placeholders: it lies behind them.
    tree.insert(2, parse_xml(_BAR))
    styles = master._element.find(qn("p:txStyles"))
    title = styles.find(qn("p:titleStyle")).find(qn("a:lvl1pPr"))
    title.set("algn", "l")
    _set_run(title.find(qn("a:defRPr")), ACCENT, size=34, bold=True)
    for number in range(1, 6):
        level = styles.find(qn("p:bodyStyle")).find(qn(f"a:lvl{number}pPr"))
        _set_run(level.find(qn("a:defRPr")), INK, size=24)


def _open(layout: Any) -> None:
    """Let the first slide have a larger title, and its text to the left like the others'."""
    title, text = layout.placeholders[0], layout.placeholders[1]
    move(title, 60, 110)
    large = f"<a:lvl1pPr {nsdecls('a')} algn='l'><a:defRPr sz='4400'/></a:lvl1pPr>"
    title._element.txBody.find(qn("a:lstStyle")).append(parse_xml(large))
    move(text, 180, BOTTOM - 180)
    for style in text._element.txBody.findall(qn("a:lstStyle")):
        for level in list(style):
            style.remove(level)


def _set_run(run: Any, code: str, *, size: int, bold: bool = False) -> None:
    for old in run.findall(qn("a:solidFill")):
        run.remove(old)
    run.insert(0, parse_xml(f"<a:solidFill {nsdecls('a')}><a:srgbClr val='{code}'/></a:solidFill>"))
    run.set("sz", str(size * 100))
    run.set("b", "1" if bold else "0")


def _place(holder: Any) -> None:
    """Put title, text and number where they belong on a wide slide; take out what no slide fills."""
    for shape in list(holder.placeholders):
        kind = shape._element.ph.get("type") or "body"
        if kind in _UNUSED:
            shape._element.getparent().remove(shape._element)
        elif kind in ("title", "ctrTitle"):
            move(shape, *_TITLE)
            shape._element.txBody.find(qn("a:bodyPr")).set("anchor", "b" if kind == "ctrTitle" else "ctr")
        elif kind == "sldNum":
            shape.left, shape.width = Pt(WIDE - MARGIN - 80), Pt(80)
            shape.top, shape.height = Pt(BOTTOM), Pt(20)
            for run in shape._element.iter(qn("a:defRPr")):
                _set_run(run, MUTED, size=12)
        else:
            move(shape, TOP, BOTTOM - TOP)


def move(shape: Any, top: float, high: float) -> None:
    """Put a shape between the margins, at this height."""
    shape.left, shape.width = Pt(MARGIN), Pt(WIDE - 2 * MARGIN)
    shape.top, shape.height = Pt(top), Pt(high)
