"""What a registry knows of one plan: small, frozen, and the same in JSON.

Facts are dates and codes, so that they hold from day to day: whether a plan is in force is judged when it is asked
(`plankit.views.in_force`). The one thing that the day decides is the findings, and with them `coverage`: `judged_on`
tells on which day the rules ran.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any

from pydantic import TypeAdapter

from plankit.findings import Severity
from plankit.loading import Loaded
from plankit.model.merged import of_this_plan
from plankit.model.plan import Plan
from plankit.model.seal import content_checksum
from plankit.model.when import When
from plankit.views.coverage import coverage
from plankit.views.in_force import Member, Term
from plankit.views.reading import Reading
from plankit.views.terms import members_of, term_of

SHAPE = 1
"""The version of the shape of facts. It goes up when a key changes its meaning or is gone."""


@dataclass(frozen=True, kw_only=True)
class Numbers:
    """How much a plan holds."""

    areas: int = 0
    goals: int = 0
    measures: int = 0
    with_deadline: int = 0
    """Measures with a last day."""
    with_owner: int = 0
    """Measures with somebody who answers for them."""
    procedures: int = 0
    services: int = 0
    agencies: int = 0
    indicators: int = 0


@dataclass(frozen=True, kw_only=True)
class Related:
    """A plan before or after this one, as the plan names it."""

    direction: str
    """`replaces` or `replaced-by`."""
    kind: str | None = None
    title: str
    starts: date | None = None
    ends: date | None = None


@dataclass(frozen=True, kw_only=True)
class PlanFacts:
    """What is known of one plan."""

    folder: str
    """Name of the folder, without the way to it."""
    plan: str
    """The id of the plan."""
    title: str
    """In the plan's own language."""
    language: str
    country: str | None
    """Two letters, as in ISO 3166-1: the plan's, else its guide's."""
    guide: str | None
    edition: str | None
    guide_known: bool
    """Whether that guide in that edition is installed. Without it, `coverage` is empty."""
    period: str | None
    """In the plan's words."""
    address: str | None
    """Where the plan is published."""
    notice: str = ""
    """What the plan says first of itself, such as that it is made up; in its own language."""
    term: Term
    participants: tuple[Member, ...]
    related: tuple[Related, ...] = ()
    numbers: Numbers
    coverage: Mapping[str, str] = field(default_factory=dict)
    """For each requirement of the guide, its state: `met`, `partly`, `not-met`, `not-applicable`, `needs-a-person`."""
    findings: Mapping[str, int] = field(default_factory=dict)
    """For each code, how many times it was found."""
    severities: Mapping[str, int] = field(default_factory=dict)
    """How many findings there are of each severity: `error`, `warning`, `advice`."""
    waived: int = 0
    last_progress: date | None = None
    events: tuple[date, ...] = ()
    """The days of decisions, versions, hearings and progress, oldest first, the planned ones too."""
    judged_on: date
    """The day that the rules judged the plan on."""
    checksum: str
    """Of what the plan says, however its files are laid out."""
    shape: int = SHAPE

    @property
    def shared(self) -> bool:
        """Whether several municipalities have the plan together."""
        return self.term.shared

    def updated(self, day: date) -> date | None:
        """The last day up to `day` on which something happened with the plan."""
        return max((one for one in self.events if one <= day), default=None)


def facts_of(loaded: Loaded, *, folder: str = "", today: date | None = None) -> PlanFacts:
    """What is known of a loaded plan. `folder` is what to call it; `today` the day that it was judged on.

    Raises `ValueError` where the folder held no plan.
    """
    plan = loaded.plan
    if plan is None:
        raise ValueError(folder)
    frame, guide = plan.plan, loaded.guide
    reading = Reading(plan=plan, guide=guide, language=frame.language, findings=loaded.findings)
    return PlanFacts(
        folder=folder,
        plan=frame.id,
        title=str(frame.title),
        language=frame.language,
        country=(frame.country or (guide.guide.country if guide else None) or "").upper() or None,
        guide=frame.guide.id if frame.guide else None,
        edition=frame.guide.edition if frame.guide else None,
        guide_known=guide is not None,
        period=frame.period.text if frame.period else None,
        address=frame.address,
        notice=reading.text(frame.notice),
        term=term_of(reading),
        participants=members_of(reading),
        related=_related(reading),
        numbers=_numbers(reading),
        coverage={one.requirement.id: one.state.value for one in coverage(reading)},
        findings=dict(sorted(Counter(one.code for one in loaded.findings).items())),
        severities={level.word: sum(one.severity is level for one in loaded.findings) for level in Severity},
        waived=len(loaded.waived),
        last_progress=max(filter(None, (_day(one.date) for one in plan.progress)), default=None),
        events=_events(plan),
        judged_on=today or date.today(),
        checksum=content_checksum(plan),
    )


def to_json(facts: PlanFacts) -> dict[str, Any]:
    """The facts as plain values: the same keys, days as `YYYY-MM-DD`."""
    found: dict[str, Any] = _adapter().dump_python(facts, mode="json")
    return found


def from_json(values: object) -> PlanFacts:
    """The facts that `to_json` made. Raises `ValueError` for another shape."""
    if not isinstance(values, dict) or values.get("shape") != SHAPE:
        raise ValueError("no facts of this shape")
    return _adapter().validate_python(values)


@lru_cache(maxsize=1)
def _adapter() -> TypeAdapter[PlanFacts]:
    return TypeAdapter(PlanFacts)


def _numbers(reading: Reading) -> Numbers:
    plan = reading.plan
    deadlines = (one.deadline for one in plan.measures)
    owners = (any(map(reading.is_owner, one.responsible)) for one in plan.measures)
    return Numbers(
        areas=len(plan.areas),
        goals=len(plan.goals),
        measures=len(plan.measures),
        with_deadline=sum(bool(when and when.is_over(date.max)) for when in deadlines),
        with_owner=sum(owners),
        procedures=len(plan.procedures),
        services=len(plan.services),
        agencies=len(reading.named_parties),
        indicators=len(plan.indicators),
    )


def _related(reading: Reading) -> tuple[Related, ...]:
    code = reading.vocabulary.code
    return tuple(
        Related(
            direction=code("succession-direction", one.direction) or one.direction,
            kind=code("succession-kind", one.kind) if one.kind else None,
            title=reading.text(one.title),
            starts=one.period.start_day if one.period else None,
            ends=one.period.end_day if one.period else None,
        )
        for one in of_this_plan(reading.plan.succession)
    )


def _events(plan: Plan) -> tuple[date, ...]:
    told = [plan.plan.document_date, *(one.date for one in plan.own_decisions)]
    told += [when for one in of_this_plan(plan.versions) for when in (one.date, one.revised)]
    told += [when for one in of_this_plan(plan.hearings) for when in (one.opens, one.closes)]
    told += [one.date for one in plan.progress]
    return tuple(sorted({day for when in told if (day := _day(when))}))


def _day(when: When | None) -> date | None:
    return (when.end_day or when.start_day) if when else None
