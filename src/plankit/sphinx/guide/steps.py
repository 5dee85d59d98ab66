"""The front page, the pages of steps, and the list of all requirements."""

from __future__ import annotations

from plankit.html.markup import NOTHING, Html, bullets, esc, facts, join, outside
from plankit.language import N_
from plankit.model.guide import GuideStep, Phase, Requirement
from plankit.sphinx.guide.frame import (
    FORCES,
    decided_by,
    doubt,
    force_badge,
    provenance,
    remark,
    requirement_card,
    stacked,
)
from plankit.sphinx.guide.view import GuideView
from plankit.views.guide_pages import steps_in
from plankit.views.guide_reading import entry_title

GAP = N_("The original has a step here that could not be read. What it says is not known.")
FORCE_MEANINGS = {
    "law": N_("An act or regulation asks for it."),
    "must": N_("The guide says that the plan must have it."),
    "should": N_("The guide recommends it."),
    "advice": N_("A piece of advice: do as it suits you."),
}


def front(page: GuideView) -> Html:
    """What the guide is, above its phases."""
    t, frame = page.t, page.guide.guide
    original = frame.original
    rows = [
        (t("About"), page.line(frame.theme)),
        (t("Edition"), esc(frame.edition)),
        (
            t("Describes"),
            outside(original.address or "", page.reading.text(original.title)) if original else NOTHING,
        ),
        (t("Checked"), esc(frame.checked_on.text) if frame.checked_on else NOTHING),
    ]
    words = (
        t("This is a description in other words than the original’s, not the original itself.")
        if original
        else ""
    )
    link = f'<a class="reference internal" href="{esc(page.path_to("about"))}">{esc(t("How sure it is, and what is missing"))}</a>'
    return Html(f'<div class="pk-front">{facts(rows)}<p>{esc(words)} {link}.</p></div>\n')


def phase(page: GuideView, one: Phase) -> Html:
    """A phase on the front page: what it is for."""
    return join([page.entry_heading(2, one.id), page.prose(one.text)])


def phase_steps(page: GuideView, one: Phase) -> Html:
    """The steps of a phase in order, with their numbers."""
    return join([_step_list(page, one.id), remark(page, one), provenance(page, one)])


def _step_list(page: GuideView, of_phase: str) -> Html:
    items = []
    for step in steps_in(page.reading, of_phase):
        asked = sum(one.step == step.id for one in page.guide.requirements)
        count = page.count("{count} requirement", "{count} requirements", asked) if asked else ""
        css = " pk-gap" if step.missing else ""
        href = esc(page.href(step.id) or "#")
        more = page.t("Gap: this step could not be read.") if step.missing else ""
        text = f'<span class="pk-gap-words">{esc(more)}</span>' if more else page.line(step.text)
        items.append(
            f'<li class="pk-step{css}"><span class="pk-step-number">{esc(step.number or "–")}</span>\n'
            f'<div><a class="reference internal" href="{href}">{page.line(step.title)}</a>{page.mark(step.id)}\n'
            f'<p>{text}</p>{f"""<p class="pk-number">{esc(count)}</p>""" if count else ""}</div></li>\n'
        )
    return Html(f'<ul class="pk-step-list">\n{"".join(items)}</ul>\n') if items else NOTHING


def step_lead(page: GuideView, step: GuideStep) -> Html:
    """The first words of a step's page: what the step is, or that it is missing."""
    gap = f'<p class="pk-notice pk-gap-notice">{esc(page.t(GAP))}</p>\n' if step.missing else ""
    text = page.prose(step.text)
    return Html(
        f'{gap}{doubt(page, step)}<div class="pk-lead">{text}</div>\n'
        if text
        else f"{gap}{doubt(page, step)}"
    )


def step_body(page: GuideView, step: GuideStep) -> Html:
    """What to do, what is asked for, and where it goes in the plan."""
    t, guide = page.t, page.guide
    asked = [one for one in _in_order(guide.requirements) if one.step == step.id]
    parts = []
    if step.do:
        items = bullets((page.line(one) for one in step.do), "pk-do")
        parts.append(join([page.part("do", t("What to do")), items]))
    if asked:
        parts.append(page.part("asked", t("What is asked for")))
    parts += [requirement_card(page, one) for one in asked]
    sections = [page.link(one.id) for one in guide.template if one.step == step.id]
    below = [page.link(one.id) for one in guide.steps if one.parent == step.id]
    rows = [
        (t("Phase"), page.link(step.phase)),
        (t("Part of"), page.link(step.parent) if step.parent else NOTHING),
        (t("Steps within"), join(below, ", ")),
        (t("In the plan’s template"), join(sections, ", ")),
    ]
    parts += [page.part("facts", t("About this step")), facts(rows)]
    return join([*parts, remark(page, step), provenance(page, step)])


def _in_order(ones: tuple[Requirement, ...]) -> list[Requirement]:
    return sorted(ones, key=lambda one: FORCES.index(one.force) if one.force in FORCES else len(FORCES))


def requirements(page: GuideView) -> Html:
    """Every requirement, step by step, with its force and who decides it."""
    t, guide = page.t, page.guide
    parts = [_legend(page)]
    for step in guide.steps:
        ones = [one for one in guide.requirements if one.step == step.id]
        if ones:
            parts += [page.heading(2, f"pk-{step.id}", _plain(page, step.id), page.link(step.id))]
            parts.append(requirement_table(page, ones, _plain(page, step.id)))
    known = {step.id for step in guide.steps}
    loose = [one for one in guide.requirements if one.step not in known]
    if loose:
        parts.append(page.part("loose", t("Of no step")))
        parts += [requirement_card(page, one) for one in loose]
    return join(parts)


def requirement_table(page: GuideView, ones: list[Requirement], caption: str) -> Html:
    """Requirements as a table."""
    t = page.t
    rows = [
        (
            page.link(one.id),
            force_badge(page, one.force),
            decided_by(page, one),
            page.links(one.laws),
        )
        for one in ones
    ]
    heads = (t("Requirement"), t("Force"), t("Who decides"), t("Law"))
    return stacked(f"{t('Requirements')}: {caption}", heads, rows)


def _plain(page: GuideView, name: str) -> str:
    return entry_title(page.reading, name).text


def _legend(page: GuideView) -> Html:
    rows = "".join(
        f"<div><dt>{force_badge(page, force)}</dt><dd>{esc(page.t(FORCE_MEANINGS[force]))} "
        f'<span class="pk-number">({sum(one.force == force for one in page.guide.requirements)})</span></dd></div>\n'
        for force in FORCES
    )
    return Html(f'<dl class="pk-legend pk-force-legend">\n{rows}</dl>\n')
