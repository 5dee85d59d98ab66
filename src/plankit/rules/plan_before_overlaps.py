"""What it checks
    The plan replaces another that ends only after this one has begun, and does not say why. A revision is left
    alone, and so is an entry with a text that explains it.

Why it matters
    For as long as both run, nobody can tell which of the two holds, and whoever counts plans (KOSTRA form 7B) counts
    the municipality twice.

Bad
    plan: {period: 2026–2029}
    succession:
    - {direction: replaces, kind: replacement, title: Gammel plan, period: 2023–2027}

Good
    plan: {period: 2028–2031}
    succession:
    - {direction: replaces, kind: replacement, title: Gammel plan, period: 2023–2027}
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.model.merged import of_this_plan
from plankit.rules.base import Hit, Rule, Subject

_MAY_OVERLAP = frozenset({"revision", "widened-scope"})


def find(subject: Subject) -> Iterator[Hit]:
    """Each plan that is replaced and runs on."""
    frame = subject.plan.plan
    when = frame.in_force_from or frame.period
    start = when.start_day if when else None
    if start is None:
        return
    for one in of_this_plan(subject.plan.succession):
        if subject.code("succession-direction", one.direction) != "replaces" or one.text or one.notes:
            continue
        if one.kind and subject.code("succession-kind", one.kind) in _MAY_OVERLAP:
            continue
        end = one.period.end_day if one.period else None
        if one.period and end and end >= start:
            values: dict[str, object] = {
                "title": one.title,
                "end": one.period.text,
                "start": when.text if when else "",
            }
            yield Hit(at=one, path=("period",), values=values)


RULE = Rule(
    code="PK123",
    name="plan-before-overlaps",
    severity=Severity.ADVICE,
    message=N_("This plan begins with “{start}”, while “{title}”, which it replaces, runs on ({end})."),
    hint=N_("Put the periods right, or say under “text” from when the older plan no longer holds."),
    check=find,
)
