"""What it checks
    The same role judges the same item of the rubric twice, by the same edition.

Why it matters
    To judge a plan is a part of evaluating it (guide 4.5). A score that people give counts when two people have
    judged, each alone. One who judges twice is not two people.

Bad
    judgements:
      - {criterion: rubric-plain, by: Adviser, score: 2, where: [front], edition: "1"}
      - {criterion: rubric-plain, by: Adviser, score: 2, where: [front], edition: "1"}

Good
    judgements:
      - {criterion: rubric-plain, by: Adviser, score: 2, where: [front], edition: "1"}
      - {criterion: rubric-plain, by: Auditor, score: 1, where: [front], edition: "1"}
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.rules.base import Hit, Rule, Subject


def find(subject: Subject) -> Iterator[Hit]:
    """Each later judgement by the same role of the same item."""
    seen: set[tuple[str, str, str]] = set()
    for one in subject.plan.judgements:
        key = (one.criterion, one.edition or "", subject.text(one.by).casefold().strip())
        if key in seen:
            yield Hit(at=one, path=("by",), values={"by": subject.text(one.by), "criterion": one.criterion})
        seen.add(key)


RULE = Rule(
    code="PK541",
    name="judged-twice",
    severity=Severity.WARNING,
    message=N_("“{by}” has judged “{criterion}” before; only the first judgement counts."),
    hint=N_("Let somebody else judge, or take one of the two out."),
    check=find,
)
