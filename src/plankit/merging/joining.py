"""Join plans into one: what is alike is there once, everything else beside each other, nothing is lost."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from plankit.merging.alike import PAGES, Pairs, pair
from plankit.merging.conflicts import Conflict, conflicts_of, frame_conflicts
from plankit.merging.drafting import Draft, Successor, drafted, gone_from, joint_frame, predecessors
from plankit.merging.names import Names, fresh_path, names_of, used_by
from plankit.merging.parts import WHOLE, Brought, Row, Source, holds_for, origins_of, renamed
from plankit.model.base import Ids, Text
from plankit.model.merged import MergedFile, MergedPlan
from plankit.model.plan import KINDS, Plan

JOINT, MERGER = "joint", "merger"
Files = Sequence[Mapping[str, str]]


@dataclass(frozen=True, kw_only=True)
class FileCopy:
    """A file of one of the plans, and where it lies in the merged one."""

    part: int
    path: str
    to: str
    checksum: str


@dataclass(frozen=True, kw_only=True)
class Merged:
    """A plan made from others, and what people must decide before it can be one plan."""

    plan: Plan
    conflicts: tuple[Conflict, ...]
    files: tuple[FileCopy, ...] = ()
    """Every file of every plan; two that are the same lie at one place."""
    captured: tuple[tuple[int, str], ...] = ()
    """Plan, counted from 0, and an id that it uses for what the guide has; another of the plans has an entry of it."""
    unplaced: tuple[int, ...] = ()
    """Plans that name no participants, counted from 0: what is theirs alone could not be marked so."""


def merge(
    plans: Sequence[Plan],
    *,
    id: str,
    kind: str = JOINT,
    title: Text | None = None,
    into: Successor | None = None,
    files: Files = (),
) -> Merged:
    """Join `plans`, two or more, into the draft of another.

    Of a `joint` plan all participants stay; of a `merger` they are marked as merged into the successor `into`.
    `files` are, for each plan, the checksums of its files that are no data, by path.

    Raises `ValueError` for fewer than two plans.
    """
    if len(plans) < 2:
        raise ValueError("merging takes two plans or more")
    parts, made_ids = _brought(plans, into.id if into else id, files)
    rows: dict[str, list[Row]] = {kind: [] for kind in (*KINDS, PAGES)}
    found: list[Conflict] = []
    names: list[Names] = []
    copies: list[FileCopy] = []
    for part in parts:
        named, new = _add(rows, part, _taken(parts[: part.number], made_ids), copies)
        names.append(named)
        found += new
    of_part = tuple(
        tuple(named.ids.get(one.id, one.id) for one in part.plan.participants)
        for part, named in zip(parts, names, strict=True)
    )
    successor = replace(into, id=made_ids[-1]) if into else None
    content = _content(rows, tuple(part.key for part in parts), of_part, (successor.id,) if successor else ())
    brought = [_merged_plan(part, named, copies) for part, named in zip(parts, names, strict=True)]
    first = names[0].entry(parts[0].plan.plan)
    content["plan"] = joint_frame(first, id, title)
    for key in ("process", "empty", "notes", "sources"):
        content[key] = getattr(plans[0], key)
    gone = {
        named.ids.get(one, one)
        for part, named in zip(parts, names, strict=True)
        for one in gone_from(part.plan)
    }
    replaced = predecessors(plans, of_part, kind, made_ids)
    draft = Draft(kind=kind, replaced=replaced, into=successor, gone=frozenset(gone))
    content = drafted(content, brought, draft)
    return Merged(
        plan=Plan.model_construct(format=plans[0].format, **content),
        conflicts=(*frame_conflicts(plans), *found),
        files=tuple(copies),
        captured=tuple(_captured(rows, parts)),
        unplaced=tuple(n for n, some in enumerate(of_part) if not some),
    )


def _brought(plans: Sequence[Plan], own: str, files: Files) -> tuple[list[Brought], tuple[str, ...]]:
    """The plans with a key each, and the ids of what is made here: an entry of the succession each, and a successor."""
    several = list(files) or [{} for _ in plans]
    used = [used_by(plan, some) for plan, some in zip(plans, several, strict=True)]
    taken = {one for some in used for one in some.ids}

    def new(*wishes: str) -> str:
        wish = next((one for one in wishes if not _collides(one, taken)), "")
        number = 2
        while not wish:
            made = f"{wishes[-1]}-{number}"
            wish, number = ("" if _collides(made, taken) else made), number + 1
        taken.add(wish)
        return wish

    parts: list[Brought] = []
    for number, (plan, some) in enumerate(zip(plans, several, strict=True)):
        whose = plan.participants[0].id if len(plan.participants) == 1 else plan.plan.id
        key = new(plan.plan.id, f"plan-{plan.plan.id}")
        suffixes = {one.suffix for one in parts}
        suffix = whose if whose not in suffixes else f"{whose}-{number + 1}"
        parts.append(Brought(number=number, plan=plan, key=key, suffix=suffix, used=used[number], files=some))
    made = [new(f"replaces-{part.plan.plan.id}") for part in parts]
    return parts, (*made, new(own))


def _collides(name: str, taken: set[str]) -> bool:
    return any(one == name or one.startswith(f"{name}.") for one in taken)


def _taken(before: Sequence[Brought], made: tuple[str, ...]) -> frozenset[str]:
    strangers = {one for part in before for one in part.used.strangers}
    return frozenset(strangers | set(made) | {part.key for part in before})


def _add(
    rows: dict[str, list[Row]], part: Brought, taken: frozenset[str], copies: list[FileCopy]
) -> tuple[Names, list[Conflict]]:
    """Put the entries and pages of `part` beside those that are there; what it is called now, and what conflicts."""
    if part.number == 0:
        names = names_of(part.plan, {}, {})
        copies += [
            FileCopy(part=0, path=path, to=path, checksum=part.files[path]) for path in sorted(part.files)
        ]
        pairs: Pairs = {}
    else:
        paths = _file_paths(part, copies)
        pairs, names = pair(rows, part, taken, paths)
    joined: dict[str, set[int]] = {}
    for kind, n in pairs:
        joined.setdefault(kind, set()).add(n)
    found = list(conflicts_of(rows, part, names, joined)) if part.number else []
    for kind in (*KINDS, PAGES):
        for n, entry in enumerate(getattr(part.plan, kind)):
            made = renamed(entry, names) if kind == PAGES else _with_id(names.entry(entry), names)
            source = Source(part=part.number, at=n, entry=entry, named=made)
            if (kind, n) in pairs:
                rows[kind][pairs[kind, n]].sources.append(source)
            else:
                rows[kind].append(Row(entry=made, sources=[source]))
    return names, found


def _captured(rows: dict[str, list[Row]], parts: Sequence[Brought]) -> Iterator[tuple[int, str]]:
    ids = {row.entry.id for kind in KINDS for row in rows[kind] if row.entry.id}
    for part in parts:
        yield from ((part.number, one) for one in sorted(part.used.strangers & ids))


def _with_id(entry: Any, names: Names) -> Any:
    new = names.ids.get(entry.id) if entry.id else None
    return entry.model_copy(update={"id": new}) if new else entry


def _file_paths(part: Brought, copies: list[FileCopy]) -> dict[str, str]:
    """The new paths of a plan's other files; what is the same file as another's is not copied."""
    lain = {one.to.casefold(): one for one in copies}
    paths: dict[str, str] = {}
    for path in sorted(part.files):
        there = lain.get(path.casefold())
        to = path
        if there is not None and (there.to, there.checksum) != (path, part.files[path]):
            to = fresh_path(path, part.suffix, lambda one: one in lain or one in part.used.paths)
        copy = FileCopy(part=part.number, path=path, to=to, checksum=part.files[path])
        copies.append(copy)
        lain[to.casefold()] = copy
        paths[path] = to
    return paths


def _content(
    rows: dict[str, list[Row]], keys: tuple[str, ...], of_part: tuple[Ids, ...], successor: Ids
) -> dict[str, Any]:
    """The entries and pages by kind, each with where it came from and whom it holds for: its own and the successor."""
    order = [row.entry.id for row in rows["participants"]]
    content: dict[str, Any] = {}
    for kind, some in rows.items():
        made = []
        for row in some:
            update: dict[str, Any] = {"origins": origins_of(row, keys)}
            if kind not in WHOLE:
                held = holds_for(row, of_part, order)
                update["applies_to"] = (*held, *successor) if held else ()
            made.append(row.entry.model_copy(update=update))
        content[kind] = tuple(made)
    content[PAGES] = tuple(sorted(content[PAGES], key=lambda page: page.path))
    return content


def _merged_plan(part: Brought, names: Names, copies: list[FileCopy]) -> MergedPlan:
    own = MergedPlan(
        id=part.key,
        frame=part.plan.plan,
        process=part.plan.process,
        empty=part.plan.empty,
        notes=part.plan.notes,
        sources=part.plan.sources,
        files=tuple(
            MergedFile(path=one.to, was=one.path if one.path != one.to else None)
            for one in copies
            if one.part == part.number
        ),
    )
    return names.entry(own)
