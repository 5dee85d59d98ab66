"""Anchors that a piece makes up for itself."""

from __future__ import annotations

from plankit.html.markup import anchor_name
from plankit.html.page import Page


def free_anchor(page: Page, wanted: str) -> str:
    """An anchor that stood nowhere on the page yet, like `wanted`; it is taken from now on."""
    first = page.site.discretion.anchor(anchor_name(wanted))
    name, number = first, 1
    while name in page.taken:
        number += 1
        name = f"{first}-{number}"
    page.taken.add(name)
    return name
