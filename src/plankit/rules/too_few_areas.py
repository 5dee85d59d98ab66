"""What it checks
    The plan has fewer than two priority areas.

Why it matters
    The guide advises to choose two or more areas by will, capacity and resources (guide 2.3).

Bad
    areas:
    - {id: a1, name: Forebygging}

Good
    areas:
    - {id: a1, name: Forebygging}
    - {id: a2, name: Hjelp og beskyttelse}
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.model.base import Absence
from plankit.rules.base import Hit, Rule, Subject

_ADVISED = 2


def find(subject: Subject) -> Iterator[Hit]:
    """The only area, or the frame where there is none."""
    areas = subject.plan.areas
    if len(areas) >= _ADVISED or not subject.is_whole:
        return
    if areas:
        yield Hit(at=areas[0], values={"count": len(areas)})
    elif subject.plan.absence("areas") is Absence.NOT_STATED:
        yield Hit(at=subject.plan.plan, values={"count": 0})


RULE = Rule(
    code="PK215",
    name="too-few-areas",
    severity=Severity.ADVICE,
    message=N_("The plan has {count} priority areas; the guide advises two or more."),
    hint=N_("Add the areas that the plan has chosen, or say under “empty” that the plan has no areas."),
    check=find,
)
