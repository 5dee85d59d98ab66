"""Counts that others made, and the same counted anew from the plans; and four questions to every municipality."""

from __future__ import annotations

from collections.abc import Sequence

from plankit.html.markup import NOTHING, Html, esc, join
from plankit.language import N_
from plankit.model.survey import Survey, SurveyFigure
from plankit.registry.tables import Share, by_size, four_questions, whole_country
from plankit.registry_site.groups import region_shares, size_name
from plankit.registry_site.overview import people_source
from plankit.registry_site.page import (
    Cell,
    Site,
    cell,
    figure,
    heading,
    page,
    paragraph,
    percent,
    rule_box,
    source_line,
    table,
)
from plankit.views.in_force import State

_QUESTIONS = {
    "written": N_("Is there a plan in writing?"),
    "adopted": N_("Is it adopted?"),
    "published": N_("Is it published?"),
    "revised": N_("Was it decided on within the last four years?"),
    "all": N_("All four"),
}
_OF_QUESTIONS = frozenset({*_QUESTIONS, "failed"})


def comparison(site: Site) -> bytes:
    """The page."""
    here, title = "comparison.html", site.t(N_("Earlier counts, and the same today"))
    surveys = site.picture.guide.surveys if site.picture.guide else ()
    about_plans = [one for one in surveys if not _is_of_questions(one)]
    warning = site.t(
        N_(
            "Definitions differ from count to count. Do not join them to a line, and call no difference a trend."
        )
    )
    parts = [
        paragraph(warning, "warning"),
        rule_box(site),
        heading(2, site.t(N_("The same tables today")), "today"),
        _today(site),
        *(_survey(site, one) for one in about_plans),
        heading(2, site.t(N_("Four questions")), "questions"),
        _questions(site),
        *(_survey(site, one) for one in surveys if _is_of_questions(one)),
    ]
    return page(site, here, title, parts)


def _is_of_questions(survey: Survey) -> bool:
    return any(one.kind in _OF_QUESTIONS for one in survey.figures)


def _today(site: Site) -> Html:
    whole = whole_country(site.picture)
    groups: list[tuple[str, Sequence[tuple[str, Share]]]] = [
        (site.t(N_("The whole country")), [(site.t(N_("All municipalities")), whole)])
    ]
    regions = [(one.name or site.t(N_("No centre known")), one) for one in region_shares(site)]
    if regions:
        groups.append((site.t(N_("By regional centre")), regions))
    sizes = [(size_name(site, one.key), one) for one in by_size(site.picture)]
    if sizes:
        groups.append((site.t(N_("By number of inhabitants")), sizes))
    parts = [_shares(site, caption, rows) for caption, rows in groups]
    if not sizes:
        told = N_("How many live where is not given, so that nothing is told by size or by inhabitants.")
        parts.append(paragraph(site.t(told), "note"))
    return join([*parts, people_source(site)])


def _shares(site: Site, caption: str, rows: Sequence[tuple[str, Share]]) -> Html:
    t = site.t
    people = any(one.people for _, one in rows)
    heads = [
        t(N_("Group")),
        t(N_("Municipalities")),
        t(N_("With a plan in force")),
        t(N_("Share")),
        t(N_("Own plan")),
        t(N_("Shared plan")),
        t(N_("Shared, of those in force")),
        *([t(N_("Inhabitants covered"))] if people else []),
    ]
    return table(caption, heads, [_share_row(site, name, one, people=people) for name, one in rows])


def _share_row(site: Site, name: str, one: Share, *, people: bool) -> list[Cell]:
    row = [
        cell(name, one.key),
        figure(site, one.total),
        figure(site, one.in_force),
        percent(site, one.in_force, one.total),
        figure(site, one.states[State.OWN]),
        figure(site, one.states[State.SHARED]),
        percent(site, one.states[State.SHARED], one.in_force),
    ]
    if people:
        row.append(percent(site, one.people_covered or 0, one.people or 0))
    return row


def _survey(site: Site, one: Survey) -> Html:
    """A count of others, with the same counted from the plans beside it where that is the same kind of figure."""
    heads = [site.t(N_("What was counted")), site.t(N_("Then"))]
    today = [_now(site, one, shown) for shown in one.figures]
    if any(today):
        heads.append(site.t(N_("In this registry")))
    rows = [
        [cell(site.text(shown.text)), cell(_then(site, shown)), *([cell(now or "–")] if any(today) else [])]
        for shown, now in zip(one.figures, today, strict=True)
    ]
    when = f" ({one.when.text})" if one.when else ""
    text = paragraph(site.text(one.text)) if one.text else NOTHING
    body = table(site.text(one.title) + when, heads, rows, css="plain titled")
    return join([heading(3, site.text(one.title) + when, one.id), text, body, source_line(site, one)])


def _then(site: Site, one: SurveyFigure) -> str:
    parts = []
    if one.count:
        of = site.t(N_("{count} of {total}")).format(count=one.count, total=one.out_of)
        parts.append(of if one.out_of else one.count)
    if one.percent:
        gap = "" if site.language == "en" else "\u00a0"
        parts.append(f"{one.percent}{gap}%")
    return ", ".join(parts) or site.t(N_("no exact figure"))


def _now(site: Site, survey: Survey, one: SurveyFigure) -> str:
    """The same kind of figure from the plans; nothing for a count of another country."""
    if survey.country and survey.country.upper() != site.picture.country:
        return ""
    whole = whole_country(site.picture)
    shared = whole.states[State.SHARED]
    told = {
        "in-force": _of(site, whole.in_force, whole.total),
        "shared": _of(site, shared, whole.in_force),
        "population": site.percent(whole.people_covered or 0, whole.people) if whole.people else "–",
    }
    return told.get(one.kind or "", "")


def _of(site: Site, part: int, whole: int) -> str:
    of = site.t(N_("{count} of {total}")).format(count=site.number(part), total=site.number(whole))
    return f"{of}, {site.percent(part, whole)}"


def _questions(site: Site) -> Html:
    picture = site.picture
    answers = [four_questions(one, picture.day) for one in picture.places]
    rows = []
    for key, words in _QUESTIONS.items():
        yes = sum(getattr(one, key) for one in answers)
        rows.append(
            [
                cell(site.t(words)),
                figure(site, yes),
                figure(site, len(answers) - yes),
                percent(site, yes, len(answers)),
            ]
        )
    told = site.t(
        N_(
            "For each municipality, of the plan that counts. Published means that the plan or the list of plans gives "
            "its address; the latest decision to adopt counts as its revision."
        )
    )
    heads = [site.t(N_("Question")), site.t(N_("Yes")), site.t(N_("No")), site.t(N_("Share"))]
    caption = site.t(N_("Four questions to every municipality"))
    return join([table(caption, heads, rows, css="plain"), Html(f'<p class="note">{esc(told)}</p>\n')])
