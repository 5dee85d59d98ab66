"""The page of the teachers' own files: their words, their questions, and links to their cases."""

from __future__ import annotations

from collections.abc import Iterator

from plankit.html.markup import Html, bullets, esc, join
from plankit.html.page import Page
from plankit.teaching.exercise import Question
from plankit.teaching.own_pages import OwnPage, own_pages
from plankit.teaching_site.page import TeachingSite, whole
from plankit.teaching_site.places import QUESTION_PAGES, question_page
from plankit.teaching_site.questions import SAID, question, tally


def own_file(site: TeachingSite) -> tuple[str, bytes]:
    """What teachers wrote, file by file. Questions that plankit makes stand on the pages of their kinds, with a link."""
    page = site.page(question_page("own"))
    asked = {one.id: one for one in site.kit.questions if one.exercise == "own"}
    numbers = {name: number for number, name in enumerate(asked, start=1)}
    pages = own_pages(site.kit)
    parts = [part for one in pages for part in _lesson(page, one, asked, numbers)]
    told = {name for one in pages for part in one.parts for name in part.ids}
    parts += [question(page, one, numbers[name]) for name, one in asked.items() if name not in told]
    words = {name: page.t(text) for name, text in SAID.items()}
    return whole(site, page, page.t(QUESTION_PAGES["own"]), [*parts, tally()], words=words)


def _lesson(page: Page, one: OwnPage, asked: dict[str, Question], numbers: dict[str, int]) -> Iterator[Html]:
    yield Html(f"<h2>{esc(one.title)}</h2>\n")
    for part in one.parts:
        yield page.prose(part.prose)
        linked = [page.link(name) for name in part.ids if name not in asked]
        yield bullets(linked)
        yield join(question(page, asked[name], numbers[name]) for name in part.ids if name in asked)
