"""Questions on the order of steps, and on what stands in them."""

from __future__ import annotations

from typing import Any

import pytest
from tests.teaching.recomputed import holds, is_well_formed
from tests.teaching.subjects import GUIDES, PLANS, from_plan, of_guide, of_plan, taught

from plankit.model.plan import Plan
from plankit.teaching.exercise import Question
from plankit.teaching.limits import whole_number
from plankit.teaching.numbers import spellings
from plankit.teaching.ordering import order_questions

LANGUAGES = ("nb", "nn", "sv", "en")
NAMES = ("Rådhuset", "Skolen", "Legevakta", "Biblioteket", "Brannvesenet", "Havnevesenet")
WORDS = ("Lytt.", "Ring.", "Skriv.", "Følg opp.", "Avslutt.", "Øv.", "Lær.", "Lagre.", "Takk.")


def small(*steps: dict[str, Any], **more: Any) -> Plan:
    """A plan with a procedure of these steps."""
    told = [
        {"id": f"s{n}", "what": what, **one} for n, (what, one) in enumerate(zip(WORDS, steps, strict=False))
    ]
    return Plan.model_validate(
        {
            "plan": {"id": "p", "title": "P"},
            "agencies": [{"id": f"e{number}", "name": name} for number, name in enumerate(NAMES)],
            "procedures": [{"id": "q", "title": "Rutine", "steps": told}],
            **more,
        }
    )


def asked_of(plan: Plan) -> dict[str, Question]:
    """Questions on the plan's procedure, by id."""
    questions = order_questions(from_plan(plan, taught("no-vold"), "en"))
    return {one.id: one for one in questions if "-q-" in one.id}


@pytest.mark.parametrize(
    "steps",
    [
        [{}, {}],
        [{}, {"next": [{"step": "s2", "condition": "om natta"}]}, {}],
        [{}, {"next": [{"step": "s2"}, {"step": "s0"}]}, {}],
        [{}, {"end": "true"}, {}],
        [{}, {}, {"next": [{"step": "s0"}]}],
        [{}, {}, {"what": "LYTT"}],
        [{"order": "1"}, {"order": "3"}, {"order": "2"}],
        [{"order": "1"}, {"order": "1"}, {"order": "2"}],
        [{}, {}, {"fallback": "s0"}],
        [{}, {"deadline": "PT0S"}, {}],
    ],
    ids=[
        "two",
        "condition",
        "fork",
        "end",
        "ring",
        "same-text",
        "numbers-disagree",
        "same-number",
        "back",
        "at-once",
    ],
)
def test_steps_without_one_certain_order_are_not_asked_about(steps: list[dict[str, Any]]) -> None:
    """Two steps, a condition, a fork, an end, a ring, twins, or numbers that say otherwise: there is no question."""
    assert not any(one.startswith("order-") for one in asked_of(small(*steps)))


def test_steps_in_a_row_are_put_in_order() -> None:
    """The order is that of the ways on, whatever the order in the file; steps for when nobody answers are left out."""
    plan = small(
        {"next": [{"step": "s2"}], "fallback": "s3"},
        {},
        {"next": [{"step": "s1"}]},
        {"next": [{"step": "s2"}]},
    )
    changed = plan.model_dump()
    changed["procedures"][0]["steps"][1]["end"] = "true"
    question = asked_of(Plan.model_validate(changed))["order-q-s0"]
    assert question.steps == ("Lytt.", "Skriv.", "Ring.")
    assert question.shown != (0, 1, 2)


def test_step_that_is_due_at_once_is_never_put_behind_another() -> None:
    """What is to be done at once begins its stretch, so that nobody is wrong who does it first."""
    question = asked_of(small({}, {"deadline": "PT0S"}, {}, {}))["order-q-s1"]
    assert question.steps == ("Ring.", "Skriv.", "Følg opp.")
    for language in ("nb", "nn"):
        for one in order_questions(of_plan("fjordvik", language)):
            assert not any("112" in step for step in one.steps[1:]), one.steps


def test_question_follows_the_plan_to_another_order() -> None:
    """When two steps change places, the same question has the new order."""
    plan = small({}, {}, {})
    first = asked_of(plan)["order-q-s0"].steps
    procedure = plan.procedures[0]
    one, two, three = procedure.steps
    moved = procedure.model_copy(update={"steps": (one, three, two)})
    after = asked_of(plan.model_copy(update={"procedures": (moved,)}))["order-q-s0"].steps
    assert (first, after) == (("Lytt.", "Ring.", "Skriv."), ("Lytt.", "Skriv.", "Ring."))


def test_long_row_is_cut_into_pieces_of_three_to_seven() -> None:
    """Nobody puts nine steps in order at once."""
    found = [one for name, one in asked_of(small(*[{}] * 9)).items() if name.startswith("order-")]
    assert [len(one.steps) for one in found] == [5, 4]


@pytest.mark.parametrize(
    ("written", "told", "found"),
    [
        ("PT0S", "", None),
        ("P1MT1H", "", None),
        ("x", "", None),
        (None, "", None),
        ("PT90M", "", ("minutes", 90)),
        ("PT36H", "", ("hours", 36)),
        ("PT48H", "", ("days", 2)),
        ("P2W", "", ("days", 14)),
        ("P4M", "", ("months", 4)),
        ("P1D", "innen 24 timer", ("hours", 24)),
        ("P1D", "neste virkedag", None),
    ],
)
def test_limit_is_read_as_a_whole_number_of_a_unit(
    written: str | None, told: str, found: tuple[str, int] | None
) -> None:
    """At once, mixed units and words that say something else give no number."""
    assert whole_number(written, told) == found


def test_limit_that_the_step_gives_away_is_asked_with_a_blank() -> None:
    """A step that says its limit is asked with the number taken out; one that hints at it is not asked."""
    asked = asked_of(small({"what": "Svar innen 3 dager.", "deadline": "P3D"}))
    assert asked["limit-q-s0"].text == "Which number is missing? “Svar innen … dager.”"
    assert asked["limit-q-s0"].answers == ("3",)
    assert "limit-q-s0" not in asked_of(small({"what": "Svar samme dag.", "deadline": "P1D"}))
    later = asked_of(small({"what": "Svar.", "deadline": "P5D"}))["limit-q-s0"]
    assert (later.answers, later.unit) == (("5",), "days")


def test_limit_of_law_is_asked_only_while_the_law_holds() -> None:
    """A task of the guide whose title says its limit is asked about, until its provision is repealed."""
    guide = taught("se-vald")
    subject = of_guide("se-vald", "en")
    question = next(one for one in order_questions(subject) if one.id == "limit-open-inquiry")
    assert question.answers == ("14",)
    laws = {one.id for one in question.pointers if one.kind == "law"}
    repealed = tuple(
        type(one).model_validate({**one.model_dump(), "valid_to": "2024-12-31"}) if one.id in laws else one
        for one in guide.laws
    )
    without = type(guide)(
        **{**{name: getattr(guide, name) for name in type(guide).model_fields}, "laws": repealed}
    )
    again = order_questions(from_plan(small(), without, "en"))
    assert "limit-open-inquiry" not in {one.id for one in again}


def test_missing_agency_has_one_right_name() -> None:
    """The step's own agency is taken out of its text; who may be called instead is no wrong answer."""
    steps: list[dict[str, Any]] = [
        {"what": "Ring legevakta nå.", "agency": "e2", "fallback": "s1"},
        {"what": "Ring brannvesenet.", "agency": "e4"},
    ]
    question = asked_of(small(*steps))["gap-q-s0"]
    assert question.text == "Ring ____ nå."
    offered = {choice.text for choice in question.choices}
    assert [choice.text for choice in question.choices if choice.right] == ["legevakta"]
    assert offered <= {name.lower() for name in NAMES}
    assert "brannvesenet" not in offered
    twice = small({"what": "Ring legevakta, spør legevakta.", "agency": "e2"})
    assert "gap-q-s0" not in asked_of(twice)
    other = asked_of(small({"what": "Ring skolen nå.", "agency": "e1"}))["gap-q-s0"]
    assert [choice.text for choice in other.choices if choice.right] == ["skolen"]


def test_whoever_is_there_around_the_clock_is_no_wrong_word() -> None:
    """Nobody is to learn that it was wrong to call those who always answer."""
    agencies = [{"id": f"e{number}", "name": name} for number, name in enumerate(NAMES)]
    offered = asked_of(small({"what": "Ring skolen nå.", "agency": "e1"}, agencies=agencies[:4]))
    assert "legevakta" in {choice.text for choice in offered["gap-q-s0"].choices}
    agencies[2] = {**agencies[2], "around_the_clock": "true"}
    awake = asked_of(small({"what": "Ring skolen nå.", "agency": "e1"}, agencies=agencies))
    assert "legevakta" not in {choice.text for choice in awake["gap-q-s0"].choices}


def test_number_is_asked_only_where_plan_or_guide_confirms_it() -> None:
    """A public number that somebody has checked is asked about; a local one, and an unchecked one, never."""
    step = {"what": "Ring politiet på 112.", "channel": "telefon", "contact": "112"}
    question = asked_of(small(step))["number-q-s0"]
    assert question.text == "Which number is missing? “Ring politiet på ….”"
    assert question.answers == ("112",)
    assert "number-q-s0" not in asked_of(small({"what": "Ring.", "contact": "110"}))
    assert "number-q-s0" not in asked_of(small({"what": "Ring.", "contact": "00 00 00 01"}))
    contact = {"id": "k", "party": "Vakta", "channel": "telefon", "value": "110", "audience": "nød"}
    called = {"what": "Ring 110.", "contact": "110"}
    assert "number-q-s0" not in asked_of(small(called, contacts=[contact]))
    checked = asked_of(small(called, contacts=[{**contact, "verified_on": "2026-10-01"}]))
    assert checked["number-q-s0"].answers == ("110",)
    unwritten = {**called, "what": "Følg den skadde til lege."}
    assert "number-q-s0" not in asked_of(
        small(unwritten, contacts=[{**contact, "verified_on": "2026-10-01"}])
    )
    assert spellings("116  117") == ("116 117", "116117")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_plan_and_guide_gives_sound_questions_in_every_language(language: str) -> None:
    """Whatever the plans and guides hold, what is asked is well formed."""
    for name in PLANS:
        is_well_formed(order_questions(of_plan(name, language)))
    for name in GUIDES:
        questions = order_questions(of_guide(name, language))
        is_well_formed(questions)
        assert questions


def test_questions_of_the_examples_hold_and_are_of_every_kind() -> None:
    """Each answer is what the procedure says, worked out anew."""
    for name in ("fjordvik", "trefjord", "no-hurum"):
        subject = of_plan(name, "en")
        for one in order_questions(subject):
            holds(subject, one)
    for name in GUIDES:
        subject = of_guide(name, "en")
        for one in order_questions(subject):
            holds(subject, one)
    questions = order_questions(of_plan("fjordvik", "en"))
    assert {one.kind for one in questions} == {"order", "number", "gap", "text"}
    assert len(questions) == 14
