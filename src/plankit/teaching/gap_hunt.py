"""A spoiled copy of the plan, and its key."""

from __future__ import annotations

from plankit.teaching.exercise import Hunt
from plankit.teaching.subject import Subject


def gap_hunt(subject: Subject) -> Hunt | None:
    """A spoiled copy of the plan, and its key."""
    return None
