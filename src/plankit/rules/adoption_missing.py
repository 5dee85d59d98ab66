"""What it checks
    A participant in the plan has no decision by which it adopted the plan. A participant that has left, is part of
    another by now, or only looks on, needs none; a draft needs none yet.

Why it matters
    Each municipality adopts for itself and answers for itself (guide 1.2), and a plan counts in the official
    statistics only when the political leadership has adopted it (KOSTRA form 7B).

Bad
    participants:
    - {id: havn, name: Havn}
    - {id: vik, name: Vik}
    decisions:
    - {kind: adopted, participant: havn, body: Kommunestyret, date: 2026-03-12}

Good
    decisions:
    - {kind: adopted, participant: havn, body: Kommunestyret, date: 2026-03-12}
    - {kind: adopted, participant: vik, body: Kommunestyret, date: 2026-04-02}
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.model.base import Absence
from plankit.rules.base import Hit, Rule, Subject
from plankit.rules.standing import is_adopted, stage_of
from plankit.views.participation import adoptions, must_adopt


def find(subject: Subject) -> Iterator[Hit]:
    """Each participant that adopts by itself and has not."""
    plan = subject.plan
    stage = stage_of(subject)
    if not subject.is_whole or (stage and not is_adopted(subject, stage)):
        return
    if plan.absence("decisions") not in (None, Absence.NOT_STATED):
        return
    for one in plan.participants:
        if must_adopt(one, subject.vocabulary, subject.today) and not adoptions(
            plan, one.id, subject.vocabulary
        ):
            yield Hit(at=one, values={"name": one.name})


RULE = Rule(
    code="PK101",
    name="adoption-missing",
    severity=Severity.WARNING,
    message=N_("No decision says that {name} has adopted the plan."),
    hint=N_(
        "Add the decision with “kind: adopted”, its body and its date; or say that the participant has left."
    ),
    check=find,
)
