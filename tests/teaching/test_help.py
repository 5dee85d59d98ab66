"""Who can help whom."""

from __future__ import annotations

from typing import Any

import pytest
from tests.teaching.recomputed import holds, is_well_formed
from tests.teaching.subjects import GUIDES, PLANS, from_plan, of_guide, of_plan, taught

from plankit.model.guide import Guide
from plankit.model.plan import Plan
from plankit.teaching.ages import Ages, read_ages
from plankit.teaching.exercise import Question
from plankit.teaching.help import help_questions

LANGUAGES = ("nb", "nn", "sv", "en")
OFFICE = [{"days": ["mon", "tue", "wed", "thu", "fri"], "opens": "08:00", "closes": "15:30"}]
NIGHT = [{"days": ["fri"], "opens": "22:00", "closes": "04:00"}]


def silent() -> Guide:
    """The Norwegian guide without help lines."""
    guide = taught("no-vold")
    known = {name: getattr(guide, name) for name in type(guide).model_fields}
    return Guide(**{**known, "help_lines": ()})


def small(*services: dict[str, Any], **more: Any) -> Plan:
    """A plan with these services, each with a name of its own."""
    told = [{"id": f"t{n}", "name": f"Tjeneste {n}", **one} for n, one in enumerate(services)]
    return Plan.model_validate({"plan": {"id": "p", "title": "P"}, "services": told, **more})


def asked_of(plan: Plan) -> dict[str, Question]:
    """Questions on the plan's services, by id."""
    return {one.id: one for one in help_questions(from_plan(plan, silent(), "en"))}


def right_of(question: Question) -> set[str]:
    """What is right."""
    return {choice.text for choice in question.choices if choice.right}


ALWAYS: dict[str, Any] = {"around_the_clock": "true"}
CLOSED: dict[str, Any] = {"opening_hours": OFFICE}


def test_service_that_tells_no_hours_is_neither_open_nor_closed() -> None:
    """Nothing is assumed: without hours, with hours in words, or with hours that are not understood, it is left out."""
    unknown: tuple[dict[str, Any], ...] = (
        {},
        {"hours": "Etter avtale"},
        {"opening_hours": [{"opens": "åtte", "closes": "ti"}]},
        {"opening_hours": [*OFFICE, {"days": ["sat"], "opens": "ett", "closes": "tre"}]},
    )
    question = asked_of(small(ALWAYS, ALWAYS, CLOSED, CLOSED, CLOSED, *unknown))["help-now-sat-0200"]
    assert {choice.text for choice in question.choices} == {f"Tjeneste {number}" for number in range(5)}
    assert right_of(question) == {"Tjeneste 0", "Tjeneste 1"}


def test_hours_that_are_changed_change_who_can_be_reached() -> None:
    """A service that opens on Saturday night becomes right; hours that began the day before count."""
    before = asked_of(small(ALWAYS, ALWAYS, CLOSED, CLOSED, CLOSED))["help-now-sat-0200"]
    night = {"opening_hours": NIGHT}
    after = asked_of(small(ALWAYS, ALWAYS, night, CLOSED, CLOSED))["help-now-sat-0200"]
    assert (len(right_of(before)), right_of(after) - right_of(before)) == (2, {"Tjeneste 2"})
    closed = asked_of(small(ALWAYS, CLOSED, CLOSED, CLOSED))
    assert "help-now-sat-0200" not in closed
    assert right_of(closed["help-now-sat-0200-one"]) == {"Tjeneste 0"}


def test_closed_door_of_an_agency_that_has_another_open_is_not_wrong() -> None:
    """Whose agency can be reached in another way is neither right nor wrong."""
    one_house = [{**CLOSED, "agency": "e"}, {**ALWAYS, "agency": "e"}]
    agencies = [{"id": "e", "name": "Etaten"}]
    plan = small(*one_house, ALWAYS, CLOSED, CLOSED, agencies=agencies)
    question = asked_of(plan)["help-now-sat-0200"]
    assert "Tjeneste 0" not in {choice.text for choice in question.choices}
    awake = [{"id": "e", "name": "Etaten", "around_the_clock": "true"}]
    plan = small({**CLOSED, "agency": "e"}, ALWAYS, ALWAYS, CLOSED, CLOSED, agencies=awake)
    question = asked_of(plan)["help-now-sat-0200"]
    assert "Tjeneste 0" not in {choice.text for choice in question.choices}


def test_two_helpers_of_one_name_are_not_asked_about() -> None:
    """A name that two services have tells nobody which is meant."""
    twins = [{**ALWAYS, "name": "Vakta"}, {**CLOSED, "name": "vakta"}]
    question = asked_of(small(ALWAYS, ALWAYS, CLOSED, CLOSED, *twins))["help-now-sat-0200"]
    assert not any(choice.text.casefold() == "vakta" for choice in question.choices)


def test_service_of_some_municipalities_only_is_left_out() -> None:
    """Help that not everybody of the plan can get is not offered as an answer."""
    members = [{"id": "k1", "name": "A"}, {"id": "k2", "name": "B"}]
    local = {**ALWAYS, "applies_to": ["k1"]}
    question = asked_of(small(ALWAYS, ALWAYS, CLOSED, CLOSED, local, participants=members))[
        "help-now-sat-0200"
    ]
    assert "Tjeneste 4" not in {choice.text for choice in question.choices}


@pytest.mark.parametrize(
    ("written", "ages"),
    [
        ("16+", Ages(16, 200)),
        ("0–18", Ages(0, 18)),
        ("13-23", Ages(13, 23)),
        ("under 18", Ages(0, 18)),
        ("over 18 år", Ages(18, 200)),
        ("0–18, med samtykke til 25", None),
        ("under 18, og voksne med utviklingshemming", None),
        ("voksne", None),
        ("18–0", None),
        (None, None),
    ],
)
def test_age_limits_are_read_only_where_they_are_plain(written: str | None, ages: Ages | None) -> None:
    """What adds something to the numbers is no limit that can be asked about."""
    assert read_ages(written) == ages


def test_age_at_an_end_of_the_limits_is_doubtful() -> None:
    """Whether 18 is within “0–18” plans do not agree on; 0 is within it."""
    limits = Ages(0, 18)
    assert [limits.takes(age) for age in (0, 17, 18, 19)] == [True, True, None, False]
    assert Ages(16, 200).takes(16) is None


def test_age_limit_that_is_changed_changes_the_answer() -> None:
    """Who takes a child of ten is told by the limits of the day."""
    young, old = {"age_limits": "0–18"}, {"age_limits": "18+"}
    before = asked_of(small(young, young, old, old))["help-age-10"]
    after = asked_of(small(young, old, young, old))["help-age-10"]
    assert right_of(before) == {"Tjeneste 0", "Tjeneste 1"}
    assert right_of(after) == {"Tjeneste 0", "Tjeneste 2"}


def test_whoever_answers_around_the_clock_is_never_too_old_or_young_to_call() -> None:
    """Who is outside the age limits of an open door is helped on: it is not taught as wrong to call."""
    young, old = {"age_limits": "0–18"}, {"age_limits": "18+"}
    question = asked_of(small(young, young, old, old, {**old, **ALWAYS}))["help-age-10"]
    assert "Tjeneste 4" not in {choice.text for choice in question.choices}


def test_group_that_a_service_does_not_name_is_no_ground_to_turn_somebody_away() -> None:
    """That a service names other groups says nothing of whether it helps this one: nobody is asked."""
    child, adult = {"target_groups": ["barn"]}, {"target_groups": ["voksne"]}
    assert asked_of(small(child, child, adult, adult, adult)) == {}


def test_numbers_are_only_those_that_the_guide_confirms() -> None:
    """No number that nobody has read in a source, or that was checked too long ago, is taught."""
    for name in GUIDES:
        guide = taught(name)
        known = {one.number for one in guide.help_lines if one.confidence == "read"}
        told = {
            words
            for one in help_questions(of_guide(name))
            for _, words in one.pairs
            if one.id.startswith("help-match-number")
        }
        assert told
        assert told <= known
    old = tuple(
        type(one).model_validate({**one.model_dump(), "checked_on": "2020-01-01"})
        for one in taught("no-vold").help_lines
    )
    known_fields = {name: getattr(taught("no-vold"), name) for name in Guide.model_fields}
    stale = Guide(**{**known_fields, "help_lines": old})
    assert help_questions(from_plan(small(), stale, "en")) == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_plan_and_guide_gives_sound_questions_in_every_language(language: str) -> None:
    """Whatever the plans and guides hold, what is asked is well formed."""
    for name in PLANS:
        is_well_formed(help_questions(of_plan(name, language)))
    for name in GUIDES:
        questions = help_questions(of_guide(name, language))
        is_well_formed(questions)
        assert questions


def test_questions_of_the_examples_hold_and_are_of_every_kind() -> None:
    """Each answer is what the hours and ages say, worked out anew."""
    for seed in ("1", "2", "3"):
        for name in ("fjordvik", "trefjord", "no-faerder"):
            subject = of_plan(name, "en", seed=seed)
            for one in help_questions(subject):
                holds(subject, one)
    for name in GUIDES:
        subject = of_guide(name, "en")
        for one in help_questions(subject):
            holds(subject, one)
    questions = help_questions(of_plan("fjordvik", "en"))
    assert {one.kind for one in questions} == {"one", "several", "match"}
    assert len(questions) == 12
