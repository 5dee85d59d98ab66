"""What exercises are made from in tests: the example plans and the guides that come with plankit, with what they teach."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from pathlib import Path

from plankit.guides import load_guide, pack_names
from plankit.loading import load
from plankit.model.guide import Guide
from plankit.model.plan import Plan
from plankit.teaching.subject import ALL, Subject
from plankit.views.guide_reading import guide_reading
from plankit.views.reading import Reading

EXAMPLES = Path(__file__).parents[2] / "examples"
REAL = EXAMPLES / "real"
DAY = date(2026, 11, 22)
GUIDES = pack_names()
PLANS = ("fjordvik", "trefjord", *sorted(one.name for one in REAL.iterdir() if one.is_dir()))


@lru_cache(maxsize=4)
def taught(name: str) -> Guide:
    """The guide with what only teachers need."""
    guide, problems = load_guide(name, teaching=True)
    assert guide is not None
    assert problems == ()
    return guide


@lru_cache(maxsize=16)
def plan_of(name: str) -> Plan:
    """An example plan."""
    folder = EXAMPLES / name
    plan = load(folder if folder.is_dir() else REAL / name, today=DAY).plan
    assert plan is not None
    return plan


def from_plan(plan: Plan, guide: Guide, language: str = "nb", *, minutes: int = 90) -> Subject:
    """What is made from this plan under this guide."""
    return Subject(reading=Reading(plan, guide, language), has_plan=True, today=DAY, minutes=minutes)


@lru_cache(maxsize=64)
def of_plan(
    name: str, language: str = "nb", *, seed: str = "1", audience: str = ALL, minutes: int = 90
) -> Subject:
    """An example plan under the guide of its country; a real one follows none of its own."""
    guide = taught("se-vald" if name.startswith("se-") else "no-vold")
    reading = Reading(plan_of(name), guide, language)
    return Subject(reading=reading, has_plan=True, today=DAY, seed=seed, audience=audience, minutes=minutes)


@lru_cache(maxsize=64)
def of_guide(name: str, language: str = "nb", *, seed: str = "1", audience: str = ALL) -> Subject:
    """A guide alone."""
    reading = guide_reading(taught(name), language)
    return Subject(reading=reading, has_plan=False, today=DAY, seed=seed, audience=audience)
