"""What it checks
    More than four agencies are consulted (C) on the same task.

Why it matters
    The plan names who answers for the work (guide 2.7). RASCI practice: each agency that must be asked first is one
    more round and one more wait, while the family waits too.

Bad
    responsibilities:
    - {task: assess-risk, agency: politi, role: R}
    - …                                 # five agencies with “role: C”

Good
    responsibilities:
    - {task: assess-risk, agency: politi, role: R}
    - {task: assess-risk, agency: krisesenter, role: C}
    - {task: assess-risk, agency: barnevern, role: I}
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.model.parties import Rasci
from plankit.rules.base import Hit, Rule, Subject
from plankit.rules.rows import agencies_having, rows

_MOST = 4


def find(subject: Subject) -> Iterator[Hit]:
    """Each task on which too many are consulted, at the first that is too many."""
    for row in rows(subject):
        for cells in row.by_participant():
            asked = agencies_having(cells, Rasci.CONSULTED)
            if len(asked) > _MOST:
                values: dict[str, object] = {"task": row.task, "count": len(asked), "most": _MOST}
                yield Hit(at=asked[_MOST], path=("role",), values=values)
                break


RULE = Rule(
    code="PK306",
    name="too-many-consulted",
    severity=Severity.WARNING,
    message=N_("{count} agencies are consulted (C) on the task “{task}”; more than {most} delay it."),
    hint=N_("Keep those without whom it goes wrong; the others may be informed (“role: I”)."),
    check=find,
)
