"""What it checks
    A cell of the matrix held until a day that has passed, and no cell with the same letter took its place. For a
    plan whose period is over, the last day of the period counts.

Why it matters
    The plan is kept up to date while it holds (guide 4.6). A responsibility that ran out is nobody's, and the page
    still shows a name.

Bad
    responsibilities:
    - {task: avdekke, agency: skole, role: R, valid_to: 2025}

Good
    responsibilities:
    - {task: avdekke, agency: skole, role: R, valid_to: 2025}
    - {task: avdekke, agency: helsestasjon, role: R, valid_from: 2026}
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.model.parties import Responsibility
from plankit.rules.base import Hit, Rule, Subject


def _covers(cell: Responsibility, other: Responsibility) -> bool:
    """Whether `other` holds everywhere where `cell` did."""
    if not other.applies_to:
        return True
    return bool(cell.applies_to) and set(cell.applies_to) <= set(other.applies_to)


def find(subject: Subject) -> Iterator[Hit]:
    """Each cell that ran out and left a hole."""
    if not subject.is_whole:
        return
    cells = [one for one in subject.plan.responsibilities if one.task and (one.role or one.level)]
    over = [one for one in cells if one.valid_to and one.valid_to.is_over(subject.law_day)]
    if not over:
        return
    alive = [one for one in cells if not (one.valid_to and one.valid_to.is_over(subject.law_day))]
    for cell in over:
        same = (one for one in alive if one.task == cell.task and one.role == cell.role)
        if not any(_covers(cell, one) for one in same):
            assert cell.valid_to is not None
            values: dict[str, object] = {
                "task": cell.task,
                "agency": cell.agency,
                "letter": cell.role or cell.level,
                "date": cell.valid_to.text,
            }
            yield Hit(at=cell, path=("valid_to",), values=values)


RULE = Rule(
    code="PK317",
    name="cell-out-of-date",
    severity=Severity.WARNING,
    message=N_("“{agency}” had {letter} for the task “{task}” until {date}, and nobody took its place."),
    hint=N_("Renew the cell, or add one for whoever has it now."),
    check=find,
)
