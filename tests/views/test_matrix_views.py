"""Views of the matrix: parts of it, what it leaves open, how it weighs, and where two matrices differ."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.views.conftest import ReadPlan

from plankit.model.guide import GuideMatrix, GuideTask, GuideTerm, Settled
from plankit.model.parties import Rasci
from plankit.views.gaps import matrix_gaps
from plankit.views.levels import level_matrices
from plankit.views.load import loads
from plankit.views.matrix import Cut, responsibility_matrix, role_parts
from plankit.views.matrix_differences import between_participants, between_plans, differing_rows
from plankit.views.reading import Reading

PLAN = """
participants: [{id: north, name: Nord}, {id: south, name: Sør}]
agencies:
- {id: school, name: Skole, roles: [{id: head, title: Rektor}]}
- {id: police, name: Politi}
- {id: idle, name: Ledig}
- {id: local, name: Lokal, applies_to: north}
tasks: [{id: t1, title: Melde}, {id: t2, title: Følge opp}, {id: t3, title: Lære}]
responsibilities:
- {agency: police, task: t1, role: A, basis: law}
- {agency: school, task: t1, role: R, agency_role: head}
- {agency: school, task: t1, role: A, applies_to: north}
- {agency: school, task: t2, role: R, valid_from: 2028, valid_to: 2029}
- {agency: local, task: t3, role: I}
"""

Cells = dict[tuple[str, str], str]


def cells(reading: Reading, cut: Cut) -> Cells:
    """The letters of each cell by task and agency."""
    rows = responsibility_matrix(reading, cut).rows
    return {(row.task, agency): "".join(cell.letters) for row in rows for agency, cell in row.cells.items()}


@pytest.mark.parametrize(
    ("cut", "expected"),
    [
        (Cut(task="t1"), {("t1", "police"): "A", ("t1", "school"): "RA"}),
        (Cut(agency="local"), {("t3", "local"): "I"}),
        (Cut(participant="south"), {("t1", "police"): "A", ("t1", "school"): "R", ("t2", "school"): "R"}),
        (Cut(task="t2", day=date(2028, 1, 1)), {("t2", "school"): "R"}),
        (Cut(task="t2", day=date(2029, 12, 31)), {("t2", "school"): "R"}),
        (Cut(task="t2", day=date(2027, 12, 31)), {}),
        (Cut(task="t2", day=date(2030, 1, 1)), {}),
    ],
)
def test_cut_of_matrix_leaves_what_it_names(read_plan: ReadPlan, cut: Cut, expected: Cells) -> None:
    """A task, an agency, a municipality or a day; of a municipality also not what only other agencies have."""
    assert cells(read_plan(PLAN), cut) == expected


def test_cell_one_level_down_tells_roles_apart(read_plan: ReadPlan) -> None:
    """What a role has and what the agency as a whole has are two parts of one cell."""
    reading = read_plan(PLAN)
    cell = responsibility_matrix(reading, Cut(task="t1")).rows[0].cells["school"]
    assert [(one.role, "".join(one.letters)) for one in role_parts(reading, cell)] == [
        ("Rektor", "R"),
        ("", "A"),
    ]


def test_load_counts_letters_and_compares_with_the_median(read_plan: ReadPlan) -> None:
    """The school has two tasks where the agency in the middle has one."""
    found = {
        one.party.id: (one.tasks, one.relative, one.counts[Rasci.RESPONSIBLE])
        for one in loads(read_plan(PLAN))
    }
    assert found == {"school": (2, 2.0, 2), "police": (1, 1.0, 0), "local": (1, 1.0, 0)}


def test_load_of_an_empty_matrix_is_nothing(read_plan: ReadPlan) -> None:
    """No agency, no median, no error."""
    assert loads(read_plan("agencies: [{id: school, name: Skole}]")) == ()


def test_gaps_of_matrix_are_told_apart(read_plan: ReadPlan) -> None:
    """Nobody accountable, nobody who does it, and agencies without a part."""
    found = matrix_gaps(read_plan(PLAN))
    assert [row.task for row in found.without_accountable] == ["t2", "t3"]
    assert [row.task for row in found.without_responsible] == ["t3"]
    assert [party.id for party in found.idle] == ["idle"]
    assert found


def test_gaps_hold_cells_that_law_settles_and_tasks_without_cells(read_plan: ReadPlan) -> None:
    """The guide's agency is the plan's own one where the plan says so; a cell that is there is no gap."""
    reading = read_plan(
        "agencies: [{id: skole, name: Skole, guide_agency: school}]\n"
        "responsibilities: [{agency: skole, task: a, role: S}, {agency: skole, task: b, role: R}]",
        guide=True,
    )
    assert reading.guide is not None
    settled = (Settled(agency="school", role="R"),)
    task = GuideTask(id="a", title="A", phase="avert", settled=settled)
    tasks = (task, task.model_copy(update={"id": "b"}), GuideTask(id="c", title="C", phase="avert"))
    found = matrix_gaps(replace(reading, guide=reading.guide.model_copy(update={"tasks": tasks})))
    assert [(one.task, one.party.id, one.wanted, one.stands) for one in found.settled] == [
        ("a", "skole", (Rasci.RESPONSIBLE,), (Rasci.SUPPORTS,))
    ]
    assert [one.id for one in found.empty] == ["c"]


def test_municipalities_of_one_plan_differ_where_cells_are_not_of_both(read_plan: ReadPlan) -> None:
    """A letter that only one has, and an agency that only one has."""
    reading = read_plan(PLAN)
    found = [(one.task, one.party.id, one.what) for one in between_participants(reading, "north", "south")]
    assert found == [("t1", "school", "changed"), ("t3", "local", "removed")]
    assert between_participants(reading, "north", "north") == ()
    rows = {
        row.task: [(party.id, letters) for party, letters in row.cells] for row in differing_rows(reading)
    }
    both = (Rasci.RESPONSIBLE, Rasci.ACCOUNTABLE)
    assert rows == {
        "t1": [("school", (both, (Rasci.RESPONSIBLE,)))],
        "t3": [("local", ((Rasci.INFORMED,), ()))],
    }


def test_plan_of_one_municipality_differs_from_nobody(read_plan: ReadPlan) -> None:
    """There is nothing to compare."""
    assert differing_rows(read_plan("participants: [{id: north, name: Nord}]")) == ()


def test_versions_of_a_plan_differ_in_cells_and_in_what_they_rest_on(read_plan: ReadPlan) -> None:
    """Added, removed, changed, and the same letters on another ground; the order of entries is no difference."""
    old = read_plan(PLAN)
    text = (
        PLAN.replace("role: A, basis: law", "role: A, basis: agreement")
        .replace("{agency: school, task: t2, role: R", "{agency: school, task: t2, role: S")
        .replace("- {agency: local, task: t3, role: I}", "- {agency: idle, task: t3, role: I}")
    )
    found = {(one.task, one.party.id): one.what for one in between_plans(old, read_plan(text))}
    assert found == {
        ("t1", "police"): "basis",
        ("t2", "school"): "changed",
        ("t3", "idle"): "added",
        ("t3", "local"): "removed",
    }
    head, *entries = PLAN.split("\n- {agency: ")
    turned = "\n- {agency: ".join([head, *reversed([one.rstrip("\n") for one in entries])])
    assert between_plans(old, read_plan(turned)) == ()


def test_second_matrix_holds_levels_and_tells_what_a_level_lacks(read_plan: ReadPlan) -> None:
    """Its rows stand apart from the matrix of roles; who holds a level has every task of it."""
    reading = read_plan(
        "agencies: [{id: school, name: Skole}]\n"
        "responsibilities: [{agency: school, task: l1, level: deep}, {agency: school, task: t, role: R}]\n"
        "tasks: [{id: t, title: T}]",
        guide=True,
    )
    assert reading.guide is not None
    tasks = tuple(
        GuideTask(id=name, title=name, phase="avert", matrix="m", levels=levels)
        for name, levels in (("l1", ("deep",)), ("l2", ("shallow", "deep")), ("l3", ("shallow",)))
    )
    guide = reading.guide.model_copy(
        update={
            "tasks": tasks,
            "matrices": (GuideMatrix(id="m", title="Levels"),),
            "matrix_levels": (GuideTerm(id="shallow", name="Grunn"), GuideTerm(id="deep", name="Dyp")),
        }
    )
    reading = replace(reading, guide=guide)
    assert cells(reading, Cut()) == {("t", "school"): "R"}
    (made,) = level_matrices(reading)
    assert [(row.task, row.cells["school"].levels) for row in made.matrix.rows] == [("l1", ("deep",))]
    assert [one.task for one in made.lacking] == ["l2"]
    assert [one.id for one in made.unfilled] == ["l2", "l3"]
    assert level_matrices(reading, "other") == ()
