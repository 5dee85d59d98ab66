"""The survey that is answered before and after: how sure learners are that they would act. Nobody is named in it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_CEILING

from plankit.language import N_
from plankit.teaching.subject import Subject
from plankit.views.guide_reading import is_unconfirmed
from plankit.views.suppression import threshold

SCALE = (N_("not at all"), N_("a little"), N_("partly"), N_("largely"), N_("wholly"))
"""What 1 to 5 stand for."""
SURE_FROM = 4
"""Whoever answers this or more agrees."""
EVERY = "all"
"""Stands for all statements together in what a survey tells."""
WITHHELD = ":"
"""Stands where a figure is withheld."""


@dataclass(frozen=True, kw_only=True)
class Statement:
    """A statement that is agreed or disagreed with."""

    id: str
    number: int
    text: str
    factor: str = ""
    """What it measures."""
    objectives: tuple[str, ...] = ()
    unsure: bool = False
    """Whether the guide marks it as unconfirmed."""


@dataclass(frozen=True, kw_only=True)
class Survey:
    """The statements for an audience, what the numbers stand for, and how few answers are too few to show."""

    audience: str
    """Its id, or `all`."""
    statements: tuple[Statement, ...]
    scale: tuple[str, ...]
    """Words for 1 to 5."""
    below: int
    """Figures that count fewer than this are withheld: as the plan says, else five."""


def survey(subject: Subject) -> Survey:
    """The survey of the subject's audience, in its language; without statements where the guide has none for it."""
    reading, guide = subject.reading, subject.guide
    items = [one for one in guide.confidence_items if subject.is_for(one.audiences)]
    return Survey(
        audience=subject.audience,
        statements=tuple(
            Statement(
                id=one.id,
                number=number,
                text=reading.text(one.text),
                factor=reading.text(one.factor),
                objectives=tuple(goal.id for goal in guide.objectives if goal.id in one.objectives),
                unsure=is_unconfirmed(one),
            )
            for number, one in enumerate(items, start=1)
        ),
        scale=tuple(reading.words(one) for one in SCALE),
        below=max(1, int(threshold(reading.plan).to_integral_value(ROUND_CEILING))),
    )
