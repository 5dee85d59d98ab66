"""Which function draws which part of which page: a table, no more."""

from __future__ import annotations

from collections.abc import Callable

from plankit.html.markup import NOTHING, Html
from plankit.model.guide import GuideAgency, GuideStep, GuideTask, Phase
from plankit.rules.catalogue import BY_CODE
from plankit.sphinx.guide import about, law, lessons, lists, parties, questions, rules, steps, teaching
from plankit.sphinx.guide.frame import safety
from plankit.sphinx.guide.view import GuideView, prose_notice

LEAD, BODY, NOTICE, PHASE, STEPS = "lead", "body", "notice:", "phase:", "steps:"
"""Parts of a page: what stands above its prose, what stands below, a notice over prose, a phase, and its steps."""

SHARED: dict[str, Callable[[GuideView], Html]] = {
    "requirements": steps.requirements,
    "template": lists.template,
    "quality": lists.quality,
    "evaluation": questions.evaluation,
    "crosswalk": lists.crosswalk,
    "cases": lists.cases,
    "teaching": teaching.teaching,
    "lessons": lessons.lessons,
    "agencies": parties.agencies,
    "tasks": parties.tasks,
    "law": law.law,
    "glossary": lists.glossary,
    "help": lists.help_page,
    "safety": safety,
    "about": about.about,
}


def draw(page: GuideView, part: str) -> Html:
    """A part of the page as HTML; nothing where the page has no such part."""
    if part.startswith(NOTICE):
        return prose_notice(page, part.removeprefix(NOTICE))
    if part.startswith((PHASE, STEPS)):
        found = page.guide.by_id.get(part.partition(":")[2])
        if not isinstance(found, Phase):
            return NOTHING
        return steps.phase(page, found) if part.startswith(PHASE) else steps.phase_steps(page, found)
    if page.name == "index":
        return steps.front(page) if part == LEAD else NOTHING
    if page.name in SHARED:
        return SHARED[page.name](page) if part == BODY else NOTHING
    name = page.own_site.documents[page.name].entry
    if name in BY_CODE and page.name.startswith("rules/"):
        return rules.rule_page(page, name) if part == BODY else NOTHING
    entry = page.guide.by_id.get(name)
    if isinstance(entry, GuideStep):
        return steps.step_lead(page, entry) if part == LEAD else steps.step_body(page, entry)
    if isinstance(entry, GuideAgency):
        return parties.agency_lead(page, entry) if part == LEAD else parties.agency_body(page, entry)
    if isinstance(entry, GuideTask):
        return parties.task_lead(page, entry) if part == LEAD else parties.task_body(page, entry)
    return NOTHING
