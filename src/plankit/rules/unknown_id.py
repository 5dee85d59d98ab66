"""What it checks
    An entry refers to an id that no entry of the right kind has.

Why it matters
    A measure whose owner does not exist has no owner; a goal that nothing leads to is not served.

Bad
    responsible: scool

Good
    responsible: school
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.model.guide import Guide
from plankit.model.nearest import nearest
from plankit.model.plan import KINDS, Plan
from plankit.model.procedure import Procedure
from plankit.model.references import (
    ANY,
    GUIDE_ACTIONS,
    GUIDE_AGENCIES,
    GUIDE_REQUIREMENTS,
    GUIDE_RUBRIC,
    GUIDE_TASKS,
    ROLES,
    STEPS,
    Reference,
    references,
    step_ids,
)
from plankit.rules.base import Hit, Rule, Subject

_OF_GUIDE = {
    GUIDE_ACTIONS: "actions",
    GUIDE_AGENCIES: "agencies",
    GUIDE_REQUIREMENTS: "requirements",
    GUIDE_RUBRIC: "rubric",
    GUIDE_TASKS: "tasks",
}


def _ids(plan: Plan, guide: Guide | None) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {kind: {e.id for e in getattr(plan, kind) if e.id} for kind in KINDS}
    for name, kind in _OF_GUIDE.items():
        found[name] = {entry.id for entry in getattr(guide, kind)} if guide else set()
    found[ROLES] = {role.id for agency in plan.agencies for role in agency.roles}
    found["any"] = set(plan.by_id) | set(KINDS) | {f"page:{page.path}" for page in plan.pages}
    found["any"] |= {f"{p.id}.{step.id}" for p in plan.procedures for step in p.all_steps()}
    return found


def _known(reference: Reference, ids: dict[str, set[str]]) -> set[str]:
    if reference.kinds == (STEPS,):
        return set(step_ids(reference.entry)) if isinstance(reference.entry, Procedure) else set()
    return set().union(*(ids[kind] for kind in reference.kinds))


def find(subject: Subject) -> Iterator[Hit]:
    """Each reference to nothing, with the nearest id that exists."""
    if not subject.complete:
        return
    ids = _ids(subject.plan, subject.guide)
    known_by_kinds: dict[tuple[str, ...], set[str]] = {}
    for reference in references(subject.plan):
        if reference.kinds == (STEPS,):
            known = _known(reference, ids)
        else:
            known = known_by_kinds.get(reference.kinds) or known_by_kinds.setdefault(
                reference.kinds, _known(reference, ids)
            )
        if reference.target in known or reference.target in subject.lost_ids:
            continue
        if subject.guide is None and all(kind in _OF_GUIDE for kind in reference.kinds):
            continue
        word = "entries" if reference.kinds == ANY else reference.kinds[0].rpartition(".")[2]
        yield Hit(
            at=reference.entry,
            path=reference.path,
            values={"id": reference.target, "kind": word},
            suggestion=nearest(reference.target, sorted(known)),
        )


RULE = Rule(
    code="PK029",
    name="unknown-id",
    severity=Severity.ERROR,
    message=N_("There is no “{id}” among the {kind}."),
    hint=N_("Write the id of an existing entry, or add the entry. Words that are no id belong in “text”."),
    check=find,
)
