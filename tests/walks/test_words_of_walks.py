"""Walks in words and as documents."""

from __future__ import annotations

import json
import string

import pytest
from tests.walks.building import SAFE_STEP, case, procedure, ready
from tests.walks.test_stress import EVERYBODY, LEADER, PARTICIPANTS

from plankit.language import LANGUAGES
from plankit.model.case import Expectation
from plankit.walks import words
from plankit.walks.documents import stress_document, walk_document
from plankit.walks.problems import stress_problems
from plankit.walks.result import GAP_KINDS, Gap
from plankit.walks.stress import stress
from plankit.walks.walking import walk_prepared
from plankit.walks.words import KIND_WORDS, Names, gap_words, length, limit_words, sentence, shortened

FRIDAY = "2027-01-15T16:30"


def test_sentence_tells_a_leader_who_when_and_what() -> None:
    """One sentence is enough to see what the plan lets happen."""
    plan = ready(procedure({"id": "a", "agency": "day", "deadline": "PT2H"}, SAFE_STEP))
    told = case(FRIDAY, leader_reachable=False, suspect="guardian", adaptations=("sign",))
    found = walk_prepared(plan, told)
    assert sentence(Names(plan, "en"), told, found.gaps[0]) == (
        "“Child” is exposed, and the first to act is “School”, Friday 2027-01-15 16:30; serious, suspected: “Guardian”, "
        "needed: “Sign”, the leader cannot be reached: until Monday 2027-01-18 08:00 this plan lets nobody act at the "
        "step “Do a”, which should be done within 2 hours."
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_gap_has_words_without_placeholders(language: str) -> None:
    """No sentence is left with a hole, whatever the gap lacks."""
    plan = ready(procedure(SAFE_STEP))
    names = Names(plan, language)
    at = plan.calendar.local(0)
    gaps = [
        Gap(kind=kind, at=at, procedure=where[0], step=where[1], agency=agency, detail="PT2H", until=at)
        for kind in GAP_KINDS
        if kind != "expectation"
        for where in (("p", "safe"), ("p", None), (None, None))
        for agency in ("day", None)
    ]
    everything = Expectation(
        reaches="day", within="P1M", never="call-police", safe_within="PT90S", owner="gone"
    )
    gaps += [
        Gap(kind="expectation", at=at, detail=detail, expected=everything)
        for detail in ("reaches", "never", "safe", "owner")
    ]
    for gap in gaps:
        text = gap_words(names, gap)
        assert text
        assert "{" not in text
    assert set(KIND_WORDS) == set(GAP_KINDS)


def test_patterns_have_only_named_placeholders() -> None:
    """Translators see what is filled in."""
    for patterns in (words._GAPS, words._EVENTS):
        for text in patterns.values():
            names = [name for _, name, _, _ in string.Formatter().parse(text) if name is not None]
            assert all(name.isidentifier() for name in names)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("PT0S", "at once"),
        ("PT2H", "within 2 hours"),
        ("P1DT1M", "within 1 day 1 minute"),
        ("P4M", "within 4 months"),
        ("PT5S", "within 5 seconds"),
        ("soon", "within soon"),
    ],
)
def test_limits_are_said_in_whole_units(written: str, said: str) -> None:
    """A duration is read aloud; what is none stays as it is written."""
    assert limit_words(Names(ready(), "en"), written) == said


def test_length_of_nothing_is_at_once() -> None:
    """No empty words."""
    assert length("en", 0) == "at once"


def test_long_step_is_cut_after_whole_words() -> None:
    """In a sentence a step is its first sentence, or as many words as fit."""
    assert shortened("Ring the duty service. Tell them who and where.") == "Ring the duty service"
    cut = shortened("word " * 40)
    assert cut.endswith("word …")
    assert len(cut) < 80


def test_names_come_in_the_language_asked_for() -> None:
    """A name in several languages is said in the reader's; one that has none stays."""
    plan = ready(procedure({**SAFE_STEP, "what": {"nb": "Ring", "en": "Call"}}))
    assert Names(plan, "en").step("p", "safe") == "Call"
    assert Names(plan, "nn").step("p", "safe") == "Ring"
    assert Names(plan, "en").agency("gone") == "gone"
    assert Names(plan, "en").participant("gone") == "gone"


def test_walk_document_is_plain_and_complete() -> None:
    """The document is JSON, tells every event and gap, and is the same every time."""
    plan = ready(LEADER)
    told = case(FRIDAY, suspect="guardian", adaptations=("sign",), must=(Expectation(owner="day"),))
    names = Names(plan, "en")
    document = walk_document(names, walk_prepared(plan, told))
    assert json.loads(json.dumps(document)) == document
    assert list(document) == [
        "case",
        "began_at",
        "ended_at",
        "safe_at",
        "reaches_safety",
        "owner",
        "events",
        "gaps",
        "expectations",
    ]
    assert document["began_at"] == "2027-01-15T16:30:00+01:00"
    assert document["expectations"] == [{"expected": {"owner": "day"}, "held": False}]
    assert [event["what"] for event in document["events"]] == [
        "acted",
        "fallback",
        "waited",
        "acted",
        "acted",
    ]
    assert document == walk_document(names, walk_prepared(ready(LEADER), told))


def test_stress_document_is_plain_and_replayable() -> None:
    """Each gap has its case, its count and its sentence."""
    plan = ready(LEADER, EVERYBODY, participants=PARTICIPANTS)
    document = stress_document(Names(plan, "en"), stress(plan))
    assert json.loads(json.dumps(document)) == document
    assert document["share"] == round(document["safe"] / document["cases"], 4)
    for gap in document["gaps"]:
        assert gap["sentence"].endswith(".")
        assert gap["case"]["text"].startswith("exposed=")


def test_problem_of_a_stress_stands_at_the_step() -> None:
    """The finding is at the step of the procedure; where no procedure begins it is at the plan's frame."""
    plan = ready(LEADER, EVERYBODY, participants=PARTICIPANTS)
    places = {(one.kind, type(one.at).__name__, one.path) for one in stress_problems(plan)}
    assert ("no-procedure", "PlanFrame", ()) in places
    assert ("nobody-there", "Procedure", ("steps", 0)) in places
