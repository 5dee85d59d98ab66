"""What a guide teaches: whom, to what end, with which cases, dilemmas and gatherings.

Answers to exercises stand in none of it: they are worked out from the plan and the guide (`plankit.teaching`).
"""

from __future__ import annotations

from plankit.model.base import Id, Ids, Part, Text, Texts, Words
from plankit.model.cost import Number
from plankit.model.guide_fact import GuideFact


class Objective(GuideFact):
    """What a learner can do afterwards, and what of the guide that is tied to."""

    title: Text
    """Begins with a verb: "Say whom to call …"."""
    text: Text | None = None
    audiences: Ids = ()
    steps: Ids = ()
    """Steps of the guide that it serves."""
    duties: Ids = ()
    """Legal duties that it is about."""
    tasks: Ids = ()
    """Tasks of the matrix that it is about."""
    exercises: Words = ()
    """Kinds of exercise (a code of the list `exercise`) that serve it, whatever they are about."""


class CaseLesson(GuideFact):
    """How a made-up case of the guide is taught. Its story and what it must lead to stand with the case."""

    case: Id
    audiences: Ids = ()
    objectives: Ids = ()
    minutes: Number
    """Time to allow."""
    warning: Text
    """What is said before, so that somebody may leave: what the case touches on, no detail."""
    questions: Texts = ()
    mistakes: Texts = ()
    """What groups commonly get wrong, each a sentence or two that also says what is right."""
    facilitator: Text | None = None
    """To whoever leads: what to listen for, when to stop."""


class RunningPart(Part):
    """One part of a running case: what has happened since the last, and what the group does with it."""

    title: Text
    text: Text
    minutes: Number
    case: Id | None = None
    """The case of the guide that this part is walked as."""
    exercise: str | None = None
    """Kind of exercise that follows; a code of the list `exercise`."""
    questions: Texts = ()


class RunningCase(GuideFact):
    """One made-up case that leads through a whole day of training."""

    title: Text
    text: Text
    warning: Text
    audiences: Ids = ()
    objectives: Ids = ()
    parts: tuple[RunningPart, ...] = ()


class Dilemma(GuideFact):
    """Two duties or goods that pull apart. No answer is marked as the right one."""

    title: Text
    text: Text
    audiences: Ids = ()
    objectives: Ids = ()
    minutes: Number
    sides: Texts = ()
    """What speaks for one way and for another, each a sentence."""
    questions: Texts = ()
    duties: Ids = ()
    laws: Ids = ()
    """Provisions that frame it."""
    facilitator: Text | None = None


class GatheringPart(Part):
    """A part of a gathering."""

    title: Text
    text: Text | None = None
    minutes: Number
    exercise: str | None = None
    """Kind of exercise; a code of the list `exercise`."""
    objectives: Ids = ()


class Gathering(GuideFact):
    """A gathering of a programme for those who will train others."""

    number: str
    title: Text
    text: Text | None = None
    audiences: Ids = ()
    room: Text | None = None
    materials: Texts = ()
    parts: tuple[GatheringPart, ...] = ()
    homework: Texts = ()
    """What is done until the next gathering, each a sentence."""


class MonthlyExercise(GuideFact):
    """A short exercise for one month of the year, at a staff meeting."""

    month: Number
    """1 to 12."""
    title: Text
    text: Text | None = None
    """What to do, in a few sentences."""
    minutes: Number
    audiences: Ids = ()
    objectives: Ids = ()
    exercise: str | None = None
    """Kind of exercise; a code of the list `exercise`."""


class ConfidenceItem(GuideFact):
    """A statement that learners agree or disagree with, before and after, from 1 (not at all) to 5 (wholly)."""

    text: Text
    factor: Text | None = None
    """What it measures: knowledge, courage, trust that it helps …"""
    audiences: Ids = ()
    objectives: Ids = ()


TEACHING_KINDS = (
    "audiences",
    "objectives",
    "case_lessons",
    "running_cases",
    "dilemmas",
    "gatherings",
    "monthly_exercises",
    "confidence_items",
)
"""Kinds of entry of a guide that only teaching needs; they lie in the folder `teaching` of a pack."""
