"""Pictures of a paper: drawings become PNG, because not every program that opens Word files draws SVG."""

from __future__ import annotations

import io
import re

import resvg_py
from docx.document import Document
from docx.text.paragraph import Paragraph as DocxParagraph

from plankit.papers.blocks import Figure
from plankit.word.elements import Element, el, find

ZOOM = 2
"""Dots of a picture for each of the drawing's own."""

_TWIP = 635
_PIXEL = 15
"""How many EMU a twip has, and twips a pixel of 96 to the inch."""

FORMS = frozenset({"png", "jpg", "gif"})
"""Kinds of picture that Word shows."""

_SIZE = re.compile(r'\bviewBox="[-\d.]+[ ,]+[-\d.]+[ ,]+([\d.]+)[ ,]+([\d.]+)"')


def can_show(figure: Figure) -> bool:
    """Whether there is a picture that Word can show."""
    return bool(figure.svg) or (bool(figure.data) and figure.form in FORMS)


def picture(document: Document, figure: Figure, *, width: int, height: int) -> Element:
    """A paragraph with the picture, not wider or higher than so many twips, with its words for those who do not see it.

    Raises `ValueError` where the bytes are no picture.
    """
    data, natural = _drawn(figure.svg) if figure.svg else (figure.data, None)
    holder = el("p")
    shape = DocxParagraph(holder, document).add_run().add_picture(io.BytesIO(data))
    wide, high = natural or (shape.width // _TWIP, shape.height // _TWIP)
    scale = min(1.0, width / wide, height / high)
    shape.width, shape.height = int(wide * scale) * _TWIP, int(high * scale) * _TWIP  # type: ignore[assignment]
    for one in find(holder, ".//wp:docPr"):
        one.set("title", figure.title)
        one.set("descr", figure.description or figure.title)
        one.set("name", f"{one.get('id')}")
    for one in find(holder, ".//pic:cNvPr"):
        one.set("name", "")
    return holder


def _drawn(svg: str) -> tuple[bytes, tuple[int, int] | None]:
    """The drawing as PNG, and its own size in twips where it tells one."""
    data = bytes(resvg_py.svg_to_bytes(svg_string=svg, zoom=float(ZOOM), background="#ffffff"))
    size = _SIZE.search(svg)
    if size is None:
        return data, None
    return data, (round(float(size[1]) * _PIXEL), round(float(size[2]) * _PIXEL))
