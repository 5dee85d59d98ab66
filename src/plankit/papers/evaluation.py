"""The evaluation as a paper: the guide's questions, what the data tell, and blanks for people's answers."""

from __future__ import annotations

from datetime import date

from plankit.html.evaluation import notice, parts, written
from plankit.html.markup import Html, join
from plankit.html.page import Page, Site
from plankit.html.single_page import single_page
from plankit.language import N_
from plankit.papers.blocks import Chapter, Document
from plankit.papers.from_html import blocks_of
from plankit.papers.inline import Place
from plankit.papers.names import running_head
from plankit.papers.settle import settled
from plankit.papers.whole import words
from plankit.papers.yearly_report import subtitle
from plankit.views.evaluation import Evaluation
from plankit.views.reading import Reading

KIND = "evaluation"


def title_of(reading: Reading) -> str:
    """What the paper is called."""
    return reading.words(N_("Evaluation of the plan"))


def evaluation_document(
    reading: Reading, found: Evaluation, *, today: date, stamp: tuple[str, ...] = ()
) -> Document:
    """The evaluation as a paper; each question is a chapter."""
    page = Page(Site(reading, today=today), "evaluation")
    chapters = (
        Chapter(name=one.name, title=one.title, level=1, blocks=blocks_of(one.body, Place(chapter=one.name)))
        for one in parts(page, found)
    )
    return Document(
        title=title_of(reading),
        subtitle=subtitle(reading),
        language=reading.language,
        running=running_head(reading),
        stamp=stamp,
        kind=KIND,
        front=blocks_of(notice(page, found), Place(chapter="front")),
        chapters=settled(chapters, {}),
        words=words(reading),
    )


def evaluation_page(reading: Reading, found: Evaluation, *, today: date) -> Html:
    """The same as one page that needs no other file."""
    page = Page(Site(reading, today=today), "evaluation")
    body = join([notice(page, found), *(written(page, one) for one in parts(page, found))])
    title = title_of(reading)
    tab = f"{title} – {running_head(reading)}"
    return single_page(title, subtitle(reading), body, reading.language, tab=tab)
