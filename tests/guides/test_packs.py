"""The guides that come with plankit against the library, both ways."""

from __future__ import annotations

from pathlib import Path

import pytest

from plankit.findings import Severity
from plankit.guide_checking import check_guide
from plankit.guides import load_guide, pack_names, packs_folder
from plankit.loading import load
from plankit.model.guide import GUIDE_KINDS, Guide
from plankit.model.guide_law import Act, Law
from plankit.model.parties import Rasci
from plankit.model.references import GUIDE_AGENCIES, GUIDE_REQUIREMENTS, GUIDE_TASKS, references
from plankit.model.vocabulary import CODED_FIELDS, built_in
from plankit.rules.catalogue import BY_CODE, RULES
from plankit.starting import Municipality, Start, start_plan

PACKS = pack_names()
PHASES = ("prevent", "detect", "avert", "protect", "treat", "follow-up", "coordinate", "lead")
PERSPECTIVES = {"public-health", "gender-equality", "child-rights"}
UNCLAIMED = {
    "PK850": "what teachers write beside the plan is theirs, not what a guide asks of a plan",
    "PK851": "what teachers write beside the plan is theirs, not what a guide asks of a plan",
    "PK852": "what teachers write beside the plan is theirs, not what a guide asks of a plan",
    "PK853": "what teachers write beside the plan is theirs, not what a guide asks of a plan",
    "PK854": "what teachers write beside the plan is theirs, not what a guide asks of a plan",
    "PK855": "what teachers write beside the plan is theirs, not what a guide asks of a plan",
    "PK106": "without a guide there is no requirement that could ask for one",
    "PK525": "activity plans are a municipality's own way to work, not what a guide asks of a plan",
    "PK526": "activity plans are a municipality's own way to work, not what a guide asks of a plan",
    "PK527": "activity plans are a municipality's own way to work, not what a guide asks of a plan",
    "PK528": "activity plans are a municipality's own way to work, not what a guide asks of a plan",
    "PK529": "activity plans are a municipality's own way to work, not what a guide asks of a plan",
    "PK712": "how a reader leaves the site is plankit's own concern, not what a guide asks of a plan",
    "PK713": "what a browser remembers is plankit's own concern, not what a guide asks of a plan",
    "PK530": "that reports are added and never rewritten is plankit's own promise; the guide asks for reports (PK503)",
    "PK531": "how a report is written is plankit's own concern; the guide asks for reports (PK503)",
    "PK532": "how a report is written is plankit's own concern; the guide asks for reports (PK503)",
    "PK533": "how a report is written is plankit's own concern; the guide asks for reports (PK503)",
    "PK540": "how people judge by the rubric is plankit's own concern, not what a guide asks of a plan",
    "PK541": "how people judge by the rubric is plankit's own concern, not what a guide asks of a plan",
    "PK542": "how people judge by the rubric is plankit's own concern, not what a guide asks of a plan",
    "PK122": "what a shared plan leaves to nobody is plankit's own concern; the guide asks that each adopts",
    "PK123": "what came before a plan is its own history, not what a guide asks of it",
    "PK124": "what came before a plan is its own history, not what a guide asks of it",
    "PK811": "the law on accessible websites asks for it, not a guide",
    "PK813": "that a site asks nobody for anything is plankit's own promise",
}
"""Rules on the content of plans that no requirement of a guide asks for, and why."""


def _guide(name: str) -> Guide:
    guide, problems = load_guide(name)
    assert guide is not None
    assert problems == ()
    return guide


def test_packs_are_norway_and_sweden() -> None:
    """Two guides come with plankit."""
    assert PACKS == ("no-vold", "se-vald")


@pytest.mark.parametrize("name", PACKS)
def test_pack_has_no_finding(name: str) -> None:
    """Every id resolves, every fact has source and date, every text its languages, every requirement a decider."""
    findings = check_guide(packs_folder() / name).findings
    assert [f"{one.place} {one.code} {one.message}" for one in findings] == []


@pytest.mark.parametrize("name", PACKS)
def test_pack_uses_only_codes_of_the_lists(name: str) -> None:
    """A force, level, confidence or relation is a code, so that the site has a word for it in every language."""
    guide, lists = _guide(name), built_in()
    wrong = []
    for kind in GUIDE_KINDS:
        for entry in getattr(guide, kind):
            for cls in type(entry).__mro__:
                for field in type(entry).model_fields:
                    words = CODED_FIELDS.get(f"{cls.__name__}.{field}")
                    value = getattr(entry, field)
                    for one in value if isinstance(value, tuple) else (value,):
                        if words is not None and one is not None and one not in lists.get(words, {one}):
                            wrong.append((entry.id, field, one))
    assert wrong == []


@pytest.mark.parametrize("name", PACKS)
def test_pack_has_the_phases_of_the_matrix_and_enough_tasks(name: str) -> None:
    """At least 40 tasks lie in the eight phases, some in each."""
    guide = _guide(name)
    assert tuple(one.id for one in guide.task_phases) == PHASES
    assert len(guide.tasks) >= 40
    assert {task.phase for task in guide.tasks} == set(PHASES)


@pytest.mark.parametrize("name", PACKS)
def test_pack_says_of_every_task_what_it_demands(name: str) -> None:
    """Public authority, personal duty and cover around the clock are said outright, and the duty behind it is told."""
    for task in _guide(name).tasks:
        for field in ("public_authority", "personal_duty", "around_the_clock"):
            assert getattr(task, field) is not None, f"{task.id}.{field}"
        assert task.duty is not None, task.id


@pytest.mark.parametrize("name", PACKS)
def test_pack_settles_cells_soundly(name: str) -> None:
    """A settled cell holds letters of RASCI, rests on law, and no task has two that are accountable."""
    letters = {one.value for one in Rasci}
    for task in _guide(name).tasks:
        for cell in task.settled:
            assert set(cell.role) <= letters, (task.id, cell.role)
            assert cell.laws, task.id
        assert sum(Rasci.ACCOUNTABLE in cell.role for cell in task.settled) <= 1, task.id


@pytest.mark.parametrize("name", PACKS)
def test_pack_has_perspectives_and_a_rubric(name: str) -> None:
    """Public health, gender equality and the rights of children are there, and every principle has items."""
    guide = _guide(name)
    assert {one.id for one in guide.perspectives} >= PERSPECTIVES
    assert any("minorities" in one.id for one in guide.perspectives)
    assert {item.principle for item in guide.rubric} == {one.id for one in guide.principles}


@pytest.mark.parametrize("name", PACKS)
def test_pack_crosses_to_every_regime(name: str) -> None:
    """Every regime that is named is crossed to from some requirement."""
    guide = _guide(name)
    assert {one.regime for one in guide.crosswalk} == {one.id for one in guide.regimes}


@pytest.mark.parametrize("name", PACKS)
def test_pack_tells_the_successor_of_what_is_repealed(name: str) -> None:
    """A provision or act that is no longer in force names what took its place, or says that nothing did."""
    guide = _guide(name)
    entries: tuple[Law | Act, ...] = (*guide.laws, *guide.acts)
    for entry in entries:
        if entry.valid_to is not None:
            assert entry.replaced_by or entry.notes, entry.id


def test_every_rule_on_content_is_asked_for_by_a_requirement() -> None:
    """A rule that judges what a plan says does so because a guide asks; the exceptions are listed with a reason."""
    claimed = {code for name in PACKS for one in _guide(name).requirements for code in one.rules}
    content = {rule.code for rule in RULES if rule.check is not None and rule.code[2] in "12345678"}
    assert content - claimed == set(UNCLAIMED)


def test_every_rule_that_a_requirement_names_exists() -> None:
    """What decides a requirement is a rule of the catalogue."""
    assert {code for name in PACKS for one in _guide(name).requirements for code in one.rules} <= set(BY_CODE)


@pytest.mark.parametrize("name", PACKS)
def test_starter_plan_uses_only_what_the_guide_defines(name: str, tmp_path: Path) -> None:
    """A plan started from the pack has no error, and each id of the guide that it uses is there."""
    folder = tmp_path / "plan"
    start_plan(folder, Start(municipality=Municipality(name="Prøvekommune"), template=name))
    loaded = load(folder)
    assert loaded.plan is not None
    assert loaded.guide is not None
    assert [one for one in loaded.findings if one.severity is Severity.ERROR] == []
    known = {
        GUIDE_AGENCIES: {one.id for one in loaded.guide.agencies},
        GUIDE_TASKS: {one.id for one in loaded.guide.tasks},
        GUIDE_REQUIREMENTS: {one.id for one in loaded.guide.requirements},
    }
    for reference in references(loaded.plan):
        of_guide = [kind for kind in reference.kinds if kind in known]
        if of_guide and reference.target not in loaded.plan.by_id:
            assert any(reference.target in known[kind] for kind in of_guide), reference


@pytest.mark.parametrize("name", PACKS)
def test_starter_plan_holds_every_cell_that_law_settles(name: str, tmp_path: Path) -> None:
    """What the law settles of the matrix is in the starter plan, marked as law."""
    folder = tmp_path / "plan"
    start_plan(folder, Start(municipality=Municipality(name="Prøvekommune"), template=name))
    plan = load(folder).plan
    assert plan is not None
    shown = {one.id: one.guide_agency or one.id for one in plan.agencies}
    there = {
        (cell.task, shown.get(cell.agency or "", cell.agency), str(cell.role.value if cell.role else ""))
        for cell in plan.responsibilities
        if cell.basis == "law" or cell.basis == "lov" or cell.basis == "lag"
    }
    for task in _guide(name).tasks:
        for cell in task.settled:
            for letter in cell.role:
                assert (task.id, cell.agency, letter) in there


@pytest.mark.parametrize("name", PACKS)
def test_starter_plan_invents_nothing_about_the_municipality(name: str, tmp_path: Path) -> None:
    """No number to call, no figure, no sum of money and no date besides the plan's own period is filled in."""
    folder = tmp_path / "plan"
    start_plan(folder, Start(municipality=Municipality(name="Prøvekommune"), template=name))
    plan = load(folder).plan
    assert plan is not None
    assert [one.value for one in plan.contacts if one.value] == []
    assert [one.id for one in plan.services if one.phone] == []
    assert plan.statistics == ()
    assert [one.id for one in plan.measures if one.cost] == []
    assert plan.decisions == ()


def test_law_entries_are_found_by_their_act() -> None:
    """Every provision stands in an act of its guide."""
    for name in PACKS:
        guide = _guide(name)
        assert {law.act for law in guide.laws} <= {act.id for act in guide.acts}
        assert all(isinstance(guide.by_id[law.id], Law) for law in guide.laws)
