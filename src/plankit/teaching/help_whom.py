"""Whom somebody can go to: by age, without a referral, and who offers what.

Nobody is asked which services are for a group: that a plan does not name a group for a service says nothing of whether
it would help one of them, and whoever learned that it does not might not call.
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.language import N_
from plankit.teaching.helpers import Helper
from plankit.teaching.offered import Sides, asked_of, matches
from plankit.teaching.picking import Asked, same
from plankit.teaching.subject import Subject

_AGES = (4, 10, 15, 20, 40, 75)
_LONGEST_OFFER = 160
_OPEN_DOORS = ("self-referral", "emergency")
_CLOSED_DOORS = ("referral", "decision")


def whom_questions(subject: Subject, known: tuple[Helper, ...]) -> Iterator[Asked]:
    """Questions by age and by how help is got."""
    yield from _by_age(subject, known)
    yield from _by_access(subject, known)


def offers_matched(subject: Subject, known: tuple[Helper, ...]) -> Iterator[Asked]:
    """Who offers what, who is there for whom, and which number belongs to whom."""
    words = subject.reading.words
    offers = [
        (one, one.offer)
        for one in known
        if 0 < len(one.offer) <= _LONGEST_OFFER and same(one.name) not in same(one.offer)
    ]
    yield from matches(subject, "help-match-offer", words(N_("Who offers what?")), offers)
    whom = [(one, one.for_whom) for one in known if one.for_whom]
    yield from matches(subject, "help-match-whom", words(N_("Who is there for whom?")), whom)
    numbers = [(one, one.number) for one in known if one.number]
    yield from matches(subject, "help-match-number", words(N_("Which number belongs to whom?")), numbers)


def _by_age(subject: Subject, known: tuple[Helper, ...]) -> Iterator[Asked]:
    """Whose age limits fit; whoever answers around the clock is no wrong answer, since they help anybody on."""
    words = subject.reading.words
    for age in _AGES:
        takes = {one.id: one.ages.takes(age) if one.ages else None for one in known}
        yield from asked_of(
            subject,
            Sides(
                id=f"help-age-{age}",
                about="age",
                text=words(N_("Somebody is {age} years old. Whose age limits fit?")).format(age=age),
                right=tuple(one for one in known if takes[one.id] is True),
                wrong=tuple(one for one in known if takes[one.id] is False and not one.always),
                feedback=lambda one: words(N_("Age limits: {ages}.")).format(ages=one.age_words),
                key="age_limits",
            ),
        )


def _by_access(subject: Subject, known: tuple[Helper, ...]) -> Iterator[Asked]:
    words = subject.reading.words
    yield from asked_of(
        subject,
        Sides(
            id="help-access",
            about="access",
            text=words(N_("Whom of these can people turn to without a referral or decision?")),
            right=tuple(one for one in known if one.access in _OPEN_DOORS),
            wrong=tuple(one for one in known if one.access in _CLOSED_DOORS),
            feedback=lambda one: words(N_("How to get it: {access}.")).format(
                access=subject.reading.label("access", one.access)
            ),
            key="access",
        ),
    )
