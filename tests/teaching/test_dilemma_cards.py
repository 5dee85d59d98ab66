"""Dilemma cards: every side is told, and none is told to be the right one."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from datetime import date

import pytest
from tests.teaching.subjects import of_guide, taught

from plankit.guides import pack_names
from plankit.teaching.dilemmas import dilemma_cards
from plankit.teaching.exercise import DilemmaCard

LANGUAGES = {"no-vold": ("nb", "nn", "en"), "se-vald": ("sv", "en")}
PAIRS = [(pack, language) for pack in pack_names() for language in LANGUAGES[pack]]
VERDICT = re.compile(
    r"right answer|correct answer|best answer|rett(e)? svar|riktig(e)? svar|fasit|rätt svar|rätta svar|facit|"
    r"best(e|a)? (løsning|løysing|lösning)",
    re.IGNORECASE,
)


def test_verdict_is_found_where_there_is_one() -> None:
    """The test below can fail."""
    assert all(
        VERDICT.search(one)
        for one in ("Det rette svaret er å melde.", "Rätt svar: anmäl.", "The right answer is …")
    )


@pytest.mark.parametrize(("pack", "language"), PAIRS)
def test_no_card_tells_which_way_is_right(pack: str, language: str) -> None:
    """Neither the card nor what the facilitator reads passes a verdict, and the card has no place for one."""
    for card in dilemma_cards(of_guide(pack, language)):
        texts = (card.title, card.text, card.facilitator, *card.sides, *card.questions)
        assert [text for text in texts if VERDICT.search(text)] == []
    assert {one.name for one in fields(DilemmaCard)}.isdisjoint({"right", "answer", "answers", "choices"})


@pytest.mark.parametrize(("pack", "language"), PAIRS)
def test_every_card_has_both_sides_and_what_a_group_needs(pack: str, language: str) -> None:
    """Four to six sides, questions, a note to whoever leads, time, and duties or laws that frame it."""
    cards = dilemma_cards(of_guide(pack, language))
    assert len(cards) == len({one.id for one in cards}) >= 6
    for card in cards:
        assert 4 <= len(card.sides) <= 6
        assert len(set(card.sides)) == len(card.sides)
        assert len(card.questions) >= 3
        assert card.facilitator
        assert 10 <= card.minutes <= 30
        assert {one.kind for one in card.pointers} == {"guide", "law"}


@pytest.mark.parametrize("pack", pack_names())
def test_cards_serve_weighing_and_reach_every_audience(pack: str) -> None:
    """Each serves the objective to weigh and others that the guide has; no audience goes without."""
    guide = taught(pack)
    known = {one.id for one in guide.objectives}
    cards = dilemma_cards(of_guide(pack, guide.guide.language))
    for card in cards:
        assert "obj-weigh" in card.objectives
        assert set(card.objectives) <= known
    assert {name for card in cards for name in card.audiences} == {one.id for one in guide.audiences}


def test_card_names_only_provisions_that_are_in_force_on_its_day() -> None:
    """A kit of another day points to other law."""
    subject = of_guide("se-vald", "sv")
    now = {one.id for card in dilemma_cards(subject) for one in card.pointers if one.kind == "law"}
    then = {
        one.id
        for card in dilemma_cards(replace(subject, today=date(2024, 1, 15)))
        for one in card.pointers
        if one.kind == "law"
    }
    assert "law-social-services-19-1" in now
    assert "law-social-services-19-1" not in then


def test_words_of_a_card_are_those_of_the_guide_in_the_language_of_the_kit() -> None:
    """The same card in another language is the same card."""
    nynorsk, bokmaal = dilemma_cards(of_guide("no-vold", "nn")), dilemma_cards(of_guide("no-vold", "nb"))
    assert [one.id for one in nynorsk] == [one.id for one in bokmaal]
    assert all(one.text != other.text for one, other in zip(nynorsk, bokmaal, strict=True))
