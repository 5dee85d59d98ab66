"""Cases to talk about: a page each, and the page that leads to them."""

from __future__ import annotations

from plankit.html.markup import NOTHING, Html, bullets, esc, facts, join
from plankit.html.page import Page
from plankit.language import N_
from plankit.teaching.exercise import CaseTold
from plankit.teaching_site.care import after, before, case_warning, help_first, made_up
from plankit.teaching_site.page import TeachingSite, heading, minutes, opened, paragraph, whole
from plankit.teaching_site.places import case_page
from plankit.teaching_site.pointers import decided, serves


def cases_list(site: TeachingSite) -> tuple[str, bytes]:
    """The page that leads to every case, with what each touches on."""
    page = site.page("cases")
    how = page.t(
        N_("Read aloud, then talk in groups of three or four. Open what should happen only afterwards.")
    )
    cards = (_card(site, page, one) for one in site.kit.cases)
    parts = [
        help_first(page),
        paragraph(how, "t-lead"),
        made_up(page),
        Html(f'<ul class="pk-tiles">\n{join(cards)}</ul>\n'),
    ]
    return whole(site, page, page.t(N_("Made-up cases")), parts)


def _card(site: TeachingSite, page: Page, one: CaseTold) -> Html:
    whom = (", ".join(map(site.audience, one.audiences)),) if one.audiences else ()
    return Html(
        f'<li class="pk-tile"><p class="pk-tile-title">{page.link(one.id, one.title)}</p>\n'
        f"<p>{site.line(one.warning)}</p>\n"
        f'<p class="pk-tile-foot">{esc(" · ".join((minutes(page, one.minutes), *whom)))}</p></li>\n'
    )


def case_file(site: TeachingSite, one: CaseTold, number: int) -> tuple[str, bytes]:
    """The page of one case: help first and last, and between them warning, story, questions, and what the plan says."""
    page = site.page(case_page(site.quiet, one.id))
    told = page.t(N_("Time to allow: {time}")).format(time=minutes(page, one.minutes))
    pairs = [(name, esc(words)) for name, words in one.facts]
    parts = [
        before(site, page, one.warning or case_warning(site, one.id), back="cases"),
        paragraph(told, "pk-note"),
        serves(page, one.objectives),
        heading(2, page.t(N_("What has happened"))),
        Html(f'<div class="t-story">\n{site.prose(one.story)}</div>\n'),
        facts(pairs),
        heading(2, page.t(N_("Talk about"))) if one.questions else NOTHING,
        Html(f'<ol class="t-talk">\n{join(_item(site, each) for each in one.questions)}</ol>\n')
        if one.questions
        else NOTHING,
        heading(2, page.t(N_("Afterwards"))),
        what_plan_says(page, one),
        _same_step_by_step(site, page, one),
        after(page),
    ]
    return whole(site, page, one.title, parts, tab=page.t(N_("Case {number}")).format(number=number))


def _item(site: TeachingSite, words: str) -> Html:
    return Html(f"<li>{site.line(words)}</li>\n")


def what_plan_says(page: Page, one: CaseTold) -> Html:
    """To open after the talk: what happens under this plan, what law or guide asks for, and what has no answer."""
    title = page.t(N_("What happens under this plan")) if one.way else page.t(N_("What the guide asks for"))
    return opened(title, way(page, one), "t-way")


def way(page: Page, one: CaseTold) -> Html:
    """What happens under this plan, what law or guide asks for, and what has no answer."""
    events = Html(f'<ol class="pk-events">\n{join(Html(f"<li>{esc(each)}</li>") for each in one.way)}</ol>\n')
    parts = [events if one.way else NOTHING]
    if one.expected:
        parts += [
            heading(3, page.t(N_("What the guide asks for"))) if one.way else NOTHING,
            bullets(map(esc, one.expected)),
        ]
    if one.gaps:
        told = page.t(N_("What the plan does not answer in this case"))
        parts += [heading(3, told), bullets(map(esc, one.gaps), "pk-gaps")]
    return join([*parts, decided(page, one.pointers)])


def _same_step_by_step(site: TeachingSite, page: Page, one: CaseTold) -> Html:
    other = next((each for each in site.kit.branching if each.case == one.id), None)
    if other is None:
        return NOTHING
    return Html(f"<p>{page.link(other.id, page.t(N_('Play this case step by step')))}</p>\n")
