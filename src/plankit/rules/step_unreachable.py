"""What it checks
    No way through the procedure leads to a step.

Why it matters
    Guidelines in writing are there to be followed from the first step on (guide 2.2.3); a step that nobody ever
    comes to is left out when it counts.

Bad
    steps:
    - {id: a, what: …, next: [{step: c}]}
    - {id: b, what: …}     # nothing leads here
    - {id: c, what: …}

Good
    steps:
    - {id: a, what: …, next: [{step: b}, {step: c}]}
    - {id: b, what: …}
    - {id: c, what: …}
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.model.procedure import Procedure, Step
from plankit.rules.base import Hit, Rule, Subject

Path = tuple[str | int, ...]


def _lists(procedure: Procedure) -> list[tuple[Path, tuple[Step, ...]]]:
    lists: list[tuple[Path, tuple[Step, ...]]] = [(("steps",), procedure.steps)]
    lists += [
        (("branches", number, "steps"), branch.steps) for number, branch in enumerate(procedure.branches)
    ]
    return lists


def _onward(lists: list[tuple[Path, tuple[Step, ...]]]) -> dict[str, set[str]]:
    """For each step, the steps that it leads to."""
    leads: dict[str, set[str]] = {}
    for _, steps in lists:
        for number, step in enumerate(steps):
            to = {one.step for one in step.next}
            if step.fallback:
                to.add(step.fallback)
            if not step.next and not step.end:
                to.update(following.id for following in steps[number + 1 : number + 2])
            leads.setdefault(step.id, set()).update(to)
    return leads


def _reach(start: str, leads: dict[str, set[str]], reached: set[str]) -> None:
    waiting = [start]
    while waiting:
        step = waiting.pop()
        if step not in reached:
            reached.add(step)
            waiting += leads.get(step, ())


def find(subject: Subject) -> Iterator[Hit]:
    """Each step that cannot be come to. What only such a step leads to is not told of again."""
    for procedure in subject.plan.procedures:
        lists = _lists(procedure)
        leads = _onward(lists)
        reached: set[str] = set()
        for _, steps in lists:
            if steps:
                _reach(steps[0].id, leads, reached)
        for path, steps in lists:
            for number, step in enumerate(steps):
                if step.id not in reached:
                    _reach(step.id, leads, reached)
                    yield Hit(at=procedure, path=(*path, number), values={"step": step.id})


RULE = Rule(
    code="PK403",
    name="step-unreachable",
    severity=Severity.WARNING,
    message=N_("Nothing leads to the step “{step}”."),
    hint=N_("Name it under “next” or “fallback” of another step, or take it out."),
    check=find,
)
