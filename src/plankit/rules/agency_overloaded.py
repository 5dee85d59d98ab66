"""What it checks
    An agency carries out (R), or is accountable (A) for, more than three times as many tasks as the agency in the
    middle of the matrix, and at least eight (R) or six (A). Cells that law itself settles and duties that rest on
    each employee are not counted; matrices with fewer than five agencies are left alone.

Why it matters
    A measure needs somebody with the time to carry it out (guide 2.7). RASCI practice: an agency with far more R
    than the others is overloaded; one with far more A is a bottleneck.

Bad
    responsibilities:
    - …                                 # NAV has “role: R” in twelve tasks, the others in two or three

Good
    responsibilities:
    - …                                 # some of the twelve went to the housing office and the health centre
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from statistics import median

from plankit.findings import Severity
from plankit.language import N_
from plankit.model.parties import Rasci
from plankit.rules.base import Hit, Rule, Subject
from plankit.rules.bodies import Bodies
from plankit.rules.rows import Row, agencies_having, is_settled, rows

_TIMES = 3
_LEAST = {Rasci.RESPONSIBLE: 8, Rasci.ACCOUNTABLE: 6}
_FEWEST_COLUMNS = 5

_DOES = N_("carries out (R)")
_ANSWERS = N_("is accountable (A) for")
_BOTH = N_("carries out (R) or is accountable (A) for")


def _loads(every: tuple[Row, ...], letter: Rasci, bodies: Bodies) -> Counter[str]:
    load: Counter[str] = Counter()
    for row in every:
        if not row.is_personal:
            free = [one for one in agencies_having(row.cells, letter) if not is_settled(row, one, bodies)]
            load.update(one.agency for one in free)
    return load


def _heavy(load: Counter[str], letter: Rasci) -> dict[str, float]:
    """The agencies with too much, each with what the one in the middle has."""
    if len(load) < _FEWEST_COLUMNS:
        return {}
    middle = median(load.values())
    return {
        agency: middle
        for agency, count in load.items()
        if count >= _LEAST[letter] and count > _TIMES * middle
    }


def find(subject: Subject) -> Iterator[Hit]:
    """Each agency whose column is far heavier than the others, once."""
    bodies = subject.once(Bodies)
    every = rows(subject)
    does, answers = (_loads(every, letter, bodies) for letter in _LEAST)
    busy, asked = _heavy(does, Rasci.RESPONSIBLE), _heavy(answers, Rasci.ACCOUNTABLE)
    for agency in dict.fromkeys((*busy, *asked)):
        reason = _BOTH if agency in busy and agency in asked else _DOES if agency in busy else _ANSWERS
        count = (does[agency] if agency in busy else 0) + (answers[agency] if agency in asked else 0)
        middle = busy.get(agency, 0) + asked.get(agency, 0)
        at = bodies.entry(agency) or next(
            one for one in subject.plan.responsibilities if one.agency == agency
        )
        values: dict[str, object] = {
            "agency": agency,
            "reason": reason,
            "count": count,
            "middle": f"{middle:g}",
        }
        yield Hit(at=at, values=values)


RULE = Rule(
    code="PK309",
    name="agency-overloaded",
    severity=Severity.ADVICE,
    message=N_("“{agency}” {reason} {count} tasks; the agency in the middle has {middle}."),
    hint=N_("Give some of them to others, or say how it gets the time."),
    check=find,
)
