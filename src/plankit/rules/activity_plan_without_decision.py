"""What it checks
    An activity plan says that it is adopted, and no decision stands behind it.

Why it matters
    KOSTRA form 7B asks for a plan that the municipality's leadership has adopted, with concrete activities. The year's
    activities bind those who are named in them only where somebody has decided so.

Bad
    activity_plans:
    - {id: year-2027, title: Aktivitetsplan 2027, period: 2027, stage: vedtatt}

Good
    activity_plans:
    - {id: year-2027, title: Aktivitetsplan 2027, period: 2027, stage: vedtatt, decision: d-2027}
    decisions:
    - {id: d-2027, body: Kommunestyret, date: 2026-12-10}
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.model.base import Absence
from plankit.rules.base import Hit, Rule, Subject
from plankit.views.years import is_settled


def find(subject: Subject) -> Iterator[Hit]:
    """Each activity plan that was decided, by its stage, without a decision that names it or that it names."""
    if not subject.is_whole:
        return
    decided = {name for one in subject.plan.decisions for name in one.about}
    for plan in subject.plan.activity_plans:
        if plan.absence("decision") is not Absence.NOT_STATED or plan.id in decided:
            continue
        if is_settled(plan, subject.vocabulary):
            yield Hit(at=plan, path=("stage",), values={"title": subject.text(plan.title)})


RULE = Rule(
    code="PK525",
    name="activity-plan-without-decision",
    severity=Severity.WARNING,
    message=N_("“{title}” says that it is adopted, but no decision stands behind it."),
    hint=N_("Add the decision under “decisions” and name it in “decision”, or write “stage: draft”."),
    check=find,
)
