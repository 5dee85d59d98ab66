"""What it checks
    The decision that adopted a version of the plan has no case number.

Why it matters
    The case number leads from the plan to the papers that the council had before it, and from the records system to the
    plan; the Swedish guide asks for it. It stands on every page and paper of the adopted version.

Bad
    decisions:
    - {kind: adopted, version: v1-0, body: Kommunestyret, date: 2026-03-12}

Good
    decisions:
    - {kind: adopted, version: v1-0, body: Kommunestyret, date: 2026-03-12, case_refs: [PS 26/14]}
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.model.base import Absence
from plankit.rules.base import Hit, Rule, Subject


def find(subject: Subject) -> Iterator[Hit]:
    """Each decision on a version of the plan that has no case number and does not say why."""
    for decision in subject.plan.decisions:
        if (
            not decision.version
            or not decision.kind
            or decision.absence("case_refs") is not Absence.NOT_STATED
        ):
            continue
        if subject.code("decision-kind", decision.kind) in ("adopted", "amended"):
            yield Hit(at=decision, values={"body": decision.body})


RULE = Rule(
    code="PK111",
    name="adoption-without-case",
    severity=Severity.ADVICE,
    message=N_("The decision of {body} on this version has no case number."),
    hint=N_("Add “case_refs”, or say under “empty” that there is none."),
    check=find,
)
