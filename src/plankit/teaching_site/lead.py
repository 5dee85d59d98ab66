"""Pages for whoever leads: the answers, what groups get wrong, and the keys. Learners' pages do not link into them."""

from __future__ import annotations

from collections.abc import Iterator

from plankit.html.markup import NOTHING, Html, anchor, bullets, esc, facts, join
from plankit.html.page import Page
from plankit.language import N_
from plankit.teaching.exercise import CaseTold, DilemmaCard, Hunt, Inject, Planted, TableTop
from plankit.teaching.programme import programme
from plankit.teaching_site.beside import for_leaders
from plankit.teaching_site.care import help_first, made_up
from plankit.teaching_site.cases import way
from plankit.teaching_site.front import programme_table
from plankit.teaching_site.page import TeachingSite, heading, paragraph, whole
from plankit.teaching_site.places import EXERCISES, QUESTION_PAGES, questions_of
from plankit.teaching_site.pointers import decided
from plankit.teaching_site.questions import answer

LEAD = "lead"
_CARE = (
    N_("Read everything beforehand, also the cases. Leave out what does not suit the group."),
    N_(
        "Count on somebody in the room having lived through the like. Say at the start that anybody may go out."
    ),
    N_(
        "Ask nobody to tell of their own life, and stop stories about real people: duties of confidentiality hold here too."
    ),
    N_("Be two where you can: one leads, one follows those who go out. Stay a while afterwards."),
    N_("If somebody tells of danger now, stop the session and do what your plan says."),
)


def lead_files(site: TeachingSite) -> Iterator[tuple[str, bytes]]:
    """The page for whoever leads, and those that it leads to."""
    yield _overview(site)
    if site.kit.questions:
        yield _answers(site)
    if site.kit.cases or site.kit.dilemmas:
        yield _notes(site)
    if site.kit.hunt or site.kit.table_top:
        yield _keys(site)


def _overview(site: TeachingSite) -> tuple[str, bytes]:
    page = site.page(LEAD)
    kit = site.kit
    own = [
        (bool(kit.questions), f"{LEAD}/answers", N_("All answers")),
        (bool(kit.cases or kit.dilemmas), f"{LEAD}/notes", N_("Notes to the cases and dilemmas")),
        (
            bool(kit.hunt or kit.table_top),
            f"{LEAD}/keys",
            N_("Keys to the gap hunt and the table-top exercise"),
        ),
    ]
    links = [anchor(page.path_to(name), page.t(title)) for there, name, title in own if there]
    parts = [
        _beware(page),
        heading(2, page.t(N_("Take care"))),
        bullets(esc(page.t(one)) for one in _CARE),
        heading(2, page.t(N_("Programme"))),
        programme_table(site, page, programme(kit).items),
        heading(2, page.t(N_("Answers and keys"))),
        bullets([*links, *for_leaders(site, page)]),
    ]
    return whole(site, page, page.t(N_("For those who lead")), parts)


def _beware(page: Page) -> Html:
    told = page.t(N_("These pages hold the answers. They are for whoever leads the session."))
    return Html(f'<p class="pk-notice">{esc(told)}</p>\n')


def _answers(site: TeachingSite) -> tuple[str, bytes]:
    page = site.page(f"{LEAD}/answers")
    parts = [_beware(page)]
    for exercise in EXERCISES:
        asked = questions_of(site.kit, exercise)
        if asked:
            parts.append(heading(2, page.t(QUESTION_PAGES[exercise])))
        for number, one in enumerate(asked, start=1):
            title = page.t(N_("Question {number}")).format(number=number)
            parts.append(
                Html(
                    f'<section class="pk-card">\n{heading(3, title)}{paragraph(one.text, "t-text")}{answer(page, one)}</section>\n'
                )
            )
    return whole(site, page, page.t(N_("All answers")), parts)


def _notes(site: TeachingSite) -> tuple[str, bytes]:
    page = site.page(f"{LEAD}/notes")
    parts = [help_first(page), _beware(page), made_up(page)]
    if site.kit.cases:
        parts += [
            heading(2, page.t(N_("Made-up cases"))),
            *(_case(site, page, one) for one in site.kit.cases),
        ]
    if site.kit.dilemmas:
        parts += [
            heading(2, page.t(N_("Dilemmas"))),
            *(_dilemma(site, page, one) for one in site.kit.dilemmas),
        ]
    return whole(site, page, page.t(N_("Notes to the cases and dilemmas")), parts, tab=page.t(N_("Notes")))


def _case(site: TeachingSite, page: Page, one: CaseTold) -> Html:
    parts = [site.prose(one.facilitator)]
    if one.mistakes:
        parts += [
            heading(4, page.t(N_("What groups commonly get wrong"))),
            bullets(map(site.line, one.mistakes)),
        ]
    told = way(page, one).replace("<h3>", "<h4>").replace("</h3>", "</h4>")
    if told:
        parts += [heading(4, page.t(N_("What happens under this plan"))) if one.way else NOTHING, Html(told)]
    return Html(
        f'<section class="pk-card">\n<h3>{page.link(one.id, one.title)}</h3>\n{join(parts)}</section>\n'
    )


def _dilemma(site: TeachingSite, page: Page, one: DilemmaCard) -> Html:
    return Html(
        f'<section class="pk-card">\n<h3>{page.link(one.id, one.title)}</h3>\n{site.prose(one.facilitator)}</section>\n'
    )


def _keys(site: TeachingSite) -> tuple[str, bytes]:
    page = site.page(f"{LEAD}/keys")
    parts = [_beware(page)]
    if site.kit.hunt:
        parts += [heading(2, page.t(N_("Gap hunt"))), *_hunt(page, site.kit.hunt)]
    if site.kit.table_top:
        parts += [
            heading(2, page.t(N_("Table-top exercise"))),
            made_up(page),
            *_table_top(page, site.kit.table_top),
        ]
    return whole(site, page, page.t(N_("Keys to the gap hunt and the table-top exercise")), parts)


def _hunt(page: Page, hunt: Hunt) -> Iterator[Html]:
    for one in hunt.planted:
        yield _planted(page, one)


def _planted(page: Page, one: Planted) -> Html:
    gone = page.t(N_("taken out"))
    rows = [
        (page.t(N_("In the plan")), esc(one.was)),
        (page.t(N_("In the copy")), esc(one.now or gone)),
        (page.t(N_("Hint")), esc(one.hint)),
        (page.t(N_("Found by the rules")), esc(", ".join(one.codes))),
    ]
    title = heading(3, f"{one.number}. {one.what}")
    return Html(f'<section class="pk-card">\n{title}{facts(rows)}{decided(page, one.pointers)}</section>\n')


def _table_top(page: Page, one: TableTop) -> Iterator[Html]:
    for inject in one.injects:
        yield _inject(page, inject)


def _inject(page: Page, one: Inject) -> Html:
    title = page.t(N_("{number}. After {minutes} minutes: to {agency}")).format(
        number=one.number, minutes=one.after, agency=one.agency
    )
    rows = [
        (page.t(N_("News")), esc(f"{one.clock}. {one.text}")),
        (page.t(N_("Expected")), bullets(map(esc, one.expected), "pk-plain")),
        (page.t(N_("Not answered by the plan")), bullets(map(esc, one.gaps), "pk-plain")),
    ]
    return Html(
        f'<section class="pk-card">\n{heading(3, title)}{facts(rows)}{decided(page, one.pointers)}</section>\n'
    )
