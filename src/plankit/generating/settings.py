"""Whose plan is generated, for which years, and how it stands with it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from plankit.model.guide import Guide


class Fate(StrEnum):
    """How it stands with a plan."""

    IN_FORCE = "in-force"
    NO_END = "no-end"
    """In force, with no last day but the one that is set for its evaluation."""
    EXPIRED = "expired"
    UNDER_REVISION = "under-revision"
    DRAFT = "draft"


@dataclass(frozen=True, kw_only=True)
class Member:
    """A municipality in a plan."""

    name: str
    number: str | None = None
    adopted: bool = True


@dataclass(frozen=True, kw_only=True)
class Setting:
    """What is settled before anything is left to chance."""

    id: str = "plan"
    members: tuple[Member, ...] = (Member(name="Eksempelvik"),)
    first_year: int = 2026
    years: int = 4
    fate: Fate = Fate.IN_FORCE
    guide: Guide | None = None
    replaces: bool = False
    """Whether it names a plan before it."""
