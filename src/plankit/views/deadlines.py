"""What is due when: measures by their deadline, and what comes back every year or never ends."""

from __future__ import annotations

from dataclasses import dataclass

from plankit.language import N_
from plankit.model.contents import Measure
from plankit.model.when import WITH_END, WhenKind
from plankit.views.reading import Reading
from plankit.views.selection import by_deadline


@dataclass(frozen=True, kw_only=True)
class Due:
    """Measures under one heading: a year, or a kind of deadline that has no end."""

    heading: str
    measures: tuple[Measure, ...]


_OPEN = {
    WhenKind.RECURRING: N_("Comes back"),
    WhenKind.CONTINUOUS: N_("Goes on all the time"),
    WhenKind.PLAN_PERIOD: N_("Within the plan period"),
    WhenKind.START_ONLY: N_("Has a start but no end"),
    WhenKind.EVENT: N_("Waits for something"),
}


def due(reading: Reading) -> tuple[Due, ...]:
    """Measures with a deadline: by year of its end, then by the kinds that have none, then the rest."""
    groups: dict[str, list[Measure]] = {}
    for measure in by_deadline(reading.plan.measures):
        groups.setdefault(_heading(reading, measure), []).append(measure)
    return tuple(Due(heading=heading, measures=tuple(measures)) for heading, measures in groups.items())


def _heading(reading: Reading, measure: Measure) -> str:
    assert measure.deadline is not None
    kind, _, end, _ = measure.deadline.reading
    if end and kind in WITH_END:
        return str(end.year)
    return reading.words(_OPEN.get(kind, N_("In other words")))
