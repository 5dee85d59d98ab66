"""A session fits its minutes, serves what it says it serves, and a day leaves nobody sitting too long."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

import pytest
from tests.site.building import ROOT
from tests.teaching.kits import small_kit

from plankit.guides import load_guide
from plankit.loading import load
from plankit.teaching.day import training_day
from plankit.teaching.kit import Kit, kit_of
from plankit.teaching.programme import programme
from plankit.teaching.subject import ALL, MINUTES, Subject
from plankit.views.guide_reading import guide_reading
from plankit.views.reading import Reading

DAY = date(2026, 11, 22)
AUDIENCES = ("school", "health", "leaders", "council", ALL)


@lru_cache
def example_kit(audience: str, pack: str = "") -> Kit:
    """The kit of the example plan, or of a guide alone."""
    guide, _ = load_guide(pack or "no-vold", teaching=True)
    assert guide is not None
    if pack:
        reading = guide_reading(guide, guide.guide.language)
    else:
        plan = load(ROOT / "examples" / "fjordvik", today=DAY).plan
        assert plan is not None
        reading = Reading(plan, guide, "nb")
    return kit_of(Subject(reading=reading, has_plan=not pack, today=DAY, audience=audience))


@pytest.mark.parametrize("minutes", MINUTES)
@pytest.mark.parametrize("audience", AUDIENCES)
def test_programme_of_each_audience_and_length_fits_its_minutes(audience: str, minutes: int) -> None:
    """Its parts follow each other without a gap, and end when the session ends."""
    made = programme(example_kit(audience), minutes=minutes)
    begins = [item.begins for item in made.items]
    ends = [item.begins + item.minutes for item in made.items]
    assert begins == [0, *ends[:-1]]
    assert ends[-1] == minutes
    assert all(item.minutes > 0 and item.title and item.text for item in made.items)


@pytest.mark.parametrize("minutes", MINUTES)
@pytest.mark.parametrize("audience", AUDIENCES)
def test_programme_uses_what_the_kit_holds_once_and_only_for_its_audience(
    audience: str, minutes: int
) -> None:
    """Each exercise of it stands in the kit, is for the audience, is of the kind it says, and comes once."""
    kit = example_kit(audience)
    known = {one.id: one for one in kit.everything}
    used = [name for item in programme(kit, minutes=minutes).items for name in item.ids]
    assert used
    assert len(used) == len(set(used))
    for name in used:
        audiences = known[name].audiences
        assert audience == ALL or not audiences or audience in audiences


@pytest.mark.parametrize("audience", AUDIENCES)
def test_programme_objectives_covered_and_not_are_those_of_the_audience(audience: str) -> None:
    """Covered is what an exercise of the session serves; together with the rest it is every objective of the audience."""
    kit = example_kit(audience)
    made = programme(kit, minutes=180)
    known = {one.id: one for one in kit.everything}
    served = {name for item in made.items for used in item.ids for name in known[used].objectives}
    wanted = [one.id for one in kit.subject.guide.objectives if audience == ALL or audience in one.audiences]
    assert set(made.covered) == served & set(wanted)
    assert sorted((*made.covered, *made.uncovered)) == sorted(wanted)
    assert made.covered


def test_programme_of_a_longer_session_covers_no_less() -> None:
    """Three hours serve at least as many objectives as three quarters of one."""
    for audience in AUDIENCES:
        counts = [len(programme(example_kit(audience), minutes=one).covered) for one in MINUTES]
        assert counts[0] <= counts[-1], audience


@pytest.mark.parametrize("pack", ["no-vold", "se-vald"])
def test_programme_of_a_guide_alone_has_exercises(pack: str) -> None:
    """Without any plan there is still a session, of the guide and the law."""
    made = programme(example_kit("school", pack), minutes=90)
    assert len([item for item in made.items if item.ids]) >= 3


def test_programme_of_a_kit_for_everybody_can_be_made_for_one_audience() -> None:
    """What is not for the audience is not in its session."""
    kit = small_kit()
    known = {one.id: one for one in kit.everything}
    for audience in [one.id for one in kit.subject.guide.audiences]:
        made = programme(kit, audience, 90)
        assert made.audience == audience
        for item in made.items:
            assert all(not known[name].audiences or audience in known[name].audiences for name in item.ids)


@pytest.mark.parametrize("pack", ["no-vold", "se-vald"])
def test_training_day_has_a_pause_before_anybody_sat_too_long_and_lunch_once(pack: str) -> None:
    """No sitting of several parts is longer than 90 minutes, the parts keep their order, and there is one lunch."""
    subject = example_kit(ALL, pack).subject
    for running in subject.guide.running_cases:
        day = training_day(subject, running)
        assert [one.part for one in day if one.part] == list(running.parts)
        sat, parts, lunches = 0, 0, 0
        for one in day:
            if one.part is None:
                sat, parts = 0, 0
                lunches += one.item.minutes > 30
                continue
            sat, parts = sat + one.item.minutes, parts + 1
            assert sat <= 90 or parts == 1
        assert lunches == 1
        assert day[0].clock == "08:30"
        assert day[-1].item.begins + day[-1].item.minutes <= 8 * 60
