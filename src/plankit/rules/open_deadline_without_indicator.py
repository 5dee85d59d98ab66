"""What it checks
    A measure runs all the time or through the whole period, and nothing says how one can see that it is done.

Why it matters
    Goals are to be measurable (guide 2.4). What has no end can never be late; an indicator or a target is then
    the only way to follow it up.

Bad
    measures:
    - {id: t1, title: Veiledning, deadline: løpende}

Good
    measures:
    - {id: t1, title: Veiledning, deadline: løpende, targets: [Seks møter i året]}
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.model.base import Absence
from plankit.model.when import WhenKind
from plankit.rules.base import Hit, Rule, Subject

_OPEN = frozenset({WhenKind.CONTINUOUS, WhenKind.PLAN_PERIOD})


def find(subject: Subject) -> Iterator[Hit]:
    """Each measure with an open deadline that has neither indicator nor target."""
    for measure in subject.plan.measures:
        if measure.indicators or measure.targets or not measure.deadline:
            continue
        if measure.deadline.reading.kind not in _OPEN:
            continue
        if measure.absence("indicators") is measure.absence("targets") is Absence.NOT_STATED:
            yield Hit(
                at=measure, path=("deadline",), values={"id": measure.id, "deadline": measure.deadline.text}
            )


RULE = Rule(
    code="PK206",
    name="open-deadline-without-indicator",
    severity=Severity.ADVICE,
    message=N_("The measure “{id}” is due “{deadline}”, and nothing says how to see that it is done."),
    hint=N_("Add “indicators” or “targets”, or a date to look at it again."),
    check=find,
)
