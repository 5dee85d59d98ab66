"""What the tags of a municipality's template stand for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Values:
    """What the tags of a template stand for."""

    words: Mapping[str, str]
    """Tags that stand inside a line."""
    blocks: tuple[str, ...]
    """Tags that stand for whole paragraphs and need one of their own."""

    @property
    def names(self) -> tuple[str, ...]:
        """Every tag there is."""
        return (*self.words, *self.blocks)
