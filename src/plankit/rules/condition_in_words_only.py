"""What it checks
    A procedure says which cases start it, and a way in it is chosen by a condition that stands in words only. A walk
    then takes the way as if the condition always held.

Why it matters
    Guidelines in writing must lead each case to the right step (guide 2.2.3). What only people can read, no case can
    test: a gap behind it stays hidden.

Bad
    next: [{step: ring-politi, condition: barnet er i fare nå}]

Good
    next: [{step: ring-politi, condition: barnet er i fare nå, when: {severity: alvorlig og akutt}}]
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.model.procedure import Procedure
from plankit.rules.base import Hit, Rule, Subject
from plankit.rules.ways import Path, places


def _in_words(procedure: Procedure) -> Iterator[tuple[Path, str]]:
    for number, branch in enumerate(procedure.branches):
        if branch.condition and not (branch.when or branch.severity or branch.victim):
            yield ("branches", number, "condition"), str(branch.title)
    for path, step in places(procedure):
        for number, one in enumerate(step.next):
            if one.condition and one.when is None:
                yield (*path, "next", number, "condition"), step.id


def find(subject: Subject) -> Iterator[Hit]:
    """Each condition that only people can read, in procedures that cases are walked through."""
    for procedure in subject.plan.procedures:
        if procedure.starts is not None:
            for path, place in _in_words(procedure):
                yield Hit(at=procedure, path=path, values={"place": place})


RULE = Rule(
    code="PK413",
    name="condition-in-words-only",
    severity=Severity.ADVICE,
    message=N_("The condition at “{place}” stands in words only; a walk takes it to hold always."),
    hint=N_("Add “when” with the words of the case vocabulary; the condition stays for readers."),
    check=find,
)
