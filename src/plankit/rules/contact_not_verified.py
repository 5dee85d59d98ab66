"""What it checks
    A telephone number has no date on which somebody last called or looked it up, or that date is more than a year
    ago.

Why it matters
    The guide asks that information on help is easy to find (guide 4.4). A number that nobody answers is worse
    than none: whoever calls it may not try again.

Bad
    contacts:
    - {party: Krisesenteret, channel: phone, value: '00 00 00 00'}

Good
    contacts:
    - {party: Krisesenteret, channel: phone, value: '00 00 00 00', verified_on: 2026-09-01}
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from plankit.findings import Severity
from plankit.language import N_
from plankit.model.base import Absence
from plankit.model.parties import Contact, Service
from plankit.rules.base import Hit, Rule, Subject
from plankit.views.participation import gone, is_lapsed

_CALLED = frozenset({"phone", "sms"})


def _a_year_before(day: date) -> date:
    year = day.year - 1
    return date(year, day.month, min(day.day, monthrange(year, day.month)[1]))


def _numbers(subject: Subject) -> Iterator[tuple[Contact | Service, str, str]]:
    """Every entry with a number, the key that the number stands under, and the number."""
    for contact in subject.plan.contacts:
        if subject.code("channel", contact.channel) in _CALLED:
            yield contact, "value", contact.value
    for service in subject.plan.services:
        if service.phone:
            yield service, "phone", service.phone


def find(subject: Subject) -> Iterator[Hit]:
    """Each number that was not checked in the year before today."""
    oldest = _a_year_before(subject.today)
    away = gone(subject.plan, subject.vocabulary, subject.today)
    for entry, key, number in _numbers(subject):
        if away and is_lapsed(entry.applies_to, subject.plan, away):
            continue
        checked = entry.verified_on
        if checked is None:
            if entry.absence("verified_on") is Absence.NOT_STATED:
                yield Hit(at=entry, path=(key,), values={"number": number, "date": N_("never")})
        elif checked.end_day is None or checked.end_day < oldest:
            yield Hit(at=entry, path=("verified_on",), values={"number": number, "date": checked.text})


RULE = Rule(
    code="PK501",
    name="contact-not-verified",
    severity=Severity.WARNING,
    message=N_("The number {number} was not checked in the last year (last checked: {date})."),
    hint=N_("Call it or look it up at the source, then write the day under “verified_on”."),
    check=find,
)
