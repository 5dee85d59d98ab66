"""What it checks
    A date in a plan or version that is adopted or in force still has letters where digits belong.

Why it matters
    The date of adoption and the period stand on the front page (guide section 2, cover); a reader cannot see
    from “2026-XX-XX” whether the plan holds.

Bad
    plan: {stage: adopted, in_force_from: 2026-XX-XX}

Good
    plan: {stage: adopted, in_force_from: 2026-05-01}
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.model.base import Entity
from plankit.model.when import When, WhenKind
from plankit.rules.base import Hit, Rule, Subject
from plankit.rules.parts import values_in
from plankit.rules.standing import is_adopted, stage_of


def find(subject: Subject) -> Iterator[Hit]:
    """Each placeholder in the frame and in the versions that bind."""
    plan = subject.plan
    binding: list[Entity] = [plan.plan] if is_adopted(subject, stage_of(subject)) else []
    binding += [version for version in plan.versions if is_adopted(subject, version.stage)]
    for entry in binding:
        for path, when in values_in(entry, When):
            if when.reading.kind is WhenKind.PLACEHOLDER:
                yield Hit(at=entry, path=path, values={"date": when.text})


RULE = Rule(
    code="PK104",
    name="placeholder-date",
    severity=Severity.WARNING,
    message=N_("“{date}” is a placeholder, but the plan is adopted."),
    hint=N_("Write the date, or say under “empty” that it is unknown."),
    check=find,
)
