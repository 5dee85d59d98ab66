"""Who: agencies, their roles, tasks and responsibilities, arenas, services and contacts."""

from __future__ import annotations

from enum import StrEnum

from plankit.model.base import Flag, Id, Ids, Item, Named, Part, Text, Texts, Words
from plankit.model.contents import LegalRefs
from plankit.model.when import When


class Rasci(StrEnum):
    """What an agency is to a task: RASCI's five letters."""

    RESPONSIBLE = "R"
    ACCOUNTABLE = "A"
    SUPPORTS = "S"
    CONSULTED = "C"
    INFORMED = "I"


class FormerName(Part):
    """A name that an agency had before."""

    name: Text
    until: When | None = None
    forms: Words = ()
    """Other forms that texts write it in, such as `rådmannen`."""


class OpeningHours(Part):
    """When a service can be reached."""

    days: Words = ()
    """`mon` … `sun`, `holiday`; empty means every day."""
    opens: str | None = None
    """Local time, `08:00`."""
    closes: str | None = None
    """Local time; `24:00` is the end of the day."""


class Role(Part):
    """A role in an agency, never a person."""

    id: Id
    title: Text
    task: Text | None = None


class Agency(Named):
    """An organisation, unit, network or forum that does something under the plan."""

    name: Text
    short_name: Text | None = None
    number: str | None = None
    former_names: tuple[FormerName, ...] = ()
    kind: str | None = None
    level: str | None = None
    level_text: Text | None = None
    guide_agency: Id | None = None
    """The agency of the guide that it is."""
    parent: Id | None = None
    commandable: Flag | None = None
    """Whether the municipality may give it orders."""
    commandable_by: Ids = ()
    area_served: Texts = ()
    age_limits: str | None = None
    gender_limits: Text | None = None
    roles: tuple[Role, ...] = ()
    mandate: Text | None = None
    address: str | None = None
    opening_hours: tuple[OpeningHours, ...] = ()
    """When others can reach it. Without it, the hours of its services count."""
    around_the_clock: Flag | None = None


class Task(Named):
    """A row of the responsibility matrix that the guide does not have."""

    title: Text
    phase: str | None = None
    text: Text | None = None
    legal_basis: LegalRefs = ()
    public_authority: Flag | None = None
    """Whether it exercises public authority."""
    personal_duty: Flag | None = None
    """Whether the duty rests on each employee and cannot be delegated."""
    around_the_clock: Flag | None = None
    """Whether somebody must be there at all hours."""
    within: str | None = None
    """ISO 8601 duration within which it must be done."""


class Responsibility(Item):
    """What an agency is bound to, whether as a cell of the matrix or in words.

    A cell names a `task` (of the guide or the plan) and a `role`; a statement has a `text` and says
    what it is `about`.
    """

    agency: Id
    agency_role: Id | None = None
    task: Id | None = None
    role: Rasci | None = None
    level: str | None = None
    """In a matrix of levels instead of roles: the level at which the agency holds the task."""
    basis: str | None = None
    """What it rests on: `law`, `agreement` or `plan`."""
    agreement: Id | None = None
    """The agreement that it rests on."""
    basis_text: Text | None = None
    about: Ids = ()
    text: Text | None = None
    legal_basis: LegalRefs = ()
    can_do: Texts = ()
    must_do: Texts = ()
    valid_from: When | None = None
    valid_to: When | None = None


class Arena(Named):
    """A body where agencies meet."""

    name: Text
    kind: str | None = None
    mandate: Texts = ()
    task: Text | None = None
    members: Texts = ()
    member_agencies: Ids = ()
    chair: Text | None = None
    """The role that leads it."""
    frequency: When | None = None
    heir_of: Text | None = None


class Service(Named):
    """Help that somebody can get."""

    name: Text
    number: str | None = None
    agency: Id | None = None
    kind: str | None = None
    level: str | None = None
    level_text: Text | None = None
    former_names: tuple[FormerName, ...] = ()
    offer: Text | None = None
    for_whom: Texts = ()
    target_groups: Words = ()
    direct: Flag | None = None
    access: str | None = None
    access_text: Text | None = None
    hours: Text | None = None
    opening_hours: tuple[OpeningHours, ...] = ()
    around_the_clock: Flag | None = None
    age_limits: str | None = None
    gender_limits: Text | None = None
    commandable: Flag | None = None
    user_cost: Text | None = None
    location: Text | None = None
    phone: str | None = None
    address: str | None = None
    gap: Text | None = None
    """What the service does not cover."""
    verified_on: When | None = None


class Contact(Item):
    """How to reach an institution. No private persons."""

    party: Text
    agency: Id | None = None
    role: Text | None = None
    channel: str
    value: str
    hours: Text | None = None
    audience: str | None = None
    """`public`, `professionals` or `emergency`."""
    languages: Words = ()
    verified_on: When | None = None
