"""Local supplements: what lies in `local/<participant>/` holds for that participant where it does not say more."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from plankit.findings import Problem
from plankit.model.base import Item
from plankit.model.nearest import nearest
from plankit.model.plan import Page

FOLDER = "local"
_NOT_LOCAL = frozenset({"participants"})
"""Kinds that say nothing of whom they hold for."""

Origin = tuple[str, tuple[str | int, ...]]


def whose_folder(name: str) -> str | None:
    """The participant whose supplement a file of a plan folder belongs to; `None` for what is everybody's."""
    first, _, rest = name.partition("/")
    owner, inside, _ = rest.partition("/")
    return owner if first == FOLDER and inside else None


def local_folders(names: Mapping[str, str]) -> dict[str, str]:
    """Each folder of a supplement, with the first of its files."""
    found: dict[str, str] = {}
    for name in names:
        owner = whose_folder(name)
        if owner is not None:
            found.setdefault(owner, name)
    return found


def settle(
    entries: dict[str, list[Any]], pages: list[Page], origins: dict[int, Origin], known: frozenset[str]
) -> list[Problem]:
    """Give what lies in a participant's folder and says nothing of whom it holds for to that participant.

    Returns a problem for each entry there that says that it holds for others. Folders of nobody in `known` are left
    alone.
    """
    problems: list[Problem] = []
    for kind, some in (*entries.items(), ("pages", pages)):
        if kind in _NOT_LOCAL:
            continue
        for place, entry in enumerate(some):
            file, path = origins[id(entry)]
            owner = whose_folder(file)
            if owner is None or owner not in known:
                continue
            if "applies_to" in entry.model_fields_set:
                problems += _of_others(entry, owner, file, path)
            else:
                del origins[id(entry)]
                some[place] = entry.model_copy(update={"applies_to": (owner,)})
                origins[id(some[place])] = (file, path)
    return problems


def _of_others(entry: Item | Page, owner: str, file: str, path: tuple[str | int, ...]) -> Iterator[Problem]:
    if set(entry.applies_to) != {owner}:
        yield Problem(
            code="PK121",
            file=file,
            path=(*path, "applies_to"),
            subject=getattr(entry, "id", None),
            values={"folder": f"{FOLDER}/{owner}", "names": ", ".join(entry.applies_to) or "–"},
        )


def strangers(folders: Mapping[str, str], known: frozenset[str]) -> list[Problem]:
    """A problem for each folder of a supplement that is nobody's."""
    return [
        Problem(
            code="PK120",
            file=first,
            line=1,
            column=1,
            values={"folder": f"{FOLDER}/{owner}", "known": ", ".join(sorted(known)) or "–"},
            suggestion=near and f"{FOLDER}/{near}",
        )
        for owner, first in folders.items()
        if owner not in known
        for near in (nearest(owner, sorted(known)),)
    ]
