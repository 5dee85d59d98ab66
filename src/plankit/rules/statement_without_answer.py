"""What it checks
    A plan that is past its hearing holds a statement that has no weight or no answer.

Why it matters
    The working group answers the replies (guide 4.1), and the council must be able to see how each was judged and
    what weight it got. A statement that nobody answered is a statement that nobody read.

Bad
    hearings:
    - statements:
      - {body: Eldrerådet, summary: Noen må spørre uten pårørende.}

Good
    hearings:
    - statements:
      - body: Eldrerådet
        summary: Noen må spørre uten pårørende.
        weight: fulgt
        answer: Tiltak 2.5 gir alle en samtale på tomannshånd.
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.model.base import Absence
from plankit.model.frame import Statement
from plankit.rules.base import Hit, Rule, Subject
from plankit.rules.standing import stage_of

_PAST = frozenset({"proposed", "adopted", "in-force", "under-revision", "expired", "replaced"})
"""Stages that a plan reaches after its hearing."""


def find(subject: Subject) -> Iterator[Hit]:
    """Each statement of a plan past hearing that lacks a weight or an answer."""
    stage = stage_of(subject)
    if stage is None or subject.code("stage", stage) not in _PAST:
        return
    for hearing in subject.plan.hearings:
        for place, one in enumerate(hearing.statements):
            if _lacks(one, "weight") or _lacks(one, "answer"):
                number = one.number or str(place + 1)
                yield Hit(at=hearing, path=("statements", place), values={"number": number})


def _lacks(one: Statement, key: str) -> bool:
    return one.absence(key) is Absence.NOT_STATED


RULE = Rule(
    code="PK114",
    name="statement-without-answer",
    severity=Severity.WARNING,
    message=N_("Statement {number} of the hearing has no weight or no answer."),
    hint=N_(
        "Add “weight” (followed, partly-followed, noted or not-followed) and “answer”, before the council decides."
    ),
    check=find,
)
