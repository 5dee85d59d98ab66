"""A guide pack to a guide: files in, frozen values and problems out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from plankit.findings import Problem
from plankit.model.base import Entity
from plankit.model.guide import GUIDE_KINDS, Guide, GuideFrame, GuidePage
from plankit.model.guide_fact import GuideFact
from plankit.model.nearest import nearest
from plankit.source.folder import PAGE_ENDING, list_folder
from plankit.source.places import Places
from plankit.source.shape import shape, without_empty_keys
from plankit.source.text_file import read_text
from plankit.source.yaml_events import read_yaml

GUIDE_FILE = "guide.yaml"
STARTER = "starter"
"""Folder of a pack that holds the plan which a municipality starts from."""
TEACHING = "teaching"
"""Folder of a pack that holds what only teachers need. It is half as large as all the rest."""
AUDIENCES = "audiences"
PAGES = "pages"
"""Folder of a pack that holds its prose, a folder for each language."""
_TITLE = re.compile(r"\s*# ([^\n]+)")


Origin = tuple[str, tuple[str | int, ...]]


@dataclass(frozen=True, kw_only=True)
class ReadGuide:
    """What reading a pack gave."""

    guide: Guide | None
    problems: tuple[Problem, ...]
    places: Places
    origins: Mapping[int, Origin]

    def origin(self, entry: Entity) -> Origin:
        """The file that the entry stands in, and its path there."""
        return self.origins.get(id(entry), (GUIDE_FILE, ()))


def _entry_class(kind: str) -> type[GuideFact]:
    annotation: Any = Guide.model_fields[kind].annotation
    cls: type[GuideFact] = annotation.__args__[0]
    return cls


GUIDE_ENTRY = {kind: _entry_class(kind) for kind in GUIDE_KINDS}


def read_guide(folder: Path, *, teaching: bool = True) -> ReadGuide:
    """Read the guide in `folder`, leaving out its starter plan and, without `teaching`, what only teachers need."""
    found = list_folder(folder, main_file=GUIDE_FILE)
    problems = list(found.problems)
    places = Places()
    values: dict[str, Any] = {}
    origins: dict[int, Origin] = {}
    for name in found.data:
        if name.startswith(f"{STARTER}/") or (not teaching and name.startswith(f"{TEACHING}/")):
            continue
        text, bad = read_text(folder / name, name)
        problems += bad
        if text is None:
            continue
        raw, bad, _ = read_yaml(text, name)
        problems += bad
        if raw is None:
            continue
        places.add(name, text)
        if isinstance(raw, dict):
            for key, value in raw.items():
                problems += _take(name, key, without_empty_keys(value), values, origins)
    values["pages"], bad = _pages(folder, found.pages)
    problems += bad
    for page in values["pages"]:
        origins[id(page)] = (page.path, ())
    problems += _duplicates(values, origins)
    guide = Guide.model_construct(**{**_defaults(), **values}) if "guide" in values else None
    return ReadGuide(guide=guide, problems=tuple(problems), places=places, origins=origins)


def _pages(folder: Path, names: tuple[str, ...]) -> tuple[tuple[GuidePage, ...], list[Problem]]:
    """The pages of prose: each lies in the folder of its language, under the name of what it tells of."""
    pages = []
    problems: list[Problem] = []
    for path in names:
        parts = path.removesuffix(PAGE_ENDING).split("/")
        if parts[0] != PAGES or len(parts) != 3:
            continue
        text, bad = read_text(folder / path, path)
        problems += bad
        if text is not None:
            title = _TITLE.match(text)
            pages.append(
                GuidePage(
                    path=path,
                    language=parts[1],
                    name=parts[2],
                    title=title[1].strip() if title else None,
                    text=text,
                )
            )
    return tuple(pages), problems


def _take(
    name: str, key: str, value: Any, values: dict[str, Any], origins: dict[int, Origin]
) -> list[Problem]:
    """Add what one key of a file holds to `values`; returns what is wrong with it."""
    if key == "guide":
        frame, bad = shape(GuideFrame, value, name, (key,))
        if frame is not None:
            values[key] = frame
            origins[id(frame)] = (name, (key,))
        return list(bad)
    if key in GUIDE_ENTRY and isinstance(value, list):
        problems: list[Problem] = []
        for number, raw in enumerate(value):
            entry, bad = shape(GUIDE_ENTRY[key], raw, name, (key, number))
            problems += bad
            if entry is not None:
                values[key] = (*values.get(key, ()), entry)
                origins[id(entry)] = (name, (key, number))
        return problems
    if key in GUIDE_ENTRY:
        return [Problem(code="PK016", file=name, path=(key,), values={"key": key, "wanted": "list"})]
    if key == "format":
        return []
    near = nearest(key, ("guide", *GUIDE_KINDS))
    return [Problem(code="PK014", file=name, path=(key,), at_key=True, values={"key": key}, suggestion=near)]


def _duplicates(values: dict[str, Any], origins: Mapping[int, Origin]) -> list[Problem]:
    """Ids that more than one entry of the guide has, of whatever kind: an id means one thing.

    Audiences are the exception: each is a word that is typed (`--audience school`), and school is an agency too.
    """
    shared: dict[str, Origin] = {}
    problems = []
    for kind in GUIDE_KINDS:
        first = {} if kind == AUDIENCES else shared
        for entry in values.get(kind, ()):
            here = origins[id(entry)]
            if entry.id in first:
                file, path = here
                problems.append(
                    Problem(
                        code="PK019",
                        file=file,
                        path=(*path, "id"),
                        subject=entry.id,
                        values={"id": entry.id},
                        other=first[entry.id],
                    )
                )
            first.setdefault(entry.id, here)
    return problems


def _defaults() -> dict[str, Any]:
    return {
        name: field.get_default() for name, field in Guide.model_fields.items() if not field.is_required()
    }
