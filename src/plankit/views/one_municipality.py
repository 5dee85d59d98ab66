"""A shared plan as one municipality has it: what holds there, and who else it is shared with.

Pure: the same plan and participant give the same plan each time. What is unchanged is the very entry of the joint plan.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from plankit.model.base import Entity, Item
from plankit.model.case import Situation
from plankit.model.contents import Section
from plankit.model.frame import Participation, Partner, PlanFrame, SharedPlan
from plankit.model.knowledge import Annex
from plankit.model.parties import Agency
from plankit.model.plan import KINDS, Page, Plan
from plankit.model.procedure import Procedure
from plankit.model.references import ANY, ROLES, STEPS, Slot, slots, step_ids
from plankit.model.vocabulary import Vocabulary
from plankit.views.participation import adoptions
from plankit.views.suppression import figures

OF_FRAME = {
    "plan_title": "title",
    "in_force_from": "in_force_from",
    "evaluation_date": "evaluation_date",
    "document_owner": "document_owner",
    "process_owner": "process_owner",
    "case_refs": "case_refs",
    "address": "address",
    "site": "site",
}
"""Keys by which a participant says something of the frame of its own plan, and the key of the frame."""

NEEDED = frozenset(
    {
        "Next.step",
        "Next.procedure",
        "Handover.receiver",
        "Expectation.reaches",
        "Expectation.owner",
        "Responsible.agency",
        "Responsibility.task",
        "Responsibility.about",
        "Decision.about",
        "Decision.version",
        "Change.about",
        "Statement.about",
        "Answer.where",
        "Risk.about",
        "Cost.covers",
        "Duty.agencies",
        "TrainingItem.agencies",
        "TrainingItem.measure",
        "Waiver.item",
    }
)
"""Keys without which a value would say something else: of one measure's waiver it would make one of the whole plan.

Where such a key loses all that it named, the value that it stands in does not hold either. So do values whose key may
not be empty at all.
"""

PATHS = "paths"
"""Pages by where they lie, as sections name them."""
_WHOSE = ("participants",)
_NONE: frozenset[str] = frozenset()
E = TypeVar("E", bound=Entity)


@dataclass(frozen=True, kw_only=True)
class OwnPlan:
    """One municipality's plan, and for each entry that is not the joint plan's own, which one it was made from."""

    plan: Plan
    made_from: Mapping[int, Entity] = field(default_factory=dict)
    """The joint plan's entry, by `id()` of that of `plan`."""


@dataclass(frozen=True, kw_only=True)
class _Eyes:
    """Whose eyes the plan is seen with, and what these do not see."""

    participant: str
    everyone: frozenset[str]
    gone: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """By kind, the ids that are not there any more; under `steps`, those of the procedure that is looked at."""

    def lost(self, kinds: tuple[str, ...]) -> frozenset[str]:
        """The ids that lead nowhere where ids of `kinds` stand."""
        if len(kinds) == 1:
            return self.gone.get(kinds[0], _NONE)
        return _NONE.union(*(self.gone.get(kind, _NONE) for kind in kinds))


def as_seen_by(plan: Plan, participant_id: str) -> Plan:
    """The plan as that participant has it: without what holds for others alone, and without references to that.

    Raises `LookupError` where the plan has no such participant.
    """
    return own_plan(plan, participant_id).plan


def own_plan(plan: Plan, participant_id: str) -> OwnPlan:
    """The same, with what each changed entry was made from. Raises `LookupError` as `as_seen_by` does."""
    me = next((one for one in plan.participants if one.id == participant_id), None)
    if me is None:
        raise LookupError(participant_id)
    seen = _settled(plan, participant_id)
    values: dict[str, Any] = {name: getattr(plan, name) for name in Plan.model_fields}
    for name, pairs in seen.pairs.items():
        values[name] = tuple(new for _, new in pairs if new is not None)
    own = me.model_copy(update={key: type(me).model_fields[key].get_default() for key in OF_FRAME})
    values["participants"] = (me if own == me else own,)
    values["plan"] = _frame(plan, me, seen.eyes)
    values["process"] = _seen(plan.process, seen.eyes) if plan.process else None
    values["sources"] = tuple(one for one in plan.sources if one not in seen.eyes.lost(("references",)))
    values["statistics"] = _withheld(plan, seen.pairs["statistics"])
    made = Plan.model_construct(**values)
    return OwnPlan(plan=made, made_from=dict(_made_from(plan, made, seen.pairs)))


@dataclass(frozen=True, kw_only=True)
class _Seen:
    """What became of each entry: the joint plan's own and the municipality's, `None` where it does not hold."""

    eyes: _Eyes
    pairs: Mapping[str, tuple[tuple[Any, Any], ...]]


def _settled(plan: Plan, participant: str) -> _Seen:
    """What holds for a participant: what is dropped takes with it what cannot do without, until nothing more goes."""
    eyes = _Eyes(participant=participant, everyone=frozenset(one.id for one in plan.participants))
    while True:
        pairs = {
            kind: tuple((one, _seen(one, eyes)) for one in getattr(plan, kind))
            for kind in (*KINDS, "pages")
            if kind != "participants"
        }
        # A participant is dropped as such, whatever it says that it holds for.
        pairs["participants"] = tuple(
            (one, one if one.id == participant else None) for one in plan.participants
        )
        found = replace(eyes, gone=_gone(pairs))
        if found == eyes:
            return _Seen(eyes=eyes, pairs=pairs)
        eyes = found


def _gone(pairs: Mapping[str, tuple[tuple[Any, Any], ...]]) -> Mapping[str, frozenset[str]]:
    """By kind, every id that can be referred to and is not there any more."""
    found: dict[str, frozenset[str]] = {}
    before, after = _named(pairs, 0), _named(pairs, 1)
    for kind, names in before.items():
        found[kind] = frozenset(names - after.get(kind, set()))
    found[ANY[0]] = _NONE.union(*(names for kind, names in found.items() if kind not in (ROLES, PATHS)))
    return found


def _named(pairs: Mapping[str, tuple[tuple[Any, Any], ...]], side: int) -> dict[str, set[str]]:
    named: dict[str, set[str]] = {}
    for kind, some in pairs.items():
        for entry in (pair[side] for pair in some):
            for target, name in _names(kind, entry) if entry is not None else ():
                named.setdefault(target, set()).add(name)
    return named


def _names(kind: str, entry: Item | Page) -> Iterator[tuple[str, str]]:
    """What an entry may be referred to by, and as what kind."""
    if isinstance(entry, Page):
        yield kind, f"page:{entry.path}"
        yield PATHS, entry.path
        return
    if entry.id:
        yield kind, entry.id
    if isinstance(entry, Procedure):
        yield from (("parts of procedures", f"{entry.id}.{step}") for step in step_ids(entry))
    if isinstance(entry, Agency):
        yield from ((ROLES, role.id) for role in entry.roles)


def _seen(value: E, eyes: _Eyes) -> E | None:
    """The value as these eyes see it; `None` where it does not hold."""
    if not isinstance(value, Procedure):
        return _part(value, eyes)
    inside = eyes
    while True:
        # Steps refer to each other: one that is dropped takes with it what leads nowhere else.
        seen = _part(value, inside)
        lost = step_ids(value) - step_ids(seen) if seen is not None else inside.lost((STEPS,))
        if lost == inside.lost((STEPS,)):
            return seen
        inside = replace(eyes, gone={**eyes.gone, STEPS: lost})


def _part(value: E, eyes: _Eyes) -> E | None:
    changes: dict[str, Any] = {}
    for slot in slots(type(value)):
        old = getattr(value, slot.field)
        if not old:
            continue
        new, holds = _field(value, slot, old, eyes)
        if not holds:
            return None
        if new is not old:
            changes[slot.field] = new
    if isinstance(value, Section | Annex) and value.page in eyes.lost((PATHS,)):
        changes["page"] = None
        if not value.text and not changes.get("children", getattr(value, "children", ())):
            return None
    return value.model_copy(update=changes) if changes else value


def _field(value: Entity, slot: Slot, old: Any, eyes: _Eyes) -> tuple[Any, bool]:
    """What stands in a key now, and whether the value that it is a key of still holds."""
    if slot.nested:
        return _nested(value, slot, old, eyes)
    if slot.kinds == _WHOSE:
        return _whose(old, eyes)
    lost = eyes.lost(slot.kinds)
    if isinstance(old, str):
        return (old, True) if old not in lost else (None, not _is_needed(value, slot.field))
    left = tuple(one for one in old if one not in lost)
    if len(left) == len(old):
        return old, True
    return left, bool(left) or not _is_needed(value, slot.field)


def _nested(value: Entity, slot: Slot, old: Any, eyes: _Eyes) -> tuple[Any, bool]:
    if isinstance(old, tuple):
        pairs = [(one, _seen(one, eyes)) for one in old]
        if all(one is new for one, new in pairs):
            return old, True
        return tuple(new for _, new in pairs if new is not None), True
    new = _seen(old, eyes)
    # A condition that cannot come true here takes what it is the condition of with it.
    holds = new is not None or not (isinstance(old, Situation) or _is_needed(value, slot.field))
    return new, holds


def _whose(old: Any, eyes: _Eyes) -> tuple[Any, bool]:
    """Participants that something holds for. In one municipality's plan it need not say so any more."""
    named = eyes.everyone.intersection((old,) if isinstance(old, str) else old)
    if not named:
        return old, True  # it names nobody that is known, which is a finding and no reason to drop it
    if eyes.participant not in named:
        return old, False
    return (old, True) if isinstance(old, str) else ((), True)


def _is_needed(value: Entity, key: str) -> bool:
    names = (f"{cls.__name__}.{key}" for cls in type(value).__mro__)
    return type(value).model_fields[key].is_required() or any(name in NEEDED for name in names)


def _frame(plan: Plan, me: Participation, eyes: _Eyes) -> PlanFrame:
    frame = _seen(plan.plan, eyes) or plan.plan
    said = {key: getattr(me, own) for own, key in OF_FRAME.items() if getattr(me, own)}
    others = [one for one in plan.participants if one.id != me.id]
    if others:
        words = Vocabulary(plan, None)
        partners = tuple(_partner(plan, one, words) for one in others)
        said["shared"] = SharedPlan(title=frame.title, address=frame.address, partners=partners)
        said.setdefault("address", None)
    return frame.model_copy(update=said) if said else frame


def _partner(plan: Plan, one: Participation, words: Vocabulary) -> Partner:
    same = {key: getattr(one, key) for key in Partner.model_fields if key in Participation.model_fields}
    days = [decision.date for decision in adoptions(plan, one.id, words) if decision.date]
    return Partner(**{**same, "adopted": days[-1] if days else None, "sources": ()})


def _withheld(plan: Plan, pairs: tuple[tuple[Any, Any], ...]) -> tuple[Any, ...]:
    """The figures that are left. What the joint plan withholds stays withheld.

    Else what one site withholds could be worked out from the sites of the others.
    """
    if len(plan.participants) < 2:
        return tuple(new for _, new in pairs if new is not None)
    shown = figures(plan, Vocabulary(plan, None))
    return tuple(
        new.model_copy(update={"suppressed": True})
        if shown.of(old).is_withheld and not new.suppressed
        else new
        for old, new in pairs
        if new is not None
    )


def _made_from(
    plan: Plan, made: Plan, pairs: Mapping[str, tuple[tuple[Any, Any], ...]]
) -> Iterator[tuple[int, Entity]]:
    for name in ("plan", "process"):
        if (old := getattr(plan, name)) is not None:
            yield id(getattr(made, name)), old
    for name, some in pairs.items():
        left = [old for old, new in some if new is not None]
        for old, new in zip(left, getattr(made, name), strict=True):
            if new is not old:
                yield id(new), old


def held_nowhere(plan: Plan) -> tuple[Item | Page, ...]:
    """Entries and pages of a shared plan that are in no municipality's own: what they refer to holds for others."""
    if len(plan.participants) < 2:
        return ()
    held: set[int] = set()
    for one in plan.participants:
        for some in _settled(plan, one.id).pairs.values():
            held.update(id(old) for old, new in some if new is not None)
    return tuple(
        entry for kind in (*KINDS, "pages") for entry in getattr(plan, kind) if id(entry) not in held
    )
