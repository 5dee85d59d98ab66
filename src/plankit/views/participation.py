"""Where each municipality of a plan stands: has it adopted the plan, has it left, is it part of another by now?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from plankit.model.base import Absence, Text
from plankit.model.frame import Decision, Participation
from plankit.model.plan import Plan
from plankit.model.vocabulary import Vocabulary
from plankit.model.when import When

_NEAR = frozenset({"observer", "reference"})
_OFFICES = frozenset({"grant-holder", "hearing-receiver"})
"""Roles that tell what a municipality does for the others, and not whether it adopts the plan."""
_GONE = {"withdrawn": "left", "merged": "merged"}


class Standing(StrEnum):
    """Where a municipality stands in the plan."""

    ADOPTED = "adopted"
    NOT_ADOPTED = "not-adopted"
    """No decision of its own adopts the plan."""
    UNKNOWN = "unknown"
    """Whether it has adopted the plan cannot be told: the plan says that its decisions could not be seen."""
    NEAR = "near"
    """It looks on, and adopts nothing."""
    LEFT = "left"
    MERGED = "merged"
    """It is part of another municipality by now, or split up into others."""


@dataclass(frozen=True, kw_only=True)
class Membership:
    """One municipality or authority in a plan, on a day."""

    participant: Participation
    standing: Standing
    adoptions: tuple[Decision, ...]
    """The decisions by which it adopted the plan."""
    since: When | None = None
    """When it left, or its last day; `None` where nobody says."""
    into: Text | None = None
    """What it became part of."""

    @property
    def is_gone(self) -> bool:
        """Whether it takes part no longer."""
        return self.standing in (Standing.LEFT, Standing.MERGED)


def memberships(plan: Plan, words: Vocabulary, today: date) -> tuple[Membership, ...]:
    """Where each participant of the plan stands on the day `today`, in the order of the plan."""
    return tuple(_membership(plan, one, words, today) for one in plan.participants)


def gone(plan: Plan, words: Vocabulary, today: date) -> frozenset[str]:
    """The participants that take part no longer on the day `today`."""
    return frozenset(one.id for one in plan.participants if _end(one, words, today))


def is_lapsed(applies_to: Iterable[str], plan: Plan, away: frozenset[str]) -> bool:
    """Whether what holds for these participants holds for nobody any more, now that those in `away` are gone."""
    whose = frozenset(applies_to) or frozenset(one.id for one in plan.participants)
    return bool(whose) and whose <= away


def joins_later(applies_to: Iterable[str], plan: Plan, last: date) -> bool:
    """Whether what holds for these participants holds for nobody until the day `last`: they join the plan after it."""
    days = [one.joined.start_day if one.joined else None for one in _those(applies_to, plan)]
    return bool(days) and all(day is not None and day > last for day in days)


def had_gone(applies_to: Iterable[str], plan: Plan, first: date) -> bool:
    """Whether what holds for these participants held for nobody from the day `first` on: they had gone before it."""
    days = [_last_day(one) for one in _those(applies_to, plan)]
    return bool(days) and all(day is not None and day < first for day in days)


def _those(applies_to: Iterable[str], plan: Plan) -> list[Participation]:
    named = frozenset(applies_to)
    return [one for one in plan.participants if not named or one.id in named]


def _last_day(one: Participation) -> date | None:
    """Its last day in the plan; `None` where it goes on or nobody says."""
    if one.valid_to is not None:
        return one.valid_to.end_day
    day = one.left.start_day if one.left else None
    return day - timedelta(days=1) if day else None


def adoptions(plan: Plan, participant_id: str, words: Vocabulary) -> tuple[Decision, ...]:
    """The decisions by which a participant adopted the plan, in the order of the plan."""
    alone = len(plan.participants) == 1
    return tuple(
        one
        for one in plan.own_decisions
        if one.kind
        and words.code("decision-kind", one.kind) == "adopted"
        and _decides(one, participant_id, alone=alone)
    )


def _decides(decision: Decision, participant: str, *, alone: bool) -> bool:
    if decision.participant:
        return decision.participant == participant
    return participant in decision.applies_to if decision.applies_to else alone


def must_adopt(participant: Participation, words: Vocabulary, today: date) -> bool:
    """Whether it adopts the plan by itself: it is here, and does not only look on."""
    return (
        not participant.left
        and not _end(participant, words, today)
        and _role(participant, words) not in _NEAR | _OFFICES
    )


def _role(participant: Participation, words: Vocabulary) -> str | None:
    return words.code("participation-role", participant.role) if participant.role else None


def _membership(plan: Plan, one: Participation, words: Vocabulary, today: date) -> Membership:
    found = adoptions(plan, one.id, words)
    end = _end(one, words, today)
    if end:
        return Membership(
            participant=one,
            standing=Standing(end),
            adoptions=found,
            since=one.valid_to if end == "merged" else one.left,
            into=one.succeeded_by,
        )
    return Membership(participant=one, standing=_standing(plan, one, words, found), adoptions=found)


def _standing(plan: Plan, one: Participation, words: Vocabulary, found: tuple[Decision, ...]) -> Standing:
    said = words.code("participation-status", one.status) if one.status else None
    if found or said == "adopted":
        return Standing.ADOPTED
    role = _role(one, words)
    if role in _NEAR:
        return Standing.NEAR
    if said:
        return Standing.NOT_ADOPTED
    is_told = plan.absence("decisions") in (None, Absence.NOT_STATED) and role not in _OFFICES
    return Standing.NOT_ADOPTED if is_told else Standing.UNKNOWN


def _end(one: Participation, words: Vocabulary, today: date) -> str | None:
    """`left` or `merged` where the participant takes part no longer; `None` while it does."""
    said = words.code("participation-status", one.status) if one.status else None
    if said in _GONE:
        return _GONE[said]
    if one.valid_to and _has_come(one.valid_to, today - timedelta(days=1)):
        return "merged"
    if one.succeeded_by and not one.valid_to:
        return "merged"
    return "left" if one.left and _has_come(one.left, today) else None


def _has_come(when: When, day: date) -> bool:
    """Whether the last day of a time has come by `day`; what tells no day is taken to have come."""
    return when.end_day is None or when.end_day <= day
