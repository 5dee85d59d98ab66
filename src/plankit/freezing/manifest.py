"""The list of what was published: every file with its checksum, and which text of the plan it shows."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import plankit
from plankit.model.plan import Plan
from plankit.model.seal import LIVING_KINDS, canonical, checksum, is_living
from plankit.views.adopted import Standing

MANIFEST = "manifest.json"
FORMAT = "1"
_PROGRAMS = ("plankit", "Sphinx", "furo", "docutils", "myst-parser", "typst", "python-docx")


def made_with() -> dict[str, str]:
    """The versions of the programs that what is published depends on, of those that are installed."""
    found = {}
    for name in _PROGRAMS:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            continue
    return {**found, "plankit": plankit.__version__}


def living_checksum(plan: Plan) -> str:
    """The checksum over what lives on: reports, contacts and the like, as they are in `plan`."""
    values: dict[str, Any] = plan.model_dump(mode="json", exclude_defaults=True)
    living: dict[str, Any] = {kind: values[kind] for kind in LIVING_KINDS if kind in values}
    for kind, entries in values.items():
        if kind not in living and isinstance(entries, list):
            kept = [
                {key: one[key] for key in one if key == "id" or is_living(kind, key)}
                for one in entries
                if isinstance(one, dict)
            ]
            living[kind] = [one for one in kept if set(one) - {"id"}]
        elif kind == "plan":
            living[kind] = {key: entries[key] for key in entries if is_living(kind, key)}
    outside = [one for one in values.get("procedures", ()) if one.get("outside_plan") in (True, "true")]
    return checksum(canonical([living, outside]))


def manifest_text(
    folder: Path, names: Iterable[str], *, plan: Plan, standing: Standing, today: date, **more: Any
) -> str:
    """The text of a manifest over these files in `folder`; `more` are further keys."""
    seal = standing.seal
    decisions = (
        [one.model_dump(mode="json", exclude={"text", "remarks"}) for one in seal.decisions] if seal else []
    )
    values = {
        "format": FORMAT,
        "plan": plan.plan.id,
        "standing": standing.kind.value,
        "version": {"id": seal.version, "label": seal.label} if seal else None,
        "decisions": decisions,
        "content": standing.checksum,
        "living": living_checksum(plan),
        "day": today.isoformat(),
        "made_with": made_with(),
        **more,
        "files": {name: checksum((folder / name).read_bytes()) for name in sorted(names)},
    }
    return json.dumps(values, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def published_files(folder: Path, *, without: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The files under `folder`, sorted, without the manifest itself and what lies in the folders `without`."""
    found = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return tuple(sorted(name for name in found if name != MANIFEST and name.partition("/")[0] not in without))


def write_if_new(path: Path, text: str) -> None:
    """Write the text; a file that holds it already is not touched."""
    data = text.encode("utf-8")
    if not path.is_file() or path.read_bytes() != data:
        path.write_bytes(data)
