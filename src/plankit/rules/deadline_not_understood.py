"""What it checks
    A deadline is written in words that are not understood as a time.

Why it matters
    The words are kept, but the measure stands in no calendar and can never be seen to be late; measures are to
    be dated (guide 2.4).

Bad
    deadline: når det passer

Good
    deadline: {text: når det passer, end: 2027-06}
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.model.when import WhenKind
from plankit.rules.base import Hit, Rule, Subject
from plankit.rules.dates import is_impossible, is_reversed


def find(subject: Subject) -> Iterator[Hit]:
    """Each deadline that is not read, leaving out those that are plainly wrong and have findings of their own."""
    for measure in subject.plan.measures:
        when = measure.deadline
        if when is None or when.reading.kind is not WhenKind.UNREAD:
            continue
        if not is_impossible(when) and not is_reversed(when):
            yield Hit(at=measure, path=("deadline",), values={"deadline": when.text})


RULE = Rule(
    code="PK211",
    name="deadline-not-understood",
    severity=Severity.ADVICE,
    message=N_("“{deadline}” is not understood as a time."),
    hint=N_(
        "Write it as a mapping: keep the words as “text” and add “end: 2027-06”, “recurrence” or “event”."
    ),
    check=find,
)
