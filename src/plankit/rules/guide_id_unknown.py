"""What it checks
    An entry of a guide names another entry that the guide does not have.

Why it matters
    A requirement whose step or law is missing leads nowhere, on the guide's site and in every plan.

Bad
    requirements:
    - {id: hearing-held, step: step-9, title: Hearing, text: There was one., force: must, decided_by: person}

Good
    steps:
    - {id: step-9, phase: phase-1, title: Hearing}
    requirements:
    - {id: hearing-held, step: step-9, title: Hearing, text: There was one., force: must, decided_by: person}
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.model.guide import GUIDE_KINDS
from plankit.model.nearest import nearest
from plankit.rules.base import GuideSubject, Hit, Rule
from plankit.rules.guide_references import guide_references


def find(subject: GuideSubject) -> Iterator[Hit]:
    """Each id in the guide that belongs to no entry of the kinds that may stand there."""
    guide = subject.guide
    known = {kind: frozenset(entry.id for entry in getattr(guide, kind)) for kind in GUIDE_KINDS}
    for entry, path, name, kinds in guide_references(guide):
        if not any(name in known[kind] for kind in kinds):
            near = nearest(name, [one for kind in kinds for one in sorted(known[kind])])
            yield Hit(at=entry, path=path, values={"id": name, "kinds": ", ".join(kinds)}, suggestion=near)


RULE = Rule(
    code="PK041",
    name="guide-id-unknown",
    severity=Severity.ERROR,
    message=N_("The guide has no “{id}” among its {kinds}."),
    hint=N_("Add the entry, or write an id that is there."),
    guide_check=find,
)
