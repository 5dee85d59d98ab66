"""What it checks
    Somebody must be there at all hours for a task, and those who carry it out (R) together are not: not every
    evening, night, weekend and holiday. Those who support (S) and are under their orders help. An agency is there in
    its own opening hours or, where it has none, in those of its services; where nothing is said, office hours are
    taken for granted. Duties that rest on each employee are left alone, and so are hours that are told in words only.

Why it matters
    The shelter is open at all hours (krisesenterlova § 2) and children in danger get help at night too (guide 2.7).
    A telephone that nobody answers on a Friday evening is the end of the plan.

Bad
    services:
    - {id: krisesenter, name: Krisesenter, agency: krisesenteret, opening_hours: [{days: [mon], opens: '08:00', closes: '16:00'}]}

Good
    services:
    - {id: krisesenter, name: Krisesenter, agency: krisesenteret, around_the_clock: true}
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.model.parties import Rasci
from plankit.rules.base import Hit, Rule, Subject
from plankit.rules.bodies import Bodies
from plankit.rules.opening import EVERYTHING, cover_of, first_gap, together
from plankit.rules.rows import Row, agencies_having, rows

_WEEKDAYS = N_("on a weekday")
_WEEKEND = N_("at the weekend")
_HOLIDAY = N_("on a public holiday")


def _helpers(row: Row, bodies: Bodies) -> list[str]:
    """Those who support, and are under the orders of one who carries the task out."""
    doers = [cell.agency for cell in row.having(Rasci.RESPONSIBLE)]
    return [
        cell.agency
        for cell in row.having(Rasci.SUPPORTS)
        if any(bodies.is_under(cell.agency, doer) for doer in doers)
    ]


def find(subject: Subject) -> Iterator[Hit]:
    """Each such task with hours when nobody is there, at its first doer, with the first kind of day that has some."""
    if not subject.is_whole:
        return
    bodies = subject.once(Bodies)
    for row in rows(subject):
        if not row.is_around_the_clock or row.is_personal:
            continue
        doers = agencies_having(row.cells, Rasci.RESPONSIBLE)
        covers = [
            cover_of(subject, one) for one in (*(cell.agency for cell in doers), *_helpers(row, bodies))
        ]
        known = [cover for cover in covers if cover is not None]
        there = together(known)
        if not doers or len(known) < len(covers) or there == EVERYTHING:
            continue
        day, time = first_gap(there)
        values: dict[str, object] = {
            "task": row.task,
            "reason": _HOLIDAY if day == "holiday" else _WEEKEND if day in ("sat", "sun") else _WEEKDAYS,
            "time": time,
            "agencies": ", ".join(one.agency for one in doers),
        }
        yield Hit(at=doers[0], path=("agency",), values=values)


RULE = Rule(
    code="PK315",
    name="round-the-clock-uncovered",
    severity=Severity.WARNING,
    message=N_(
        "Somebody must always be there for the task “{task}”, but {reason} at {time} none of its doers is ({agencies})."
    ),
    hint=N_(
        "Give an agency that is there then “role: R”, or state “around_the_clock” or “opening_hours” of its service."
    ),
    check=find,
)
