"""Writes a generated plan as a folder of files, spread as people spread them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from plankit.model.plan import KINDS, SINGLE, Plan
from plankit.source.dump import page_text, plain
from plankit.source.folder import MAIN_FILE

_FILES = {
    "areas": "goals.yaml",
    "goals": "goals.yaml",
    "indicators": "goals.yaml",
    "measures": "measures.yaml",
    "agencies": "agencies.yaml",
    "responsibilities": "matrix.yaml",
    "services": "services.yaml",
    "procedures": "procedures.yaml",
    "statistics": "knowledge.yaml",
    "progress": "followup.yaml",
    "evaluation": "followup.yaml",
    "answers": "answers.yaml",
    "sections": "sections.yaml",
}
"""Where each kind stands; the others stand in the main file."""


def files_of(plan: Plan) -> dict[str, str]:
    """The text of each file of the plan by its name. Reading them gives an equal plan."""
    contents: dict[str, dict[str, Any]] = {MAIN_FILE: {"format": plan.format}}
    for key in SINGLE:
        if getattr(plan, key) is not None:
            contents[MAIN_FILE][key] = plain(getattr(plan, key))
    for kind in KINDS:
        if getattr(plan, kind):
            entries = [plain(entry) for entry in getattr(plan, kind)]
            contents.setdefault(_FILES.get(kind, MAIN_FILE), {})[kind] = entries
    texts = {name: "\n".join(_lines(content, "")) + "\n" for name, content in contents.items()}
    return texts | {page.path: page_text(page) for page in plan.pages}


def write_plan(plan: Plan, folder: Path) -> None:
    """The folder holds the plan afterwards."""
    for name, text in files_of(plan).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8"))


def _lines(value: dict[str, Any], indent: str) -> Iterator[str]:
    """The mapping as YAML, every text in quotes. A writer of our own: thousands of plans wait for it."""
    for key, one in value.items():
        if isinstance(one, list) and one and isinstance(one[0], dict):
            yield f"{indent}{key}:"
            for entry in one:
                first, *rest = _lines(entry, indent + "    ")
                yield f"{indent}  - {first.lstrip()}"
                yield from rest
        elif isinstance(one, dict):
            yield f"{indent}{key}:"
            yield from _lines(one, indent + "  ")
        else:
            yield f"{indent}{key}: {json.dumps(one, ensure_ascii=False)}"
