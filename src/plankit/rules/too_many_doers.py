"""What it checks
    More than three agencies carry out (R) the same task. Duties that rest on each employee, and cells that law
    itself settles, are not counted.

Why it matters
    The plan names the position and service that answers for the work (guide 2.7). RASCI practice: where many carry
    out one task, each leaves it to the others; such a task is several tasks.

Bad
    responsibilities:
    - {task: safety-plan, agency: krisesenter, role: R}
    - …                                 # four more agencies with “role: R”

Good
    responsibilities:
    - {task: safety-plan, agency: krisesenter, role: R}
    - {task: safety-plan, agency: politi, role: S}
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.model.parties import Rasci
from plankit.rules.base import Hit, Rule, Subject
from plankit.rules.bodies import Bodies
from plankit.rules.rows import agencies_having, is_settled, rows

_MOST = 3


def find(subject: Subject) -> Iterator[Hit]:
    """Each task with too many doers, at the first that is too many."""
    bodies = subject.once(Bodies)
    for row in rows(subject):
        if row.is_personal:
            continue
        for cells in row.by_participant():
            doers = [
                one for one in agencies_having(cells, Rasci.RESPONSIBLE) if not is_settled(row, one, bodies)
            ]
            if len(doers) > _MOST:
                values: dict[str, object] = {"task": row.task, "count": len(doers), "most": _MOST}
                yield Hit(at=doers[_MOST], path=("role",), values=values)
                break


RULE = Rule(
    code="PK305",
    name="too-many-doers",
    severity=Severity.WARNING,
    message=N_(
        "{count} agencies carry out (R) the task “{task}”; more than {most} are hard to hold together."
    ),
    hint=N_("Split the task, or give those who help “role: S”."),
    check=find,
)
