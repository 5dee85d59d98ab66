"""What it checks
    A municipality or county that takes part is given with a number that went out of use before the plan's period
    began, or during it: the municipality was merged or split, or got another number. A plan whose period ended
    before that is left alone, and so is a municipality that has left or whose successor the plan names.

Why it matters
    Plans are counted by municipality and number (KOSTRA form 7B), and each municipality adopts the plan for itself.
    A number that is no longer in use leads to nobody.

Bad
    plan: {period: 2025–2028, country: "NO"}
    participants:
    - {id: skedsmo, name: Skedsmo, number: "0231"}

Good
    plan: {period: 2025–2028, country: "NO"}
    participants:
    - {id: lillestrom, name: Lillestrøm, number: "3205"}
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from plankit.findings import Severity
from plankit.language import N_
from plankit.model.frame import Participation
from plankit.places.changes import Change, ending, successors
from plankit.places.tables import COUNTRIES, by_number, county_by_number
from plankit.rules.base import Hit, Rule, Subject

_NO_LONGER = frozenset({"expired", "replaced"})


def find(subject: Subject) -> Iterator[Hit]:
    """Numbers of participants that were out of use by the day of the check or the first day of the period."""
    frame = subject.plan.plan
    if frame.stage and subject.code("stage", frame.stage) in _NO_LONGER:
        return
    first = frame.period.start_day if frame.period else None
    last = frame.period.end_day if frame.period else None
    day = max(subject.today, first or subject.today)
    for one in subject.plan.participants:
        change = _ended(subject, one, day)
        if change is None or (last and last < change.day):
            continue
        now = successors(change.country, change.old.number, day)
        values: dict[str, object] = {
            "number": change.old.number,
            "name": change.old.name,
            "date": change.day.isoformat(),
            "successors": ", ".join(map(str, now)),
        }
        yield Hit(at=one, path=("number",), values=values)


def _ended(subject: Subject, one: Participation, day: date) -> Change | None:
    """What took the number of a participant out of use by `day`, where the plan does not tell it itself."""
    if not one.number or one.left or one.valid_to or one.succeeded_by:
        return None
    said = subject.plan.plan.country or (subject.guide.guide.country if subject.guide else None)
    countries = (said,) if said else COUNTRIES
    if any(by_number(country, one.number) or county_by_number(country, one.number) for country in countries):
        return None
    found = (ending(country, one.number, day) for country in countries)
    return next((change for change in found if change), None)


RULE = Rule(
    code="PK109",
    name="municipality-succeeded",
    severity=Severity.WARNING,
    message=N_("The number {number} ({name}) has been out of use since {date}. Today it is {successors}."),
    hint=N_("Give the number of today, or say under “succeeded_by” what became of the municipality."),
    check=find,
)
