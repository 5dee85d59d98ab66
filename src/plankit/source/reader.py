"""A plan folder to a plan: files in, frozen values and problems out."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from plankit.findings import Problem
from plankit.model.base import Entity, Item, Part
from plankit.model.frame import PlanFrame, Process
from plankit.model.lesson import TEACHING, OwnLesson
from plankit.model.nearest import nearest
from plankit.model.plan import FORMAT, KINDS, Page, Plan
from plankit.model.seal import SealedReports
from plankit.model.site_files import SiteFiles
from plankit.source.folder import MAIN_FILE, list_folder
from plankit.source.front_matter import split_front_matter
from plankit.source.lessons import read_lesson
from plankit.source.local_folders import local_folders, settle, strangers
from plankit.source.places import Places
from plankit.source.shape import shape, unknown_among, without_empty_keys
from plankit.source.site_files import commented_out, read_site_files
from plankit.source.text_file import read_text
from plankit.source.yaml_events import read_yaml

Origin = tuple[str, tuple[str | int, ...]]
"""File and path inside it that an entry was read from."""


@dataclass(frozen=True, kw_only=True)
class Read:
    """What reading a folder gave.

    `complete` is false where some file could not be read to its end: what it holds is then unknown, and
    nothing can be said of references into it.
    """

    plan: Plan | None
    problems: tuple[Problem, ...]
    places: Places
    origins: dict[int, Origin]
    """Where each entry of the plan stands, by `id()` of the entry; the plan keeps the entries alive."""
    lost_ids: frozenset[str]
    """Ids of entries that could not be kept; others may refer to them."""
    complete: bool
    texts: dict[str, str]
    """Every file's text, by name."""
    site_files: SiteFiles | None = None
    """What lies under the names of files in `plan.site`."""
    sealed: SealedReports | None = None
    """What the newest sealed version of this very plan holds in reports; `None` where there is none."""
    lessons: tuple[OwnLesson, ...] = ()
    """What teachers wrote in the folder `teaching`; it is no part of the plan."""

    def origin(self, entry: Entity) -> Origin:
        """File and path of an entry; the main file where it is not known."""
        return self.origins.get(id(entry), (MAIN_FILE, ()))


@dataclass
class _Gathered:
    problems: list[Problem] = field(default_factory=list)
    places: Places = field(default_factory=Places)
    origins: dict[int, Origin] = field(default_factory=dict)
    entries: dict[str, list[Any]] = field(default_factory=dict)
    single: dict[str, tuple[Any, Origin]] = field(default_factory=dict)
    lost_ids: set[str] = field(default_factory=set)
    pages: list[Page] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    lessons: list[OwnLesson] = field(default_factory=list)
    complete: bool = True


@contextmanager
def without_garbage_collection() -> Iterator[None]:
    """Nothing is collected inside; afterwards it is as it was."""
    # Loading makes many objects and no rubbish: collecting meanwhile costs 1.3 to 3 times the time.
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def read_plan(folder: Path) -> Read:
    """Read the plan in `folder`. Never raises on what the files hold."""
    with without_garbage_collection():
        found = list_folder(folder)
        gathered = _Gathered(problems=list(found.problems), complete=not found.problems)
        if MAIN_FILE not in found.data:
            gathered.problems.append(Problem(code="PK001", file=MAIN_FILE))
        for name in found.data:
            _read_data(folder / name, name, gathered)
        for name in found.pages:
            take = _read_lesson if name.startswith(f"{TEACHING}/") else _read_page
            take(folder / name, name, gathered)
        _settle_local(gathered)
        plan = _assemble(gathered)
        _duplicates(plan, gathered)
    return Read(
        plan=plan,
        problems=tuple(gathered.problems),
        places=gathered.places,
        origins=gathered.origins,
        lost_ids=frozenset(gathered.lost_ids),
        complete=gathered.complete,
        texts=gathered.texts,
        site_files=read_site_files(folder, plan.plan.site) if plan else None,
        lessons=tuple(gathered.lessons),
    )


def _read_lesson(path: Path, name: str, gathered: _Gathered) -> None:
    text, problems = read_text(path, name)
    gathered.problems += problems
    if text is not None:
        gathered.texts[name] = text
        lesson, problems = read_lesson(text, name)
        gathered.problems += problems
        gathered.lessons.append(lesson)
        gathered.origins[id(lesson)] = (name, ())


def _text(path: Path, name: str, gathered: _Gathered) -> str | None:
    text, problems = read_text(path, name)
    gathered.problems += problems
    if text is None:
        gathered.complete = False
    else:
        gathered.texts[name] = text
    return text


def _read_data(path: Path, name: str, gathered: _Gathered) -> None:
    text = _text(path, name, gathered)
    if text is None:
        return
    raw, problems, complete = read_yaml(text, name)
    gathered.problems += problems
    gathered.complete &= complete
    if raw is None:
        return
    gathered.places.add(name, text)
    if not isinstance(raw, dict):
        gathered.problems.append(Problem(code="PK016", file=name, values={"key": name, "wanted": "mapping"}))
        gathered.complete = False
        return
    for key, value in raw.items():
        if value is not None:
            _read_key(name, key, value, gathered)


def _read_key(name: str, key: str, value: Any, gathered: _Gathered) -> None:
    if key in KINDS:
        _read_entries(name, key, value, gathered)
    elif key in _SINGLE:
        _read_single(name, key, value, gathered)
    else:
        known = (*_SINGLE, *KINDS)
        gathered.problems.append(
            Problem(
                code="PK014",
                file=name,
                path=(key,),
                at_key=True,
                values={"key": key},
                suggestion=nearest(key, known),
            )
        )


def _read_single(name: str, key: str, value: Any, gathered: _Gathered) -> None:
    if key in gathered.single:
        _, (file, path) = gathered.single[key]
        gathered.problems.append(
            Problem(
                code="PK020", file=name, path=(key,), at_key=True, values={"key": key}, other=(file, path)
            )
        )
        return
    empty: list[tuple[str | int, ...]] = []
    value = without_empty_keys(value, empty)
    made: Any = value
    cls = _SINGLE[key]
    if cls is not None:
        gathered.problems += unknown_among(cls, empty, name, (key,))
        gathered.problems += commented_out(empty, name, key)
        made, problems = shape(cls, value, name, (key,))
        gathered.problems += problems
    elif key in Part.model_fields:
        part, problems = shape(Part, {key: value}, name, ())
        gathered.problems += problems
        made = getattr(part, key) if part else None
    elif key == "format" and not isinstance(value, str):
        gathered.problems.append(
            Problem(code="PK016", file=name, path=(key,), values={"key": key, "wanted": "text"})
        )
        return
    elif key == "format" and value != FORMAT:
        gathered.problems.append(
            Problem(code="PK021", file=name, path=(key,), values={"value": value, "known": FORMAT})
        )
        return
    if made is None:
        gathered.complete &= cls is None
        return
    gathered.single[key] = (made, (name, (key,)))
    if cls is not None:
        gathered.origins[id(made)] = (name, (key,))


def _read_entries(name: str, kind: str, value: Any, gathered: _Gathered) -> None:
    if not isinstance(value, list):
        gathered.problems.append(
            Problem(code="PK016", file=name, path=(kind,), values={"key": kind, "wanted": "list"})
        )
        gathered.complete = False
        return
    cls = ENTRY[kind]
    entries = gathered.entries.setdefault(kind, [])
    for number, raw in enumerate(one for one in value if one is not None):
        empty: list[tuple[str | int, ...]] = []
        entry, problems = shape(cls, without_empty_keys(raw, empty), name, (kind, number))
        gathered.problems += problems
        gathered.problems += unknown_among(cls, empty, name, (kind, number)) if empty else ()
        if entry is None:
            lost = raw.get("id") if isinstance(raw, dict) else None
            gathered.lost_ids.update({lost} if isinstance(lost, str) else ())
            continue
        entries.append(entry)
        gathered.origins[id(entry)] = (name, (kind, number))


def _read_page(path: Path, name: str, gathered: _Gathered) -> None:
    text = _text(path, name, gathered)
    if text is None:
        return
    head, body, _ = split_front_matter(text)
    fields: dict[str, Any] = {}
    if head is not None:
        raw, problems, _ = read_yaml(head, name, first_line=2)
        gathered.problems += problems
        if raw is not None:
            gathered.places.add(name, head, first_line=2)
            if isinstance(raw, dict):
                fields = without_empty_keys(raw)
                gathered.problems += _not_of_a_head(fields, name)
            else:
                gathered.problems.append(Problem(code="PK028", file=name, line=2, column=1))
    page, problems = shape(Page, {**fields, "path": name, "text": body}, name, ())
    gathered.problems += problems
    if page is not None:
        gathered.pages.append(page)
        gathered.origins[id(page)] = (name, ())


def _not_of_a_head(fields: dict[str, Any], name: str) -> list[Problem]:
    return [
        Problem(code="PK014", file=name, path=(key,), at_key=True, values={"key": key})
        for key in ("path", "text")
        if key in fields
    ]


def _settle_local(gathered: _Gathered) -> None:
    """What lies in a participant's folder holds for that participant."""
    folders = local_folders(gathered.texts)
    if not folders:
        return
    known = frozenset(one.id for one in gathered.entries.get("participants", ())) | gathered.lost_ids
    gathered.problems += settle(gathered.entries, gathered.pages, gathered.origins, known)
    if gathered.complete:
        gathered.problems += strangers(folders, known)


def _assemble(gathered: _Gathered) -> Plan | None:
    if "plan" not in gathered.single:
        if gathered.complete and not any(p.code == "PK001" for p in gathered.problems):
            gathered.problems.append(Problem(code="PK015", file=MAIN_FILE, values={"key": "plan"}))
        return None
    values = {key: made for key, (made, _) in gathered.single.items()}
    values |= {kind: tuple(entries) for kind, entries in gathered.entries.items()}
    return Plan.model_construct(**{**_defaults(), **values, "pages": tuple(gathered.pages)})


def _defaults() -> dict[str, Any]:
    return {name: field.get_default() for name, field in Plan.model_fields.items() if not field.is_required()}


def _duplicates(plan: Plan | None, gathered: _Gathered) -> None:
    if plan is None:
        return
    first: dict[str, Item] = {}
    for kind in KINDS:
        for entry in getattr(plan, kind):
            if entry.id is None:
                continue
            if entry.id in first:
                file, path = gathered.origins[id(entry)]
                gathered.problems.append(
                    Problem(
                        code="PK019",
                        file=file,
                        path=(*path, "id"),
                        subject=entry.id,
                        values={"id": entry.id},
                        other=_id_place(gathered.origins[id(first[entry.id])]),
                    )
                )
            else:
                first[entry.id] = entry


def _id_place(origin: Origin) -> Origin:
    file, path = origin
    return file, (*path, "id")


def _entry_class(kind: str) -> type[Item]:
    annotation: Any = Plan.model_fields[kind].annotation
    cls: type[Item] = annotation.__args__[0]
    return cls


ENTRY = {kind: _entry_class(kind) for kind in KINDS}
"""Class of the entries of each kind."""

_SINGLE: dict[str, type[Entity] | None] = {
    "format": None,
    "plan": PlanFrame,
    "process": Process,
    **dict.fromkeys(Part.model_fields),
}
