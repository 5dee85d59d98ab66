"""What it checks
    A case does not say that it is made up.

Why it matters
    A plan is published. A case in it that could be of a real person can hurt that person, even without a name; whoever
    writes it must have thought of that (GDPR; guide 4.4 on what is made public).

Bad
    cases:
    - {id: c, title: A child tells, exposed: children, door: school-staff, severity: serious, at: fri 16:30}

Good
    cases:
    - {id: c, title: A child tells, fictional: true, exposed: children, door: school-staff, severity: serious,
       at: fri 16:30}
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.rules.base import Hit, Rule, Subject


def find(subject: Subject) -> Iterator[Hit]:
    """Each case of the plan that does not say `fictional: true`."""
    for case in subject.plan.cases:
        if case.fictional is not True:
            path = ("fictional",) if case.fictional is False else ()
            yield Hit(at=case, path=path, values={"case": subject.text(case.title)})


RULE = Rule(
    code="PK703",
    name="case-not-fictional",
    severity=Severity.ERROR,
    message=N_("The case “{case}” does not say that it is made up."),
    hint=N_("Make it up, and write “fictional: true”. A case of a real person must not stand in a plan."),
    check=find,
)
