"""What it checks
    A stretch of time ends before it starts.

Why it matters
    Nothing can be due in it, so deadlines and validity cannot be worked out; mostly two years were swapped. The
    guide asks that measures are dated (guide 2.4).

Bad
    plan: {period: 2029–2026}

Good
    plan: {period: 2026–2029}
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.model.base import Entity
from plankit.model.plan import Plan
from plankit.model.when import When
from plankit.rules.base import Hit, Rule, Subject
from plankit.rules.dates import is_reversed
from plankit.rules.parts import all_values

_PAIRS = (
    ("hearings", "opens", "closes"),
    ("responsibilities", "valid_from", "valid_to"),
    ("participants", "joined", "left"),
)
"""Kinds of entry that hold a start and an end in two keys."""


def _pairs(plan: Plan) -> Iterator[tuple[Entity, str, When, When]]:
    for kind, first, last in _PAIRS:
        for entry in getattr(plan, kind):
            start, end = getattr(entry, first), getattr(entry, last)
            if start and end:
                yield entry, last, start, end


def find(subject: Subject) -> Iterator[Hit]:
    """Each time whose end is before its start, in one value or in two."""
    for entry, path, when in all_values(subject.plan, When):
        if is_reversed(when):
            yield Hit(at=entry, path=path, values={"date": when.text})
    for entry, key, start, end in _pairs(subject.plan):
        if start.start_day and end.end_day and end.end_day < start.start_day:
            yield Hit(at=entry, path=(key,), values={"date": f"{start.text} – {end.text}"})


RULE = Rule(
    code="PK105",
    name="period-reversed",
    severity=Severity.ERROR,
    message=N_("“{date}” ends before it starts."),
    hint=N_("Write the earlier date first."),
    check=find,
)
