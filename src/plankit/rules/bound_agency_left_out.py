"""What it checks
    The guide names an agency that law or custom binds to a task, the plan lists that agency, the task has a row, and
    the agency has no letter in it. Another unit of the same kind, or one under its orders, is enough. What law settles
    is PK319, and duties that rest on each employee are PK313.

Why it matters
    The plan says by whom each thing is done (guide 2.4). A service that does a task everywhere else and finds itself
    left out of the row reads that others have it.

Bad
    agencies:
    - {id: skole, name: Skolen, guide_agency: school}   # the guide: school and kindergarten prevent among everyone
    responsibilities:
    - {task: universal-prevention, agency: barnehage, role: R}

Good
    responsibilities:
    - {task: universal-prevention, agency: barnehage, role: R}
    - {task: universal-prevention, agency: skole, role: R}
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.rules.base import Hit, Rule, Subject
from plankit.rules.bodies import Bodies
from plankit.rules.rows import rows


def find(subject: Subject) -> Iterator[Hit]:
    """Each such agency and task, at the row."""
    if not subject.is_whole:
        return
    bodies = subject.once(Bodies)
    for row in rows(subject):
        if row.of_guide is None or row.is_personal:
            continue
        settled = {one.agency for one in row.of_guide.settled}
        named = {cell.agency for cell in row.cells}
        for wanted in row.of_guide.agencies:
            if wanted in settled or any(bodies.is_under(one, wanted) for one in named):
                continue
            listed = [
                one.id for one in subject.plan.agencies if (kin := bodies.kin(one.id)) and kin.id == wanted
            ]
            if listed and not any(bodies.is_same(listed[0], one) for one in named):
                entry, path = row.place
                values: dict[str, object] = {"task": row.task, "agency": listed[0]}
                yield Hit(at=entry, path=path, values=values)


RULE = Rule(
    code="PK323",
    name="bound-agency-left-out",
    severity=Severity.ADVICE,
    message=N_(
        "The guide counts “{agency}” among those with a part in the task “{task}”, and the row does not name it."
    ),
    hint=N_(
        "Give the agency its letter in the row, or waive this with the reason why it has no part in the task."
    ),
    check=find,
)
