"""What it checks
    In a shared plan, an entry is in no municipality's own plan: it says that it holds for one of them, and what it
    refers to holds for another.

Why it matters
    Each municipality adopts and follows its own plan (guide 1.2). What is in none of them is promised to nobody.

Bad
    agencies:
    - {id: shelter, name: Shelter, applies_to: vik}
    responsibilities:
    - {agency: shelter, task: shelter, role: R, applies_to: havn}

Good
    responsibilities:
    - {agency: shelter, task: shelter, role: R, applies_to: vik}
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.rules.base import Hit, Rule, Subject
from plankit.views.one_municipality import held_nowhere


def find(subject: Subject) -> Iterator[Hit]:
    """Entries and pages that are in nobody's own plan."""
    for one in held_nowhere(subject.plan) if subject.is_whole else ():
        yield Hit(at=one, at_key=True, path=("applies_to",) if one.applies_to else ())


RULE = Rule(
    code="PK122",
    name="entry-holds-nowhere",
    severity=Severity.WARNING,
    message=N_("It is in no municipality's own plan: what it refers to holds for others."),
    hint=N_("Look at “applies_to” here and at what it refers to, and let them name the same participants."),
    check=find,
)
