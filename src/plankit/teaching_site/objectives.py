"""Learning objectives: what each is tied to, which exercises serve it, and which the programmes cover."""

from __future__ import annotations

from plankit.html.markup import NOTHING, Html, bullets, esc, facts, join, table
from plankit.html.page import Page
from plankit.language import N_, N_count
from plankit.model.guide_law import LegalDuty
from plankit.model.teaching import Objective
from plankit.teaching.programme import programme
from plankit.teaching.subject import ALL
from plankit.teaching_site.page import TeachingSite, paragraph, whole
from plankit.teaching_site.places import groups, objectives_of
from plankit.teaching_site.pointers import pointer_html
from plankit.views.guide_reading import is_unconfirmed


def objectives_file(site: TeachingSite) -> tuple[str, bytes]:
    """The page of the objectives."""
    page = site.page("objectives")
    wanted = objectives_of(site.kit)
    told = page.t(
        N_(
            "What somebody can do afterwards. Each objective says what of the guide it rests on, and what here serves it."
        )
    )
    parts = [
        paragraph(told, "t-lead"),
        _covered(site, page, wanted),
        *(_objective(site, page, one) for one in wanted),
    ]
    return whole(site, page, page.t(N_("Objectives")), parts)


def _covered(site: TeachingSite, page: Page, wanted: tuple[Objective, ...]) -> Html:
    """Which objectives the programme of each audience covers."""
    subject = site.kit.subject
    known = tuple(one.id for one in subject.guide.audiences)
    audiences = (known or (ALL,)) if subject.audience == ALL else (subject.audience,)
    made = {name: programme(site.kit, name) for name in audiences}
    rows = []
    for one in wanted:
        cells = []
        for name in audiences:
            if one.id in made[name].covered:
                told, css = page.t(N_("covered")), "t-good"
            elif one.id in made[name].uncovered:
                told, css = page.t(N_("not covered")), "t-bad"
            else:
                told, css = page.t(N_("not for them")), "pk-none"
            cells.append(Html(f'<span class="{css}">{esc(told)}</span>'))
        rows.append([page.link(one.id), *cells])
    caption = page.t(N_("What a session of {minutes} minutes covers")).format(minutes=subject.minutes)
    heads = [page.t(N_("Objective")), *(site.audience(name) for name in audiences)]
    return table(caption, heads, rows, css="t-covered")


def _objective(site: TeachingSite, page: Page, one: Objective) -> Html:
    subject, reading = site.kit.subject, page.reading
    title = reading.text(one.title)
    steps = bullets((esc(reading.title(name)) for name in one.steps), "pk-plain")
    tasks = bullets((esc(reading.title(name)) for name in one.tasks), "pk-plain")
    duties = bullets((_duty(site, page, name) for name in one.duties), "pk-plain")
    rows = [
        (page.t(N_("For")), esc(", ".join(site.audience(name) for name in one.audiences or (ALL,)))),
        (page.t(N_("Steps of the guide")), steps),
        (page.t(N_("Duties")), duties),
        (page.t(N_("Tasks")), tasks),
        (page.t(N_("Served by")), _served(site, page, site.kit.by_objective.get(one.id, ()))),
    ]
    unsure = paragraph(page.t("not confirmed"), "pk-unsure") if is_unconfirmed(one) else NOTHING
    return Html(
        f'<section class="pk-card"{page.anchor_id(one.id)}>\n<h2>{site.line(title)}</h2>\n'
        f"{site.prose(subject.reading.text(one.text))}{unsure}{facts(rows)}</section>\n"
    )


def _duty(site: TeachingSite, page: Page, name: str) -> Html:
    entry = site.kit.subject.guide.by_id.get(name)
    words = esc(page.reading.title(name))
    if not isinstance(entry, LegalDuty) or not entry.laws:
        return words
    laws = join((pointer_html(page, site.kit.subject.law(law)) for law in entry.laws), ", ")
    return Html(f"{words}: {laws}")


def _served(site: TeachingSite, page: Page, ids: tuple[str, ...]) -> Html:
    """What serves an objective, by kind: how many questions, and everything else by name."""
    rows = []
    for title, known in groups(site.kit):
        found = [name for name in known if name in ids]
        if not found:
            continue
        named = join((page.link(name, site.titles[name]) for name in found if name in site.titles), ", ")
        if not named:
            count = page.count(*N_count("{count} question", "{count} questions"), len(found))
            rows.append(Html(f"{page.link(found[0], page.t(title))}: {esc(count)}"))
        else:
            rows.append(Html(f"{esc(page.t(title))}: {named}"))
    return bullets(rows, "pk-plain") or esc(page.t(N_("nothing in this kit")))
