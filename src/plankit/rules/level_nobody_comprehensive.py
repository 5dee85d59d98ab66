"""What it checks
    The plan fills in a matrix of levels, and no agency is at the highest.

Why it matters
    Leaders map what each role in and across organisations holds (guide 2.7; MARAM, the Australian framework that the
    levels come from). Where nobody assesses risk in full, the others have no one to hand the worst cases to.

Bad
    responsibilities:
    - {task: engage, agency: skole, level: identification}
    - {task: assess, agency: nav, level: intermediate}

Good
    responsibilities:
    - {task: engage, agency: skole, level: identification}
    - {task: assess-fully, agency: krisesenter, level: comprehensive}
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.rules.base import Hit, Rule, Subject
from plankit.rules.levels import holders, order


def find(subject: Subject) -> Iterator[Hit]:
    """Each matrix of levels without anyone at the top, at its first cell."""
    levels = order(subject)
    if not subject.is_whole or len(levels) < 2:
        return
    for found in holders(subject).values():
        if all(holder.level != levels[-1] for holder in found):
            level = subject.vocabulary.label("matrix-level", levels[-1], subject.plan.plan.language)
            yield Hit(at=found[0].cells[0], path=("level",), values={"level": level})


RULE = Rule(
    code="PK321",
    name="level-nobody-comprehensive",
    severity=Severity.WARNING,
    message=N_("No agency is at the highest level, “{level}”."),
    hint=N_("Name the agency that takes the worst cases, in the municipality or outside it."),
    check=find,
)
