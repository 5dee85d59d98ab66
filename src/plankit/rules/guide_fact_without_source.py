"""What it checks
    A fact of a guide does not say where it was read, when it was checked or how sure it is.

Why it matters
    Law is repealed and numbers move. Without a source and a date nobody can check the fact again, and what is unsure
    looks as sure as the rest.

Bad
    help_lines:
    - {id: line, name: Help line, kind: helpline, number: '116 000'}

Good
    help_lines:
    - {id: line, name: Help line, kind: helpline, number: '116 000', address: https://example.org/line,
       checked_on: '2026-11-22', confidence: read}
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.model.guide import GUIDE_KINDS
from plankit.rules.base import GuideSubject, Hit, Rule

SOURCED = ("address", "checked_on", "confidence")


def find(subject: GuideSubject) -> Iterator[Hit]:
    """Each entry of the guide without one of the three; what is unconfirmed needs no address."""
    for kind in GUIDE_KINDS:
        for entry in getattr(subject.guide, kind):
            wanted = [key for key in SOURCED if key != "address" or entry.confidence != "unconfirmed"]
            lacking = [key for key in wanted if getattr(entry, key) is None]
            if lacking:
                yield Hit(at=entry, values={"id": entry.id, "keys": ", ".join(lacking)})


RULE = Rule(
    code="PK042",
    name="guide-fact-without-source",
    severity=Severity.WARNING,
    message=N_("“{id}” lacks: {keys}."),
    hint=N_("A fact says where it was read, when it was checked, and how sure it is."),
    guide_check=find,
)
