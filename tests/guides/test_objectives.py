"""What the guides teach: every objective is tied and served, every audience and month has its share, and times add up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from tests.teaching.subjects import taught

from plankit.guides import pack_names
from plankit.model.base import Entity, Translated
from plankit.model.vocabulary import built_in

PACKS = pack_names()
LANGUAGES = {"no-vold": {"nb", "nn", "en"}, "se-vald": {"sv", "en"}}
AUDIENCES = ("school", "health", "leaders", "council")
EXERCISES = frozenset(built_in()["exercise"])
KINDS = ("audiences", "objectives", "dilemmas", "gatherings", "monthly_exercises", "confidence_items")


def _texts(value: object) -> Iterator[Translated]:
    if isinstance(value, Translated):
        yield value
    elif isinstance(value, Entity):
        for field in type(value).model_fields:
            yield from _texts(getattr(value, field))
    elif isinstance(value, tuple):
        for one in value:
            yield from _texts(one)


@pytest.mark.parametrize("pack", PACKS)
def test_audiences_are_the_four_and_each_has_five_to_eleven_objectives(pack: str) -> None:
    """Enough to be worth a day, few enough to be remembered."""
    guide = taught(pack)
    assert tuple(one.id for one in guide.audiences) == AUDIENCES
    counts = Counter(name for one in guide.objectives for name in one.audiences)
    assert {name: 5 <= counts[name] <= 11 for name in AUDIENCES} == dict.fromkeys(AUDIENCES, True)


@pytest.mark.parametrize("pack", PACKS)
def test_every_objective_is_tied_to_the_guide_and_named_for_somebody(pack: str) -> None:
    """An objective that nothing in the guide stands behind is only a wish."""
    for one in taught(pack).objectives:
        assert one.steps or one.duties or one.tasks, one.id
        assert one.audiences, one.id
        assert set(one.exercises) <= EXERCISES


@pytest.mark.parametrize("pack", PACKS)
def test_every_kind_of_exercise_serves_an_objective(pack: str) -> None:
    """No exercise is done for its own sake."""
    assert {kind for one in taught(pack).objectives for kind in one.exercises} == EXERCISES


@pytest.mark.parametrize("pack", PACKS)
def test_every_task_and_duty_of_the_guide_belongs_to_an_objective(pack: str) -> None:
    """A question on any of them then serves something; the second matrix is told, not taught."""
    guide = taught(pack)
    tied = {name for one in guide.objectives for name in (*one.tasks, *one.duties)}
    assert [one.id for one in guide.tasks if one.matrix is None and one.id not in tied] == []
    assert [one.id for one in guide.legal_duties if one.id not in tied] == []


@pytest.mark.parametrize("pack", PACKS)
def test_year_of_exercises_gives_each_audience_one_a_month_and_brings_up_every_objective(pack: str) -> None:
    """Twelve short exercises for everybody, which together cover what there is to learn."""
    months = taught(pack).monthly_exercises
    for audience in AUDIENCES:
        mine = [int(one.month) for one in months if not one.audiences or audience in one.audiences]
        assert sorted(mine) == list(range(1, 13)), audience
    assert all(10 <= int(one.minutes) <= 20 for one in months)
    assert all(one.exercise in EXERCISES for one in months)
    assert {name for one in months for name in one.objectives} == {one.id for one in taught(pack).objectives}


@pytest.mark.parametrize("pack", PACKS)
def test_gatherings_are_three_of_three_hours_with_a_pause_and_work_between(pack: str) -> None:
    """The minutes of the parts add up, nobody sits longer than two hours, and no gathering ends without homework."""
    gatherings = taught(pack).gatherings
    assert [one.number for one in gatherings] == ["1", "2", "3"]
    for one in gatherings:
        minutes = [int(part.minutes) for part in one.parts]
        assert sum(minutes) == 180
        pauses = [place for place, part in enumerate(one.parts) if str(part.title) in ("Pause", "Paus")]
        assert len(pauses) == 1
        assert max(sum(minutes[: pauses[0]]), sum(minutes[pauses[0] + 1 :])) <= 120
        assert one.homework
        assert one.room
        assert one.materials
    kinds = {part.exercise for one in gatherings for part in one.parts if part.exercise}
    assert kinds == EXERCISES - {"own"}


@pytest.mark.parametrize("pack", PACKS)
def test_gatherings_bring_up_every_objective(pack: str) -> None:
    """Whoever trains others has met all that they will teach."""
    guide = taught(pack)
    met = {name for one in guide.gatherings for part in one.parts for name in part.objectives}
    assert met == {one.id for one in guide.objectives}


@pytest.mark.parametrize("pack", PACKS)
def test_confidence_is_asked_by_five_factors_in_ten_statements_at_most(pack: str) -> None:
    """Short enough to be filled in twice, and wide enough to tell where confidence is lacking."""
    items = taught(pack).confidence_items
    assert 8 <= len(items) <= 10
    assert len({str(one.factor) for one in items}) == 5


@pytest.mark.parametrize("pack", PACKS)
def test_what_is_taught_is_told_in_every_language_of_the_guide_and_says_where_it_comes_from(
    pack: str,
) -> None:
    """No group meets a sentence in another language than its own."""
    guide = taught(pack)
    for kind in KINDS:
        for entry in getattr(guide, kind):
            assert entry.address
            assert entry.checked_on
            assert entry.confidence == "inferred"
            for text in _texts(entry):
                assert {tag for tag, _ in text.values} == LANGUAGES[pack], entry.id
