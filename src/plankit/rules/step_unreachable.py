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
from plankit.model.procedure import Procedure
from plankit.rules.base import Hit, Rule, Subject
from plankit.rules.ways import following, lists, places, reach


def _onward(procedure: Procedure) -> dict[str, set[str]]:
    """For each step, the steps that it leads to, by its fallback too."""
    leads = following(procedure)
    for step in procedure.all_steps():
        if step.fallback:
            leads[step.id].add(step.fallback)
    return leads


def find(subject: Subject) -> Iterator[Hit]:
    """Each step that cannot be come to. What only such a step leads to is not told of again."""
    for procedure in subject.plan.procedures:
        leads = _onward(procedure)
        reached = reach((steps[0].id for _, steps in lists(procedure) if steps), leads)
        for path, step in places(procedure):
            if step.id not in reached:
                reached |= reach([step.id], leads)
                yield Hit(at=procedure, path=path, values={"step": step.id})


RULE = Rule(
    code="PK403",
    name="step-unreachable",
    severity=Severity.WARNING,
    message=N_("Nothing leads to the step “{step}”."),
    hint=N_("Name it under “next” or “fallback” of another step, or take it out."),
    check=find,
)
