"""Cases to talk about."""

from __future__ import annotations

from plankit.teaching.exercise import CaseTold
from plankit.teaching.subject import Subject


def cases_told(subject: Subject) -> tuple[CaseTold, ...]:
    """Cases to talk about."""
    return ()
