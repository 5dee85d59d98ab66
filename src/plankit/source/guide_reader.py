"""A guide pack to a guide: files in, frozen values and problems out."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from plankit.findings import Problem
from plankit.model.guide import GUIDE_KINDS, Guide, GuideFact, GuideFrame
from plankit.model.nearest import nearest
from plankit.source.folder import list_folder
from plankit.source.places import Places
from plankit.source.shape import shape, without_empty_keys
from plankit.source.text_file import read_text
from plankit.source.yaml_events import read_yaml

GUIDE_FILE = "guide.yaml"
STARTER = "starter"
"""Folder of a pack that holds the plan which a municipality starts from."""


@dataclass(frozen=True, kw_only=True)
class ReadGuide:
    """What reading a pack gave."""

    guide: Guide | None
    problems: tuple[Problem, ...]
    places: Places


def _entry_class(kind: str) -> type[GuideFact]:
    annotation: Any = Guide.model_fields[kind].annotation
    cls: type[GuideFact] = annotation.__args__[0]
    return cls


GUIDE_ENTRY = {kind: _entry_class(kind) for kind in GUIDE_KINDS}


def read_guide(folder: Path) -> ReadGuide:
    """Read the guide in `folder`, leaving out its starter plan."""
    found = list_folder(folder, main_file=GUIDE_FILE)
    problems = list(found.problems)
    places = Places()
    values: dict[str, Any] = {}
    for name in found.data:
        if name.startswith(f"{STARTER}/"):
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
                _take(name, key, without_empty_keys(value), values, problems)
    problems += _duplicates(values)
    guide = Guide.model_construct(**{**_defaults(), **values}) if "guide" in values else None
    return ReadGuide(guide=guide, problems=tuple(problems), places=places)


def _take(name: str, key: str, value: Any, values: dict[str, Any], problems: list[Problem]) -> None:
    if key == "guide":
        frame, bad = shape(GuideFrame, value, name, (key,))
        problems += bad
        if frame is not None:
            values[key] = frame
    elif key in GUIDE_ENTRY and isinstance(value, list):
        for number, raw in enumerate(value):
            entry, bad = shape(GUIDE_ENTRY[key], raw, name, (key, number))
            problems += bad
            if entry is not None:
                values[key] = (*values.get(key, ()), entry)
    elif key in GUIDE_ENTRY:
        problems.append(Problem(code="PK016", file=name, path=(key,), values={"key": key, "wanted": "list"}))
    elif key != "format":
        problems.append(
            Problem(
                code="PK014",
                file=name,
                path=(key,),
                at_key=True,
                values={"key": key},
                suggestion=nearest(key, ("guide", *GUIDE_KINDS)),
            )
        )


def _duplicates(values: dict[str, Any]) -> list[Problem]:
    seen: set[tuple[str, str]] = set()
    problems = []
    for kind in GUIDE_KINDS:
        for entry in values.get(kind, ()):
            if (kind, entry.id) in seen:
                problems.append(
                    Problem(
                        code="PK019",
                        file=GUIDE_FILE,
                        subject=entry.id,
                        values={"id": entry.id, "other": kind},
                    )
                )
            seen.add((kind, entry.id))
    return problems


def _defaults() -> dict[str, Any]:
    return {
        name: field.get_default() for name, field in Guide.model_fields.items() if not field.is_required()
    }
