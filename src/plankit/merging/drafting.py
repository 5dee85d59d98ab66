"""What makes joined plans the draft of a new one: its stage, what it replaces, and what became of municipalities."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from plankit.model.base import Ids, Text
from plankit.model.frame import Participation, PlanFrame, Succession
from plankit.model.merged import MergedPlan
from plankit.model.plan import Plan
from plankit.model.vocabulary import Vocabulary
from plankit.model.when import When

OF_ADOPTION = ("in_force_from", "document_date", "approved_by", "case_refs", "case_paper", "address")
"""Keys of the frame that the adoption of the first plan gave it; a draft has none of them."""
_GONE = frozenset({"withdrawn", "merged"})
_KINDS = {"joint": "merge", "merger": "municipal-merger"}


@dataclass(frozen=True, kw_only=True)
class Successor:
    """The municipality that others merge into."""

    id: str
    name: Text
    number: str | None = None
    until: str | None = None
    """The last day of those that merge: `2019-12-31`."""


@dataclass(frozen=True, kw_only=True)
class Draft:
    """What is known of the draft besides what its parts hold."""

    kind: str
    replaced: Sequence[Succession]
    into: Successor | None = None
    gone: frozenset[str] = frozenset()
    """Participants that had left before."""


def gone_from(plan: Plan) -> frozenset[str]:
    """The participants that are no longer in `plan`."""
    code = Vocabulary(plan, None).code
    return frozenset(
        one.id
        for one in plan.participants
        if one.left or (one.status and code("participation-status", one.status) in _GONE)
    )


def joint_frame(first: PlanFrame, own: str, title: Text | None) -> PlanFrame:
    """The frame of the draft: that of the first plan, without what its adoption gave it."""
    cleared = {key: PlanFrame.model_fields[key].get_default() for key in OF_ADOPTION}
    update = {**cleared, "id": own, "stage": "draft"}
    if title is not None:
        update["title"] = title
    return first.model_copy(update=update)


def predecessors(
    plans: Sequence[Plan], of_part: Sequence[Ids], kind: str, ids: Sequence[str]
) -> list[Succession]:
    """An entry of the succession for each plan."""
    return [
        Succession(
            id=name,
            direction="replaces",
            kind=_KINDS.get(kind, kind),
            title=plan.plan.title,
            period=plan.plan.period,
            participants=who,
        )
        for plan, who, name in zip(plans, of_part, ids, strict=False)
    ]


def drafted(content: dict[str, Any], brought: Sequence[MergedPlan], draft: Draft) -> dict[str, Any]:
    """The content with the plans that it came from, its predecessors, and participants as they stand in a draft."""
    into = draft.into
    successor = Participation(id=into.id, name=into.name, number=into.number) if into else None
    people = tuple(
        one if one.id in draft.gone else _participant(one, draft) for one in content["participants"]
    )
    plans = [
        one.model_copy(update={"succession": entry.id, "successor": successor.id if successor else None})
        for one, entry in zip(brought, draft.replaced, strict=True)
    ]
    return {
        **content,
        "participants": (*people, successor) if successor else people,
        "succession": (*content["succession"], *draft.replaced),
        "merged_from": (*content["merged_from"], *plans),
    }


def _participant(one: Participation, draft: Draft) -> Participation:
    """A participant of an earlier plan: nobody has adopted the draft, and who merged is no more."""
    if draft.kind != "merger":
        return one.model_copy(update={"status": None})
    filled: dict[str, Any] = {}
    if draft.into and one.succeeded_by is None:
        filled["succeeded_by"] = draft.into.name
    if draft.into and draft.into.until and one.valid_to is None:
        filled["valid_to"] = When.model_validate(draft.into.until)
    origins = tuple(origin.model_copy(update={"added": tuple(sorted(filled))}) for origin in one.origins)
    return one.model_copy(update={**filled, "status": "merged", "origins": origins})
