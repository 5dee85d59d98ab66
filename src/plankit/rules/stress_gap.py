"""What it checks
    Every combination of who is exposed, who discovers it, how serious it is, who is suspected, what is needed, the hour
    and whether the leader can be reached is walked through the procedures. Each kind of gap is told once for each
    place, with the smallest case that shows it. Runs only with “plankit check --stress”.

Why it matters
    A municipality must be able to avert violence at all hours and for everyone (guide 2.2.2; helse- og
    omsorgstjenesteloven § 3-3 a). The cases that one thinks of are seldom those that fail.

Bad
    procedures:
    - id: melding
      title: Melding
      starts: {exposed: barn}        # nothing begins for anybody else
      steps: [{id: ring, what: Ring barnevernvakta, agency: barnevernvakt, safe: true}]

Good
    procedures:
    - id: melding
      title: Melding
      starts: {exposed: barn}
      steps: [{id: ring, what: Ring barnevernvakta, agency: barnevernvakt, safe: true}]
    - id: alle-andre
      title: Alle andre
      starts: {}
      steps: [{id: ring, what: Ring politiet, agency: politi, safe: true}]
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.rules.base import Hit, Rule, Subject


def find(subject: Subject) -> Iterator[Hit]:
    """Each kind of gap at each place, with its smallest case."""
    ready = subject.prepared
    if ready is None:
        return
    from plankit.walks.problems import stress_problems  # heavy: only for plans that can be walked

    for one in stress_problems(ready):
        values: dict[str, object] = {"case": one.case, "gap": one.gap, "text": one.text}
        yield Hit(at=one.at, path=one.path, values=values)


RULE = Rule(
    code="PK430",
    name="stress-gap",
    severity=Severity.WARNING,
    message=N_("{case}: {gap}."),
    hint=N_("Walk the case with: plankit walk PLAN “{text}”"),
    check=find,
    on_request=True,
)
