"""What it checks
    A measure has a title and nothing that tells what is done or reached.

Why it matters
    Every measure is concrete and says what is to be achieved (guide 2.4).

Bad
    measures:
    - {id: t1, title: Opplæring}

Good
    measures:
    - {id: t1, title: Opplæring, description: Alle nyansatte får kurs i å samtale med barn.}
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.model.base import Absence
from plankit.rules.base import Hit, Rule, Subject


def find(subject: Subject) -> Iterator[Hit]:
    """Each measure with neither description nor expected result that does not say why."""
    for measure in subject.plan.measures:
        if measure.description or measure.expected_result:
            continue
        if measure.absence("description") is measure.absence("expected_result") is Absence.NOT_STATED:
            yield Hit(at=measure, values={"id": measure.id})


RULE = Rule(
    code="PK213",
    name="measure-without-text",
    severity=Severity.WARNING,
    message=N_("The measure “{id}” does not tell what is done or reached."),
    hint=N_("Add “description” or “expected_result”."),
    check=find,
)
