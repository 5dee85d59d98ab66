"""Exercises for a group: dilemmas, the table-top exercise and the gap hunt, told without their keys."""

from __future__ import annotations

from plankit.html.markup import NOTHING, Html, bullets, esc, facts, join
from plankit.html.page import Page
from plankit.language import N_
from plankit.teaching.exercise import DilemmaCard, Hunt, TableTop
from plankit.teaching_site.care import after, before, case_warning, help_first, made_up
from plankit.teaching_site.page import TeachingSite, heading, minutes, paragraph, whole
from plankit.teaching_site.pointers import decided, serves


def dilemmas_file(site: TeachingSite) -> tuple[str, bytes]:
    """The dilemma cards. Nothing in them tells a right answer."""
    page = site.page("dilemmas")
    how = page.t(
        N_(
            "Two duties or goods pull apart. There is no right answer: think alone for a minute, then hear all sides."
        )
    )
    parts = [
        help_first(page),
        paragraph(how, "t-lead"),
        made_up(page),
        *(_dilemma(site, page, one) for one in site.kit.dilemmas),
    ]
    return whole(site, page, page.t(N_("Dilemmas")), parts)


def _dilemma(site: TeachingSite, page: Page, one: DilemmaCard) -> Html:
    return Html(
        f'<section class="pk-card"{page.anchor_id(one.id)}>\n{heading(2, one.title)}{site.prose(one.text)}'
        f"{_listed(site, page.t(N_('What pulls')), one.sides)}{_listed(site, page.t(N_('Talk about')), one.questions)}"
        f"{_framed(page, one)}{paragraph(minutes(page, one.minutes), 'pk-note')}{serves(page, one.objectives)}</section>\n"
    )


def _framed(page: Page, one: DilemmaCard) -> Html:
    # “Decided by” would be wrong: law frames a dilemma and does not settle it.
    words = page.t(N_("Framed by:"))
    return Html(decided(page, one.pointers).replace(esc(page.t(N_("Decided by:"))), esc(words), 1))


def _listed(site: TeachingSite, title: str, rows: tuple[str, ...]) -> Html:
    return join([heading(3, title), bullets(site.line(one) for one in rows)]) if rows else NOTHING


def table_top_file(site: TeachingSite, one: TableTop) -> tuple[str, bytes]:
    """The table-top exercise for those who take part: what they get to know beforehand, and no more."""
    page = site.page("table-top")
    how = page.t(
        N_(
            "Everybody plays their own agency, as it really is. News come in at their time, to one agency at a time; whoever gets "
            "them says what they do, and whom they tell. Nobody looks at the key until the end."
        )
    )
    parts = [
        before(site, page, one.warning or case_warning(site, one.case), back="index"),
        paragraph(how, "t-lead"),
        facts(
            [
                (page.t(N_("Takes part")), esc(", ".join(one.agencies))),
                (page.t(N_("Time to allow")), esc(minutes(page, one.minutes))),
                (page.t(N_("Pieces of news")), esc(str(len(one.injects)))),
            ]
        ),
        serves(page, one.objectives),
        heading(2, page.t(N_("What has happened"))),
        Html(f'<div class="t-story">\n{site.prose(one.story)}</div>\n'),
        heading(2, page.t(N_("Afterwards"))),
        bullets(site.line(each) for each in one.debrief),
        paragraph(
            page.t(N_("Write down what the plan did not answer. It can become measures in the next plan.")),
            "pk-note",
        ),
        after(page),
    ]
    return whole(site, page, page.t(N_("Table-top exercise")), parts)


def hunt_file(site: TeachingSite, one: Hunt) -> tuple[str, bytes]:
    """The gap hunt: what the group does, and the passages to search. How many are spoiled is told, not where."""
    page = site.page("gap-hunt")
    count = page.t(N_("Places to find: {count}.")).format(count=len(one.planted))
    passages = join(
        Html(f'<section class="pk-card">\n{heading(3, name)}{site.prose(text)}</section>\n')
        for name, text in one.sheet
    )
    parts = [
        Html(f'<div class="t-lead">\n{site.prose(one.text)}</div>\n'),
        paragraph(
            f"{count} {page.t(N_('Time to allow: {time}')).format(time=minutes(page, one.minutes))}",
            "pk-note",
        ),
        serves(page, one.objectives),
        Html(
            f'<p class="pk-notice">{esc(page.t(N_("This copy is spoiled on purpose. It is not the plan: never act on it.")))}'
            "</p>\n"
        ),
        heading(2, page.t(N_("What you search"))) if one.sheet else NOTHING,
        passages,
    ]
    return whole(site, page, page.t(N_("Gap hunt")), parts)
