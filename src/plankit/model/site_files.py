"""The files that a plan's site takes from the plan folder: the municipality's arms, and its style sheet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from plankit.model.frame import SiteFrame

FIELDS = {"arms": (".svg", ".png", ".jpg", ".jpeg", ".webp"), "tokens": (".css",)}
"""Each key of `plan.site` that names a file, and the endings that a site can use."""


@dataclass(frozen=True, kw_only=True)
class SiteFiles:
    """What the reader found under the names in `plan.site`."""

    there: frozenset[str] = frozenset()
    """The keys whose file is there and of a kind that a site can use."""
    texts: Mapping[str, str] = field(default_factory=dict)
    """The text of each such file that is one: style sheets, and pictures in SVG; by key."""


def named_files(site: SiteFrame | None) -> dict[str, str]:
    """The names of the files by key."""
    named = {key: getattr(site, key) for key in FIELDS} if site else {}
    return {key: name for key, name in named.items() if name}
