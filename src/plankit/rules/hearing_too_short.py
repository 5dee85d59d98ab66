"""What it checks
    A municipal master plan, or a part of one, is on hearing for less than six weeks.

Why it matters
    Such a plan is on public hearing for at least six weeks (plan- og bygningsloven § 11-14; read at
    enkelplanlegging.no on 2026-11-22, not in the act). For thematic plans no such limit was found, so nothing is said of
    them: there, too, a short hearing gives few replies.

Bad
    plan: {document_type: kommunedelplan}
    hearings:
    - {opens: 1. juni 2027, closes: 20. juni 2027}

Good
    hearings:
    - {opens: 1. juni 2027, closes: 15. august 2027}
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from plankit.findings import Severity
from plankit.language import N_
from plankit.rules.base import Hit, Rule, Subject

_SIX_WEEKS = timedelta(weeks=6)
_BOUND = frozenset({"municipal-plan", "municipal-sub-plan"})


def find(subject: Subject) -> Iterator[Hit]:
    """Each hearing that is shorter than the law allows, of a Norwegian plan that the law binds."""
    frame = subject.plan.plan
    if frame.country not in (None, "NO") or frame.document_type is None:
        return
    if subject.code("document-type", frame.document_type) not in _BOUND:
        return
    for hearing in subject.plan.hearings:
        opens = hearing.opens.start_day if hearing.opens else None
        closes = hearing.closes.end_day if hearing.closes else None
        if opens and closes and timedelta() <= closes - opens < _SIX_WEEKS:
            yield Hit(at=hearing, path=("closes",), values={"days": (closes - opens).days})


RULE = Rule(
    code="PK115",
    name="hearing-too-short",
    severity=Severity.WARNING,
    message=N_("The hearing lasts {days} days; a plan of this kind is on hearing for at least six weeks."),
    hint=N_("Move “closes” to six weeks after “opens” or later (plan- og bygningsloven § 11-14)."),
    check=find,
)
