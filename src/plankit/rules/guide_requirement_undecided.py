"""What it checks
    A requirement of a guide says that a rule decides it and names no rule that exists, or that a person decides it
    and names nothing to ask.

Why it matters
    A plan can then neither be found to meet the requirement nor to miss it.

Bad
    requirements:
    - {id: dated, title: Dated, text: Measures have dates., force: must, decided_by: rule, rules: PK999}

Good
    requirements:
    - {id: dated, title: Dated, text: Measures have dates., force: must, decided_by: rule, rules: PK205}
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.model.plan import Plan
from plankit.model.references import entity_in
from plankit.rules.base import GuideSubject, Hit, Rule


def find(subject: GuideSubject) -> Iterator[Hit]:
    """Each requirement that names a rule that is not there, or nothing that could decide it."""
    for one in subject.guide.requirements:
        for number, code in enumerate(one.rules):
            if code not in subject.codes:
                reason = N_("there is no such rule")
                yield Hit(at=one, path=("rules", number), values={"id": one.id, "reason": reason})
        if one.decided_by == "rule" and not one.evidence:
            yield Hit(at=one, values={"id": one.id, "reason": N_("no evidence is named")})
        if one.decided_by in ("person", "both") and one.question is None:
            yield Hit(at=one, values={"id": one.id, "reason": N_("no question is named")})
        for number, name in enumerate(one.evidence):
            if not _exists(name):
                reason = N_("plans have no such key")
                yield Hit(at=one, path=("evidence", number), values={"id": one.id, "reason": reason})


def _exists(evidence: str) -> bool:
    """Whether plans have what is named as evidence: a kind, a key of every entry of a kind, or a key of the frame."""
    kind, _, key = evidence.partition(".")
    if kind not in Plan.model_fields:
        return False
    cls = entity_in(Plan.model_fields[kind].annotation)
    return not key or (cls is not None and key in cls.model_fields)


RULE = Rule(
    code="PK043",
    name="guide-requirement-undecided",
    severity=Severity.ERROR,
    message=N_("Nothing decides “{id}”: {reason}."),
    hint=N_("Name a rule that exists, the evidence in a plan, or the question that a person asks."),
    guide_check=find,
)
