"""What kits are made from, of the plans and guides that come with plankit."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from plankit.guides import load_guide
from plankit.loading import load
from plankit.model.guide import Guide
from plankit.teaching.subject import Subject
from plankit.views.guide_reading import guide_reading
from plankit.views.reading import Reading

EXAMPLES = Path(__file__).parents[2] / "examples"
DAY = date(2026, 11, 22)


@lru_cache(maxsize=4)
def guide_to_teach(name: str) -> Guide:
    """The guide with what only teachers need."""
    guide, problems = load_guide(name, teaching=True)
    assert guide is not None
    assert problems == ()
    return guide


@lru_cache(maxsize=16)
def of_example(name: str, language: str, guide: str = "no-vold") -> Subject:
    """The example plan called `name`, read in `language`."""
    loaded = load(EXAMPLES / name, today=DAY)
    assert loaded.plan is not None
    reading = Reading(loaded.plan, guide_to_teach(guide), language, loaded.findings)
    return Subject(reading=reading, has_plan=True, today=DAY)


@lru_cache(maxsize=8)
def of_guide(name: str, language: str) -> Subject:
    """The guide alone."""
    return Subject(reading=guide_reading(guide_to_teach(name), language), has_plan=False, today=DAY)


def with_plan(subject: Subject, **changed: Any) -> Subject:
    """The same with other values in the plan."""
    reading = subject.reading
    plan = reading.plan.model_copy(update=changed)
    return replace(subject, reading=Reading(plan, reading.guide, reading.language, reading.findings))


def with_guide(subject: Subject, **changed: Any) -> Subject:
    """The same with other values in the guide."""
    reading = subject.reading
    guide = subject.guide.model_copy(update=changed)
    return replace(subject, reading=Reading(reading.plan, guide, reading.language, reading.findings))
