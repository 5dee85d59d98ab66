"""Where two plans say different things of what seems to be the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from plankit.merging.alike import PAGES, Rows
from plankit.merging.names import Names
from plankit.merging.parts import HISTORY, Brought, Row, bare, renamed
from plankit.model.base import Entity
from plankit.model.knowledge import Annex, Answer, Term
from plankit.model.parties import Contact, Responsibility
from plankit.model.plan import KINDS, Page, Plan
from plankit.model.references import with_targets

FRAME = "plan"
_NAMES = ("title", "name", "heading", "term", "topic", "party")
_NEVER = HISTORY | {"references"}
"""Kinds whose entries are only given other ids: those of two plans do not contradict each other."""
_OWN = frozenset({"id", "path", "applies_to", "origins"})


@dataclass(frozen=True, kw_only=True)
class Conflict:
    """Two plans that differ: in an entry, a page or the frame. Entries are both kept; of the frame, the first's is."""

    kind: str
    """The kind of entry; `pages`, or `plan` for the frame."""
    first: Any
    """The entry as the first plan has it."""
    second: Any
    parts: tuple[int, int]
    """Which plans, counted from 0."""
    ids: tuple[str, str] = ("", "")
    """What the two are called in the merged plan: ids, or paths of pages."""
    fields: tuple[str, ...]
    """The keys that differ."""
    follows: bool = False
    """Whether the two differ only in what they refer to, which is in conflict itself."""


def conflicts_of(
    rows: Rows, part: Brought, names: Names, paired: Mapping[str, set[int]]
) -> Iterator[Conflict]:
    """Each entry and page of `part` that has the id or title of another one and says something else.

    `paired` holds, by kind, the places in `part` of what is joined.
    """
    for kind in (*KINDS, PAGES):
        if kind in _NEVER:
            continue
        open_rows = [row for row in rows[kind] if part.number not in row.parts]
        for n, entry in enumerate(getattr(part.plan, kind)):
            if n in paired.get(kind, ()):
                continue
            made = renamed(entry, names) if kind == PAGES else names.entry(entry)
            row = _counterpart(kind, entry, made, open_rows)
            if row is not None:
                open_rows.remove(row)
                new = names.paths if kind == PAGES else names.ids
                yield _conflict(kind, row, part, (entry, made, new.get(_name(entry) or "") or _name(entry)))


def _counterpart(kind: str, entry: Any, made: Any, rows: Iterable[Row]) -> Row | None:
    rows = list(rows)
    name = entry.path if kind == PAGES else entry.id
    for row in rows:
        if name and name in (_name(one.entry) for one in row.sources):
            return row
    what = _title(made)
    return next((row for row in rows if what and _title(row.entry) == what), None)


def _name(entry: Any) -> str | None:
    found: str | None = entry.path if isinstance(entry, Page) else entry.id
    return found


def _title(entry: Any) -> tuple[str, ...]:
    """What makes an entry the one that it is for a reader, whatever its id; empty where nothing does."""
    if isinstance(entry, Page):
        return ()
    if isinstance(entry, Responsibility):
        return (entry.agency, entry.task, entry.agency_role or "") if entry.task else ()
    if isinstance(entry, Contact):
        return (_folded(entry.party), entry.channel)
    if isinstance(entry, Answer):
        return (entry.requirement,)
    if isinstance(entry, Term):
        return (entry.field, _folded(entry.term))
    if isinstance(entry, Annex) and entry.number:
        return (entry.number, _folded(entry.title))
    words = next((value for key in _NAMES if (value := getattr(entry, key, None))), None)
    period = getattr(entry, "period", None)
    return (_folded(words), period.text if period else "") if words else ()


def _folded(value: object) -> str:
    return " ".join(str(value).casefold().split())


def _conflict(kind: str, row: Row, part: Brought, second: tuple[Any, Any, str | None]) -> Conflict:
    source = row.sources[0]
    entry, made, name = second
    one, other = bare(row.entry, kind), bare(made, kind)
    fields = _differ(one, other)
    return Conflict(
        kind=kind,
        first=source.entry,
        second=entry,
        parts=(source.part, part.number),
        ids=(_name(row.entry) or "", name or ""),
        fields=fields,
        follows=bool(fields) and _without_targets(one) == _without_targets(other),
    )


def _differ(one: Entity, other: Entity) -> tuple[str, ...]:
    return tuple(
        key for key in type(one).model_fields if key not in _OWN and getattr(one, key) != getattr(other, key)
    )


def _without_targets(entry: Any) -> Any:
    """The entry with the same sign in place of each id that it uses."""
    return with_targets(entry, lambda target, kinds: "?")  # noqa: ARG005


def frame_conflicts(plans: Sequence[Plan]) -> Iterator[Conflict]:
    """What the frames of later plans say otherwise than the first's, and how the plans came about."""
    first = plans[0]
    for number, plan in enumerate(plans[1:], start=1):
        fields = tuple(key for key in _differ(first.plan, plan.plan) if key != "site")
        fields += tuple(key for key in ("process",) if getattr(first, key) != getattr(plan, key))
        if fields:
            yield Conflict(kind=FRAME, first=first, second=plan, parts=(0, number), fields=fields)
