"""What it checks
    More than two are responsible for a measure, and none of them is said to be the one who leads.

Why it matters
    The responsible position and service must be plain from the measure (guide 2.7); where many are named alike,
    each waits for the others.

Bad
    responsible: [skole, barnehage, helsestasjon]

Good
    responsible: [{agency: skole, function: owner}, barnehage, helsestasjon]
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.rules.base import Hit, Rule, Subject

_LEADS = frozenset({"owner", "lead-agency", "lead-officer", "coordinates"})
_ENOUGH = 2
"""Two can agree between themselves who leads."""


def find(subject: Subject) -> Iterator[Hit]:
    """Each measure with many responsible and no lead."""
    for measure in subject.plan.measures:
        if len(measure.responsible) <= _ENOUGH:
            continue
        functions = {one.function for one in measure.responsible if one.function}
        if not any(subject.code("function", function) in _LEADS for function in functions):
            values: dict[str, object] = {"id": measure.id, "count": len(measure.responsible)}
            yield Hit(at=measure, path=("responsible",), values=values)


RULE = Rule(
    code="PK204",
    name="owners-without-lead",
    severity=Severity.WARNING,
    message=N_("{count} are responsible for the measure “{id}”, and none of them leads."),
    hint=N_("Give one of them “function: owner” or “function: coordinates”."),
    check=find,
)
