"""Procedures: who does what next when a case comes in."""

from __future__ import annotations

from plankit.model.base import Flag, Id, Ids, Item, Named, Part, Text, Texts, Words
from plankit.model.case import Situation
from plankit.model.contents import LegalRefs
from plankit.model.when import When


class Next(Part):
    """The step that follows, and when it does."""

    step: Id | None = None
    procedure: Id | None = None
    """Another procedure that goes on from here."""
    condition: Text | None = None
    """The condition in words, for readers."""
    when: Situation | None = None
    """The condition in the vocabulary of cases, for walks."""


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
    actor: str | None = None
    """`discoverer`, `leader` or `agency`; where nothing is said, the agency if there is one, else the discoverer."""
    task: Id | None = None
    """The task of the matrix that the step carries out."""
    what: Text
    how: Text | None = None
    kind: str | None = None
    tools: Texts = ()
    channel: str | None = None
    contact: str | None = None
    deadline: str | None = None
    """ISO 8601 duration; `PT0S` is at once."""
    deadline_text: Text | None = None
    takes: str | None = None
    """ISO 8601 duration that carrying it out takes; no time where nothing is said."""
    condition: Text | None = None
    next: tuple[Next, ...] = ()
    fallback: Id | None = None
    """The step to take when whoever should act is out of reach."""
    must_not: Texts = ()
    does: Ids = ()
    """Actions of the guide's list that the step takes."""
    forbids: Ids = ()
    """Actions of the guide's list that nobody may take from here on."""
    legal_basis: LegalRefs = ()
    documentation: Text | None = None
    handover: Handover | None = None
    safe: Flag | None = None
    """Whether the exposed person is safe once the step is taken."""
    end: Flag | None = None


class Branch(Item):
    """Steps for one degree of severity, or for one kind of person exposed."""

    title: Text
    severity: str | None = None
    victim: str | None = None
    condition: Text | None = None
    when: Situation | None = None
    """The condition in the vocabulary of cases, for walks."""
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
    starts: Situation | None = None
    """Cases that begin here; of several procedures that fit, the first in the plan. Without it, none does."""
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
    forbids: Ids = ()
    """Actions of the guide's list that nobody may take in it."""
    legal_basis: LegalRefs = ()
    cross_refs: Ids = ()

    def all_steps(self) -> tuple[Step, ...]:
        """The steps outside any branch, then those of each branch, in the order of the file."""
        return self.steps + tuple(step for branch in self.branches for step in branch.steps)
