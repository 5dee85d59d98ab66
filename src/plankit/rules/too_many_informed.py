"""What it checks
    More than six agencies are informed (I) of the same task.

Why it matters
    Information on a person is shared only with those who need it (forvaltningsloven § 13; guide 2.6). RASCI practice:
    where very many are told as a routine, ask of each what it does with what it is told.

Bad
    responsibilities:
    - {task: respond-emergency, agency: politi, role: R}
    - …                                 # seven agencies with “role: I”

Good
    responsibilities:
    - {task: respond-emergency, agency: politi, role: R}
    - {task: respond-emergency, agency: barnevern, role: I}
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.model.parties import Rasci
from plankit.rules.base import Hit, Rule, Subject
from plankit.rules.rows import agencies_having, rows

_MOST = 6


def find(subject: Subject) -> Iterator[Hit]:
    """Each task of which too many are informed, at the first that is too many."""
    for row in rows(subject):
        for cells in row.by_participant():
            told = agencies_having(cells, Rasci.INFORMED)
            if len(told) > _MOST:
                values: dict[str, object] = {"task": row.task, "count": len(told)}
                yield Hit(at=told[_MOST], path=("role",), values=values)
                break


RULE = Rule(
    code="PK307",
    name="too-many-informed",
    severity=Severity.ADVICE,
    message=N_("{count} agencies are informed (I) of the task “{task}”. Does each need it?"),
    hint=N_("Keep those who do something with what they are told."),
    check=find,
)
