"""What it checks
    Money that is proposed, applied for or granted is counted on without the decision that gives it.

Why it matters
    A measure says what resources it needs (guide 2.4), and the administration checks that the plan is realistic
    (guide 4.1). A proposal is not money.

Bad
    cost: {text: 200 000 kr, kind: grant}

Good
    cost: {text: 200 000 kr, kind: grant, decision: vedtak-tilskudd}
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.model.base import Absence
from plankit.model.contents import Measure
from plankit.model.cost import Cost, CostKind
from plankit.model.knowledge import Funding
from plankit.rules.base import Hit, Rule, Subject

_NOT_IN_HAND = frozenset({CostKind.PROPOSAL, CostKind.GRANT, CostKind.DEPENDS_ON_GRANT})


def _kind(cost: Cost, known: dict[tuple[str, bool, bool], CostKind]) -> CostKind:
    # The same words are written for thousands of measures and take time to read.
    key = (cost.text, bool(cost.amount), bool(cost.covers))
    if cost.kind is None and key not in known:
        known[key] = cost.reading.kind
    return cost.kind or known[key]


def find(subject: Subject) -> Iterator[Hit]:
    """Each cost of a measure, and each funding, that rests on a decision which is not named."""
    entries: tuple[Measure | Funding, ...] = (*subject.plan.measures, *subject.plan.funding)
    known: dict[tuple[str, bool, bool], CostKind] = {}
    for entry in entries:
        cost = entry.cost
        if cost is None or cost.decision or _kind(cost, known) not in _NOT_IN_HAND:
            continue
        # A cost cannot say itself why a key is empty; its entry does.
        if dict(entry.empty).get("cost.decision", Absence.NOT_STATED) is Absence.NOT_STATED:
            yield Hit(at=entry, path=("cost",), values={"cost": cost.text})


RULE = Rule(
    code="PK207",
    name="money-without-decision",
    severity=Severity.WARNING,
    message=N_("“{cost}” is not money in hand: no decision gives it."),
    hint=N_(
        "Name the decision under “decision” of the cost once it is made. “cost.decision: unknown” under “empty” says that you do not know it."
    ),
    check=find,
)
