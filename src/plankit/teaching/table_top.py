"""A case as timed injects."""

from __future__ import annotations

from plankit.teaching.exercise import TableTop
from plankit.teaching.subject import Subject


def table_top(subject: Subject) -> TableTop | None:
    """A case as timed injects."""
    return None
