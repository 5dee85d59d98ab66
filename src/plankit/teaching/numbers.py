"""Telephone numbers that plan or guide confirm, and the ways to write them."""

from __future__ import annotations

from plankit.model.guide_help import HelpLine
from plankit.model.when import When
from plankit.teaching.exercise import Pointer
from plankit.teaching.parts import holds_everywhere
from plankit.teaching.picking import on_one_line
from plankit.teaching.subject import Subject
from plankit.views.freshness import is_stale
from plankit.views.guide_reading import is_unconfirmed

LONGEST_BY_HEART = 6
"""Nobody is asked to know a number with more digits by heart."""


def digits(number: str) -> str:
    """The digits of a number; empty where anything but digits and spaces stands in it."""
    told = "".join(number.split())
    return told if told.isascii() and told.isdigit() else ""


def spellings(number: str) -> tuple[str, ...]:
    """The number as written and without spaces: a space is never a mistake."""
    return tuple(dict.fromkeys((" ".join(number.split()), digits(number))))


def is_confirmed(subject: Subject, line: HelpLine) -> bool:
    """Whether somebody has read the line's number, and not longer ago than the guide allows."""
    return not is_unconfirmed(line) and _is_fresh(subject, line.checked_on)


def _is_fresh(subject: Subject, checked: When | None) -> bool:
    return checked is not None and not is_stale(checked, subject.guide.guide.number_limit, subject.today)


def confirmed_numbers(subject: Subject) -> dict[str, Pointer]:
    """Short numbers for everybody that plan or guide confirm, with where; the plan's own word comes first."""
    plan, code = subject.reading.plan, subject.reading.vocabulary.code
    found: dict[str, Pointer] = {}
    for one in plan.contacts:
        for_all = code("contact-audience", one.audience or "") in ("public", "emergency")
        is_phone = code("channel", one.channel) == "phone"
        if one.id and is_phone and for_all and _counts(subject, one.value, one.verified_on, one.applies_to):
            found.setdefault(
                digits(one.value), subject.plan_entry(one.id, on_one_line(subject, one.party), "value")
            )
    for service in plan.services:
        if _counts(subject, service.phone or "", service.verified_on, service.applies_to):
            found.setdefault(digits(service.phone or ""), subject.plan_entry(service.id, key="phone"))
    for line in subject.guide.help_lines:
        if line.kind != "professionals" and is_confirmed(subject, line) and _is_short(line.number or ""):
            found.setdefault(digits(line.number or ""), subject.guide_entry(line.id))
    return found


def _counts(subject: Subject, number: str, checked: When | None, applies_to: tuple[str, ...]) -> bool:
    return _is_short(number) and _is_fresh(subject, checked) and holds_everywhere(subject, applies_to)


def _is_short(number: str) -> bool:
    return 0 < len(digits(number)) <= LONGEST_BY_HEART
