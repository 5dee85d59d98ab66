"""The page about the guide itself: what it describes, how sure it is, and what is missing."""

from __future__ import annotations

from plankit.html.markup import NOTHING, Html, bullets, esc, facts, join, outside
from plankit.language import N_
from plankit.model.guide import GUIDE_KINDS
from plankit.model.guide_fact import GuideFact
from plankit.sphinx.guide.frame import stacked
from plankit.sphinx.guide.view import LANGUAGE_NAMES, GuideView
from plankit.views.guide_reading import is_unconfirmed

KIND_WORDS = {
    "phases": N_("Phases"),
    "steps": N_("Steps"),
    "requirements": N_("Requirements"),
    "template": N_("Sections of the template"),
    "agencies": N_("Agencies"),
    "tasks": N_("Tasks"),
    "acts": N_("Acts"),
    "laws": N_("Provisions"),
    "legal_duties": N_("Duties with a name of their own"),
    "help_lines": N_("Help lines"),
    "regional_centres": N_("Regional centres"),
    "principles": N_("Principles"),
    "rubric": N_("Criteria of quality"),
    "surveys": N_("Counts of plans"),
    "evaluation_questions": N_("Questions of the evaluation"),
    "regimes": N_("Conventions, acts and handbooks"),
    "crosswalk": N_("Comparisons with others"),
    "target_groups": N_("Target groups"),
    "topics": N_("Topics"),
    "task_phases": N_("Phases of tasks"),
    "perspectives": N_("Perspectives"),
    "doors": N_("Where it is discovered"),
    "suspects": N_("Who is suspected"),
    "adaptations": N_("Adaptations"),
    "actions": N_("Actions"),
    "matrices": N_("Matrices of levels"),
    "matrix_levels": N_("Levels"),
    "cases": N_("Cases to test a plan with"),
    "glossary": N_("Words"),
    "audiences": N_("Audiences"),
    "objectives": N_("Learning objectives"),
    "case_lessons": N_("Cases to talk about"),
    "running_cases": N_("Cases for a whole day"),
    "dilemmas": N_("Dilemmas"),
    "gatherings": N_("Gatherings"),
    "monthly_exercises": N_("Exercises of the year"),
    "confidence_items": N_("Statements before and after"),
}
_SURE = ("read", "inferred", "unconfirmed")


def about(page: GuideView) -> Html:
    """What the guide describes, how sure it is of each kind of thing, its gaps, and all that is not confirmed."""
    t, frame = page.t, page.guide.guide
    original = frame.original
    rows = [
        (t("About"), page.line(frame.theme)),
        (t("Edition"), esc(frame.edition)),
        (t("Published"), esc(frame.published_on.text) if frame.published_on else NOTHING),
        (t("Edition before it"), esc(frame.replaces or "")),
        (
            t("Describes"),
            outside(original.address or "", page.reading.text(original.title)) if original else NOTHING,
        ),
        (t("Owner of the original"), page.line(original.owner) if original else NOTHING),
        (t("Read on"), esc(original.read_on.text) if original and original.read_on else NOTHING),
        (t("Checked"), esc(frame.checked_on.text) if frame.checked_on else NOTHING),
        (t("Written in"), esc(_names(frame.language))),
        (t("Complete in"), esc(_names(*frame.languages))),
        (t("Partly in"), esc(_names(*frame.partial_languages))),
        (t("Licence"), esc(frame.licence or "")),
    ]
    parts = [page.prose(frame.about), facts(rows), page.part("sure", t("How sure it is")), _counts(page)]
    gaps = [page.link(step.id) for step in page.guide.steps if step.missing]
    if gaps:
        parts += [page.part("gaps", t("What is missing")), bullets(gaps)]
    return join([*parts, _unconfirmed(page)])


def _names(*tags: str) -> str:
    return ", ".join(LANGUAGE_NAMES.get(tag, tag) for tag in tags)


def _facts_of(page: GuideView, kind: str) -> tuple[GuideFact, ...]:
    found: tuple[GuideFact, ...] = getattr(page.guide, kind)
    return found


def _counts(page: GuideView) -> Html:
    rows = []
    for kind in GUIDE_KINDS:
        ones = _facts_of(page, kind)
        if ones:
            sure = [one.confidence if not is_unconfirmed(one) else "unconfirmed" for one in ones]
            numbers = (esc(str(sure.count(code))) for code in _SURE)
            rows.append((esc(page.t(KIND_WORDS.get(kind, kind))), *numbers))
    heads = (page.t("What"), *(page.label("confidence", code) for code in _SURE))
    return stacked(page.t("How many of each are confirmed"), heads, rows, css="pk-counts")


def _unconfirmed(page: GuideView) -> Html:
    parts = []
    for kind in GUIDE_KINDS:
        ones = [one for one in _facts_of(page, kind) if is_unconfirmed(one)]
        if ones:
            words = page.t(KIND_WORDS.get(kind, kind))
            parts.append(
                Html(f"<h3>{esc(words)} ({len(ones)})</h3>\n{bullets(page.link(one.id) for one in ones)}")
            )
    if not parts:
        return NOTHING
    return join([page.part("unconfirmed", page.t("What is not confirmed")), *parts])
