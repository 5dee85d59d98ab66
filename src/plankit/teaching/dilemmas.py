"""Dilemma cards: the guide's, with what frames them. Nothing in a card tells which way is the right one."""

from __future__ import annotations

from decimal import Decimal

from plankit.model.teaching import Dilemma
from plankit.teaching.exercise import DilemmaCard, Pointer
from plankit.teaching.subject import Subject


def dilemma_cards(subject: Subject) -> tuple[DilemmaCard, ...]:
    """A card for each dilemma of the guide, in its order."""
    return tuple(_card(subject, one) for one in subject.guide.dilemmas)


def _card(subject: Subject, told: Dilemma) -> DilemmaCard:
    text = subject.reading.text
    return DilemmaCard(
        id=told.id,
        title=text(told.title),
        text=text(told.text),
        sides=tuple(text(one) for one in told.sides),
        questions=tuple(text(one) for one in told.questions),
        facilitator=text(told.facilitator),
        pointers=_frame(subject, told),
        minutes=int(Decimal(told.minutes)),
        objectives=told.objectives or subject.objectives("dilemma", duties=told.duties),
        audiences=told.audiences,
    )


def _frame(subject: Subject, told: Dilemma) -> tuple[Pointer, ...]:
    """The duties that pull, as the guide tells them, and the provisions that are in force on the day of the kit."""
    duties = tuple(subject.guide_entry(one) for one in told.duties)
    return (*duties, *(subject.law(one) for one in told.laws if subject.in_force(one)))
