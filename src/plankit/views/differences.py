"""What differs between the municipalities of a shared plan: everything that holds for some of them and not for all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from plankit.model.base import Entity, Item
from plankit.model.contents import Progress
from plankit.model.knowledge import Statistic
from plankit.model.parties import Contact, Responsibility
from plankit.model.plan import KINDS, Page
from plankit.model.procedure import Procedure
from plankit.model.references import slots
from plankit.views.change_things import title_of
from plankit.views.reading import Reading

_ELSEWHERE = frozenset(
    {
        "participants",
        "decisions",
        "statistics",
        "answers",
        "judgements",
        "vocabulary",
        "waivers",
        "references",
    }
)
"""Kinds that have a table of their own, or that only the plan's authors read."""


@dataclass(frozen=True, kw_only=True)
class Difference:
    """One entry, page, branch or step that holds for some municipalities and not for all."""

    title: str
    key: str
    """By what links find it; empty where nothing leads to it."""
    holds_for: frozenset[str]
    inside: str = ""
    """Id of the entry that it is a part of; empty where it is one itself."""


@dataclass(frozen=True, kw_only=True)
class DifferingKind:
    """All differences in entries of one kind; the pages of prose are the kind `pages`."""

    kind: str
    differences: tuple[Difference, ...]


@dataclass(frozen=True, kw_only=True)
class FigureRow:
    """The figures on one thing, for each municipality that has any."""

    title: str
    of_each: Mapping[str, tuple[Statistic, ...]]


def is_shared(reading: Reading) -> bool:
    """Whether the plan is that of several municipalities."""
    return len(reading.plan.participants) > 1


def differences(reading: Reading) -> tuple[DifferingKind, ...]:
    """What does not hold for all municipalities of the plan, by kind in the order of the plan; kinds without are left out.

    Figures and cells of the matrix are not among them: `figures_side_by_side` and `matrix_differences` have them.
    """
    everyone = frozenset(one.id for one in reading.plan.participants)
    if len(everyone) < 2:
        return ()
    found = []
    for kind in (*(one for one in KINDS if one not in _ELSEWHERE), "pages"):
        rows = tuple(
            row for entry in getattr(reading.plan, kind) for row in _of_entry(reading, entry, everyone)
        )
        if rows:
            found.append(DifferingKind(kind=kind, differences=rows))
    return tuple(found)


def figures_side_by_side(reading: Reading) -> tuple[FigureRow, ...]:
    """The figures that hold for some municipalities, those of the same thing in the same time together."""
    everyone = frozenset(one.id for one in reading.plan.participants)
    found: dict[tuple[str, str, str], dict[str, list[Statistic]]] = {}
    for one in reading.plan.statistics:
        whose = everyone.intersection(one.applies_to)
        if len(everyone) < 2 or not whose or whose == everyone:
            continue
        period = one.period.text if one.period else ""
        row = found.setdefault((reading.text(one.topic), period, reading.text(one.unit)), {})
        for name in whose:
            row.setdefault(name, []).append(one)
    return tuple(
        FigureRow(
            title=", ".join(filter(None, (topic, period))),
            of_each={name: tuple(some) for name, some in row.items()},
        )
        for (topic, period, _), row in found.items()
    )


def _of_entry(reading: Reading, entry: Item | Page, everyone: frozenset[str]) -> Iterator[Difference]:
    if isinstance(entry, Responsibility) and entry.task:
        return
    whose = everyone.intersection(entry.applies_to)
    if whose and whose != everyone:
        key = f"chapter:{entry.path.removesuffix('.md')}" if isinstance(entry, Page) else entry.id or ""
        yield Difference(title=_title(reading, entry), key=key, holds_for=whose)
    name = getattr(entry, "id", None) or ""
    for inner in _items_in(entry):
        own = everyone.intersection(inner.applies_to)
        if own and own != everyone:
            key = f"{name}.{inner.id}" if isinstance(entry, Procedure) and inner.id else inner.id or ""
            yield Difference(title=_title(reading, inner), key=key, holds_for=own, inside=name)


def _items_in(entity: Entity) -> Iterator[Item]:
    """Every item inside an entry, such as branches, steps and sections beneath sections."""
    for slot in slots(type(entity)):
        value = getattr(entity, slot.field) if slot.nested else ()
        for inner in value if isinstance(value, tuple) else (value,) if value else ():
            if isinstance(inner, Item):
                yield inner
            yield from _items_in(inner)


def _title(reading: Reading, entry: Item | Page) -> str:
    """What to call an entry: by its number and title in the reader's language, else by its own words."""
    if isinstance(entry, Page):
        return reading.text(entry.title) or title_of(entry)
    if isinstance(entry, Contact):
        return f"{reading.text(entry.party)}, {entry.value}"
    if isinstance(entry, Responsibility):
        return f"{reading.party(entry.agency).name}: {reading.text(entry.text)}"
    if isinstance(entry, Progress):
        return f"{reading.numbered_title(entry.measure)}, {entry.date.text}"
    if entry.id and reading.plan.by_id.get(entry.id) is entry:
        return reading.numbered_title(entry.id)
    return title_of(entry) or entry.id or "–"
