"""What it checks
    A measure names nobody who is responsible for it.

Why it matters
    Every measure says by whom it is done (guide 2.4), with position and service (guide 2.7). What nobody owns is
    not done.

Bad
    measures:
    - {id: t1, title: Opplæring}

Good
    measures:
    - {id: t1, title: Opplæring, responsible: helsestasjon}
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.model.base import Absence
from plankit.rules.base import Hit, Rule, Subject


def find(subject: Subject) -> Iterator[Hit]:
    """Each measure without anyone responsible that does not say why."""
    for measure in subject.plan.measures:
        if not measure.responsible and measure.absence("responsible") is Absence.NOT_STATED:
            yield Hit(at=measure, values={"id": measure.id})


RULE = Rule(
    code="PK201",
    name="measure-without-owner",
    severity=Severity.WARNING,
    message=N_("The measure “{id}” names nobody who is responsible."),
    hint=N_("Add “responsible” with the id of an agency, or its words as “text”."),
    check=find,
)
