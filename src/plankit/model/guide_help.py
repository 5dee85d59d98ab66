"""Where somebody can turn to: help lines, and centres that help municipalities."""

from __future__ import annotations

from plankit.model.base import Flag, Text, Words
from plankit.model.guide_fact import GuideFact


class HelpLine(GuideFact):
    """A number or address where someone can get help."""

    name: Text
    kind: str
    """`emergency`, `helpline`, `service` or `professionals`."""
    number: str | None = None
    site: str | None = None
    hours: Text | None = None
    around_the_clock: Flag | None = None
    for_whom: Text | None = None
    cost: Text | None = None
    shows: Text | None = None
    """What a call leaves behind: whether it shows on a bill."""
    on_every_page: Flag | None = None


class RegionalCentre(GuideFact):
    """A centre that helps the municipalities of some counties."""

    name: Text
    counties: Words
    """Numbers of the counties."""
    site: str | None = None
    email: str | None = None
    phone: str | None = None
    text: Text | None = None
