"""How a plan answers its guide. Nothing is met without a place in the plan to point at."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from plankit.findings import Finding
from plankit.language import N_
from plankit.model.base import Entity
from plankit.model.guide import Requirement
from plankit.model.knowledge import Answer
from plankit.model.plan import Plan
from plankit.views.reading import Reading

SHARED = "shared"
"""Value of `applies_when` for what is asked only of plans with several municipalities."""


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
    findings: tuple[Finding, ...] = ()
    """Findings of the rules that decide the requirement."""


def coverage(reading: Reading) -> tuple[Answered, ...]:
    """Every requirement of the guide in its order; empty where the plan follows no guide that is installed.

    An outright answer in the plan counts first. Else what a rule decides is met where the plan holds the
    evidence that the guide names and none of the rules found anything; with evidence and findings it is partly
    met. What a person must judge is left to a person, with the evidence beside it. What the guide asks of
    shared plans only does not apply to a plan of one municipality.
    """
    if reading.guide is None:
        return ()
    places = _places(reading.plan)
    found: dict[str, list[Finding]] = {}
    for finding in reading.findings:
        found.setdefault(finding.code, []).append(finding)
    return tuple(
        _answered(
            reading,
            one,
            places.get(one.id, ()),
            tuple(finding for code in one.rules for finding in found.get(code, ())),
        )
        for one in reading.guide.requirements
    )


def _answered(
    reading: Reading, requirement: Requirement, named: tuple[str, ...], findings: tuple[Finding, ...]
) -> Answered:
    shown, whole = _evidence(reading.plan, requirement)
    where = named or shown
    own = next((one for one in reading.plan.answers if one.requirement == requirement.id), None)
    if own is not None:
        return _own(reading, requirement, own, where, findings)
    if requirement.applies_when == SHARED and len(reading.plan.participants) < 2:
        words = reading.words(N_("Asked only of plans that several municipalities share."))
        return Answered(requirement=requirement, state=State.NOT_APPLICABLE, where=(), reason=words)
    if where and (findings or not (named or whole)):
        state = State.PARTLY
    elif findings or (requirement.evidence and not where):
        state = State.NOT_MET
    elif requirement.decided_by == "rule" and where:
        state = State.MET
    else:
        state = State.NEEDS_A_PERSON
    return Answered(
        requirement=requirement,
        state=state,
        where=() if state is State.NOT_MET else where,
        findings=findings,
    )


def _own(
    reading: Reading,
    requirement: Requirement,
    own: Answer,
    where: tuple[str, ...],
    findings: tuple[Finding, ...],
) -> Answered:
    """What the plan itself says: a place is needed to meet, a reason to set aside, and findings count against it."""
    code = reading.vocabulary.code("answer-state", own.state)
    places = own.where or where
    reason = reading.text(own.reason)
    if code == "not-applicable" and reason:
        return Answered(requirement=requirement, state=State.NOT_APPLICABLE, where=places, reason=reason)
    if code in ("met", "partly") and places:
        state = State.PARTLY if findings else State(code)
        return Answered(requirement=requirement, state=state, where=places, reason=reason, findings=findings)
    return Answered(requirement=requirement, state=State.NOT_MET, where=(), reason=reason, findings=findings)


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


def _evidence(plan: Plan, requirement: Requirement) -> tuple[tuple[str, ...], bool]:
    """Where the plan holds what the guide names as evidence, and whether every entry there has it.

    Evidence is a kind of entry, a key that every entry of a kind has, or a key of the frame.
    """
    found = []
    whole = True
    for name in requirement.evidence:
        kind, _, field = name.partition(".")
        if kind in ("plan", "process"):
            part = getattr(plan, kind)
            if part is not None and _holds(part, field):
                found.append(name)
        elif field:
            entries = getattr(plan, kind, ())
            having = sum(_holds(entry, field) for entry in entries)
            if having:
                found.append(kind)
                whole = whole and having == len(entries)
        elif getattr(plan, kind, ()):
            found.append(kind)
    return tuple(found), whole


def _holds(part: Entity, field: str) -> bool:
    return getattr(part, field, None) not in (None, (), "")


def tally(answers: tuple[Answered, ...]) -> dict[State, int]:
    """How many requirements are in each state."""
    return {state: sum(one.state is state for one in answers) for state in State}


def open_by_step(reading: Reading) -> tuple[tuple[str, tuple[Answered, ...]], ...]:
    """What the plan does not meet or meets in part: number and title of each step, and what it asks for.

    Steps are in the order of the guide; what belongs to no step comes last, under the guide's own title.
    """
    guide = reading.guide
    if guide is None:
        return ()
    missing = [one for one in coverage(reading) if one.state in (State.NOT_MET, State.PARTLY)]
    found = []
    for step in guide.steps:
        under = tuple(one for one in missing if one.requirement.step == step.id)
        if under:
            found.append((f"{step.number or ''} {reading.text(step.title)}".strip(), under))
    known = {step.id for step in guide.steps}
    rest = tuple(one for one in missing if one.requirement.step not in known)
    return (*found, (reading.text(guide.guide.title), rest)) if rest else tuple(found)
