"""What a plan says of its own time and of each municipality in it, as dates and codes."""

from __future__ import annotations

from datetime import date

from plankit.model.frame import Decision, Participation
from plankit.model.guide import Guide, Requirement
from plankit.model.merged import of_this_plan
from plankit.model.when import When
from plankit.views.adopted import deciding, latest_version
from plankit.views.in_force import NEAR, Basis, Member, Successor, Term
from plankit.views.reading import Reading
from plankit.views.stages import stated_stage

PERIOD_OVER = "PK102"
"""The rule that finds a plan whose time is over. The requirement that it decides is the guide's word on what holds."""
_NAMELESS = Participation.model_construct(id="", name="")
_ADOPTING = ("adopted", "amended")
_NOT_IN = frozenset({"withdrawn", "merged", "not-adopted"})


def rules_of(guide: Guide | None) -> tuple[Requirement, ...]:
    """The guide's requirements that tell when a plan counts: the one on its time, and those of the same source."""
    if guide is None:
        return ()
    first = next((one for one in guide.requirements if PERIOD_OVER in one.rules), None)
    if first is None:
        return ()
    others = (one for one in guide.requirements if one.address and one.address == first.address)
    return (first, *(one for one in others if one is not first)) if _ends_on_evaluation(first) else (first,)


def basis_of(guide: Guide | None) -> Basis:
    """By what plans that follow the guide are in force: their period alone, where the guide says no more."""
    found = rules_of(guide)
    counted = bool(found) and _ends_on_evaluation(found[0])
    return Basis(ends_on_evaluation=counted, asks_activities=counted)


def _ends_on_evaluation(requirement: Requirement) -> bool:
    return "plan.evaluation_date" in requirement.evidence


def term_of(reading: Reading) -> Term:
    """What the plan says of its own time."""
    plan, code = reading.plan, reading.vocabulary.code
    frame = plan.plan
    version = latest_version(reading)
    decided = version if version and deciding(reading, version.id) else None
    period = (decided.period if decided else None) or frame.period
    kinds = [(code("decision-kind", one.kind), one) for one in plan.own_decisions if one.kind]
    repealed = [_day(one.date) or date.min for kind, one in kinds if kind == "repealed"]
    start = frame.in_force_from or period
    return Term(
        stage=stated_stage(reading),
        starts=start.start_day if start else None,
        ends=_last(period),
        evaluation=_evaluation(reading),
        repealed=min(repealed, default=None),
        extended=any(kind == "extended" for kind, _ in kinds),
        shared=_is_shared(reading),
        successors=tuple(
            Successor(
                title=reading.text(one.title),
                starts=one.period.start_day if one.period else None,
                participants=one.participants,
            )
            for one in of_this_plan(plan.succession)
            if code("succession-direction", one.direction) == "replaced-by"
        ),
        activities=len(plan.measures),
        dated=sum(
            _last(when) is not None
            for when in (*(one.deadline for one in plan.measures), *(one.due for one in plan.goals))
        ),
    )


def members_of(reading: Reading) -> tuple[Member, ...]:
    """Those that take part and that the plan is to hold for, in the plan's order.

    A plan that names nobody is that of one municipality, whose id and name are empty here.
    """
    everyone = reading.plan.participants or (_NAMELESS,)
    return tuple(
        _member(reading, one)
        for one in everyone
        if _code(reading, "participation-role", one.role) not in NEAR
    )


def _member(reading: Reading, one: Participation) -> Member:
    rows = _adopting(reading, one)
    status = _code(reading, "participation-status", one.status)
    dated = sorted((day, row) for row in enumerate(rows) if (day := _day(row[1].date)))
    last = dated[-1][1][1] if dated else (rows[-1] if rows else None)
    return Member(
        id=one.id,
        name=reading.text(one.name),
        number=one.number,
        role=_code(reading, "participation-role", one.role),
        status=status,
        adopted=bool(rows) or status == "adopted",
        adoptions=tuple(sorted({day for day, _ in dated})),
        adopted_by=reading.text(last.body) if last else None,
        joined=one.joined.start_day if one.joined else None,
        left=_day(one.left),
        exists_until=_day(one.valid_to),
        succeeded_by=reading.text(one.succeeded_by) or None,
    )


def _adopting(reading: Reading, member: Participation) -> list[Decision]:
    """The decisions by which a participant adopted the plan; those that name a version, where any does."""
    everyone = reading.plan.participants
    rows = []
    for one in reading.plan.own_decisions:
        if not one.kind or reading.vocabulary.code("decision-kind", one.kind) not in _ADOPTING:
            continue
        whose = (one.participant,) if one.participant else one.applies_to
        if member.id in whose or (not whose and len(everyone) <= 1):
            rows.append(one)
    return [one for one in rows if one.version] or rows


def _is_shared(reading: Reading) -> bool:
    """Whether several have the plan, also where this is one municipality's own copy of it."""
    frame = reading.plan.plan
    here = sum(_is_in(reading, one) for one in reading.plan.participants)
    return here > 1 or bool(here and frame.shared and frame.shared.partners)


def _is_in(reading: Reading, one: Participation) -> bool:
    """Whether a participant makes the plan a shared one."""
    role = _code(reading, "participation-role", one.role)
    return role not in NEAR and _code(reading, "participation-status", one.status) not in _NOT_IN


def _code(reading: Reading, words: str, word: str | None) -> str | None:
    return reading.vocabulary.code(words, word) if word else None


def _day(when: When | None) -> date | None:
    return (when.end_day or when.start_day) if when else None


def _last(when: When | None) -> date | None:
    """The last day of a period or deadline, where it has one."""
    return when.end_day if when and when.is_over(date.max) else None


def _evaluation(reading: Reading) -> date | None:
    """Last day of what the plan sets for its evaluation: in its frame, else the last among `evaluation`."""
    frame = reading.plan.plan
    if frame.evaluation_date:
        return _day(frame.evaluation_date)
    return max((day for one in reading.plan.evaluation if (day := _last(one.when))), default=None)
