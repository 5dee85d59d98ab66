"""What it checks
    A figure names no source.

Why it matters
    The situation description rests on local or national studies (guide 2.1); without the source nobody can tell
    what was counted, or when.

Bad
    statistics:
    - {topic: Døgnopphold på krisesenter, value: '12', period: 2025}

Good
    statistics:
    - {topic: Døgnopphold på krisesenter, value: '12', period: 2025, source: Krisesenterets årsmelding}
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.model.base import Absence
from plankit.rules.base import Hit, Rule, Subject


def find(subject: Subject) -> Iterator[Hit]:
    """Each figure without a source, leaving out those that say why there is no figure."""
    for statistic in subject.plan.statistics:
        if statistic.source or statistic.sources or statistic.absence_note:
            continue
        if statistic.absence("source") is statistic.absence("sources") is Absence.NOT_STATED:
            yield Hit(at=statistic, values={"topic": statistic.topic})


RULE = Rule(
    code="PK601",
    name="statistic-without-source",
    severity=Severity.WARNING,
    message=N_("The figure on “{topic}” names no source."),
    hint=N_("Add “source”, or “sources” with the id of a reference."),
    check=find,
)
