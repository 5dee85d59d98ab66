"""What it checks
    The plan or a goal names a target group that no measure is for.

Why it matters
    The plan is for everyone who is hit by violence, and at-risk groups need measures of their own (guide 2.2.1,
    2.6).

Bad
    goals:
    - {id: m1, text: …, target_groups: [eldre]}
    measures:
    - {id: t1, title: …, target_groups: [barn]}

Good
    measures:
    - {id: t1, title: …, target_groups: [barn, eldre]}
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.model.base import Absence, Entity
from plankit.rules.base import Hit, Rule, Subject


def find(subject: Subject) -> Iterator[Hit]:
    """Each group that is named and has no measure, once, where it is named first."""
    plan = subject.plan
    if not plan.measures or not subject.is_whole:
        return
    unseen = (one for one in plan.measures if one.empty and not one.target_groups)
    if any(one.absence("target_groups") is Absence.UNKNOWN for one in unseen):
        return
    words = {word for measure in plan.measures for word in measure.target_groups}
    seen = {subject.code("target-group", word) for word in words}
    named: list[tuple[Entity, tuple[str, ...]]] = [(plan.plan, plan.plan.target_groups)]
    named += [(goal, goal.target_groups) for goal in plan.goals]
    for entry, groups in named:
        for number, word in enumerate(groups):
            code = subject.code("target-group", word)
            if code not in seen:
                seen.add(code)
                yield Hit(at=entry, path=("target_groups", number), values={"group": word})


RULE = Rule(
    code="PK208",
    name="target-group-without-measure",
    severity=Severity.WARNING,
    message=N_("No measure is for the target group “{group}”."),
    hint=N_("Add the group to “target_groups” of a measure, or add a measure for it."),
    check=find,
)
