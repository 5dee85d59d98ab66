"""A procedure as a drawing: every step is a box, every way on is an arrow."""

from __future__ import annotations

from tests.views.conftest import ReadPlan

from plankit.model.procedure import Procedure
from plankit.views.flow import actor, strands

PLAN = """
agencies: [{id: school, name: Skolen i bygda, short_name: Skole}]
procedures:
- id: p
  title: P
  steps:
  - {id: a, what: Først, agency: school, fallback: c}
  - {id: b, what: Så, who: Leder, next: [{step: d, condition: alvorlig}, {step: c}]}
  - {id: c, what: Ellers, agency: school}
  - {id: d, what: Slutt, agency: school, end: true}
  branches:
  - {title: Haster, severity: acute-serious, condition: Fare nå, steps: [{id: e, what: Ring 112}]}
"""


def drawn(
    read_plan: ReadPlan,
) -> tuple[Procedure, list[tuple[str, str, str, bool]], list[tuple[str, int, int]]]:
    """The procedure, the arrows of its first strand, and where its boxes stand."""
    reading = read_plan(PLAN)
    first = strands(reading, reading.plan.procedures[0])[0]
    arrows = [(one.start, one.end, one.label, one.fallback) for one in first.arrows]
    return reading.plan.procedures[0], arrows, [(box.step.id, box.lane, box.row) for box in first.boxes]


def test_flow_gives_each_step_a_row_and_each_actor_a_lane(read_plan: ReadPlan) -> None:
    """Lanes appear in the order in which actors do."""
    procedure, _, boxes = drawn(read_plan)
    assert boxes == [("a", 0, 0), ("b", 1, 1), ("c", 0, 2), ("d", 0, 3)]
    assert len(boxes) == len(procedure.steps)


def test_flow_follows_next_else_the_order_and_marks_fallbacks(read_plan: ReadPlan) -> None:
    """A step without `next` leads to the one after it, one that ends leads nowhere."""
    _, arrows, _ = drawn(read_plan)
    assert arrows == [
        ("a", "b", "", False),
        ("a", "c", "", True),
        ("b", "d", "alvorlig", False),
        ("b", "c", "", False),
        ("c", "d", "", False),
    ]


def test_flow_keeps_branches_apart_with_their_condition(read_plan: ReadPlan) -> None:
    """A branch is a strand of its own, with its title, severity and condition."""
    reading = read_plan(PLAN)
    branch = strands(reading, reading.plan.procedures[0])[1]
    assert (branch.title, branch.condition) == ("Haster", "Fare nå")
    assert [box.step.id for box in branch.boxes] == ["e"]


EXITS = """
agencies: [{id: school, name: Skole, roles: [{id: head, title: Rektor}]}]
procedures:
- id: p
  title: P
  steps:
  - {id: a, what: Først, agency: school, agency_role: head, next: [{procedure: q, when: {hours: [night]}}]}
  - {id: b, what: Så, actor: leader, fallback: z}
  branches: [{title: B, steps: [{id: z, order: Z, what: Sist}]}]
- {id: q, title: Den andre, steps: [{id: one, what: En}]}
"""


def test_flow_shows_ways_out_of_the_strand_with_their_condition(read_plan: ReadPlan) -> None:
    """To another procedure and to a stand-in in a branch; a condition of cases is told in words."""
    reading = read_plan(EXITS)
    first = strands(reading, reading.plan.procedures[0])[0]
    exits = [(one.words, one.label, one.fallback) for box in first.boxes for one in box.exits]
    assert exits == [("Den andre", "the hour is night", False), ("Z. Sist", "", True)]
    assert first.arrows == ()


def test_actor_is_told_by_agency_and_role_or_by_kind(read_plan: ReadPlan) -> None:
    """Where a step tells nobody in words, its agency with the role, else the kind of actor."""
    reading = read_plan(EXITS)
    steps = reading.plan.procedures[0].all_steps()
    assert [actor(reading, step) for step in steps] == ["Skole (Rektor)", "the leader", ""]
