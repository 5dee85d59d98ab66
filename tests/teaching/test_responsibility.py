"""Questions on who is responsible."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

import pytest
from tests.teaching.recomputed import holds, is_well_formed
from tests.teaching.subjects import GUIDES, PLANS, from_plan, of_guide, of_plan, plan_of, taught

from plankit.model.parties import Responsibility
from plankit.model.plan import Plan
from plankit.teaching.exercise import Question
from plankit.teaching.responsibility import responsibility_questions

LANGUAGES = ("nb", "nn", "sv", "en")
NAMES = ("Rådhuset", "Skolen", "Legevakta", "Biblioteket", "Brannvesenet", "Havnevesenet")


def small(*cells: dict[str, Any], **more: Any) -> Plan:
    """A plan with six agencies, one task and these cells."""
    told = [{"task": "warn", **one} for one in cells]
    return Plan.model_validate(
        {
            "plan": {"id": "p", "title": "P"},
            "agencies": [{"id": f"e{number}", "name": name} for number, name in enumerate(NAMES)],
            "tasks": [{"id": "warn", "title": "Varsle", "phase": "prevent", **more.pop("task", {})}],
            "responsibilities": told,
            **more,
        }
    )


def asked_of(plan: Plan) -> dict[str, Question]:
    """Questions on the plan's own task and measures, by id."""
    questions = responsibility_questions(from_plan(plan, taught("no-vold"), "en"))
    return {one.id: one for one in questions if "warn" in one.id or "measure" in one.id}


def right_of(question: Question) -> set[str]:
    """What is right."""
    return {choice.text for choice in question.choices if choice.right}


def cell(agency: str, role: str, **more: Any) -> dict[str, Any]:
    """A cell of the matrix."""
    return {"agency": agency, "role": role, **more}


@pytest.mark.parametrize(
    "cells",
    [
        [],
        [cell("e0", "R")],
        [cell("e0", "A"), cell("e1", "A")],
        [cell("e0", "A", valid_to="2025")],
        [cell("nobody", "A")],
        [cell("e0", "A"), cell("e1", "R"), cell("e2", "I"), cell("e3", "C")],
    ],
    ids=["empty", "no-one-accountable", "two-accountable", "no-longer", "not-described", "too-few-outside"],
)
def test_task_without_one_certain_answer_is_not_asked_about(cells: Sequence[dict[str, Any]]) -> None:
    """A hole, two who answer, a cell of the past, or nobody left to be wrong: there is no question."""
    assert not any(one.startswith("responsible-one-") for one in asked_of(small(*cells)))


def test_task_of_some_municipalities_only_is_not_asked_about() -> None:
    """Who answers in one municipality need not answer in the next."""
    members = [{"id": "k1", "name": "A"}, {"id": "k2", "name": "B"}]
    everywhere = small(cell("e0", "A"), participants=members)
    assert "responsible-one-warn" in asked_of(everywhere)
    somewhere = small(cell("e0", "A", applies_to=["k1"]), participants=members)
    assert "responsible-one-warn" not in asked_of(somewhere)


def test_personal_duty_is_never_somebody_elses() -> None:
    """A duty that rests on each employee is not asked about as that of an agency."""
    assert asked_of(small(cell("e0", "A"), cell("e1", "R")))
    assert not asked_of(small(cell("e0", "A"), cell("e1", "R"), task={"personal_duty": "true"}))
    for name in GUIDES:
        personal = {task.id for task in taught(name).tasks if task.personal_duty}
        asked = {one.pointers[0].id for one in responsibility_questions(of_guide(name))}
        assert personal
        assert not personal & asked


def test_task_that_many_carry_out_is_not_asked_about() -> None:
    """What three carry out is everybody's; who is not in the matrix may have a part in it all the same."""
    two = [cell("e0", "A"), cell("e1", "R"), cell("e2", "R")]
    assert set(asked_of(small(*two))) == {"responsible-one-warn", "responsible-several-warn"}
    assert not asked_of(
        small(
            *two,
            cell("e3", "R"),
            agencies=[{"id": f"e{number}", "name": name} for number, name in enumerate((*NAMES, "Teateret"))],
        )
    )


def test_law_alone_never_tells_who_has_no_part() -> None:
    """Law that settles parts of some says nothing of others: who takes part is asked of the plan's matrix only."""
    for name in GUIDES:
        assert not any(one.kind == "several" for one in responsibility_questions(of_guide(name)))


def test_law_alone_is_not_asked_about_with_one_answer_again_and_again() -> None:
    """No agency is right more than three times, and whoever answers for another task by law is never wrong."""
    for name in GUIDES:
        questions = responsibility_questions(of_guide(name, "en"))
        right = Counter(text for one in questions for text in right_of(one))
        assert max(right.values()) <= 3
        wrong = {choice.text for one in questions for choice in one.choices if not choice.right}
        assert not wrong & set(right)


def test_answer_to_one_task_does_nothing_for_another_of_the_same_match() -> None:
    """Of tasks that are matched, whoever answers for one does not carry out, answer for or support another."""
    for name in ("fjordvik", "trefjord"):
        subject = of_plan(name, "en")
        doing = {
            (subject.reading.title(one.task or ""), subject.reading.party(one.agency).name)
            for one in plan_of(name).responsibilities
            if one.role in ("R", "A", "S")
        }
        for one in [each for each in responsibility_questions(subject) if each.kind == "match"]:
            for task, agency in one.pairs:
                others = {other for _, other in one.pairs} - {agency}
                assert not any((task, other) in doing for other in others)


def test_whoever_has_another_letter_is_no_wrong_answer() -> None:
    """Wrong answers are agencies without any part in the task: no letter, no step, no statement, no kin."""
    steps = [{"id": "s", "what": "Ring.", "agency": "e2", "task": "warn"}]
    plan = small(cell("e0", "A"), cell("e1", "I"), procedures=[{"id": "q", "title": "Q", "steps": steps}])
    question = asked_of(plan)["responsible-one-warn"]
    assert {choice.text for choice in question.choices} == {NAMES[0], NAMES[3], NAMES[4], NAMES[5]}


def test_agency_below_the_right_one_is_no_wrong_answer() -> None:
    """A unit of whoever answers is too close to be wrong; without it there are too few others, and no question."""
    four = [{"id": f"e{number}", "name": name} for number, name in enumerate(NAMES[:4])]
    assert "responsible-one-warn" in asked_of(small(cell("e0", "A"), agencies=four))
    for place in ({"parent": "e0"}, {"parent": "e2"}):
        near = [*four[:3], {**four[3], **place}]
        assert ("responsible-one-warn" in asked_of(small(cell("e0", "A"), agencies=near))) is (
            place["parent"] == "e2"
        )


def test_two_tasks_of_one_title_are_not_asked_about() -> None:
    """A question in the same words on two tasks would have two answers."""
    tasks = [{"id": one, "title": "Varsle", "phase": "prevent"} for one in ("warn", "warn-2")]
    twice = [cell("e0", "A"), cell("e1", "A", task="warn-2")]
    assert not any(one.kind == "one" for one in asked_of(small(*twice, tasks=tasks)).values())


def test_question_follows_the_plan_to_another_agency() -> None:
    """When another agency answers for the task, the same question has that answer, and no longer the old one."""
    first = asked_of(small(cell("e0", "A")))["responsible-one-warn"]
    after = asked_of(small(cell("e4", "A")))["responsible-one-warn"]
    assert (right_of(first), right_of(after)) == ({NAMES[0]}, {NAMES[4]})
    assert first.text == after.text
    assert not asked_of(small(cell("e0", "R")))


def test_every_agency_that_is_changed_in_the_example_changes_its_question() -> None:
    """Whatever task of the example gets another agency: the old answer is never kept."""
    plan = plan_of("fjordvik")
    asked = responsibility_questions(of_plan("fjordvik", "en"))
    for question in [one for one in asked if one.id.startswith("responsible-one-")]:
        task = question.pointers[0].id
        other = next(one for one in plan.agencies if one.name not in right_of(question))
        moved = tuple(
            one.model_copy(update={"agency": other.id}) if (one.task, one.role) == (task, "A") else one
            for one in plan.responsibilities
        )
        changed = plan.model_copy(update={"responsibilities": moved})
        again = responsibility_questions(from_plan(changed, taught("no-vold"), "en"))
        found = [one for one in again if one.id == question.id]
        assert all(right_of(one) == {other.name} for one in found)


def test_law_that_settles_a_cell_counts_until_it_is_repealed() -> None:
    """A cell that law settles is asked about with the provision; once that is repealed, it is gone."""
    guide = taught("no-vold")
    asked = {one.id: one for one in responsibility_questions(of_guide("no-vold", "en"))}
    question = next(one for one in asked.values() if one.id.startswith("responsible-one-"))
    laws = {one.id for one in question.pointers if one.kind == "law"}
    assert laws
    repealed = tuple(
        type(one).model_validate({**one.model_dump(), "valid_to": "2024-12-31"}) if one.id in laws else one
        for one in guide.laws
    )
    known = {name: getattr(guide, name) for name in type(guide).model_fields}
    without = type(guide)(**{**known, "laws": repealed})
    again = responsibility_questions(from_plan(small(), without, "en"))
    assert question.id not in {one.id for one in again}
    assert again


def test_law_alone_never_sets_a_board_against_its_own_units_or_a_body_of_its_kind() -> None:
    """Law lays a task on a board, and units do the work; a wrong answer is no one in line of command, and of no one’s kind."""
    seen = 0
    for name in GUIDES:
        subject = of_guide(name, "en")
        by_name = {subject.reading.party(one.id).name: one for one in subject.guide.agencies}
        for one in responsibility_questions(subject):
            if one.kind != "one":
                continue
            (right,) = (by_name[choice.text] for choice in one.choices if choice.right)
            for wrong in (by_name[choice.text] for choice in one.choices if not choice.right):
                seen += 1
                assert right.id not in wrong.commanded_by
                assert wrong.id not in right.commanded_by
                assert not right.kind or right.kind != wrong.kind
    assert seen > 20


def test_plan_and_law_that_disagree_are_not_asked_about() -> None:
    """Where the plan gives a task to another than law does, two answer for it, and that is for the gap hunt."""
    plan = plan_of("fjordvik")
    own = {one.task: one.agency for one in plan.responsibilities if one.role == "A"}
    assert own["shelter-phone"] == "kommunedirektoren"
    asked = responsibility_questions(of_plan("fjordvik", "en"))
    assert "responsible-one-shelter-phone" not in {one.id for one in asked}


def test_measure_with_two_owners_is_not_asked_about() -> None:
    """One owner gives a question, whose wrong answers have no part and are not named in words either."""
    measure = {"id": "m", "title": "Ny rutine", "responsible": ["e0"], "contributors": ["e1"]}
    question = asked_of(small(measures=[measure]))["responsible-measure-m"]
    assert right_of(question) == {NAMES[0]}
    assert NAMES[1] not in {choice.text for choice in question.choices}
    named = {**measure, "description": "Sammen med Biblioteket og Havnevesenet."}
    assert "responsible-measure-m" not in asked_of(small(measures=[named]))
    assert not asked_of(small(measures=[{**measure, "responsible": ["e0", "e2"]}]))
    assert not asked_of(small(measures=[{**measure, "responsible": [{"text": "Alle"}]}]))
    assert not asked_of(small(measures=[{**measure, "status": "utgår"}]))


def test_level_that_two_agencies_hold_is_not_asked_about() -> None:
    """In a matrix of levels, who holds a task at a level is asked where one agency does."""
    guide = taught("no-vold")
    task = next((one for one in guide.tasks if one.matrix), None)
    assert task is not None
    level = guide.matrix_levels[0].id
    held = Responsibility.model_validate({"task": task.id, "agency": "e0", "level": level})
    name = f"responsible-level-{task.id}-{level}"
    plan = small().model_copy(update={"responsibilities": (held,)})
    asked = {one.id: one for one in responsibility_questions(from_plan(plan, guide, "en"))}
    assert right_of(asked[name]) == {NAMES[0]}
    both = plan.model_copy(update={"responsibilities": (held, held.model_copy(update={"agency": "e1"}))})
    assert name not in {one.id for one in responsibility_questions(from_plan(both, guide, "en"))}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_plan_and_guide_gives_sound_questions_in_every_language(language: str) -> None:
    """Five real plans, two examples and both guides: whatever they hold, what is asked is well formed."""
    for name in PLANS:
        is_well_formed(responsibility_questions(of_plan(name, language)))
    for name in GUIDES:
        questions = responsibility_questions(of_guide(name, language))
        is_well_formed(questions)
        assert questions


def test_questions_of_the_examples_hold_and_are_of_every_kind() -> None:
    """Each answer of the examples and guides is what the matrix says, worked out anew; every kind is there."""
    for name in ("fjordvik", "trefjord", "no-nordmore"):
        subject = of_plan(name, "en")
        for one in responsibility_questions(subject):
            holds(subject, one)
    for name in GUIDES:
        subject = of_guide(name, "en")
        for one in responsibility_questions(subject):
            holds(subject, one)
    questions = responsibility_questions(of_plan("fjordvik", "en"))
    assert {one.kind for one in questions} == {"one", "several", "match"}
    assert any("measure" in one.id for one in questions)
    assert len(questions) == 20


def test_kit_for_an_audience_gets_as_many_questions_as_any() -> None:
    """What is not for the audience is left out before the choosing, so the kit is not thinner."""
    questions = responsibility_questions(of_plan("fjordvik", audience="council"))
    assert len(questions) == 20
    assert all("council" in one.audiences for one in questions)
