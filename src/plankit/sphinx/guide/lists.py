"""The pages that look things up: template, words, help, what makes a plan good, and what others ask for."""

from __future__ import annotations

import re
from collections.abc import Iterable

from plankit.html.help import phone
from plankit.html.markup import NOTHING, Html, bullets, esc, facts, join, outside
from plankit.language import N_
from plankit.model.guide import GuideCase, GuideTerm, Regime, RubricItem, TemplateSection
from plankit.model.guide_help import HelpLine, RegionalCentre
from plankit.model.vocabulary import built_in
from plankit.sphinx.guide.frame import force_badge, provenance, remark, stacked
from plankit.sphinx.guide.surveys import surveys
from plankit.sphinx.guide.view import GuideView
from plankit.views.groups import capitalised
from plankit.views.guide_reading import entry_title

_ADDRESS = re.compile(r"(https?://)?[\w.-]+(:\d+)?(/[^\s<>\"]*)?")
WORD_LISTS = (
    ("glossary", N_("Words")),
    ("target_groups", N_("Target groups")),
    ("topics", N_("Topics")),
    ("perspectives", N_("Perspectives")),
    ("doors", N_("Where it is discovered")),
    ("suspects", N_("Who is suspected")),
    ("adaptations", N_("Adaptations")),
    ("actions", N_("Actions")),
    ("matrix_levels", N_("Levels")),
)


def template(page: GuideView) -> Html:
    """Every section of the plan's template, what it holds, and which requirements belong there."""
    return join(_section(page, one) for one in page.guide.template)


def _section(page: GuideView, one: TemplateSection) -> Html:
    t = page.t
    items = bullets(
        (join([force_badge(page, part.force), Html(" "), page.line(part.text)]) for part in one.contains),
        "pk-contains",
    )
    asked = [page.link(each.id) for each in page.guide.requirements if each.section == one.id]
    rows = [
        (t("How to write it"), page.link(one.step) if one.step else NOTHING),
        (t("Requirements"), bullets(asked, "pk-plain")),
    ]
    badge = join([Html(" "), force_badge(page, one.force)]) if one.force else NOTHING
    order = Html(f'<span class="pk-number">{esc(one.order)}</span> ')
    title = entry_title(page.reading, one.id).text
    head = page.heading(2, page.place(one.id), title, join([order, page.title(one.id), badge]))
    return join([head, page.prose(one.text), items, facts(rows), remark(page, one), provenance(page, one)])


def glossary(page: GuideView) -> Html:
    """The words of the theme, its target groups, topics and perspectives."""
    parts = []
    for kind, words in WORD_LISTS:
        ones: tuple[GuideTerm, ...] = getattr(page.guide, kind)
        if ones:
            parts += [page.part(kind.replace("_", "-"), page.t(words)), terms(page, ones)]
    return join(parts)


def terms(page: GuideView, ones: Iterable[GuideTerm]) -> Html:
    """Words with what they mean, each at its anchor."""
    rows = []
    for one in ones:
        also = f' <span class="pk-also">({esc(", ".join(one.also))})</span>' if one.also else ""
        rows.append(
            f"<div{page.anchor_id(page.place(one.id))}><dt>{page.title(one.id)}{also}</dt>\n"
            f"<dd>{page.prose(one.text)}{remark(page, one)}{provenance(page, one)}</dd></div>\n"
        )
    return Html(f'<dl class="pk-terms">\n{"".join(rows)}</dl>\n')


def cases(page: GuideView) -> Html:
    """The made-up cases that plans are tested with."""
    words = esc(page.t("All cases are made up."))
    return join([Html(f"<p>{words}</p>\n"), *(_case(page, one) for one in page.guide.cases)])


def _case(page: GuideView, one: GuideCase) -> Html:
    t = page.t
    rows = [
        (t("Who is exposed"), page.link(one.exposed)),
        (t("Where it is discovered"), page.link(one.door)),
        (t("Who is suspected"), page.link(one.suspect) if one.suspect else NOTHING),
        (t("Severity"), esc(page.label("severity", one.severity))),
        (t("Adaptations"), page.links(one.adaptations)),
        (t("When"), esc(one.at)),
    ]
    return Html(
        f'<article class="pk-card">\n{page.entry_heading(2, one.id)}{page.prose(one.story)}{facts(rows)}'
        f"{remark(page, one)}{provenance(page, one)}</article>\n"
    )


def help_page(page: GuideView) -> Html:
    """Where someone gets help, emergencies first; then the centres that help municipalities."""
    parts = []
    lines = page.guide.help_lines
    for kind in dict.fromkeys((*built_in().get("help-kind", {}), *(one.kind for one in lines))):
        ones = [one for one in lines if one.kind == kind]
        if ones:
            parts.append(page.part(f"kind-{kind}", capitalised(page.label("help-kind", kind))))
            parts += [_line(page, one) for one in ones]
    if page.guide.regional_centres:
        parts.append(page.part("centres", page.t("Regional centres")))
        parts += [_centre(page, one) for one in page.guide.regional_centres]
    return join(parts)


def _site(address: str | None) -> Html:
    if not address:
        return NOTHING
    if not _ADDRESS.fullmatch(address):
        return esc(address)
    return outside(
        address if "://" in address else f"https://{address}", address.partition("://")[2] or address
    )


def _line(page: GuideView, one: HelpLine) -> Html:
    t = page.t
    hours = [page.line(one.hours), esc(t("around the clock")) if one.around_the_clock else NOTHING]
    rows = [
        (t("Telephone"), phone(one.number) if one.number else NOTHING),
        (t("Website"), _site(one.site)),
        (t("Open"), join((part for part in hours if part), ", ")),
        (t("For whom"), page.line(one.for_whom)),
        (t("Costs you"), page.line(one.cost)),
        (t("What a call leaves behind"), page.line(one.shows)),
    ]
    return Html(
        f'<article class="pk-card pk-help-line">\n{page.entry_heading(3, one.id)}{facts(rows)}'
        f"{remark(page, one)}{provenance(page, one)}</article>\n"
    )


def _centre(page: GuideView, one: RegionalCentre) -> Html:
    t = page.t
    mail = Html(f'<a href="mailto:{esc(one.email)}">{esc(one.email)}</a>') if one.email else NOTHING
    rows = [
        (t("Counties"), esc(", ".join(one.counties))),
        (t("Telephone"), phone(one.phone) if one.phone else NOTHING),
        (t("E-mail"), mail),
        (t("Website"), _site(one.site)),
    ]
    return Html(
        f'<article class="pk-card">\n{page.entry_heading(3, one.id)}{page.prose(one.text)}{facts(rows)}'
        f"{remark(page, one)}{provenance(page, one)}</article>\n"
    )


def quality(page: GuideView) -> Html:
    """What a plan's quality is judged by, principle by principle."""
    t, guide = page.t, page.guide
    legend = t("Each is judged 0 (absent), 1 (vague) or 2 (specific).")
    frame = guide.guide
    edition = t("Edition {edition} of {date}.").format(
        edition=frame.rubric_edition or "–", date=frame.rubric_date.text if frame.rubric_date else "–"
    )
    parts = [Html(f"<p>{esc(legend)} {esc(edition)}</p>\n")]
    for principle in guide.principles:
        parts += [
            page.entry_heading(2, principle.id),
            page.prose(principle.text),
            provenance(page, principle),
        ]
        parts += [_criterion(page, one) for one in guide.rubric if one.principle == principle.id]
    known = {one.id for one in guide.principles}
    loose = [one for one in guide.rubric if one.principle not in known]
    if loose:
        parts.append(page.part("loose", t("Other")))
        parts += [_criterion(page, one) for one in loose]
    return join([*parts, surveys(page)])


def _criterion(page: GuideView, one: RubricItem) -> Html:
    t = page.t
    rows = [
        (t("Who decides"), esc(page.label("decided-by", one.decided_by))),
        (t("Requirements"), bullets(map(page.link, one.requirements), "pk-plain")),
    ]
    levels = bullets(
        (
            join([Html(f"<strong>{number}</strong>: "), page.line(level)])
            for number, level in enumerate(one.levels)
        ),
        "pk-plain",
    )
    return Html(
        f'<article class="pk-card">\n{page.entry_heading(3, one.id)}{page.prose(one.text)}{levels}{facts(rows)}'
        f"{remark(page, one)}{provenance(page, one)}</article>\n"
    )


def crosswalk(page: GuideView) -> Html:
    """What each convention, act or handbook asks for, and which requirement asks for the same."""
    guide = page.guide
    parts = [_regime(page, one) for one in guide.regimes]
    known = {one.id for one in guide.regimes}
    for name in dict.fromkeys(one.regime for one in guide.crosswalk if one.regime not in known):
        parts += [page.heading(2, f"pk-regime-{name}", name), _crossings(page, name)]
    return join(parts)


def _regime(page: GuideView, one: Regime) -> Html:
    head = page.entry_heading(2, one.id)
    official = facts([(page.t("Official text"), _site(one.official))])
    more = (remark(page, one), provenance(page, one), _crossings(page, one.id))
    return join([head, page.prose(one.text), official, *more])


def _crossings(page: GuideView, regime: str) -> Html:
    t = page.t
    rows = []
    for one in page.guide.crosswalk:
        if one.regime != regime:
            continue
        mark = page.anchor_id(page.place(one.id))
        first = Html(f"<span{mark}>{esc(one.provision)}</span>{page.mark(one.id)}")
        relation = esc(page.label("crosswalk-relation", one.relation))
        asked = page.link(one.requirement)
        rows.append((first, asked, relation, join([remark(page, one), provenance(page, one)])))
    heads = (t("Provision"), t("Requirement"), t("How the requirement stands to it"), t("Source"))
    return stacked(f"{t('Requirements')}: {entry_title(page.reading, regime).text}", heads, rows)
