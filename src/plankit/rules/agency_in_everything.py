"""What it checks
    An agency has a part in every task of a matrix with at least ten tasks.

Why it matters
    The plan names the position and service that answers for the work (guide 2.7). RASCI practice: a column without
    a blank belongs to someone who is in too much, or who is named out of habit.

Bad
    responsibilities:
    - …                                 # the health centre has a letter in all of 30 tasks

Good
    responsibilities:
    - …                                 # the health centre has a letter where it does something
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.rules.base import Hit, Rule, Subject
from plankit.rules.rows import rows

_FEWEST_ROWS = 10


def find(subject: Subject) -> Iterator[Hit]:
    """Each agency that is nowhere left out, at its entry or its first cell."""
    every = rows(subject)
    if len(every) < _FEWEST_ROWS:
        return
    first = {cell.agency: cell for cell in reversed(every[0].cells)}
    own = {agency.id: agency for agency in subject.plan.agencies}
    for row in every[1:]:
        here = {cell.agency for cell in row.cells}
        first = {agency: cell for agency, cell in first.items() if agency in here}
    for agency, cell in first.items():
        yield Hit(at=own.get(agency) or cell, values={"agency": agency, "count": len(every)})


RULE = Rule(
    code="PK310",
    name="agency-in-everything",
    severity=Severity.ADVICE,
    message=N_("“{agency}” has a part in all {count} tasks of the matrix."),
    hint=N_("Take it out where it does nothing of its own."),
    check=find,
)
