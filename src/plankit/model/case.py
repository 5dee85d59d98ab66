"""Made-up cases, and the closed vocabulary that cases and conditions are written in. No expressions, only words."""

from __future__ import annotations

from plankit.model.base import Flag, Id, Ids, Named, Part, Text, Words


class Situation(Part):
    """What a case must be like. Every key that is given must fit; of several words in one key, one is enough."""

    exposed: Words = ()
    """Who is exposed, as target groups."""
    doors: Words = ()
    """Who discovers it, and where."""
    severity: Words = ()
    suspects: Words = ()
    """Who is suspected."""
    adaptations: Words = ()
    """What the exposed person needs to be understood and helped."""
    hours: Words = ()
    """`office`, `evening`, `night`, `weekend` or `holiday`."""
    leader: str | None = None
    """`reachable` or `out-of-reach`."""
    participants: Ids = ()
    """Municipalities of the plan."""


class Expectation(Part):
    """What must happen, or never happen, in a case."""

    reaches: Id | None = None
    """An agency that must act in the case or be handed it."""
    within: str | None = None
    """ISO 8601 duration from the beginning of the case; `PT0S` is at once. Goes with `reaches`."""
    never: Id | None = None
    """An action that nobody may take."""
    safe_within: str | None = None
    """ISO 8601 duration within which the exposed person is safe."""
    owner: Id | None = None
    """The agency that must have the case at the end."""


class CaseFields(Part):
    """What is told of a case, in a guide and in a plan."""

    title: Text
    story: Text | None = None
    fictional: Flag | None = None
    """Must be `true`: no case is of a real person."""
    exposed: str
    door: str
    severity: str
    at: str
    """Local day and time: `2027-03-05T16:30`, or the next such day as `fri 16:30` or `holiday 12:00`."""
    leader_reachable: Flag | None = None
    """Whether the leader of the one who discovers it can be reached; so where nothing is said."""
    suspect: str | None = None
    adaptations: Words = ()
    participant: Id | None = None
    """The municipality that it happens in; any of them where nothing is said."""
    must: tuple[Expectation, ...] = ()


class Case(CaseFields, Named):
    """A made-up case of the plan's own, walked through its procedures as a test."""
