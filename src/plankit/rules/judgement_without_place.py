"""What it checks
    A judgement of 1 or 2 that names no place in the plan.

Why it matters
    To judge a plan is a part of evaluating it (guide 4.5). A score without a place cannot be looked at by the next
    reader. Nothing is documented unless one can see where.

Bad
    judgements:
      - {criterion: rubric-plain, by: Adviser, score: 2, edition: "1"}

Good
    judgements:
      - {criterion: rubric-plain, by: Adviser, score: 2, where: [front], edition: "1"}
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.rules.base import Hit, Rule, Subject


def find(subject: Subject) -> Iterator[Hit]:
    """Each judgement above 0 that points at nothing."""
    for one in subject.plan.judgements:
        if not one.where and subject.vocabulary.code("rubric-score", one.score) in ("1", "2"):
            yield Hit(at=one, path=("score",), values={"by": subject.text(one.by), "score": one.score})


RULE = Rule(
    code="PK542",
    name="judgement-without-place",
    severity=Severity.WARNING,
    message=N_("“{by}” gives {score} and names no place in the plan; it does not count."),
    hint=N_("Write the ids of the entries that show it under “where”."),
    check=find,
)
