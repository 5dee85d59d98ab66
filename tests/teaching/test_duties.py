"""True or false about duties."""

from __future__ import annotations

from typing import Any, get_args

import pytest
from tests.teaching.recomputed import holds, is_well_formed
from tests.teaching.subjects import GUIDES, PLANS, from_plan, of_guide, of_plan, plan_of, taught

from plankit.model.guide import Guide
from plankit.model.guide_law import LegalDuty
from plankit.model.plan import Plan
from plankit.teaching.duties import duty_questions, grounds, is_told_true
from plankit.teaching.exercise import Question
from plankit.views.duty_facts import duty_facts

LANGUAGES = ("nb", "nn", "sv", "en")
EMPTY = Plan.model_validate({"plan": {"id": "p", "title": "P"}})
LAWS = ("law-child-welfare-13-2", "law-penal-196")


def guide_of(*duties: dict[str, Any], **more: Any) -> Guide:
    """The Norwegian guide with these duties instead of its own."""
    guide = taught("no-vold")
    told = tuple(
        LegalDuty.model_validate({"kind": "report", "name": one["id"], "confidence": "read", **one})
        for one in duties
    )
    known = {name: getattr(guide, name) for name in type(guide).model_fields}
    return Guide(**{**known, "legal_duties": told, **more})


def asked_of(*duties: dict[str, Any], plan: Plan = EMPTY, **more: Any) -> dict[str, Question]:
    """Questions on these duties, by id."""
    return {one.id: one for one in duty_questions(from_plan(plan, guide_of(*duties, **more), "en"))}


def is_true(question: Question) -> bool:
    """Whether the statement is true."""
    return question.choices[0].right


@pytest.mark.parametrize(
    "duty",
    [
        {"laws": [LAWS[0]]},
        {"laws": [LAWS[0]], "personal": "true", "confidence": "unconfirmed"},
        {"laws": [], "personal": "true"},
        {"laws": ["law-penal-1902-139"], "personal": "true"},
        {"laws": ["law-penal-287-unknown"], "personal": "true"},
        {"laws": ["law-child-welfare-13-1"], "personal": "true"},
    ],
    ids=["no-flag", "unconfirmed", "no-law", "repealed", "unknown-law", "unconfirmed-law"],
)
def test_duty_without_firm_ground_makes_no_statement(duty: dict[str, Any]) -> None:
    """What the guide leaves open, or nobody has confirmed, or holds no more, is not taught as true or false."""
    assert "about-d-personal" not in asked_of({"id": "d", **duty})


@pytest.mark.parametrize("key", ["personal", "everyone", "covers_past", "children_only", "needs_consent"])
def test_flag_that_is_turned_turns_the_question(key: str) -> None:
    """The same question never keeps its words and its answer when the duty is the other way round."""
    yes = asked_of({"id": "d", "laws": [LAWS[0]], key: "true"})[f"about-d-{key}"]
    no = asked_of({"id": "d", "laws": [LAWS[0]], key: "false"})[f"about-d-{key}"]
    assert (yes.text, is_true(yes)) != (no.text, is_true(no))
    assert (yes.text == no.text) is (is_true(yes) is not is_true(no))
    assert yes.pointers[0].id == LAWS[0]


def test_receiver_is_swapped_only_for_another_duty_s() -> None:
    """Who is told: one receiver alone is never denied, and a duty that can be met otherwise has none for certain."""
    told = {"laws": [LAWS[0]], "receiver": "child-welfare"}
    names = [f"d{number}" for number in range(8)]
    other = {"id": "o", "laws": [LAWS[1]], "receiver": "police", "kind": "avert"}
    truths = set()
    for name in names:
        alone = asked_of({"id": name, **told})
        both = asked_of({"id": name, **told}, other)
        truth = is_told_true(f"about-{name}-receiver")
        truths.add(truth)
        assert (f"about-{name}-receiver" in alone) is truth
        question = both[f"about-{name}-receiver"]
        assert is_true(question) is truth is question.text.endswith("Child welfare service.")
    assert truths == {True, False}
    assert "about-d-receiver" not in asked_of({"id": "d", **told, "other_ways": "true"}, other)


def test_provision_is_swapped_only_for_one_that_certainly_is_another_s() -> None:
    """A false statement names a section of a duty that shares none with this one, a true one no other's first."""
    names = [f"d{number}" for number in range(8)]
    other = {"id": "o", "laws": [LAWS[1]], "kind": "avert"}
    sharing = {"id": "o", "laws": [LAWS[1], LAWS[0]], "kind": "avert"}
    first = {"id": "o", "laws": [LAWS[0], LAWS[1]], "kind": "avert"}
    for name in names:
        duty = {"id": name, "laws": [LAWS[0]]}
        truth = is_told_true(f"about-{name}-law")
        assert is_true(asked_of(duty, other)[f"about-{name}-law"]) is truth
        assert (f"about-{name}-law" in asked_of(duty, sharing)) is truth
        assert f"about-{name}-law" not in asked_of(duty, first)


def test_duty_that_gives_way_names_the_other() -> None:
    """What goes before a duty is said with the other's name."""
    duties = (
        {"id": "d", "laws": [LAWS[0]], "yields_to": ["o"]},
        {"id": "o", "laws": [LAWS[1]], "name": "Rope"},
    )
    question = asked_of(*duties)["about-d-yields_to.o"]
    assert "“Rope”" in question.text
    assert is_true(question) is question.text.endswith("“Rope” goes before it.")
    assert [one.id for one in question.pointers] == [LAWS[1], "d"]


def test_repealed_provisions_take_their_questions_with_them() -> None:
    """When every provision of the example's duties is repealed, nothing is left to ask."""
    guide = taught("no-vold")
    repealed = tuple(
        type(one).model_validate({**one.model_dump(), "valid_to": "2024-12-31"}) for one in guide.laws
    )
    without = Guide(**{**{name: getattr(guide, name) for name in type(guide).model_fields}, "laws": repealed})
    assert duty_questions(from_plan(plan_of("fjordvik"), guide, "en"))
    assert duty_questions(from_plan(plan_of("fjordvik"), without, "en")) == ()


def test_plan_duty_is_asked_about_where_the_guide_knows_its_provision() -> None:
    """A duty of the plan says what it rests on; one without a provision, or with an unknown one, says nothing."""
    known: dict[str, str | None] = {
        "id": "v",
        "title": "Melde",
        "kind": "meldeplikt",
        "law": "barnevernsloven",
        "section": "§ 13-2",
    }
    duties = [
        known,
        {**known, "id": "w", "section": "§ 999"},
        {**known, "id": "x", "law": "ukjent lov"},
        {**known, "id": "y", "section": None},
        {**known, "id": "z", "kind": "avvergingsplikt", "law": "straffeloven", "section": "§ 196"},
    ]
    told = [{key: value for key, value in one.items() if value} for one in duties]
    plan = Plan.model_validate({"plan": {"id": "p", "title": "P"}, "duties": told})
    asked = {one.id: one for one in duty_questions(from_plan(plan, taught("no-vold"), "en"))}
    assert {one for one in asked if one.startswith("about-plan-")} == {"about-plan-v", "about-plan-z"}


@pytest.mark.parametrize("name", GUIDES)
def test_about_half_of_the_statements_are_true(name: str) -> None:
    """Nobody gets far by always saying true, or always false."""
    for seed in ("1", "2", "3"):
        questions = duty_questions(of_guide(name, "en", seed=seed))
        assert len(questions) == 14
        assert 5 <= sum(map(is_true, questions)) <= 9


def test_guides_say_of_duties_only_what_stands_in_them() -> None:
    """Every duty that is asked about has ground, and none that the guide marks as unconfirmed is."""
    for name in GUIDES:
        subject = of_guide(name)
        for duty in subject.guide.legal_duties:
            assert (duty.confidence != "unconfirmed" and bool(duty.laws)) or not grounds(subject, duty)
    assert not grounds(
        of_guide("se-vald"), next(one for one in taught("se-vald").legal_duties if one.id == "duty-avert")
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_plan_and_guide_gives_sound_questions_in_every_language(language: str) -> None:
    """Whatever the plans and guides hold, what is asked is well formed."""
    for name in PLANS:
        is_well_formed(duty_questions(of_plan(name, language)))
    for name in GUIDES:
        is_well_formed(duty_questions(of_guide(name, language)))


def test_questions_of_the_examples_hold() -> None:
    """Each answer is what the keys of the duty say, worked out anew."""
    for seed in ("1", "2"):
        for name in ("fjordvik", "trefjord"):
            subject = of_plan(name, "en", seed=seed)
            for one in duty_questions(subject):
                holds(subject, one)
        for name in GUIDES:
            subject = of_guide(name, "en", seed=seed)
            for one in duty_questions(subject):
                holds(subject, one)


def test_every_flag_of_a_duty_is_told_in_a_sentence_and_its_opposite() -> None:
    """A key that says something of a duty and gave no sentence would be shown and asked nowhere."""
    flags = [name for name, field in LegalDuty.model_fields.items() if bool in get_args(field.annotation)]
    told = {"id": "d", "kind": "report", "name": "D", "receiver": "police", **dict.fromkeys(flags, "true")}
    facts = duty_facts(of_guide("no-vold", "en").reading, LegalDuty.model_validate(told))
    assert [one.key for one in facts] == flags
    assert len({text for one in facts for text in (one.true, one.false)}) == 2 * len(flags)
