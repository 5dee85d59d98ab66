"""Generated plans: the same for the same seed, sound, of real sizes, and small where a fault is looked for."""

from __future__ import annotations

import hashlib
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import find, given, settings
from hypothesis import strategies as st
from tests.property.plausible import plausible_plans
from tests.registry.plans import TODAY

from plankit.generating.choices import between, chance, pick, seeded, some
from plankit.generating.country import Country, generate, write_country
from plankit.generating.plans import plan_of
from plankit.generating.settings import Fate, Setting
from plankit.generating.sizes import REAL, SMALL
from plankit.generating.writing import write_plan
from plankit.guides import load_guide, pack_names
from plankit.loading import load
from plankit.model.plan import KINDS, Plan
from plankit.places.tables import municipalities
from plankit.registry.collecting import collect

GUIDE = load_guide("no-vold")[0]


def _sum(country: Country) -> str:
    digest = hashlib.sha256()
    for name, files in generate(country):
        digest.update(repr((name, sorted(files.items()))).encode())
    return digest.hexdigest()


def test_generate_with_the_same_seed_gives_the_same_bytes() -> None:
    """A figure that somebody measured can be measured again."""
    country = Country(count=3, seed=7, broken=1)
    assert _sum(country) == _sum(country)
    assert _sum(country) != _sum(Country(count=3, seed=8, broken=1))


def test_generate_of_more_plans_begins_with_the_same_ones() -> None:
    """Each plan has chances of its own: a longer list begins as the shorter does."""
    few = list(generate(Country(count=4, size=SMALL)))
    assert list(generate(Country(count=9, size=SMALL)))[:4] == few


@pytest.mark.parametrize("name", pack_names())
def test_plan_of_a_real_size_is_read_back_as_it_was(name: str, tmp_path: Path) -> None:
    """What is written is read again word by word, and the reader finds nothing wrong with it."""
    guide = load_guide(name)[0]
    for seed in range(3):
        plan = plan_of(seeded(seed), REAL, Setting(guide=guide))
        write_plan(plan, tmp_path / str(seed))
        loaded = load(tmp_path / str(seed), today=TODAY)
        assert loaded.plan == plan
        assert [one for one in loaded.findings if one.code.startswith("PK0")] == []
        assert loaded.guide == guide


@given(plausible_plans())
def test_plan_of_any_choices_is_read_back_as_it_was(plan: Plan) -> None:
    """Ids are unique and every reference leads somewhere, whatever is chosen."""
    assert len(plan.by_id) == sum(len([one for one in getattr(plan, kind) if one.id]) for kind in KINDS)
    assert plan.plan.notice


def test_plausible_plans_with_a_fault_shrink_to_a_small_plan() -> None:
    """A search for a plan with two measures of which one has nobody ends with those, and nearly nothing else."""

    def has_fault(plan: Plan) -> bool:
        return len(plan.measures) > 1 and any(not one.responsible for one in plan.measures)

    found = find(plausible_plans(), has_fault, settings=settings(max_examples=2_000, database=None))
    assert len(found.measures) == 2
    held = {kind: len(getattr(found, kind)) for kind in KINDS if getattr(found, kind)}
    assert sum(held.values()) <= 5, held
    assert all(
        one.title.startswith("Lage skriftlig rutine") for one in found.measures if isinstance(one.title, str)
    )


def test_country_holds_every_kind_of_plan(tmp_path: Path) -> None:
    """Own and shared plans, every fate, municipalities with none, real numbers, and as many broken ones as asked."""
    country = Country(count=357, broken=10, size=SMALL)
    folders = list(write_country(country, tmp_path))
    assert len({folder.name for folder in folders}) == 357
    outcomes = collect(folders, today=TODAY).outcomes
    assert sum(one.error is not None for one in outcomes) == 10
    facts = [one.facts for one in outcomes if one.facts]
    stages = Counter(one.term.stage for one in facts)
    assert {"in-force", "adopted", "under-revision", "draft"} <= stages.keys()
    assert any(one.term.ends is None and one.term.evaluation for one in facts)
    numbers = {member.number for one in facts for member in one.participants}
    known = {one.number for one in municipalities("NO")}
    assert numbers <= known
    assert 40 < len(known - numbers) < 120
    shared = {member.number for one in facts if one.shared for member in one.participants}
    assert 0.2 < len(shared) / len(numbers) < 0.8


def test_settings_of_every_fate_make_a_plan() -> None:
    """Each fate is told by stage and period."""
    for fate in Fate:
        plan = plan_of(seeded(1), SMALL, Setting(fate=fate))
        assert plan.plan.stage
        assert bool(plan.plan.period and plan.plan.period.end_day) is (fate is not Fate.NO_END)


@given(st.integers(0, 50), st.integers(0, 9), st.integers(0, 9), st.integers(0, 8))
def test_choices_stay_within_their_bounds(seed: int, least: int, more: int, things: int) -> None:
    """However chance falls, what is chosen is there, is different, and keeps its order."""
    choice = seeded(seed)
    assert least <= between(choice, least, least + more) <= least + more
    chosen = some(choice, range(things), least, least + more)
    assert list(chosen) == sorted(set(chosen))
    assert min(least, things) <= len(chosen) <= min(least + more, things)
    assert pick(choice, "ab") in "ab"
    assert not chance(choice, 0)
    assert chance(choice, 100)
    assert some(lambda _: 0, "abc", 2, 3) == ("a", "b")
