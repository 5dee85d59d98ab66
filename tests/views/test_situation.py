"""Conditions of the case vocabulary in words."""

from __future__ import annotations

from tests.views.conftest import ReadPlan

from plankit.model.case import Situation
from plankit.views.situation import situation_words

PLAN = "participants: [{id: north, name: Nord}]"


def test_situation_in_words_names_every_key(read_plan: ReadPlan) -> None:
    """Of several words one is enough, and the sentence says so; codes are shown as words."""
    situation = Situation(
        exposed=("barn", "eldre", "voksne"),
        hours=("night", "weekend"),
        leader="out-of-reach",
        participants=("north",),
    )
    assert situation_words(read_plan(PLAN), situation) == (
        "exposed is barn, eldre or voksne, the hour is night or weekend, the leader cannot be reached, "
        "it happens in Nord"
    )


def test_situation_that_every_case_fits_has_no_words(read_plan: ReadPlan) -> None:
    """Neither an absent nor an empty condition is told."""
    reading = read_plan(PLAN)
    assert situation_words(reading, None) == situation_words(reading, Situation()) == ""
