"""What two plans that were merged say otherwise, in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from plankit.language import N_
from plankit.merging import Conflict
from plankit.model.base import Entity
from plankit.model.knowledge import Answer
from plankit.model.parties import Responsibility
from plankit.model.plan import Page, Plan
from plankit.views.change_words import in_words, label_of
from plankit.views.changes_told import KINDS_IN_WORDS
from plankit.views.plan_changes import paragraph_changes
from plankit.views.reading import Reading


@dataclass(frozen=True, kw_only=True)
class Difference:
    """One key that two entries differ in, with what each says; empty where it says nothing."""

    key: str
    label: str
    first: str
    second: str


@dataclass(frozen=True, kw_only=True)
class ToldConflict:
    """A conflict in words."""

    kind: str
    """What it is about: “Measures”."""
    title: str
    outcome: str
    """What was done with it, in a sentence."""
    differences: tuple[Difference, ...]


def told_conflict(conflict: Conflict, first: Reading, second: Reading) -> ToldConflict:
    """The conflict in words. The readings are those of the two plans, in one language."""
    t = first.words
    kind = KINDS_IN_WORDS.get(conflict.kind)
    if conflict.kind == "plan":
        outcome = t(N_("The first is kept; the second stands under “merged_from”."))
    else:
        outcome = t(N_("Both are kept, as “{first}” and “{second}”.")).format(
            first=conflict.ids[0] or t(N_("an entry without an id")),
            second=conflict.ids[1] or t(N_("an entry without an id")),
        )
    return ToldConflict(
        kind=t(kind) if kind else conflict.kind,
        title=_title(first, conflict.first),
        outcome=outcome,
        differences=tuple(_differences(conflict, first, second)),
    )


def _title(reading: Reading, entry: Any) -> str:
    if isinstance(entry, Plan):
        return reading.text(entry.plan.title)
    if isinstance(entry, Page):
        return entry.path
    if isinstance(entry, Responsibility):
        who = reading.party(entry.agency).name
        return f"{who}: {reading.title(entry.task) if entry.task else reading.text(entry.text)}"
    if isinstance(entry, Answer):
        return reading.title(entry.requirement)
    if entry.id:
        return reading.numbered_title(entry.id)
    words = (getattr(entry, key, None) for key in ("title", "name", "heading", "term", "topic", "party"))
    return next((reading.text(one) for one in words if one), "")


def _differences(conflict: Conflict, first: Reading, second: Reading) -> Iterator[Difference]:
    for key in conflict.fields:
        one, other = _holder(conflict.first, key), _holder(conflict.second, key)
        if isinstance(one, Page) and isinstance(other, Page) and key == "text":
            for before, after in paragraph_changes(one.text, other.text):
                yield Difference(key=key, label=label_of(first, key), first=before, second=after)
            continue
        values = getattr(one, key), getattr(other, key)
        told = in_words(first, type(one), key, values[0]), in_words(second, type(other), key, values[1])
        if told[0] == told[1] and len(conflict.fields) > 1:
            continue  # it differs only in which of two entries of the same name it refers to
        yield Difference(key=key, label=label_of(first, key), first=told[0], second=told[1])


def _holder(entry: Any, key: str) -> Entity:
    """What holds the key: of a plan its frame, but for how it came about, which stands beside it."""
    held: Entity = entry.plan if isinstance(entry, Plan) and key != "process" else entry
    return held
