"""Everything in two plans that can be new, gone or changed, laid out flat and paired."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from plankit.model.base import Entity, Item
from plankit.model.contents import Progress, Section
from plankit.model.parties import Contact, Responsibility
from plankit.model.plan import KINDS, Page, Plan
from plankit.model.procedure import Branch, Procedure, Step
from plankit.model.references import TARGETS
from plankit.views.change_matching import Pair, matched

STEPS, BRANCHES, PAGES = "steps", "branches", "pages"
_FIRST = ("participants", "agencies", "areas", "goals", "tasks", "parts")
"""Kinds that others are named by; they are paired before those."""
_TITLES = ("title", "name", "term", "heading", "topic", "what", "body", "party")
_TELLING = ("description", "text", "definition", "mandate", "offer", "trigger")


@dataclass(frozen=True, kw_only=True)
class Thing:
    """One entry, step, section or page of a plan."""

    kind: str
    key: str
    """What it is paired by: its id, else what makes it the one that it is."""
    entry: Entity
    group: str = ""
    """Key of what it lies in, a procedure or a section; its place in a list counts inside that."""
    branch: str = ""
    """Key of the branch that a step belongs to."""
    place: int = 0
    """Its place in its own plan."""
    original: Entity | None = None
    """The entry as its own plan has it, where `entry` has the ids of the other plan."""

    @property
    def said(self) -> Entity:
        """The entry as its own plan has it."""
        return self.original or self.entry


Paired = Pair[Thing]


def paired(old: Plan, new: Plan) -> tuple[Paired, ...]:
    """Every thing of both plans once, in the order of kinds; steps and branches of procedures that both plans have."""
    names: dict[str, str] = {}
    found: dict[str, tuple[Paired, ...]] = {}
    order = (*_FIRST, *(kind for kind in KINDS if kind not in _FIRST))
    for kind in order:
        pairs = _pairs(_things(kind, old, names), _things(kind, new, {}))
        found[kind] = tuple(pairs)
        names |= _renamed(pairs)
    found[PAGES] = tuple(_pairs(_pages(old), _pages(new)))
    done = [one for kind in KINDS for one in _with_inner(kind, found[kind])]
    return (*(_with_names(one, names) for one in done), *found[PAGES])


def _pairs(old: Iterable[Thing], new: Iterable[Thing]) -> tuple[Paired, ...]:
    return matched(_unlike(old), _unlike(new), lambda one: one.key, lambda one: telling(one.entry))


def _unlike(things: Iterable[Thing]) -> list[Thing]:
    """The things with their places; where several have the same key, it gets a number."""
    seen: Counter[str] = Counter()
    made = []
    for place, one in enumerate(things):
        seen[one.key] += 1
        key = one.key if seen[one.key] == 1 else f"{one.key}#{seen[one.key]}"
        made.append(replace(one, key=key, place=place))
    return made


def _renamed(pairs: Iterable[Paired]) -> dict[str, str]:
    return {
        one.old.key: one.new.key
        for one in pairs
        if one.old and one.new and one.old.key != one.new.key and _has_ids(one)
    }


def _has_ids(pair: Paired) -> bool:
    return all(one is not None and getattr(one.entry, "id", None) for one in (pair.old, pair.new))


def _things(kind: str, plan: Plan, names: Mapping[str, str]) -> Iterator[Thing]:
    if kind == "sections":
        yield from _sections(plan.sections, "")
        return
    for entry in getattr(plan, kind):
        yield Thing(kind=kind, key=entry.id or _key(entry, names), entry=entry)


def _key(entry: Item, names: Mapping[str, str]) -> str:
    """What makes an entry without an id the one that it is."""

    def named(value: str | None) -> str:
        return names.get(value, value) if value else ""

    if isinstance(entry, Responsibility):
        where = ",".join(map(named, entry.applies_to))
        what = named(entry.task) if entry.task else ",".join(map(named, entry.about))
        return "|".join((named(entry.agency), entry.agency_role or "", what, where))
    if isinstance(entry, Contact):
        return f"{entry.party}|{entry.channel}"
    if isinstance(entry, Progress):
        return f"{named(entry.measure)}|{entry.date.text}"
    words = [
        str(getattr(entry, name, None) or "") for name in (*_TITLES, "requirement", "code", "item", "field")
    ]
    return "|".join(filter(None, words))


def _sections(sections: Iterable[Section], group: str) -> Iterator[Thing]:
    for one in sections:
        key = one.id or one.page or str(one.heading)
        yield Thing(kind="sections", key=key, entry=one, group=group)
        yield from _sections(one.children, key)


def _pages(plan: Plan) -> list[Thing]:
    return [Thing(kind=PAGES, key=one.path, entry=one) for one in plan.pages]


def _with_inner(kind: str, pairs: Iterable[Paired]) -> Iterator[Paired]:
    for pair in pairs:
        yield pair
        if kind == "procedures" and pair.old and pair.new:
            yield from _inner(pair.old.entry, pair.new.entry)


def _inner(old: Entity, new: Entity) -> Iterator[Paired]:
    """Branches and steps of a procedure that both plans have."""
    assert isinstance(old, Procedure)
    assert isinstance(new, Procedure)
    yield from _pairs(_branches(old, new.id), _branches(new, new.id))
    steps = _pairs(_steps(old, new.id), _steps(new, new.id))
    renamed = {
        one.old.entry.id: one.new.entry.id
        for one in steps
        if one.old and one.new and isinstance(one.old.entry, Step) and isinstance(one.new.entry, Step)
    }
    changed = {name: to for name, to in renamed.items() if name != to}
    yield from (_with_names(one, changed) for one in steps)


def _branches(procedure: Procedure, name: str) -> list[Thing]:
    return [
        Thing(kind=BRANCHES, key=f"{name}.{_branch_key(one)}", entry=one, group=name)
        for one in procedure.branches
    ]


def _branch_key(branch: Branch) -> str:
    return branch.id or str(branch.title)


def _steps(procedure: Procedure, name: str) -> Iterator[Thing]:
    for branch, steps in (
        ("", procedure.steps),
        *((_branch_key(one), one.steps) for one in procedure.branches),
    ):
        for step in steps:
            yield Thing(kind=STEPS, key=f"{name}.{step.id}", entry=step, group=name, branch=branch)


def telling(entry: Entity) -> str:
    """What an entry says, by which it is known again under another id: its title and its text."""
    words = [str(getattr(entry, name, None) or "") for name in (*_TITLES, *_TELLING)]
    if isinstance(entry, Responsibility):
        words.append(" ".join(filter(None, (entry.agency, entry.task, entry.role and entry.role.name))))
    return " ".join(filter(None, words))


def _with_names(pair: Paired, names: Mapping[str, str]) -> Paired:
    """The pair with the old entry's references as they would be in the new plan."""
    if pair.old is None or pair.new is None or not names:
        return pair
    entry = renamed(pair.old.entry, names)
    if entry is pair.old.entry:
        return pair
    return replace(pair, old=replace(pair.old, entry=entry, original=pair.old.said))


def renamed(entry: Entity, names: Mapping[str, str]) -> Entity:
    """The entry with ids of others replaced by those in `names`; the entry itself where none occurs in it."""
    classes = [base.__name__ for base in type(entry).__mro__]
    changed: dict[str, Any] = {}
    for field in type(entry).model_fields:
        value = getattr(entry, field)
        if not value:
            continue
        is_id = any(f"{name}.{field}" in TARGETS for name in classes)
        made = _each(value, (lambda one: names.get(one, one)) if is_id else (lambda one: _inside(one, names)))
        if made != value:
            changed[field] = made
    return entry.model_copy(update=changed) if changed else entry


def _each(value: Any, change: Callable[[Any], Any]) -> Any:
    return tuple(change(one) for one in value) if isinstance(value, tuple) else change(value)


def _inside(value: Any, names: Mapping[str, str]) -> Any:
    return renamed(value, names) if isinstance(value, Entity) else value


def title_of(entry: Entity) -> str:
    """What an entry is called in its own plan's language; empty where it has no words."""
    if isinstance(entry, Page) and not entry.title:
        first = entry.text.lstrip().partition("\n")[0]
        return first.lstrip("# ").strip() if first.startswith("#") else entry.path
    return next((str(value) for name in _TITLES if (value := getattr(entry, name, None))), "")
