"""What it checks
    The time of a case is not understood, so that the case cannot be walked.

Why it matters
    Who can be reached depends on the day and the hour (guide 2.2.2): a case without a time tests nothing, and nobody
    notices that it is left out.

Bad
    cases:
    - {id: fredag, title: Fredag ettermiddag, fictional: true, exposed: barn, door: skole, severity: serious, at: fredag}

Good
    cases:
    - {id: fredag, title: Fredag ettermiddag, fictional: true, exposed: barn, door: skole, severity: serious, at: fri 16:30}
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.rules.base import Hit, Rule, Subject


def find(subject: Subject) -> Iterator[Hit]:
    """Each case of the plan's own that has no time that is understood."""
    ready = subject.prepared
    if ready is None or not subject.plan.cases:
        return
    from plankit.walks.problems import unreadable_cases  # heavy: only for plans that can be walked

    for case in unreadable_cases(ready):
        yield Hit(at=case, path=("at",), values={"at": case.at})


RULE = Rule(
    code="PK431",
    name="case-without-moment",
    severity=Severity.WARNING,
    message=N_("“{at}” is not understood as the time of a case, so the case is not walked."),
    hint=N_(
        "Write a day and time such as 2027-03-05T16:30, or “fri 16:30”, “holiday 12:00” for the next such day."
    ),
    check=find,
)
