"""What it checks
    No measure leads to a goal or to one of its sub-goals. Visions and overall goals are left out.

Why it matters
    Each goal gets concrete measures (guide 2.4, 2.7); a goal that nothing is done for is a wish.

Bad
    goals:
    - {id: m1, text: Alle ansatte vet hvem de skal ringe}

Good
    goals:
    - {id: m1, text: Alle ansatte vet hvem de skal ringe}
    measures:
    - {id: t1, title: Tiltakskort til alle ansatte, goals: [m1]}
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.model.base import Absence
from plankit.model.plan import Plan
from plankit.rules.base import Hit, Rule, Subject

_NEEDS_NONE = frozenset({"vision", "overall"})


def _served(plan: Plan) -> set[str]:
    """Goals that a measure names, and all goals above these."""
    parents = {goal.id: goal.parents for goal in plan.goals}
    waiting = [goal for measure in plan.measures for goal in measure.goals]
    served: set[str] = set()
    while waiting:
        goal = waiting.pop()
        if goal not in served:
            served.add(goal)
            waiting += parents.get(goal, ())
    return served


def find(subject: Subject) -> Iterator[Hit]:
    """Each goal that no measure serves, be it through a sub-goal."""
    plan = subject.plan
    if not subject.is_whole or plan.absence("measures") not in (None, Absence.NOT_STATED):
        return
    served = _served(plan)
    for goal in plan.goals:
        if goal.id in served or (goal.level and subject.code("goal-level", goal.level) in _NEEDS_NONE):
            continue
        if dict(goal.empty).get("measures", Absence.NOT_STATED) is Absence.NOT_STATED:
            yield Hit(at=goal, values={"id": goal.id})


RULE = Rule(
    code="PK203",
    name="goal-without-measure",
    severity=Severity.WARNING,
    message=N_("No measure leads to the goal “{id}”."),
    hint=N_("Name it under “goals” of a measure, or take it out."),
    check=find,
)
