"""The list of what differs between two texts of a plan: kinds of change, and what a council asks of each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from plankit.language import N_


class What(StrEnum):
    """What happened to a thing from one text of the plan to the other."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"
    """Nothing but its number, its id or its place is another."""


class Aspect(StrEnum):
    """What a change of one key is about, the weightiest first."""

    WHO = "who"
    WHEN = "when"
    MONEY = "money"
    WHAT = "what"
    WORDING = "wording"
    """Only spelling, capitals, punctuation, or another way to write the same day or sum."""
    PLACE = "place"
    LIVING = "living"
    """Not part of what was adopted: reports, telephone numbers and the like."""


class Group(StrEnum):
    """What a council asks of a change."""

    NEW = "new"
    DROPPED = "dropped"
    SUBSTANCE = "substance"
    WORDING = "wording"
    MOVED = "moved"
    LIVING = "living"


GROUPS: Mapping[Group, str] = {
    Group.NEW: N_("New"),
    Group.DROPPED: N_("Taken out"),
    Group.SUBSTANCE: N_("Changed in substance: who, by when, money, what"),
    Group.WORDING: N_("Only spelling and form"),
    Group.MOVED: N_("Only moved or given another number"),
    Group.LIVING: N_("Not part of what is adopted: reports, decisions, telephone numbers"),
}
"""The groups in the order that they are shown."""


@dataclass(frozen=True, kw_only=True)
class FieldChange:
    """What differs in one key of a thing, in words; `old` is empty for what came, `new` for what went."""

    key: str
    label: str
    aspect: Aspect
    old: str
    new: str


@dataclass(frozen=True, kw_only=True)
class Change:
    """One thing that differs."""

    what: What
    kind: str
    id: str
    """Its key in the new plan; for what is gone, in the old one."""
    old_id: str
    """Its key in the old plan; empty for what is new."""
    title: str
    inside: str = ""
    """What it lies in: the procedure of a step, the section over a section."""
    fields: tuple[FieldChange, ...] = ()
    about: str = ""
    """For what is new or gone: the first words of what it says."""
    lives_on: bool = False
    """Whether it is of a kind that is no part of what is adopted."""

    @property
    def group(self) -> Group:
        """Where a council finds it."""
        aspects = {one.aspect for one in self.fields}
        if self.lives_on or aspects == {Aspect.LIVING}:
            return Group.LIVING
        if self.what is What.ADDED:
            return Group.NEW
        if self.what is What.REMOVED:
            return Group.DROPPED
        if aspects & {Aspect.WHO, Aspect.WHEN, Aspect.MONEY, Aspect.WHAT}:
            return Group.SUBSTANCE
        return Group.WORDING if Aspect.WORDING in aspects else Group.MOVED

    @property
    def is_adopted(self) -> bool:
        """Whether it concerns what is adopted."""
        return self.group is not Group.LIVING


@dataclass(frozen=True, kw_only=True)
class PlanChanges:
    """Everything that differs, in the order of the new plan, what is gone last in its kind."""

    changes: tuple[Change, ...]

    @cached_property
    def by_group(self) -> Mapping[Group, tuple[Change, ...]]:
        """The changes of each group that has any, in the order of the groups."""
        found: dict[Group, list[Change]] = {group: [] for group in GROUPS}
        for one in self.changes:
            found[one.group].append(one)
        return {group: tuple(changes) for group, changes in found.items() if changes}

    def adopted(self) -> PlanChanges:
        """Only those that concern what is adopted."""
        return PlanChanges(changes=tuple(one for one in self.changes if one.is_adopted))
