"""True or false about duties."""

from __future__ import annotations

from plankit.teaching.exercise import Question
from plankit.teaching.subject import Subject


def duty_questions(subject: Subject) -> tuple[Question, ...]:
    """True or false about duties."""
    return ()
