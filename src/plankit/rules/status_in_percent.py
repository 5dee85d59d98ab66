"""What it checks
    The status of a measure, or of a report on it, is a percentage.

Why it matters
    Services report whether a measure was started, carried out or ended (guide 4.1). Nobody can check that something is
    60 percent done, and two people mean different things by it. What was reached belongs in “result”.

Bad
    progress:
    - {measure: t1, date: 2027-01-15, status: 60 %}

Good
    progress:
    - {measure: t1, date: 2027-01-15, status: pågår, result: Fem av åtte kontaktpersoner er på plass.}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.model.contents import Measure, Progress
from plankit.rules.base import Hit, Rule, Subject

_PERCENT = re.compile(
    r"\s*(?:\w+\.?\s+)?\d{1,3}(?:[.,]\d+)?\s*(?:%|prosent\b|pst\b|percent\b|procent\b).*", re.I
)


def find(subject: Subject) -> Iterator[Hit]:
    """Each status that is a percentage and that the plan does not give a meaning of its own."""
    entries: tuple[Measure | Progress, ...] = (*subject.plan.measures, *subject.plan.progress)
    for one in entries:
        for key in ("status", "status_at_adoption"):
            word = getattr(one, key, None)
            if word and _PERCENT.fullmatch(word) and not subject.vocabulary.code("measure-status", word):
                yield Hit(at=one, path=(key,), values={"status": word})


RULE = Rule(
    code="PK533",
    name="status-in-percent",
    severity=Severity.WARNING,
    message=N_("“{status}” is no status: nobody can check a percentage."),
    hint=N_("Write one word, such as “ongoing”, and what was reached under “result”."),
    check=find,
)
