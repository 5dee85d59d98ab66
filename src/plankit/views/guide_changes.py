"""What differs between two editions of a guide, and what that asks of a plan."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from plankit.model.guide import GUIDE_KINDS, Guide, Requirement
from plankit.model.guide_fact import GuideFact
from plankit.model.references import references
from plankit.views.coverage import Answered, State, coverage
from plankit.views.reading import Reading

UNSEEN = frozenset({"checked_on"})
"""Keys whose change asks nothing of anybody: the fact was only looked at again."""


class What(StrEnum):
    """What happened to an entry from one edition to the next."""

    NEW = "new"
    CHANGED = "changed"
    GONE = "gone"


@dataclass(frozen=True, kw_only=True)
class GuideChange:
    """One entry of a guide that differs between two editions."""

    what: What
    kind: str
    id: str
    keys: tuple[str, ...]
    """The keys that differ; empty for what is new or gone."""
    old: GuideFact | None
    new: GuideFact | None


class Asks(StrEnum):
    """What a change asks of a plan."""

    ANSWER = "answer"
    """The plan does not meet a requirement that is new or changed."""
    LOOK_AGAIN = "look-again"
    """The plan answers or uses what has changed; someone must see whether that still holds."""
    TAKE_AWAY = "take-away"
    """The plan refers to what is gone."""


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What one change asks of a plan, and at which places in it."""

    change: GuideChange
    asks: Asks
    where: tuple[str, ...]
    """Ids of entries, `page:` and a path, or `plan.` and a key of the frame; empty where nothing is there yet."""


def guide_changes(old: Guide, new: Guide) -> tuple[GuideChange, ...]:
    """Every entry that is new, changed or gone, by kind; inside a kind in the order of `new`, what is gone last."""
    return tuple(change for kind in GUIDE_KINDS for change in _of_kind(kind, old, new))


def _of_kind(kind: str, old: Guide, new: Guide) -> Iterator[GuideChange]:
    before: Mapping[str, GuideFact] = {entry.id: entry for entry in getattr(old, kind)}
    after: Mapping[str, GuideFact] = {entry.id: entry for entry in getattr(new, kind)}
    for name, entry in after.items():
        known = before.get(name)
        if known is None:
            yield GuideChange(what=What.NEW, kind=kind, id=name, keys=(), old=None, new=entry)
        elif keys := _differing(known, entry):
            yield GuideChange(what=What.CHANGED, kind=kind, id=name, keys=keys, old=known, new=entry)
    for name, entry in before.items():
        if name not in after:
            yield GuideChange(what=What.GONE, kind=kind, id=name, keys=(), old=entry, new=None)


def _differing(old: GuideFact, new: GuideFact) -> tuple[str, ...]:
    fields = [field for field in type(new).model_fields if field not in UNSEEN]
    return tuple(field for field in fields if getattr(old, field, None) != getattr(new, field))


def asked_of(reading: Reading, changes: tuple[GuideChange, ...]) -> tuple[Asked, ...]:
    """What `changes` ask of the plan of `reading`, whose guide must be the new edition, in the order of changes.

    New and changed requirements ask for an answer until the plan meets them; what the plan uses or answers and
    has changed asks for another look; what it uses and is gone asks to be taken away.
    """
    answers = {one.requirement.id: one for one in coverage(reading)}
    used = _used(reading)
    found = (_asked(change, answers.get(change.id), used.get(change.id, ())) for change in changes)
    return tuple(one for one in found if one is not None)


def _asked(change: GuideChange, answer: Answered | None, used: tuple[str, ...]) -> Asked | None:
    if change.what is What.GONE:
        return Asked(change=change, asks=Asks.TAKE_AWAY, where=used) if used else None
    if isinstance(change.new, Requirement) and answer is not None:
        where = tuple(dict.fromkeys((*answer.where, *used)))
        if answer.state in (State.NOT_MET, State.PARTLY) or (change.what is What.NEW and not where):
            open_still = answer.state is not State.NOT_APPLICABLE
            return Asked(change=change, asks=Asks.ANSWER, where=where) if open_still else None
        is_settled = answer.state is State.NOT_APPLICABLE or (
            change.what is What.NEW and answer.state is State.MET
        )
        return None if is_settled else Asked(change=change, asks=Asks.LOOK_AGAIN, where=where)
    if change.what is What.CHANGED and used:
        return Asked(change=change, asks=Asks.LOOK_AGAIN, where=used)
    return None


def _used(reading: Reading) -> dict[str, tuple[str, ...]]:
    """For each id of the guide that the plan names outright, where it does."""
    found: dict[str, list[str]] = {}
    for reference in references(reading.plan):
        if any(kind.startswith("guide.") for kind in reference.kinds):
            found.setdefault(reference.target, []).append(_place(reference.entry))
    return {name: tuple(dict.fromkeys(places)) for name, places in found.items()}


def _place(entry: object) -> str:
    path = getattr(entry, "path", None)
    if isinstance(path, str):
        return f"page:{path}"
    return getattr(entry, "id", None) or getattr(entry, "task", None) or "plan"
