"""How a plan answers its guide. Nothing is met without a place in the plan to point at."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from plankit.model.guide import Requirement
from plankit.model.plan import Plan
from plankit.views.reading import Reading


class State(StrEnum):
    """What can be said of one requirement."""

    MET = "met"
    PARTLY = "partly"
    NOT_MET = "not-met"
    NOT_APPLICABLE = "not-applicable"
    NEEDS_A_PERSON = "needs-a-person"


@dataclass(frozen=True, kw_only=True)
class Answered:
    """One requirement, what can be said of it, and where in the plan one can see it."""

    requirement: Requirement
    state: State
    where: tuple[str, ...]
    """Ids of entries, `page:` and a path, or `plan.` and a key of the frame."""
    reason: str = ""


def coverage(reading: Reading) -> tuple[Answered, ...]:
    """Every requirement of the guide in its order; empty where the plan follows no guide that is installed.

    An outright answer in the plan counts first. Else what a rule can see is met where the plan holds the
    evidence that the guide names; what a person must judge is left to a person, with the evidence beside it.
    """
    if reading.guide is None:
        return ()
    places = _places(reading.plan)
    return tuple(_answered(reading, one, places.get(one.id, ())) for one in reading.guide.requirements)


def _answered(reading: Reading, requirement: Requirement, named: tuple[str, ...]) -> Answered:
    own = next((one for one in reading.plan.answers if one.requirement == requirement.id), None)
    where = named or _evidence(reading.plan, requirement)
    if own is not None:
        code = reading.vocabulary.code("answer-state", own.state)
        places = own.where or where
        reason = reading.text(own.reason)
        if code == "not-applicable" and reason:
            return Answered(requirement=requirement, state=State.NOT_APPLICABLE, where=places, reason=reason)
        if code in ("met", "partly") and places:
            return Answered(requirement=requirement, state=State(code), where=places, reason=reason)
        return Answered(requirement=requirement, state=State.NOT_MET, where=(), reason=reason)
    if not where:
        return Answered(requirement=requirement, state=State.NOT_MET, where=())
    if requirement.decided_by == "rule":
        return Answered(requirement=requirement, state=State.MET, where=where)
    return Answered(requirement=requirement, state=State.NEEDS_A_PERSON, where=where)


def _places(plan: Plan) -> dict[str, tuple[str, ...]]:
    """For each requirement, the entries and pages that say they answer it."""
    found: dict[str, list[str]] = {}
    for entry in plan.by_id.values():
        for requirement in entry.answers:
            found.setdefault(requirement, []).append(entry.id or "")
    for page in plan.pages:
        for requirement in page.answers:
            found.setdefault(requirement, []).append(f"page:{page.path}")
    return {requirement: tuple(places) for requirement, places in found.items()}


def _evidence(plan: Plan, requirement: Requirement) -> tuple[str, ...]:
    """Where the plan holds what the guide names as evidence: a kind of entry, or a key of the frame."""
    found = []
    for name in requirement.evidence:
        kind, _, field = name.partition(".")
        if kind in ("plan", "process"):
            part = getattr(plan, kind)
            if part is not None and getattr(part, field, None) not in (None, (), ""):
                found.append(name)
        elif field:
            entries = getattr(plan, kind, ())
            if entries and all(getattr(entry, field, None) not in (None, (), "") for entry in entries):
                found.append(kind)
        elif getattr(plan, kind, ()):
            found.append(kind)
    return tuple(found)


def tally(answers: tuple[Answered, ...]) -> dict[State, int]:
    """How many requirements are in each state."""
    return {state: sum(one.state is state for one in answers) for state in State}
