"""What it checks
    A made-up case of the guide or the plan is walked through the procedures, at its hour and with the opening hours
    that the plan tells, and the procedures do not answer it.

Why it matters
    Plans are to make clear who does what (guide 2.2.2), and helse- og omsorgstjenesteloven § 3-3 a asks that services
    can avert violence. A case that nobody takes on paper is taken by nobody in a corridor on a Friday afternoon.
    Only plans with a procedure that says under “starts” which cases it begins with are walked.

Bad
    cases:
    - {id: fredag, title: Fredag kl. 16:30, fictional: true, exposed: barn, door: skole, severity: serious, at: fri 16:30}
    procedures:
    - id: melding
      title: Melding
      starts: {exposed: barn}
      steps:
      - {id: ring, what: Ring barnevernet, agency: barnevern, deadline: PT0S, safe: true}   # open until 15:30

Good
    procedures:
    - id: melding
      title: Melding
      starts: {exposed: barn}
      steps:
      - {id: ring, what: Ring barnevernet, agency: barnevern, deadline: PT0S, safe: true, fallback: vakt, end: true}
      - {id: vakt, what: Ring barnevernvakta, agency: barnevernvakt, deadline: PT0S, safe: true}
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.rules.base import Hit, Rule, Subject


def find(subject: Subject) -> Iterator[Hit]:
    """Each case that meets gaps, at the step of the first of them."""
    ready = subject.prepared
    if ready is None:
        return
    from plankit.walks.problems import walk_problems  # heavy: only for plans that can be walked

    for one in walk_problems(ready):
        yield Hit(at=one.at, path=one.path, values={"case": subject.text(one.title), "gap": one.gap})


RULE = Rule(
    code="PK410",
    name="case-fails",
    severity=Severity.WARNING,
    message=N_("The case “{case}” is not answered: {gap}."),
    hint=N_("“plankit walk” shows the whole way of the case, step by step."),
    check=find,
)
