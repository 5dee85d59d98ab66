"""What it checks
    A made-up case of the guide or the plan says that an action must never be taken, and no procedure or step on the
    way of the case forbids it under “forbids”.

Why it matters
    Where a parent is suspected, the parents are not told before the police and child welfare have agreed on it
    (guide 2.2.3 asks for such guidelines in writing). A ban that nobody wrote down is kept by luck alone.

Bad
    cases:
    - {id: c, title: Skole, …, must: [{never: tell-guardian}]}
    procedures:
    - {id: p, title: P, starts: {}, steps: [{id: ring, what: Ring barnevernet, agency: barnevern}]}

Good
    procedures:
    - {id: p, title: P, starts: {}, forbids: [tell-guardian], steps: [{id: ring, what: Ring barnevernet, agency: barnevern}]}
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.rules.base import Hit, Rule, Subject


def find(subject: Subject) -> Iterator[Hit]:
    """Each such action, at the procedure that the first such case begins with; once for each procedure."""
    ready = subject.prepared
    if ready is None:
        return
    from plankit.walks.promises import unbanned  # heavy: only for plans that can be walked

    told: set[tuple[str, str]] = set()
    for one in unbanned(ready):
        procedure = one.first.way.procedure
        if (procedure.id, one.action) in told:
            continue
        told.add((procedure.id, one.action))
        values: dict[str, object] = {
            "case": subject.text(one.title),
            "action": _words(subject, one.action),
            "procedure": procedure.id,
        }
        yield Hit(at=procedure, values=values)


def _words(subject: Subject, action: str) -> str:
    terms = subject.guide.actions if subject.guide else ()
    return next((subject.text(term.name) for term in terms if term.id == action), action)


RULE = Rule(
    code="PK433",
    name="ban-not-stated",
    severity=Severity.ADVICE,
    message=N_(
        "In the case “{case}” nobody may take the action “{action}”, and nothing on its way from “{procedure}” on forbids it."
    ),
    hint=N_("Add the action to “forbids” of the procedure, or of the step from which on it is forbidden."),
    check=find,
)
