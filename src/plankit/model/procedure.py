"""Procedures: who does what next when a case comes in."""

from __future__ import annotations

from plankit.model.base import Flag, Id, Ids, Item, Named, Part, Text, Texts, Words
from plankit.model.contents import LegalRefs
from plankit.model.when import When


class Next(Part):
    """The step that follows, and when it does."""

    step: Id
    condition: Text | None = None


class Handover(Part):
    """What is passed on, to whom and on what legal ground."""

    receiver: Id | None = None
    receiver_text: Text | None = None
    content: Text | None = None
    legal_basis: LegalRefs = ()


class Step(Named):
    """One step. Its id is unique in the procedure; its address is `procedure.step`."""

    order: str | None = None
    level: str | None = None
    """0 to 3, as in the Danish and Norwegian model for early cooperation (BTI)."""
    who: Text | None = None
    agency: Id | None = None
    agency_role: Id | None = None
    what: Text
    how: Text | None = None
    kind: str | None = None
    tools: Texts = ()
    channel: str | None = None
    contact: str | None = None
    deadline: str | None = None
    """ISO 8601 duration; `PT0S` is at once."""
    deadline_text: Text | None = None
    condition: Text | None = None
    next: tuple[Next, ...] = ()
    fallback: Id | None = None
    """The step to take when whoever should act is out of reach."""
    must_not: Texts = ()
    legal_basis: LegalRefs = ()
    documentation: Text | None = None
    handover: Handover | None = None
    end: Flag | None = None


class Branch(Item):
    """Steps for one degree of severity, or for one kind of person exposed."""

    title: Text
    severity: str | None = None
    victim: str | None = None
    condition: Text | None = None
    steps: tuple[Step, ...] = ()


class Approval(Part):
    """An approval of the procedure, apart from the plan's own."""

    body: Text
    participant: Id | None = None
    date: When | None = None
    decision: Id | None = None


class Procedure(Named):
    """A way of acting, from what starts it to who owns the case at the end."""

    title: Text
    number: str | None = None
    for_victim: Words = ()
    for_actor: Texts = ()
    trigger: Text | None = None
    target_groups: Words = ()
    topics: Words = ()
    form: str | None = None
    form_text: Text | None = None
    status: str | None = None
    outside_plan: Flag | None = None
    """Whether it lives outside the plan's own text."""
    approved_by: tuple[Approval, ...] = ()
    owner: Id | None = None
    steps: tuple[Step, ...] = ()
    branches: tuple[Branch, ...] = ()
    text: Text | None = None
    must_not: Texts = ()
    legal_basis: LegalRefs = ()
    cross_refs: Ids = ()

    def all_steps(self) -> tuple[Step, ...]:
        """The steps outside any branch, then those of each branch, in the order of the file."""
        return self.steps + tuple(step for branch in self.branches for step in branch.steps)
