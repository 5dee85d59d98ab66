"""Who is responsible."""

from __future__ import annotations

from plankit.teaching.exercise import Question
from plankit.teaching.subject import Subject


def responsibility_questions(subject: Subject) -> tuple[Question, ...]:
    """Who is responsible."""
    return ()
