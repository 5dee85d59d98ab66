"""What it checks
    Steps lead round in a ring that no way leads out of, in one procedure or across several.

Why it matters
    Guidelines in writing lead to somebody who acts (guide 2.2.3). Staff who are sent round in a ring never get there,
    and the family waits. A fallback is no way out: it is taken only when nobody answers.

Bad
    steps:
    - {id: a, what: …, next: [{step: b}]}
    - {id: b, what: …, next: [{step: a}]}

Good
    steps:
    - {id: a, what: …, next: [{step: b}]}
    - {id: b, what: …, next: [{step: a, condition: …}, {step: c}]}
    - {id: c, what: …, end: true}
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.model.plan import Plan
from plankit.rules.base import Hit, Rule, Subject
from plankit.rules.ways import entries, following, places, reach

_SEPARATOR = "\n"
"""Between a procedure's id and a step's; no id holds it."""


def _ways(plan: Plan) -> dict[str, set[str]]:
    """For each step of every procedure, those that follow; into other procedures too."""
    known = {procedure.id: procedure for procedure in reversed(plan.procedures)}
    leads: dict[str, set[str]] = {}
    for procedure in known.values():
        for name, to in following(procedure).items():
            leads[f"{procedure.id}{_SEPARATOR}{name}"] = {f"{procedure.id}{_SEPARATOR}{one}" for one in to}
        for step in procedure.all_steps():
            onward = [known[one.procedure] for one in step.next if one.procedure in known]
            leads[f"{procedure.id}{_SEPARATOR}{step.id}"] |= {
                f"{other.id}{_SEPARATOR}{first}" for other in onward for first in entries(other)
            }
    return leads


def _trapped(leads: dict[str, set[str]]) -> set[str]:
    """The steps from which no way ends."""
    back: dict[str, set[str]] = {}
    for name, to in leads.items():
        for one in to:
            back.setdefault(one, set()).add(name)
    ends = [name for name in (*leads, *back) if not leads.get(name)]
    return set(leads) - reach(ends, back)


def find(subject: Subject) -> Iterator[Hit]:
    """Each ring without a way out, once, at its first step."""
    if not subject.is_whole:
        return
    leads = _ways(subject.plan)
    trapped = _trapped(leads)
    told: set[str] = set()
    for procedure in subject.plan.procedures if trapped else ():
        for path, step in places(procedure):
            name = f"{procedure.id}{_SEPARATOR}{step.id}"
            if name not in trapped or name in told:
                continue
            onward = reach(leads[name], leads)
            if name in onward:
                told |= onward
                yield Hit(at=procedure, path=path, values={"step": step.id})


RULE = Rule(
    code="PK405",
    name="loop-without-exit",
    severity=Severity.WARNING,
    message=N_("From the step “{step}” the way leads round in a ring that nothing leads out of."),
    hint=N_("Let one of its steps lead on under a condition, or say “end: true” where the procedure ends."),
    check=find,
)
