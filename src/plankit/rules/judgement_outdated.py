"""What it checks
    A judgement that names no edition of the rubric, or another one than the guide has.

Why it matters
    To judge a plan is a part of evaluating it (guide 4.5). When the rubric changes, the same number means something
    else. A judgement by another edition is shown, but it does not count until somebody has judged anew.

Bad
    judgements:
      - {criterion: rubric-plain, by: Adviser, score: 2, where: [front]}

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
    """Each judgement that is not by the edition that the guide's rubric has."""
    edition = subject.guide.guide.rubric_edition if subject.guide else None
    if edition is None:
        return
    for one in subject.plan.judgements:
        if one.edition != edition:
            path = ("edition",) if one.edition else ()
            yield Hit(at=one, path=path, values={"edition": one.edition or "–", "wanted": edition})


RULE = Rule(
    code="PK540",
    name="judgement-outdated",
    severity=Severity.WARNING,
    message=N_("This judgement is by edition “{edition}” of the rubric; the guide has edition “{wanted}”."),
    hint=N_("It does not count. Judge anew by the rubric of today, or take it out."),
    check=find,
)
