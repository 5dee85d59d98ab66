"""Where a plan stands: a draft, adopted, in force, or no longer."""

from __future__ import annotations

from plankit.model.frame import Version
from plankit.model.merged import of_this_plan
from plankit.rules.base import Subject

ADOPTED = frozenset({"adopted", "in-force"})
"""Stages in which a plan binds."""


def is_adopted(subject: Subject, stage: str | None) -> bool:
    """Whether `stage`, in the plan's own word, means that it binds."""
    return stage is not None and subject.code("stage", stage) in ADOPTED


def stage_of(subject: Subject) -> str | None:
    """The stage of the plan in its own word: what the frame says, else its latest version; `None` if nobody says."""
    versions = [version for version in of_this_plan(subject.plan.versions) if version.stage]
    if subject.plan.plan.stage:
        return subject.plan.plan.stage
    return max(enumerate(versions), key=_age)[1].stage if versions else None


def _age(numbered: tuple[int, Version]) -> tuple[bool, str, int]:
    number, version = numbered
    day = version.date and (version.date.end_day or version.date.start_day)
    return (day is not None, day.isoformat() if day else "", number)
