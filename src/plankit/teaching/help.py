"""Who can help whom."""

from __future__ import annotations

from plankit.teaching.exercise import Question
from plankit.teaching.subject import Subject


def help_questions(subject: Subject) -> tuple[Question, ...]:
    """Who can help whom."""
    return ()
