"""What a kit is made from: a plan or a guide alone, whom it is for, and how long they have."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from plankit.model.base import Item
from plankit.model.guide import Guide
from plankit.model.guide_law import Law
from plankit.model.lesson import OwnLesson
from plankit.model.teaching import Objective
from plankit.teaching.exercise import Pointer
from plankit.views.guide_reading import is_unconfirmed
from plankit.views.provisions import act_of, in_force
from plankit.views.reading import Reading

if TYPE_CHECKING:
    from plankit.walks.prepared import Prepared
    from plankit.walks.words import Names

ALL = "all"
"""Stands for every audience."""
MINUTES = (45, 90, 180)
"""How long a session may last."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Subject:
    """What exercises are made from. The same subject always gives the same exercises."""

    reading: Reading
    """The plan as read in the language of the kit; that of an empty plan where there is only a guide."""
    has_plan: bool
    today: date
    """The day that law and plan are judged on; it stands in the kit."""
    audience: str = ALL
    minutes: int = 90
    seed: str = "1"
    """Another seed shuffles otherwise and picks others; the answers stay."""
    lessons: tuple[OwnLesson, ...] = ()
    """What teachers wrote themselves."""
    everything: bool = False
    """Whether generators give every question that they can make, not only as many as a kit holds."""

    @property
    def guide(self) -> Guide:
        """The guide. A kit is never made without one."""
        if self.reading.guide is None:
            raise ValueError("a kit needs a guide")
        return self.reading.guide

    @property
    def language(self) -> str:
        """The language of the kit."""
        return self.reading.language

    def dice(self, name: str) -> random.Random:
        """Chance that is the same whenever the seed and `name` are."""
        return random.Random(f"{self.seed}/{name}")  # noqa: S311 - it deals cards, it keeps no secret

    @cached_property
    def ready(self) -> Prepared:
        """The plan ready to be walked."""
        from plankit.walks.prepared import prepare

        return prepare(self.reading.plan, self.reading.guide, today=self.today)

    @cached_property
    def names(self) -> Names:
        """The words of walks in the language of the kit."""
        from plankit.walks.words import Names

        return Names(self.ready, self.language)

    def objectives(
        self, exercise: str, *, tasks: tuple[str, ...] = (), duties: tuple[str, ...] = ()
    ) -> tuple[str, ...]:
        """Ids of the objectives that such an exercise serves: those that name its kind, a task or a duty of it."""
        return tuple(
            one.id
            for one in self.guide.objectives
            if exercise in one.exercises or set(tasks) & set(one.tasks) or set(duties) & set(one.duties)
        )

    def audiences(self, objectives: tuple[str, ...]) -> tuple[str, ...]:
        """The audiences of these objectives, in the guide's order; none where one of them is for everybody."""
        known: dict[str, Objective] = {one.id: one for one in self.guide.objectives}
        found = [known[name].audiences for name in objectives if name in known]
        if not found or not all(found):
            return ()
        named = {name for some in found for name in some}
        return tuple(one.id for one in self.guide.audiences if one.id in named)

    def is_for(self, audiences: tuple[str, ...]) -> bool:
        """Whether something for these audiences belongs into the kit."""
        return self.audience == ALL or not audiences or self.audience in audiences

    def law(self, name: str) -> Pointer:
        """The pointer to a provision of the guide."""
        entry = self.guide.by_id.get(name)
        act = act_of(self.guide, entry) if isinstance(entry, Law) else None
        address = (isinstance(entry, Law) and entry.official) or (act and act.official) or ""
        return Pointer(
            kind="law",
            id=name,
            words=self.reading.law_name(name),
            address=address,
            unsure=is_unconfirmed(entry),
        )

    def in_force(self, name: str) -> bool:
        """Whether the guide has the provision and it is in force on the day of the kit."""
        entry = self.guide.by_id.get(name)
        if not isinstance(entry, Law):
            return False
        act = act_of(self.guide, entry)
        return in_force(entry, self.today) and (act is None or in_force(act, self.today))

    def plan_entry(self, name: str, words: str = "", key: str = "") -> Pointer:
        """The pointer to an entry of the plan, or to a step as `procedure.step`."""
        return Pointer(kind="plan", id=name, words=words or self.reading.title(name), key=key)

    def guide_entry(self, name: str, words: str = "") -> Pointer:
        """The pointer to an entry of the guide."""
        entry: Item | None = self.guide.by_id.get(name)
        address = getattr(entry, "address", None) or ""
        told = (
            words or self.reading.text(getattr(entry, "title", None) or getattr(entry, "name", None)) or name
        )
        return Pointer(kind="guide", id=name, words=told, address=address, unsure=is_unconfirmed(entry))
