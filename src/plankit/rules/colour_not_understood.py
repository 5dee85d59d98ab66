"""What it checks
    A colour of the site is written in another way than as `#` and six digits.

Why it matters
    The contrast of the colour with the pages is worked out from it; without it the site keeps plankit's own colours.
    In YAML a `#` begins a comment: a colour without quotation marks around it is not there at all.

Bad
    site: {colour: #1f4e5f}
    site: {colour: petrol}

Good
    site: {colour: "#1f4e5f"}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.rules.base import Hit, Rule, Subject
from plankit.views.colours import is_colour

KEYS = ("colour", "colour_dark")


def _meant(text: str) -> str | None:
    """The colour that was probably meant."""
    digits = text.strip().lstrip("#")
    if re.fullmatch(r"[0-9a-fA-F]{3}", digits):
        digits = "".join(2 * one for one in digits)
    meant = f"#{digits.lower()}"
    return meant if is_colour(meant) else None


def find(subject: Subject) -> Iterator[Hit]:
    """Each colour that is none."""
    frame = subject.plan.plan
    for key in KEYS:
        value = getattr(frame.site, key) if frame.site else None
        if value is not None and not is_colour(value):
            yield Hit(at=frame, path=("site", key), values={"value": value}, suggestion=_meant(value))


RULE = Rule(
    code="PK037",
    name="colour-not-understood",
    severity=Severity.ERROR,
    message=N_("“{value}” is not a colour."),
    hint=N_(
        "Write # and six digits with quotation marks around them; without the marks, YAML reads a comment."
    ),
    check=find,
)
