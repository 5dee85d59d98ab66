"""What a plan wants and does: sections, areas, goals, measures and progress."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, SerializerFunctionWrapHandler, model_serializer

from plankit.model.base import Entity, Flag, Id, Ids, Item, Named, Part, Text, Texts, Words
from plankit.model.cost import Cost, Number
from plankit.model.when import Period, When


def _section(value: Any) -> Any:
    return {"heading": value} if isinstance(value, str) else value


class Section(Item):
    """A section of the plan's text. Order, numbering and headings are the plan's own.

    The text stands in a page (`page`, a path inside the plan folder) or here (`text`).
    """

    number: str | None = None
    heading: Text
    kind: str | None = None
    page: str | None = None
    text: Text | None = None
    children: tuple[Annotated[Section, BeforeValidator(_section)], ...] = ()


class Area(Named):
    """A priority area, strategy, setting or phase that goals and measures are grouped by."""

    name: Text
    number: str | None = None
    kind: str | None = None
    phase: str | None = None
    borrowed_from: Text | None = None
    """The plan that the area is taken over from."""
    text: Text | None = None


class Goal(Named):
    """What the plan wants to reach."""

    number: str | None = None
    level: str | None = None
    parents: Ids = ()
    text: Text
    measurable: Flag | None = None
    focus_period: When | None = None
    due: When | None = None
    effect_horizon: str | None = None
    indicators: Ids = ()
    target_groups: Words = ()
    topics: Words = ()
    phases: Words = ()
    areas: Ids = ()
    audience: Words = ()


class Responsible(Part):
    """Who answers for a measure, and how. An agency, a role in it, or just the plan's words."""

    agency: Id | None = None
    role: Text | None = None
    function: str | None = None
    text: Text | None = None
    commandable: Flag | None = None
    """Whether the municipality may order it; if not, the measure is an agreement or a request."""
    agreement: Id | None = None
    """The link or source that holds the agreement with one who cannot be ordered."""
    certainty: str | None = None

    @model_serializer(mode="wrap")
    def _to_id(self, handler: SerializerFunctionWrapHandler) -> str | dict[str, Any]:
        given = {key: value for key, value in handler(self).items() if value not in (None, (), [], {})}
        return given["agency"] if given.keys() == {"agency"} else given


def _responsible(value: Any) -> Any:
    return {"agency": value} if isinstance(value, str) else value


def _all_responsible(value: Any) -> Any:
    return (value,) if isinstance(value, str | dict) else value


OneResponsible = Annotated[Responsible, BeforeValidator(_responsible)]
AllResponsible = Annotated[tuple[OneResponsible, ...], BeforeValidator(_all_responsible)]


class LegalRef(Entity):
    """A provision: the words of the plan, and the act and section where they are known."""

    text: str
    law: str | None = None
    section: str | None = None

    @model_serializer(mode="wrap")
    def _to_words(self, handler: SerializerFunctionWrapHandler) -> str | dict[str, Any]:
        given = {key: value for key, value in handler(self).items() if value is not None}
        return self.text if given.keys() == {"text"} else given


def _legal(value: Any) -> Any:
    return {"text": value} if isinstance(value, str) else value


def _all_legal(value: Any) -> Any:
    return (value,) if isinstance(value, str | dict) else value


LegalRefs = Annotated[tuple[Annotated[LegalRef, BeforeValidator(_legal)], ...], BeforeValidator(_all_legal)]


class Capacity(Part):
    """How much a measure can take."""

    text: Text | None = None
    seats: Number | None = None
    sessions: Number | None = None
    units: Number | None = None
    days: Number | None = None
    waiting_list: Flag | None = None


def _capacity(value: Any) -> Any:
    return {"text": value} if isinstance(value, str) else value


class Measure(Named):
    """What is to be done."""

    number: str | None = None
    title: Text
    description: Text | None = None
    kind: str | None = None
    status: str | None = None
    status_at_adoption: str | None = None
    goals: Ids = ()
    areas: Ids = ()
    parts: Ids = ()
    phases: Words = ()
    prevention_level: str | None = None
    target_groups: Words = ()
    topics: Words = ()
    responsible: AllResponsible = ()
    contributors: AllResponsible = ()
    deadline: When | None = None
    cost: Cost | None = None
    local_need: Text | None = None
    expected_result: Text | None = None
    indicators: Ids = ()
    targets: Texts = ()
    legal_source: LegalRefs = ()
    depends_on: Texts = ()
    cross_refs: Ids = ()
    location: Text | None = None
    capacity: Annotated[Capacity, BeforeValidator(_capacity)] | None = None
    added_by: Id | None = None
    """The decision that added or changed it after adoption."""


class Progress(Item):
    """A report on a measure. Reports are added, never rewritten."""

    measure: Id
    date: When
    period: Period | None = None
    reported_by: Text | None = None
    """The role that reports."""
    status: str | None = None
    result: Text | None = None
    obstacles: Text | None = None
    outcome: str | None = None
    """What was decided: continue, revise, prolong, stop, new."""
    next_step: Text | None = None
