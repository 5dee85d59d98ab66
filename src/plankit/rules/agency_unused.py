"""What it checks
    The plan lists an agency that no entry refers to.

Why it matters
    Leaders of each service own the implementation (guide 4.3); an agency that is listed and has no measure,
    task, arena or number reads as if it had a part in the plan.

Bad
    agencies:
    - {id: bibliotek, name: Biblioteket}   # named nowhere else

Good
    measures:
    - {id: t1, title: Brosjyre på biblioteket, responsible: bibliotek}
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.model.knowledge import Waiver
from plankit.model.references import references
from plankit.rules.base import Hit, Rule, Subject


def find(subject: Subject) -> Iterator[Hit]:
    """Each agency that nothing but itself or a waiver refers to, directly or by one of its roles."""
    plan = subject.plan
    if not plan.agencies or not subject.is_whole:
        return
    unused = {
        name: agency for agency in plan.agencies for name in (agency.id, *(role.id for role in agency.roles))
    }
    for reference in references(plan):
        agency = unused.get(reference.target)
        # A waiver of this finding refers to the agency; were that a use, the waiver would waive itself away.
        if agency is None or reference.entry is agency or isinstance(reference.entry, Waiver):
            continue
        for name in (agency.id, *(role.id for role in agency.roles)):
            unused.pop(name, None)
        if not unused:
            return
    for agency in plan.agencies:
        if agency.id in unused:
            yield Hit(at=agency, values={"id": agency.id})


RULE = Rule(
    code="PK303",
    name="agency-unused",
    severity=Severity.ADVICE,
    message=N_("Nothing in the plan refers to the agency “{id}”."),
    hint=N_("Give it a measure, a task or a place in an arena; or take it out."),
    check=find,
)
