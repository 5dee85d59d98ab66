"""How it goes with each measure, period by period: what was reported, and who has not reported."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from plankit.language import N_
from plankit.model.base import Absence
from plankit.views.reading import Reading
from plankit.views.reporting import Reported, Span, Standing, begun, span_name, span_to_report, standings

WORDS = {
    Reported.NOT_REPORTED: N_("not reported"),
    Reported.NOT_YET: N_("not reported yet"),
    Reported.CLOSED: N_("ended earlier"),
    Reported.ELSEWHERE: N_("held for no municipality of the plan then"),
}
"""What each state is called where it is no reported status."""
NO_STATUS = "no-status"
"""Code of a report that says no status."""
TOLD = N_("reported, no status")
HELD_TO = frozenset({"adopted", "in-force", "under-revision"})
"""Stages in which somebody is held to the plan."""


@dataclass(frozen=True, kw_only=True)
class Told:
    """What is known of a measure in a period: a code that never changes, and its words."""

    code: str
    words: str


@dataclass(frozen=True, kw_only=True)
class Period:
    """A period of reporting that has begun, with every measure in it."""

    span: Span
    name: str
    is_over: bool
    is_asked: bool
    """Whether it is the one that reports are asked for now."""
    standings: tuple[Standing, ...]

    def count(self, state: Reported) -> int:
        """How many measures are in that state."""
        return sum(one.state is state for one in self.standings)

    def only(self, measures: Iterable[str]) -> tuple[Standing, ...]:
        """What is known of these measures, in the plan's order."""
        wanted = set(measures)
        return tuple(one for one in self.standings if one.measure.id in wanted)


@dataclass(frozen=True, kw_only=True)
class Part:
    """Measures that belong together: those of an area, or of an agency. `id` is empty where they have none."""

    id: str
    title: str
    measures: tuple[str, ...]


def is_followed(reading: Reading) -> bool:
    """Whether there is anything to tell of how it goes: reports, or promises that somebody should report on."""
    plan = reading.plan
    if not plan.measures:
        return False
    if plan.progress:
        return True
    stage = plan.plan.stage
    is_held = bool(stage) and reading.vocabulary.code("stage", stage or "") in HELD_TO
    return is_held and plan.absence("progress") in (None, Absence.NOT_STATED)


def periods(reading: Reading, today: date) -> tuple[Period, ...]:
    """The periods that have begun, the newest first."""
    asked = span_to_report(reading, today)
    return tuple(
        Period(
            span=span,
            is_asked=span == asked,
            name=span_name(reading, span),
            is_over=span.end < today,
            standings=standings(reading, span, today),
        )
        for span in reversed(begun(reading, today))
    )


def told(reading: Reading, one: Standing) -> Told:
    """What is known of the measure, as a code and in words. What nobody reported is never the status of the plan."""
    if one.state is not Reported.REPORTED:
        return Told(code=str(one.state), words=reading.words(WORDS[one.state]))
    status = one.report.status if one.report else None
    if not status:
        return Told(code=NO_STATUS, words=reading.words(TOLD))
    code = reading.vocabulary.code("measure-status", status) or "other"
    return Told(code=code, words=reading.label("measure-status", status))


def by_area(reading: Reading) -> tuple[Part, ...]:
    """The measures of each area that has any, in the plan's order."""
    outside = N_("Measures outside the areas") if reading.plan.areas else N_("Measures")
    return tuple(
        Part(
            id="" if area == "none" else area,
            title=reading.words(outside) if area == "none" else reading.numbered_title(area),
            measures=tuple(one.id for one in measures),
        )
        for area, measures in reading.measures_by_area.items()
    )


def by_agency(reading: Reading) -> tuple[Part, ...]:
    """The measures that each agency answers for, in the order of the agencies; last those that none answers for."""
    owned: dict[str, dict[str, None]] = {party.id: {} for party in reading.named_parties}
    for measure in reading.plan.measures:
        names = [one.agency for one in measure.responsible if one.agency and reading.is_owner(one)]
        for name in names or [""]:
            owned.setdefault(name, {})[measure.id] = None
    nobody = owned.pop("", {})
    parts = [
        Part(id=name, title=reading.party(name).name, measures=tuple(ids)) for name, ids in owned.items()
    ]
    parts.append(Part(id="", title=reading.words(N_("No agency named")), measures=tuple(nobody)))
    return tuple(part for part in parts if part.measures)


def tally(reading: Reading, standings: Sequence[Standing]) -> tuple[tuple[Told, int], ...]:
    """How many measures are in each state, in the order in which the states are met."""
    counts: dict[str, tuple[Told, int]] = {}
    for one in standings:
        found = told(reading, one)
        counts[found.code] = (found, counts.get(found.code, (found, 0))[1] + 1)
    return tuple(counts.values())
