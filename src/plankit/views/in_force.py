"""Whether a plan is in force for a municipality on a day, and why.

What is told of a plan is dates and codes (`Term`, `Member`), not a judgement, so that they hold whatever day it is;
`in_force` judges them on a day. Where nothing tells, the answer is that it is unclear, never yes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from plankit.language import N_, translate
from plankit.places.changes import ChangeKind, ending, successors


class State(StrEnum):
    """What a plan is to a municipality on a day."""

    OWN = "own"
    """In force, and the municipality's own."""
    SHARED = "shared"
    """In force, and shared with others."""
    UNDER_REVISION = "under-revision"
    """Its time is over, and it is being revised."""
    EXPIRED = "expired"
    BEING_MADE = "being-made"
    """Not adopted by the municipality yet, or adopted for a later day."""
    UNCLEAR = "unclear"
    """The plan does not tell what one must know to judge."""
    NONE = "none"
    """There is no plan for it."""


IN_FORCE = frozenset({State.OWN, State.SHARED})
STATE_WORDS: Mapping[State, str] = {
    State.OWN: N_("in force, own plan"),
    State.SHARED: N_("in force, shared plan"),
    State.UNDER_REVISION: N_("expired, being revised"),
    State.EXPIRED: N_("expired"),
    State.BEING_MADE: N_("being made"),
    State.UNCLEAR: N_("unclear"),
    State.NONE: N_("no plan known"),
}
_EARLY = frozenset({"ordered", "in-work", "draft", "hearing", "returned", "proposed"})
_OVER = frozenset({"expired", "replaced"})
_GONE = frozenset({"withdrawn", "merged"})
NEAR = frozenset({"observer", "reference", "grant-holder", "hearing-receiver"})
"""Roles of those who take part without that the plan holds for them."""


@dataclass(frozen=True, kw_only=True)
class Successor:
    """A plan that is named as the one that took this plan's place."""

    title: str
    starts: date | None = None
    participants: tuple[str, ...] = ()
    """Those that it takes over for; empty means all."""


@dataclass(frozen=True, kw_only=True)
class Term:
    """What a plan says of its own time."""

    stage: str | None = None
    """Code of the stage that it states."""
    starts: date | None = None
    ends: date | None = None
    """Last day of its period."""
    evaluation: date | None = None
    """Last day of what it sets for its evaluation."""
    repealed: date | None = None
    """Day of the decision that repealed it; the first day of all days where the decision has no date."""
    extended: bool = False
    shared: bool = False
    successors: tuple[Successor, ...] = ()
    activities: int = 0
    """How many measures it holds."""
    dated: int = 0
    """How many of its measures and goals have a last day."""


@dataclass(frozen=True, kw_only=True)
class Member:
    """What a plan says of one municipality in it."""

    id: str
    name: str
    number: str | None = None
    """Official number, as the plan writes it."""
    role: str | None = None
    status: str | None = None
    adopted: bool = False
    """Whether the plan says that it has adopted, with a date or without."""
    adoptions: tuple[date, ...] = ()
    """The days on which it adopted the plan or a version of it, oldest first."""
    adopted_by: str | None = None
    joined: date | None = None
    left: date | None = None
    exists_until: date | None = None
    succeeded_by: str | None = None


@dataclass(frozen=True, kw_only=True)
class Basis:
    """By what a plan is in force."""

    ends_on_evaluation: bool = False
    """Whether a plan without an end date expires on the day that it sets for its evaluation."""
    asks_activities: bool = False
    """Whether only a plan that holds measures counts."""


@dataclass(frozen=True, kw_only=True)
class InForce:
    """What a plan is to a municipality on a day."""

    state: State
    reason: str
    """A sentence in English with names of `values` in braces."""
    values: Mapping[str, str] = field(default_factory=dict)
    since: date | None = None
    """The first day that it has been so, where the plan tells."""
    until: date | None = None
    """The last day that it is in force."""
    revising: bool = False
    """Whether it is being revised while it is in force."""
    undated: bool = False
    """Whether no measure or goal of it has a day: a person must look for a timetable and milestones."""

    def said(self, language: str) -> str:
        """The reason in `language`."""
        return translate(self.reason, language).format_map(self.values)


@dataclass(frozen=True, kw_only=True)
class _Case:
    """One question: this plan, this municipality, this day."""

    term: Term
    member: Member
    day: date
    basis: Basis
    country: str | None

    @property
    def name(self) -> dict[str, str]:
        return {"name": self.member.name}

    @property
    def adopted_on(self) -> date | None:
        return max((day for day in self.member.adoptions if day <= self.day), default=None)

    @property
    def is_adopted(self) -> bool:
        return self.adopted_on is not None or (self.member.adopted and not self.member.adoptions)

    @property
    def last(self) -> date | None:
        """The last day of the plan, as far as it tells one."""
        return self.term.ends or (self.term.evaluation if self.basis.ends_on_evaluation else None)


def in_force(
    term: Term, member: Member, day: date, basis: Basis | None = None, *, country: str | None = None
) -> InForce:
    """What the plan is to the municipality on `day`. `country` tells which municipalities there have been."""
    case = _Case(term=term, member=member, day=day, basis=basis or Basis(), country=country)
    for told in (_gone, _not_adopted, _ended, _not_begun, _past, _untold, _merged):
        found = told(case)
        if found is not None:
            return found
    return _holds(case)


def _gone(case: _Case) -> InForce | None:
    member, day = case.member, case.day
    if member.left and member.left <= day:
        values = {**case.name, "date": member.left.isoformat()}
        return InForce(
            state=State.NONE, reason=N_("{name} left the plan on {date}."), values=values, since=member.left
        )
    if member.exists_until and member.exists_until < day:
        values = {**case.name, "date": member.exists_until.isoformat()}
        reason = N_("{name} was a municipality of its own until {date}.")
        return InForce(state=State.NONE, reason=reason, values=values, since=member.exists_until)
    if member.status in _GONE and not member.left and not member.exists_until:
        return InForce(state=State.NONE, reason=N_("{name} is no longer part of the plan."), values=case.name)
    if member.status == "not-adopted" and not member.adoptions:
        return InForce(state=State.NONE, reason=N_("{name} has not adopted the plan."), values=case.name)
    return None


def _not_adopted(case: _Case) -> InForce | None:
    member, term = case.member, case.term
    if case.is_adopted:
        return None
    if member.adoptions:
        values = {**case.name, "date": member.adoptions[0].isoformat()}
        reason = N_("The decision of {name} is dated {date}, which is still to come.")
        return InForce(state=State.BEING_MADE, reason=reason, values=values)
    if term.stage in _OVER:
        return _over(case, N_("The plan says of itself that it is no longer in force."))
    if term.stage in _EARLY or member.status in ("in-work", "awaits-adoption"):
        reason = N_("{name} has not adopted the plan yet.")
        return InForce(state=State.BEING_MADE, reason=reason, values=case.name)
    return None


def _ended(case: _Case) -> InForce | None:
    """Repealed, replaced, or stated to be over."""
    term, day = case.term, case.day
    if term.repealed and term.repealed <= day:
        since = None if term.repealed == date.min else term.repealed
        return _over(case, N_("The plan was repealed by a decision."), since=since)
    for one in term.successors:
        concerned = not one.participants or case.member.id in one.participants
        if concerned and (one.starts is None or one.starts <= day):
            return _over(
                case,
                N_("“{title}” has taken the place of the plan."),
                values={"title": one.title},
                since=one.starts,
            )
    if term.stage in _OVER:
        return _over(case, N_("The plan says of itself that it is no longer in force."))
    return None


def _not_begun(case: _Case) -> InForce | None:
    starts = case.term.starts
    if starts is None or starts <= case.day or not case.is_adopted:
        return None
    reason = N_("The plan is adopted and holds from {date}.")
    return InForce(state=State.BEING_MADE, reason=reason, values={"date": starts.isoformat()})


def _past(case: _Case) -> InForce | None:
    """Over by its time; then it does not matter whether anybody had adopted it."""
    term, last = case.term, case.last
    if last is None or last >= case.day:
        return None
    values = {"date": last.isoformat()}
    if term.extended:
        reason = N_("The period ended on {date}. A decision extends the plan without a new last day.")
        return InForce(state=State.UNCLEAR, reason=reason, values=values, since=last)
    reason = N_("The period of the plan ended on {date}.")
    if term.ends is None:
        reason = N_("The plan has no end date, and the date that it set for its evaluation, {date}, is past.")
    revising = term.stage == "under-revision" or term.stage in _EARLY
    state = State.UNDER_REVISION if revising else State.EXPIRED
    return InForce(state=state, reason=reason, values=values, since=last)


def _untold(case: _Case) -> InForce | None:
    """What the plan must tell and does not: who adopted it, and when it ends."""
    if not case.is_adopted:
        reason = N_("No decision says that {name} has adopted the plan.")
        return InForce(state=State.UNCLEAR, reason=reason, values=case.name)
    if case.last is not None:
        return None
    reason = N_("The plan does not say when it ends.")
    if case.basis.ends_on_evaluation:
        reason = N_("The plan says neither when it ends nor when it is evaluated.")
    return InForce(state=State.UNCLEAR, reason=reason)


def _merged(case: _Case) -> InForce | None:
    """A municipality that was joined with others: nobody knows whether its plan holds for all of the new one."""
    number, country = case.member.number, case.country
    change = ending(country, number, case.day) if number and country else None
    while change is not None and change.kind is ChangeKind.RENUMBERED:
        change = ending(change.country, change.new[0].number, case.day)
    if change is None:
        return None
    values = {
        **case.name,
        "new": ", ".join(map(str, successors(change.country, change.old.number, case.day))),
        "date": change.day.isoformat(),
    }
    reason = N_("{name} became {new} on {date}. The plan does not say whether it holds for all of it.")
    return InForce(state=State.UNCLEAR, reason=reason, values=values, since=change.day)


def _holds(case: _Case) -> InForce:
    term, last = case.term, case.last
    if case.basis.asks_activities and not term.activities:
        reason = N_("The plan holds no measures, and only a plan with concrete activities counts.")
        return InForce(state=State.UNCLEAR, reason=reason)
    reason = N_("Adopted, and its period lasts until {date}.")
    if term.ends is None:
        reason = N_("Adopted, without an end date; the date that it sets for its evaluation is {date}.")
    begun = [day for day in (term.starts, case.adopted_on) if day]
    return InForce(
        state=State.SHARED if term.shared else State.OWN,
        reason=reason,
        values={"date": last.isoformat() if last else ""},
        since=max(begun, default=None),
        until=last,
        revising=term.stage == "under-revision" or term.stage in _EARLY,
        undated=case.basis.asks_activities and not term.dated,
    )


def _over(
    case: _Case, reason: str, *, values: Mapping[str, str] | None = None, since: date | None = None
) -> InForce:
    last = case.last
    known = since or (last if last and last < case.day else None)
    return InForce(state=State.EXPIRED, reason=reason, values=values or {}, since=known)
