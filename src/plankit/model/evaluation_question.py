"""The questions that a guide asks when a plan is evaluated."""

from __future__ import annotations

from plankit.model.base import Id, Part, Text, Words


class QuestionFields(Part):
    """What a guide says of one question of an evaluation."""

    title: Text
    """The question."""
    helps: Text | None = None
    """What to look for."""
    step: Id | None = None
    """The step of the guide that it belongs to."""
    answered_by: Words = ()
    """What of a plan's data tell something of it; empty where only people can answer."""
