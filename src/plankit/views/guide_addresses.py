"""Where the guide's own site shows each entry of a guide.

One function, so that the site itself, its inventory and every site of a plan agree on it. What would tell the
theme of the guide in an address is a code there.
"""

from __future__ import annotations

from plankit.model.guide import GUIDE_KINDS, Guide, Requirement
from plankit.views.discretion import discretion

OWN_PAGE = {"steps": "steps", "agencies": "agencies", "tasks": "tasks"}
"""Kinds whose entries each have a page, and the folder that it lies in."""

SHARED_PAGE = {
    "phases": ("index", "phase"),
    "requirements": ("requirements", "requirement"),
    "template": ("template", "section"),
    "acts": ("law", "act"),
    "laws": ("law", "law"),
    "legal_duties": ("law", "duty"),
    "help_lines": ("help", "help"),
    "regional_centres": ("help", "centre"),
    "principles": ("quality", "principle"),
    "rubric": ("quality", "criterion"),
    "surveys": ("quality", "survey"),
    "evaluation_questions": ("evaluation", "question"),
    "regimes": ("crosswalk", "regime"),
    "crosswalk": ("crosswalk", "crossing"),
    "target_groups": ("glossary", "term"),
    "topics": ("glossary", "term"),
    "perspectives": ("glossary", "term"),
    "doors": ("glossary", "term"),
    "suspects": ("glossary", "term"),
    "adaptations": ("glossary", "term"),
    "actions": ("glossary", "term"),
    "matrix_levels": ("glossary", "term"),
    "glossary": ("glossary", "term"),
    "matrices": ("tasks", "matrix"),
    "cases": ("cases", "case"),
    "task_phases": ("tasks", "task-phase"),
    "audiences": ("teaching", "audience"),
    "objectives": ("teaching", "objective"),
    "gatherings": ("teaching", "gathering"),
    "monthly_exercises": ("teaching", "month"),
    "confidence_items": ("teaching", "statement"),
    "case_lessons": ("lessons", "lesson"),
    "running_cases": ("lessons", "running"),
    "dilemmas": ("lessons", "dilemma"),
}
"""Kinds whose entries stand together on a page, and what stands before the id in the anchor there."""

Place = tuple[str, str]
"""Name of a page without its ending, and the anchor on it; the anchor is empty where the page is the entry's own."""


def guide_kinds(guide: Guide) -> dict[str, str]:
    """The kind of each entry by its id; of two with the same id, the first."""
    found: dict[str, str] = {}
    for kind in GUIDE_KINDS:
        for entry in getattr(guide, kind):
            found.setdefault(entry.id, kind)
    return found


def guide_places(guide: Guide) -> dict[str, Place]:
    """The place of every entry by its id."""
    return {name: _place(guide, name, kind) for name, kind in guide_kinds(guide).items()}


def guide_place(guide: Guide, entry_id: str) -> Place | None:
    """The page and anchor of one entry; `None` where the guide has no such entry."""
    kind = next((one for one in GUIDE_KINDS if any(e.id == entry_id for e in getattr(guide, one))), None)
    return _place(guide, entry_id, kind) if kind else None


def guide_address(guide: Guide, entry_id: str) -> str | None:
    """The address of an entry below the folder of a language: `steps/step-1.1.html#requirement-consent`.

    `None` where the guide has no such entry.
    """
    place = guide_place(guide, entry_id)
    if place is None:
        return None
    page, anchor = place
    return f"{page}.html#{anchor}" if anchor else f"{page}.html"


def rule_page(code: str) -> str:
    """Name of the page that tells of the rule with this code."""
    return f"rules/{code.lower()}"


def _place(guide: Guide, name: str, kind: str) -> Place:
    quiet = discretion(guide)
    page, anchor = _readable_place(guide, name, kind)
    return quiet.page(page), quiet.anchor(anchor)


def _readable_place(guide: Guide, name: str, kind: str) -> Place:
    if kind in OWN_PAGE:
        return f"{OWN_PAGE[kind]}/{name}", ""
    page, before = SHARED_PAGE[kind]
    anchor = name if name.startswith(f"{before}-") else f"{before}-{name}"
    entry = guide.by_id.get(name)
    if isinstance(entry, Requirement) and any(step.id == entry.step for step in guide.steps):
        page = f"steps/{entry.step}"
    return page, anchor
