"""Which entries of a plan say the same as those that are there already."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from plankit.merging.names import Names, fresh, fresh_path, names_of
from plankit.merging.parts import HISTORY, Brought, Row, bare, renamed
from plankit.model.base import Item
from plankit.model.plan import KINDS
from plankit.model.references import with_targets

PAGES = "pages"
_ROUNDS = 12

Rows = Mapping[str, Sequence[Row]]
Pairs = dict[tuple[str, int], int]
"""Kind and place of an entry in the new plan, and the place of the row that says the same."""


def _signatures(entries: Mapping[str, Sequence[Item]]) -> dict[tuple[str, int], int]:
    """A number for each entry: the same for those that say the same and refer to what says the same."""
    ids = {one.id: (kind, n) for kind in KINDS for n, one in enumerate(entries[kind]) if one.id}
    plain = {(kind, n): bare(one, kind) for kind in KINDS for n, one in enumerate(entries[kind])}
    found = dict.fromkeys(plain, 0)
    count = 0
    for _ in range(_ROUNDS):
        before = found

        def change(target: str, kinds: tuple[str, ...], before: dict[tuple[str, int], int] = before) -> str:  # noqa: ARG001
            return f"#{before[ids[target]]}" if target in ids else target

        found = {place: hash((place[0], with_targets(one, change))) for place, one in plain.items()}
        if len(set(found.values())) == count:
            break
        count = len(set(found.values()))
    return found


def _likely(rows: Rows, part: Brought) -> Pairs:
    """Pairs of the same signature, those of the same id first, then in their order."""
    there = {kind: [row.entry for row in rows[kind]] for kind in KINDS}
    here = {kind: getattr(part.plan, kind) for kind in KINDS}
    one, other = _signatures(there), _signatures(here)
    open_rows: dict[int, list[tuple[str, int]]] = defaultdict(list)
    for place, signature in one.items():
        open_rows[signature].append(place)
    pairs: Pairs = {}

    def take(place: tuple[str, int], *, same_id: bool) -> None:
        mine = here[place[0]][place[1]].id
        for candidate in open_rows[other[place]]:
            theirs = there[candidate[0]][candidate[1]].id
            if candidate[0] == place[0] and (mine == theirs if same_id else bool(mine) == bool(theirs)):
                pairs[place] = candidate[1]
                open_rows[other[place]].remove(candidate)
                return

    for same_id in (True, False):
        for place in other:
            if place not in pairs:
                take(place, same_id=same_id)
    return pairs


def pair(rows: Rows, part: Brought, taken: frozenset[str], paths: Mapping[str, str]) -> tuple[Pairs, Names]:
    """The entries and pages of `part` that say the same as a row, and the names that all of it gets.

    `taken` are the names that nothing new may get; `paths` are the new paths of its other files.
    """
    pairs = {place: n for place, n in _likely(rows, part).items() if _may_share(rows, part, place, n)}
    at = {row.entry.path: n for n, row in enumerate(rows[PAGES])}
    pairs |= {(PAGES, n): at[page.path] for n, page in enumerate(part.plan.pages) if page.path in at}
    while True:
        names = _names(rows, part, pairs, taken, paths)
        wrong = [place for place, n in pairs.items() if not _is_same(rows, part, names, place, n)]
        if not wrong:
            return pairs, names
        for place in wrong:
            del pairs[place]


def _may_share(rows: Rows, part: Brought, place: tuple[str, int], row: int) -> bool:
    """Whether the entry can take the row's id: not where that plan uses that id for something else."""
    mine, theirs = getattr(part.plan, place[0])[place[1]].id, rows[place[0]][row].entry.id
    return mine == theirs or not part.used.has(theirs)


def _names(rows: Rows, part: Brought, pairs: Pairs, taken: frozenset[str], paths: Mapping[str, str]) -> Names:
    given = {row.entry.id for kind in KINDS for row in rows[kind] if row.entry.id}
    ids: dict[str, str] = {}
    for kind in KINDS:
        for n, entry in enumerate(getattr(part.plan, kind)):
            if entry.id and (kind, n) in pairs:
                ids[entry.id] = rows[kind][pairs[kind, n]].entry.id
    for kind in KINDS:
        for n, entry in enumerate(getattr(part.plan, kind)):
            if entry.id and (kind, n) not in pairs and (entry.id in given or entry.id in taken):
                new = ids[entry.id] = fresh(
                    entry.id, part.suffix, lambda one: _is_taken(one, given, taken, part)
                )
                given.add(new)
    moved = dict(paths)
    lain = {row.entry.path.casefold() for row in rows[PAGES]} | {one.casefold() for one in paths.values()}
    for n, page in enumerate(part.plan.pages):
        if (PAGES, n) not in pairs and page.path.casefold() in lain:
            moved[page.path] = fresh_path(
                page.path, part.suffix, lambda one: one in lain or one in part.used.paths
            )
            lain.add(moved[page.path].casefold())
    return names_of(part.plan, ids, moved)


def _is_taken(name: str, given: set[str], taken: frozenset[str], part: Brought) -> bool:
    known = (given, taken, part.used.ids)
    return any(one == name or one.startswith(f"{name}.") for some in known for one in some)


def _is_same(rows: Rows, part: Brought, names: Names, place: tuple[str, int], row: int) -> bool:
    kind, n = place
    entry = getattr(part.plan, kind)[n]
    made = renamed(entry, names) if kind == PAGES else names.entry(entry)
    if bare(made, kind) != bare(rows[kind][row].entry, kind):
        return False
    return kind not in HISTORY or _is_of_same(rows, part, names, made, rows[kind][row])


def _is_of_same(rows: Rows, part: Brought, names: Names, made: Any, row: Row) -> bool:
    """Whether both are about the same municipalities: two councils that decide alike have made two decisions."""
    source = row.sources[0]
    theirs = source.named.applies_to or [
        one.entry.id for one in rows["participants"] if source.part in one.parts
    ]
    mine = made.applies_to or [names.ids.get(one.id, one.id) for one in part.plan.participants]
    return set(mine) == set(theirs)
