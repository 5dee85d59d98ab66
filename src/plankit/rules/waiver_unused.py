"""What it checks
    A waiver that waived nothing in this check.

Why it matters
    A waiver left behind hides the next finding of the same kind, which nobody has looked at.

Bad
    waivers:
    - {code: PK202, item: t1, reason: …, expires: 2027}   # t1 has got its goal since

Good
    (the waiver is taken out)
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.model.knowledge import Waiver
from plankit.rules.base import Hit, Rule, Subject


def find(subject: Subject) -> Iterator[Hit]:
    """Each waiver that matched no finding."""
    for waiver in subject.unused_waivers:
        if isinstance(waiver, Waiver):
            yield Hit(at=waiver, values={"waived": waiver.code})


RULE = Rule(
    code="PK030",
    name="waiver-unused",
    severity=Severity.WARNING,
    message=N_("This waiver of {waived} waives nothing."),
    hint=N_("Take it out; if it is meant for an entry, check its “item”."),
    check=find,
)
