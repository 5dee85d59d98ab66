"""The responsibility matrix and an agency's own chapter: the same cells seen from two sides."""

from __future__ import annotations

from tests.views.conftest import ReadPlan

from plankit.model.parties import Rasci
from plankit.views.chapter import agency_chapter
from plankit.views.matrix import Cut, responsibility_matrix

PLAN = """
agencies: [{id: school, name: Skole}, {id: police, name: Politi}, {id: idle, name: Ledig}]
tasks: [{id: t1, title: Melde, phase: avert}, {id: t2, title: Følge opp, phase: follow-up}]
responsibilities:
- {agency: police, task: t1, role: A, basis: law}
- {agency: school, task: t1, role: R}
- {agency: school, task: t1, role: A}
- {agency: school, task: t2, role: I}
- {agency: school, text: Skolen holder kontakt.}
measures:
- {id: m1, title: A, responsible: [school, {agency: police, function: contributes}]}
- {id: m2, title: B, responsible: {agency: police, function: carries-out}, contributors: school}
procedures:
- id: p1
  title: P
  steps:
  - {id: s1, what: Si fra, agency: school}
  - {id: s2, what: Motta, who: Vakt, handover: {receiver: police}}
"""


def test_matrix_has_a_cell_for_each_agency_and_task_that_meet(read_plan: ReadPlan) -> None:
    """Two entries for one agency and task are one cell, its letters in the order of RASCI."""
    matrix = responsibility_matrix(read_plan(PLAN))
    cells = {(row.task, agency): cell.letters for row in matrix.rows for agency, cell in row.cells.items()}
    assert cells == {
        ("t1", "police"): (Rasci.ACCOUNTABLE,),
        ("t1", "school"): (Rasci.RESPONSIBLE, Rasci.ACCOUNTABLE),
        ("t2", "school"): (Rasci.INFORMED,),
    }
    assert [party.id for party in matrix.columns] == ["school", "police"]


def test_matrix_of_one_phase_has_its_rows_only(read_plan: ReadPlan) -> None:
    """A phase is asked for by its code."""
    assert [row.task for row in responsibility_matrix(read_plan(PLAN), Cut(phase="follow-up")).rows] == ["t2"]


def test_matrix_orders_rows_by_the_phases_of_the_guide(read_plan: ReadPlan) -> None:
    """What the guide puts first comes first, wherever the plan writes it."""
    turned = PLAN.replace("[{id: t1, title: Melde, phase: avert}, ", "[").replace(
        "phase: follow-up}]", "phase: follow-up}, {id: t1, title: Melde, phase: avert}]"
    )
    matrix = responsibility_matrix(read_plan(turned, guide=True, language="nb"))
    assert [row.task for row in matrix.rows] == ["t1", "t2"]
    assert [code for code, _ in matrix.phases] == ["avert", "follow-up"]


def test_chapter_of_an_agency_holds_all_that_names_it(read_plan: ReadPlan) -> None:
    """Owning, helping, tasks, statements and steps are kept apart and complete."""
    reading = read_plan(PLAN)
    school, police = agency_chapter(reading, "school"), agency_chapter(reading, "police")
    assert [measure.id for measure, _ in school.owns] == ["m1"]
    assert [measure.id for measure, _ in school.contributes] == ["m2"]
    assert [row.task for row in school.rows] == ["t1", "t2"]
    assert [one.text for one in school.statements] == ["Skolen holder kontakt."]
    assert [step.id for _, step in school.steps] == ["s1"]
    assert [measure.id for measure, _ in police.contributes] == ["m1", "m2"]
    assert [step.id for _, step in police.steps] == ["s2"]


def test_chapter_of_an_agency_with_nothing_to_do_is_empty(read_plan: ReadPlan) -> None:
    """Nothing is made up for it."""
    chapter = agency_chapter(read_plan(PLAN), "idle")
    parts = (chapter.owns, chapter.contributes, chapter.rows, chapter.statements, chapter.steps)
    assert parts == ((), (), (), (), ())
