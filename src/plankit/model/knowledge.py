"""What a plan rests on: duties, definitions, figures, training, evaluation, risks, money and sources."""

from __future__ import annotations

from plankit.model.base import Flag, Id, Ids, Item, Named, Text, Texts, Words
from plankit.model.contents import LegalRefs
from plankit.model.cost import Cost, Number
from plankit.model.when import Period, When


class Duty(Item):
    """A duty or right in law that the plan tells of."""

    title: Text | None = None
    kind: str | None = None
    law: str | None = None
    section: str | None = None
    who: Text | None = None
    agencies: Ids = ()
    text: Text | None = None
    threshold: Text | None = None
    valid_on: When | None = None
    address: str | None = None


class TrainingItem(Item):
    """Training that somebody gets."""

    title: Text
    audience: Texts = ()
    agencies: Ids = ()
    level: str | None = None
    content: Text | None = None
    form: str | None = None
    frequency: When | None = None
    provider: Text | None = None
    mandatory: Flag | None = None
    capacity: Text | None = None
    measure: Id | None = None


class Statistic(Item):
    """A figure, or the statement that there is none."""

    topic: Text
    source: Text | None = None
    area: str | None = None
    area_text: Text | None = None
    period: When | None = None
    value: Number | None = None
    value_text: Text | None = None
    unit: Text | None = None
    base: Number | None = None
    change: Text | None = None
    estimate: Flag | None = None
    societal_cost: Flag | None = None
    """Whether it is a cost to society; such a figure never goes into a budget."""
    suppressed: Flag | None = None
    """Whether the value is withheld because so few are counted."""
    counts_people: Flag | None = None
    """Whether it counts people or their cases; small counts of people are withheld. Without it, the unit decides."""
    part_of: Id | None = None
    """The figure that is the total of this and other parts, so that none can be had by subtraction."""
    caveat: Text | None = None
    absence_note: Text | None = None


class Evaluation(Item):
    """How the plan itself is followed up."""

    title: Text | None = None
    kind: str | None = None
    when: When | None = None
    by: Text | None = None
    agency: Id | None = None
    to: Text | None = None
    method: Text | None = None
    as_measure: Id | None = None
    tied_to: Text | None = None
    questions: Texts = ()
    text: Text | None = None


class Definition(Item):
    """A word and what the plan means by it."""

    term: Text
    text: Text | None = None
    kind: str | None = None
    code: str | None = None


class Risk(Item):
    """A risk, or a precondition for carrying the plan out."""

    title: Text
    kind: str | None = None
    text: Text | None = None
    mitigation: Text | None = None
    likelihood: str | None = None
    consequence: str | None = None
    about: Ids = ()


class Funding(Item):
    """Money for the plan or for the work on it."""

    title: Text
    cost: Cost | None = None
    funder: Text | None = None
    period: Period | None = None
    text: Text | None = None


class Annex(Item):
    """An annex of the plan."""

    title: Text
    number: str | None = None
    page: str | None = None
    address: str | None = None
    text: Text | None = None


class Source(Named):
    """Where something was read."""

    title: Text | None = None
    kind: str | None = None
    address: str | None = None
    author: Text | None = None
    date: When | None = None
    read_on: When | None = None


class Topic(Item):
    """A theme that the plan takes up or leaves out, such as a form of violence."""

    title: Text
    kind: str | None = None
    code: str | None = None
    excluded: Flag | None = None
    text: Text | None = None


class Answer(Item):
    """How the plan answers a requirement of the guide, where the plan must say so outright."""

    requirement: Id
    state: str
    """`met`, `partly`, `not-met` or `not-applicable`."""
    where: Ids = ()
    reason: Text | None = None


class Judgement(Item):
    """What one person found when judging one item of the guide's rubric."""

    criterion: Id
    """The item of the rubric."""
    by: Text
    """Who judged, by role: two people who judge are two roles."""
    date: When | None = None
    score: str
    """`0` absent, `1` vague, `2` specific, as the rubric says what that means."""
    where: Ids = ()
    """The entries that show it."""
    reason: Text | None = None
    edition: str | None = None
    """The edition of the rubric that was judged by; a judgement by another one does not count."""


class Term(Item):
    """A word of the plan's own and the shared code that it stands for; no code means there is none."""

    field: str
    """The list of codes that it belongs to, such as `measure-status`."""
    term: str
    code: str | None = None


class Waiver(Item):
    """A finding that the municipality has looked at and accepts until a day."""

    code: str
    item: str | None = None
    """The id of the entry that it holds for; none means findings that belong to no entry."""
    reason: Text
    expires: When
    decided_by: Text | None = None


__all__ = [
    "Annex",
    "Answer",
    "Definition",
    "Duty",
    "Evaluation",
    "Funding",
    "Judgement",
    "LegalRefs",
    "Risk",
    "Source",
    "Statistic",
    "Term",
    "Topic",
    "TrainingItem",
    "Waiver",
    "Words",
]
