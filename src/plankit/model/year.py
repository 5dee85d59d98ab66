"""The year's work beneath a plan: activity plans and their activities, with a stage and a decision of their own."""

from __future__ import annotations

from plankit.model.base import Id, Ids, Named, Text
from plankit.model.contents import AllResponsible
from plankit.model.cost import Cost
from plankit.model.when import Period, When


class ActivityPlan(Named):
    """What is done in one year, or in a few, to carry out the plan. It is decided by itself."""

    title: Text
    period: Period
    """The year that it is for: `2027`. It may be longer: `2020–2022`."""
    stage: str | None = None
    decision: Id | None = None
    """The decision that adopted it."""
    owner: Text | None = None
    """Who makes it and keeps it up, as a role or an agency."""
    parts: Ids = ()
    """Ids of the `parts` that it is divided into, in order, such as one across and one for each unit."""
    focus_goals: Ids = ()
    """Goals that the year gives most weight to."""
    text: Text | None = None


class Activity(Named):
    """One thing that is done in the year, beneath one or several measures."""

    activity_plan: Id
    """The activity plan that it belongs to."""
    title: Text
    measures: Ids = ()
    """Measures that it carries out. Empty where somebody pledges something beside the measures."""
    part: Id | None = None
    """The part of the activity plan that it stands in."""
    description: Text | None = None
    responsible: AllResponsible = ()
    unit: Text | None = None
    """The unit that does it, where that is less than an agency."""
    when: When | None = None
    cost: Cost | None = None
    status: str | None = None
    """How it went. Without it, nobody has reported."""
    result: Text | None = None
    reason: Text | None = None
    """Why it was not done, or not wholly."""
    carried_from: Id | None = None
    """The activity of an earlier year that it goes on with."""
