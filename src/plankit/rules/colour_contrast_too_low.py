"""What it checks
    A colour of the site is too near to the colour of the pages to be read as text (WCAG 2.2, 1.4.3: 4.5 to 1).

Why it matters
    Links and headings in it are hard to read for many, and the law on accessible websites is broken
    (in Norway likestillings- og diskrimineringsloven § 18).
    The site is built with the nearest colour of the same hue that can be read; the line at the head keeps the
    municipality's own.

Bad
    site: {colour: "#ffcc00"}

Good
    site: {colour: "#836700"}
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plankit.findings import Severity
from plankit.language import N_
from plankit.rules.base import Hit, Rule, Subject
from plankit.views.colours import (
    DARK_SURFACES,
    LIGHT_SURFACES,
    TEXT,
    is_colour,
    least_contrast,
    nearest_readable,
)

_POINT = "en"


@dataclass(frozen=True)
class _Ratio:
    """A contrast with one decimal, never more than it is."""

    value: float

    def in_words(self, language: str) -> str:
        """With the decimal mark of the language."""
        text = f"{int(self.value * 10) / 10:.1f}"
        return text if language == _POINT else text.replace(".", ",")


SURFACES = {"colour": LIGHT_SURFACES, "colour_dark": DARK_SURFACES}


def find(subject: Subject) -> Iterator[Hit]:
    """Each colour that cannot be read as text on every surface of its pages."""
    frame = subject.plan.plan
    for key, surfaces in SURFACES.items():
        value = getattr(frame.site, key) if frame.site else None
        if value is None or not is_colour(value):
            continue
        found = least_contrast(value, surfaces)
        if found < TEXT:
            yield Hit(
                at=frame,
                path=("site", key),
                values={
                    "value": value,
                    "found": _Ratio(found),
                    "wanted": _Ratio(TEXT),
                    "nearest": nearest_readable(value, surfaces, TEXT),
                },
            )


RULE = Rule(
    code="PK811",
    name="colour-contrast-too-low",
    severity=Severity.WARNING,
    message=N_(
        "The colour {value} is hard to read on the pages: contrast {found} to 1, where {wanted} to 1 is needed."
    ),
    hint=N_("The nearest colour that can be read is {nearest}; the site uses that for links and buttons."),
    check=find,
)
