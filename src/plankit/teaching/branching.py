"""Cases played step by step."""

from __future__ import annotations

from plankit.teaching.exercise import BranchingCase
from plankit.teaching.subject import Subject


def branching_cases(subject: Subject) -> tuple[BranchingCase, ...]:
    """Cases played step by step."""
    return ()
