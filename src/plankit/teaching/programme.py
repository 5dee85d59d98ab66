"""The programme of a session: what an audience does in the minutes that it has, and which objectives that covers."""

from __future__ import annotations

from dataclasses import dataclass

from plankit.teaching.kit import Kit


@dataclass(frozen=True, kw_only=True)
class ProgrammeItem:
    """A part of a session."""

    begins: int
    """Minutes from the beginning."""
    minutes: int
    title: str
    text: str
    """What the facilitator does, in a sentence or two."""
    exercise: str = ""
    """Its kind, a code of the list `exercise`; empty for a welcome, a pause, a closing."""
    ids: tuple[str, ...] = ()
    """Ids of what of the kit is used."""
    objectives: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Programme:
    """A session of one audience."""

    audience: str
    """Its id, or `all`."""
    minutes: int
    items: tuple[ProgrammeItem, ...]
    covered: tuple[str, ...]
    """Objectives of the audience that a part of the session serves, in the guide's order."""
    uncovered: tuple[str, ...]
    """Those that no part serves."""


def programme(kit: Kit) -> Programme:
    """The programme of the kit's audience and minutes."""
    return Programme(audience=kit.subject.audience, minutes=kit.subject.minutes, items=(), covered=(), uncovered=())
