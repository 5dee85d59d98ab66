"""A plan to the texts of several files, a subject each, for a plan that a program writes and people go on with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from plankit.model.base import Part
from plankit.model.plan import KINDS, SINGLE, Plan
from plankit.source.dump import page_text, plain, to_yaml
from plankit.source.folder import MAIN_FILE

LAYOUT: Mapping[str, tuple[str, ...]] = {
    MAIN_FILE: (
        "participants",
        "decisions",
        "versions",
        "hearings",
        "succession",
        "parts",
        "links",
        "funding",
    ),
    "sections.yaml": ("sections",),
    "goals.yaml": ("areas", "goals", "indicators"),
    "measures.yaml": ("measures",),
    "agencies.yaml": ("agencies", "arenas"),
    "matrix.yaml": ("tasks", "responsibilities"),
    "services.yaml": ("services", "contacts"),
    "procedures.yaml": ("procedures",),
    "knowledge.yaml": ("duties", "topics", "statistics", "training", "definitions", "annexes", "references"),
    "followup.yaml": ("progress", "activity_plans", "activities", "evaluation", "risks"),
    "answers.yaml": ("answers", "judgements", "vocabulary", "waivers"),
    "merged.yaml": ("merged_from",),
}
"""The kinds of entry that each file holds. A kind that is not here has a file of its own, by its name."""


def lay_out(plan: Plan) -> dict[str, str]:
    """The text of each file of the plan, by its name. Reading them gives an equal plan."""
    main: dict[str, Any] = {"format": plan.format}
    main |= {key: plain(part) for key in SINGLE if (part := getattr(plan, key)) is not None}
    main |= plain(Part(empty=plan.empty, notes=plan.notes, sources=plan.sources))
    files: dict[str, dict[str, Any]] = {MAIN_FILE: main}
    for name, kinds in _files():
        content = {
            kind: [plain(one) for one in entries] for kind in kinds if (entries := getattr(plan, kind))
        }
        if content:
            files[name] = {**files.get(name, {}), **content}
    texts = {name: to_yaml(content) for name, content in files.items()}
    return texts | {page.path: page_text(page) for page in plan.pages}


def _files() -> Iterator[tuple[str, tuple[str, ...]]]:
    placed = {kind for kinds in LAYOUT.values() for kind in kinds}
    yield from ((name, tuple(kind for kind in kinds if kind in KINDS)) for name, kinds in LAYOUT.items())
    yield from ((f"{kind}.yaml", (kind,)) for kind in KINDS if kind not in placed)
