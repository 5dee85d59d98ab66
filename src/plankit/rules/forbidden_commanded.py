"""What it checks
    A step takes an action that its procedure forbids, or that the step itself or one that always comes before it
    forbids. A step that somebody out of reach would have taken forbids nothing.

Why it matters
    Where a parent is suspected, the parents are not told before the police and child welfare have agreed on it
    (guide 2.2.3 asks for such guidelines in writing). A procedure that forbids it and then asks for it decides by
    chance.

Bad
    forbids: [tell-guardian]
    steps:
    - {id: a, what: Ring foreldrene, does: [tell-guardian]}

Good
    forbids: [tell-guardian]
    steps:
    - {id: a, what: Ring politiet og avtal hvem som sier hva til hvem}
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.model.procedure import Procedure, Step
from plankit.rules.base import Hit, Rule, Subject
from plankit.rules.ways import entries, following, places, reach


def _always_before(procedure: Procedure) -> dict[str, tuple[Step, ...]]:
    """For each step, those with a ban of their own that must have been taken when it is come to."""
    steps = procedure.all_steps()
    leads = following(procedure)
    fallbacks = {step.id: {step.fallback} for step in steps if step.fallback}
    every = {name: leads.get(name, set()) | fallbacks.get(name, set()) for name in leads}
    starts = entries(procedure)
    reached = reach(starts, every)
    found: dict[str, tuple[Step, ...]] = {}
    for ban in steps:
        if not ban.forbids or ban.id not in reached:
            continue
        # Without taking it there is only its fallback; what cannot be come to so, comes after it.
        without = reach(starts, {**every, ban.id: fallbacks.get(ban.id, set())})
        for name in (reached - without) | {ban.id}:
            found[name] = (*found.get(name, ()), ban)
    return found


def _banned_by(procedure: Procedure, action: str, before: tuple[Step, ...]) -> str | None:
    if action in procedure.forbids:
        return procedure.id
    return next((one.id for one in before if action in one.forbids), None)


def find(subject: Subject) -> Iterator[Hit]:
    """Each action that a step takes and may not."""
    for procedure in subject.plan.procedures:
        if not any(step.does for step in procedure.all_steps()):
            continue
        before = _always_before(procedure)
        for path, step in places(procedure):
            for number, action in enumerate(step.does):
                ban = _banned_by(procedure, action, before.get(step.id, ()))
                if ban is not None:
                    values: dict[str, object] = {
                        "step": step.id,
                        "action": _words(subject, action),
                        "by": ban,
                    }
                    yield Hit(at=procedure, path=(*path, "does", number), values=values)


def _words(subject: Subject, action: str) -> str:
    terms = subject.guide.actions if subject.guide else ()
    return next((subject.text(term.name) for term in terms if term.id == action), action)


RULE = Rule(
    code="PK411",
    name="forbidden-commanded",
    severity=Severity.ERROR,
    message=N_("The step “{step}” takes the action “{action}”, which “{by}” forbids."),
    hint=N_("Take the action out of “does”, or the ban out of “forbids” if the action is right here."),
    check=find,
)
