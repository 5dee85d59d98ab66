"""What every fact of a guide carries: where it was read, when it was checked, and how sure it is."""

from __future__ import annotations

from plankit.model.base import Named, Part, Text
from plankit.model.when import When


class Original(Part):
    """The work that a guide describes."""

    title: Text
    owner: Text | None = None
    address: str | None = None
    read_on: When | None = None


class GuideFact(Named):
    """Something that a guide says, with where it was read and how sure that is."""

    address: str | None = None
    """Where it was read."""
    checked_on: When | None = None
    confidence: str | None = None
    """`read` in the source, `inferred` from it, or `unconfirmed`."""
