"""Drawings of pieces as pictures that stand alone: with their colours and type in them."""

from __future__ import annotations

import re

from plankit.papers.blocks import Figure
from plankit.papers.tree import Node, parse

FONT = "Libertinus Serif"
"""The type of drawings; the PDF carries it."""

STYLE = f"""
text {{ font-family: "{FONT}", "DejaVu Sans", sans-serif; font-size: 12px; fill: #1c2329 }}
.pk-lane-0 {{ fill: #f3f5f7 }} .pk-lane-1 {{ fill: #e6ecf1 }}
.pk-lane-text {{ font-size: 14px; font-weight: 700 }}
.pk-box {{ fill: #ffffff; stroke: #24506e; stroke-width: 1.5 }}
.pk-box-fallback {{ stroke-dasharray: 5 4 }} .pk-box-end {{ stroke-width: 3 }}
.pk-box-safe {{ stroke: #1d6b3f; stroke-width: 3; fill: #f2f8f4 }}
.pk-box-text {{ font-size: 13px }}
.pk-arrow {{ fill: none; stroke: #56616b; stroke-width: 1.5 }} .pk-arrow-fallback {{ stroke-dasharray: 5 4 }}
.pk-arrow-head {{ fill: #56616b }}
.pk-arrow-text {{ font-size: 12px; paint-order: stroke; stroke: #f3f5f7; stroke-width: 3px }}
.pk-time-name {{ font-size: 13px; font-weight: 700 }} .pk-time-tick {{ stroke: #b9c2ca; stroke-width: 1 }}
.pk-time-mark {{ fill: #ffffff; stroke: #24506e; stroke-width: 2; stroke-dasharray: 4 3 }}
.pk-time-acted {{ fill: #24506e; stroke-dasharray: none }}
.pk-time-safe {{ fill: #1d6b3f; stroke: #1d6b3f; stroke-dasharray: none }}
.pk-time-number {{ font-weight: 700; fill: #ffffff }} .pk-time-open {{ fill: #1c2329 }}
.pk-time-cross {{ stroke: #9b1c1c; stroke-width: 2; fill: none }}
.pk-time-gap {{ font-size: 18px; font-weight: 700; fill: #9b1c1c }}
.pk-time-hand {{ stroke: #56616b; stroke-width: 1.5; fill: none }} .pk-time-got {{ fill: #56616b }}
.pk-chart-value {{ font-weight: 700; paint-order: stroke; stroke: #ffffff; stroke-width: 4px }}
.pk-chart-strong {{ font-weight: 700 }} .pk-chart-base {{ fill: #4a545d }}
.pk-chart-axis {{ stroke: #1c2329; stroke-width: 1.5 }} .pk-chart-grid {{ stroke: #cfd6dc; stroke-width: 1 }}
.pk-chart-line {{ fill: none; stroke: #24506e; stroke-width: 2.5 }}
.pk-chart-mark {{ fill: #24506e; stroke: #ffffff; stroke-width: 1.5 }} .pk-chart-bar {{ fill: #24506e }}
.pk-chart-target {{ stroke: #1c2329; stroke-width: 1.5; stroke-dasharray: 2 4 }}
.pk-chart-break {{ stroke: #9b1c1c; stroke-width: 2; stroke-dasharray: 7 4 }}
.pk-strip-number {{ font-size: 11px; fill: #56616b }} .pk-strip-cell {{ fill: #f3f5f7; stroke: #b9c2ca; stroke-width: 1 }}
.pk-strip-open {{ fill: #fdf3e3; stroke: #7a3e00; stroke-dasharray: 4 3 }}
.pk-tone-good {{ fill: #1d6b3f; stroke: #1d6b3f; stroke-width: 2 }}
.pk-tone-brand {{ fill: #24506e; stroke: #24506e; stroke-width: 2 }}
.pk-tone-danger {{ fill: #9b1c1c; stroke: #9b1c1c; stroke-width: 2 }}
.pk-tone-warn {{ fill: #7a3e00; stroke: #7a3e00; stroke-width: 2 }}
.pk-tone-muted {{ fill: #56616b; stroke: #56616b; stroke-width: 2 }}
.pk-hollow {{ fill: none; stroke-width: 2.5 }}
.pk-sign-letter {{ font-size: 17px; font-weight: 700; stroke: none }}
.pk-bar-rest {{ fill: #dfe5ea }} .pk-bar-share {{ fill: #24506e }}
.pk-bar-track {{ fill: #ffffff; stroke: #56616b }} .pk-bar-ground {{ fill: #ffffff }} .pk-bar-open {{ stroke: #24506e }}
"""
_START = re.compile(r"<svg\b([^>]*)>")
_WORDS = re.compile(r"<(title|desc)\b[^>]*>.*?</\1>\s*", re.DOTALL)
_NAMESPACE = ' xmlns="http://www.w3.org/2000/svg"'


def drawn_for_paper(svg: str) -> Figure:
    """A drawing as a picture: its style in it, its title and description beside it."""
    tree = parse(svg.replace("<svg", "<div", 1).replace("</svg>", "</div>"))
    drawing = next(tree.elements)
    return Figure(svg=_alone(svg), title=_words(drawing, "title"), description=_words(drawing, "desc"))


def _words(drawing: Node, tag: str) -> str:
    found = next((one for one in drawing.elements if one.tag == tag), None)
    return " ".join("".join(str(child) for child in found.children).split()) if found else ""


def _alone(svg: str) -> str:
    start = _START.match(svg)
    assert start is not None
    attributes = start[1] if "xmlns=" in start[1] else _NAMESPACE + start[1]
    body = _WORDS.sub("", svg[start.end() :], count=2)
    return f"<svg{attributes}><style>{STYLE}</style>{body}"
