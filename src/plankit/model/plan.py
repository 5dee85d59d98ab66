"""The plan as a whole: its frame and, by kind, everything that its files contribute."""

from __future__ import annotations

from functools import cached_property

from plankit.model.base import Entity, Ids, Item, Origin, Part, Text
from plankit.model.case import Case
from plankit.model.contents import Area, Goal, Measure, Progress, Section
from plankit.model.frame import (
    Decision,
    Hearing,
    Link,
    Participation,
    PlanFrame,
    PlanPart,
    Process,
    Succession,
    Version,
)
from plankit.model.indicator import DataMapping, Indicator
from plankit.model.knowledge import (
    Annex,
    Answer,
    Definition,
    Duty,
    Evaluation,
    Funding,
    Judgement,
    Risk,
    Source,
    Statistic,
    Term,
    Topic,
    TrainingItem,
    Waiver,
)
from plankit.model.merged import MergedPlan
from plankit.model.parties import Agency, Arena, Contact, Responsibility, Service, Task
from plankit.model.procedure import Procedure
from plankit.model.year import Activity, ActivityPlan

FORMAT = "1"
"""The version of the file format that this library writes."""


class Page(Entity):
    """A page of prose. `path` is relative to the plan folder; `text` is its Markdown without front matter."""

    path: str
    title: Text | None = None
    text: str
    number: str | None = None
    language: str | None = None
    answers: Ids = ()
    """Requirements of the guide that it answers."""
    applies_to: Ids = ()
    """Participants that it holds for; empty means all of them."""
    origins: tuple[Origin, ...] = ()
    """Where it came from, in a plan that `plankit merge` made."""


class Plan(Part):
    """A municipality's action plan. Each field below `process` is a kind of entry that files contribute."""

    format: str = FORMAT
    plan: PlanFrame
    process: Process | None = None
    participants: tuple[Participation, ...] = ()
    decisions: tuple[Decision, ...] = ()
    versions: tuple[Version, ...] = ()
    hearings: tuple[Hearing, ...] = ()
    succession: tuple[Succession, ...] = ()
    parts: tuple[PlanPart, ...] = ()
    sections: tuple[Section, ...] = ()
    links: tuple[Link, ...] = ()
    areas: tuple[Area, ...] = ()
    goals: tuple[Goal, ...] = ()
    measures: tuple[Measure, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    data_mappings: tuple[DataMapping, ...] = ()
    progress: tuple[Progress, ...] = ()
    activity_plans: tuple[ActivityPlan, ...] = ()
    activities: tuple[Activity, ...] = ()
    agencies: tuple[Agency, ...] = ()
    tasks: tuple[Task, ...] = ()
    responsibilities: tuple[Responsibility, ...] = ()
    arenas: tuple[Arena, ...] = ()
    services: tuple[Service, ...] = ()
    contacts: tuple[Contact, ...] = ()
    procedures: tuple[Procedure, ...] = ()
    cases: tuple[Case, ...] = ()
    duties: tuple[Duty, ...] = ()
    topics: tuple[Topic, ...] = ()
    statistics: tuple[Statistic, ...] = ()
    training: tuple[TrainingItem, ...] = ()
    evaluation: tuple[Evaluation, ...] = ()
    definitions: tuple[Definition, ...] = ()
    risks: tuple[Risk, ...] = ()
    funding: tuple[Funding, ...] = ()
    annexes: tuple[Annex, ...] = ()
    references: tuple[Source, ...] = ()
    answers: tuple[Answer, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    vocabulary: tuple[Term, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    merged_from: tuple[MergedPlan, ...] = ()
    pages: tuple[Page, ...] = ()

    @cached_property
    def by_id(self) -> dict[str, Item]:
        """Every entry that has an id, by that id; of two with the same id, the first."""
        found: dict[str, Item] = {}
        for kind in KINDS:
            for entry in getattr(self, kind):
                if entry.id is not None:
                    found.setdefault(entry.id, entry)
        return found

    @cached_property
    def own_decisions(self) -> tuple[Decision, ...]:
        """Decisions on this plan: none that a merged plan brought, and none on an activity plan beneath it."""
        yearly = {one.id for one in self.activity_plans}
        named = {one.decision for one in self.activity_plans}
        return tuple(
            one
            for one in self.decisions
            if not one.origins
            and not (one.id is not None and one.id in named)
            and not (one.about and yearly.issuperset(one.about))
        )

    @cached_property
    def kind_of(self) -> dict[str, str]:
        """The kind of every entry that has an id, by that id."""
        found: dict[str, str] = {}
        for kind in KINDS:
            for entry in getattr(self, kind):
                if entry.id is not None:
                    found.setdefault(entry.id, kind)
        return found


SINGLE = ("plan", "process")
"""Keys that hold one mapping, not a list."""

KINDS = tuple(
    name for name in Plan.model_fields if name not in {*SINGLE, "format", "pages", *Part.model_fields}
)
"""Every kind of entry that a file may contribute, in the order of the format's reference."""
