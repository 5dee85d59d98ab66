"""Dilemma cards."""

from __future__ import annotations

from plankit.teaching.exercise import DilemmaCard
from plankit.teaching.subject import Subject


def dilemma_cards(subject: Subject) -> tuple[DilemmaCard, ...]:
    """Dilemma cards."""
    return ()
