"""Cases to talk about: what happens in them is what the plan says, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from tests.teaching.subjects import PLANS, of_guide, of_plan

from plankit.model.case import Case
from plankit.model.guide import Guide
from plankit.model.procedure import Procedure
from plankit.model.teaching import CaseLesson
from plankit.teaching.cases import MINUTES, cases_told
from plankit.teaching.exercise import CaseTold
from plankit.teaching.subject import Subject
from plankit.views.cases import cases_of
from plankit.views.reading import Reading
from plankit.walks.cases import walk_case
from plankit.walks.walking import walk_prepared
from plankit.walks.words import clock, event_words

FRIDAY = "case-friday-school"


def with_plan(subject: Subject, **changed: Any) -> Subject:
    """The same with other values in the plan."""
    plan = subject.reading.plan.model_copy(update=changed)
    return replace(subject, reading=Reading(plan, subject.guide, subject.language))


def with_guide(subject: Subject, **changed: Any) -> Subject:
    """The same with other values in the guide."""
    guide = Guide.model_construct(**{**dict(subject.guide), **changed})
    return replace(subject, reading=Reading(subject.reading.plan, guide, subject.language))


def _told(subject: Subject, case: str = FRIDAY) -> CaseTold:
    return next(one for one in cases_told(subject) if one.id == case)


def _renamed(procedure: Procedure, step: str, what: str) -> Procedure:
    """The procedure with other words in one of its steps."""
    branches = tuple(
        branch.model_copy(
            update={
                "steps": tuple(
                    one.model_copy(update={"what": what}) if one.id == step else one for one in branch.steps
                )
            }
        )
        for branch in procedure.branches
    )
    steps = tuple(one.model_copy(update={"what": what}) if one.id == step else one for one in procedure.steps)
    return procedure.model_copy(update={"steps": steps, "branches": branches})


def test_case_of_a_guide_alone_has_facts_and_expectations_but_no_way() -> None:
    """Without a plan nothing happens in a case, and no day of the calendar is made up."""
    told = _told(of_guide("no-vold", "en"))
    assert told.way == ()
    assert told.gaps == ()
    assert ("Time", "Friday 16:30") in told.facts
    assert len(told.expected) == 6
    assert {one.kind for one in told.pointers} == {"guide"}


def test_case_that_does_not_say_that_it_is_made_up_is_not_told() -> None:
    """A case that might be of a real person never reaches a group."""
    subject = of_guide("no-vold", "nb")
    silent = tuple(
        one.model_copy(update={"fictional": None}) if one.id == FRIDAY else one for one in subject.guide.cases
    )
    assert FRIDAY not in {one.id for one in cases_told(with_guide(subject, cases=silent))}
    assert FRIDAY in {one.id for one in cases_told(subject)}


def test_every_case_is_told_with_the_events_of_its_walk_in_their_order() -> None:
    """The way of a case is that of its walk under this plan: as many sentences as events, each with its time and words."""
    subject = of_plan("fjordvik", "nb")
    names = subject.names
    told = {one.id: one for one in cases_told(subject)}
    for case in cases_of(subject.reading):
        walk = walk_prepared(subject.ready, walk_case(subject.ready, case))
        way = told[case.id].way
        assert len(way) == len(walk.events)
        for sentence, event in zip(way, walk.events, strict=True):
            assert sentence.startswith(f"{clock(names, event.at)} – {event_words(names, event).rstrip('.')}")
        assert len(told[case.id].gaps) == len(
            {(one.kind, one.place, one.agency, one.detail, one.expected) for one in walk.gaps}
        )


def test_other_words_in_a_step_of_the_plan_change_the_way_and_nothing_of_the_guide() -> None:
    """What the plan says is what the case tells."""
    subject = of_plan("fjordvik", "nb")
    plan = subject.reading.plan
    changed = with_plan(
        subject,
        procedures=tuple(_renamed(one, "akutt-vakt", "Kjør barnet til stasjonen") for one in plan.procedures),
    )
    before, after = _told(subject), _told(changed)
    assert any("Kjør barnet til stasjonen" in one for one in after.way)
    assert not any("Kjør barnet til stasjonen" in one for one in before.way)
    assert (before.story, before.facts, before.expected) == (after.story, after.facts, after.expected)


def test_plan_without_procedures_tells_the_gap_and_no_way() -> None:
    """Where no procedure begins, the case says so instead of being silent."""
    told = _told(with_plan(of_plan("fjordvik", "en"), procedures=()))
    assert told.way == ()
    assert told.gaps[0] == "No procedure of this plan begins with such a case."


def test_expectations_name_the_agency_as_the_plan_does() -> None:
    """Whom the guide calls by a general name is called by the plan's own."""
    told = _told(of_plan("fjordvik", "nb"))
    assert told.expected[1] == "«Ytre Havland barnevernvakt» har saken innen 1 time."
    assert told.expected[3].startswith("Dette gjør ingen: ")
    assert _told(of_guide("no-vold", "nb")).expected[0] == "«Politi» har saken med en gang."


def test_case_with_a_lesson_gets_its_words_and_one_without_gets_questions_that_suit_any() -> None:
    """A lesson of the guide decides warning, questions and minutes; a case of the plan's own is not left without."""
    lesson = CaseLesson(
        id="lesson-friday",
        case=FRIDAY,
        audiences=("school",),
        objectives=("obj-report",),
        minutes="35",
        warning="Det handler om et barn.",
        questions=("Hva nå?",),
        mistakes=("Å vente.",),
        facilitator="Stans når noen tier.",
    )
    subject = with_guide(of_plan("fjordvik", "nb"), case_lessons=(lesson,))
    told = cases_told(subject)
    assert told[0].id == FRIDAY
    assert (told[0].warning, told[0].questions, told[0].minutes) == (lesson.warning, lesson.questions, 35)
    assert (told[0].mistakes, told[0].facilitator, told[0].audiences) == (
        lesson.mistakes,
        lesson.facilitator,
        ("school",),
    )
    own = next(one for one in told if one.id == "sak-tolk")
    assert own.warning.startswith("Saken er oppdiktet.")
    assert len(own.questions) == 5
    assert own.minutes == MINUTES
    assert own.objectives == subject.objectives("case")


def test_case_whose_time_is_not_understood_is_told_without_a_way() -> None:
    """Its story can be talked about all the same, and its time stands as it is written."""
    subject = of_plan("fjordvik", "nb")
    odd = Case(
        id="sak-odd",
        title="En gang",
        fictional=True,
        exposed="barn",
        door="lærer",
        severity="annen bekymring",
        at="en gang",
    )
    told = _told(with_plan(subject, cases=(odd,)), "sak-odd")
    assert told.way == ()
    assert told.gaps == ()
    assert ("Tidspunkt", "en gang") in told.facts


def test_pointers_lead_to_steps_and_agencies_that_are_there() -> None:
    """Each pointer of each case can be followed."""
    subject = of_plan("fjordvik", "nb")
    plan = subject.reading.plan
    steps = {f"{one.id}.{step.id}" for one in plan.procedures for step in one.all_steps()}
    for told in cases_told(subject):
        for one in told.pointers:
            assert one.words
            known = steps | set(plan.by_id) if one.kind == "plan" else set(subject.guide.by_id)
            assert one.id in known
        assert len({one.id for one in told.pointers}) == len(told.pointers)


@pytest.mark.parametrize("language", ["nb", "nn", "sv", "en"])
def test_same_subject_gives_the_same_cases_in_words_of_its_language(language: str) -> None:
    """Nothing is left to chance, and plankit's own sentences are in the language of the kit."""
    subject = of_plan("fjordvik", language)
    told = cases_told(subject)
    assert told == cases_told(subject)
    own = next(one for one in told if one.id == "sak-tolk")
    assert ("leave the room" in own.warning) is (language == "en")
    assert not any("{" in text for one in told for text in (*one.way, *one.gaps, *one.expected, one.warning))


@pytest.mark.parametrize("plan", PLANS)
def test_every_plan_tells_every_case_of_its_guide(plan: str) -> None:
    """Plans that were not written for plankit give cases too, whatever they leave out."""
    subject = of_plan(plan, "sv" if plan.startswith("se-") else "nn")
    told = cases_told(subject)
    assert {one.id for one in subject.guide.cases} <= {one.id for one in told}
    assert all(one.questions and one.warning and one.facts for one in told)
