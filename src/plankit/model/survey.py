"""Counts that others made, with their source, to set beside what is counted today."""

from __future__ import annotations

from plankit.model.base import Part, Text
from plankit.model.cost import Number
from plankit.model.guide_fact import GuideFact
from plankit.model.when import When


class SurveyFigure(Part):
    """One figure of a survey."""

    kind: str | None = None
    """What is counted, where a registry counts the same: `in-force`, `shared`, `population`, `written`, `failed`."""
    count: Number | None = None
    out_of: Number | None = None
    percent: Number | None = None
    text: Text
    """What it counts, in words."""


class Survey(GuideFact):
    """A count of plans that somebody made and published. Definitions differ: surveys are no series."""

    title: Text
    when: When | None = None
    """When the count was made."""
    country: str | None = None
    """Two letters, where it is not the guide's own country."""
    text: Text | None = None
    figures: tuple[SurveyFigure, ...] = ()
