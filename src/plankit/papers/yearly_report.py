"""The yearly report as a paper for the council: what the data say, and blanks where people must add."""

from __future__ import annotations

from datetime import date

from plankit.html.markup import Html, join
from plankit.html.page import Page, Site
from plankit.html.report_paper import head, paper_parts, title_of
from plankit.html.single_page import single_page
from plankit.html.yearly_report import notice, written
from plankit.papers.blocks import Chapter, Document
from plankit.papers.from_html import blocks_of
from plankit.papers.inline import Place
from plankit.papers.names import running_head
from plankit.papers.settle import settled
from plankit.papers.whole import words
from plankit.views.reading import Reading
from plankit.views.yearly_report import YearlyReport

KIND = "yearly-report"


def report_document(
    reading: Reading, report: YearlyReport, *, today: date, stamp: tuple[str, ...] = ()
) -> Document:
    """The report as a paper; each part is a chapter."""
    page = _page(reading, today)
    front = blocks_of(join([head(page, report), notice(page, report)]), Place(chapter="front"))
    chapters = (
        Chapter(name=one.name, title=one.title, level=1, blocks=blocks_of(one.body, Place(chapter=one.name)))
        for one in paper_parts(page, report)
    )
    return Document(
        title=title_of(reading, report),
        subtitle=subtitle(reading),
        language=reading.language,
        running=running_head(reading),
        stamp=stamp,
        kind=KIND,
        front=front,
        chapters=settled(chapters, {}),
        words=words(reading),
    )


def report_page(reading: Reading, report: YearlyReport, *, today: date) -> Html:
    """The same as one page that needs no other file."""
    page = _page(reading, today)
    body = [head(page, report), notice(page, report)]
    body += [written(page, one) for one in paper_parts(page, report)]
    title = title_of(reading, report)
    tab = f"{title} – {running_head(reading)}"
    return single_page(title, subtitle(reading), join(body), reading.language, tab=tab)


def _page(reading: Reading, today: date) -> Page:
    """A page without a site around it: names of entries stay words."""
    return Page(Site(reading, today=today), "report")


def subtitle(reading: Reading) -> str:
    """The plan's title and subtitle, as a paper about it bears them."""
    frame = reading.plan.plan
    return ": ".join(part for part in (reading.text(frame.title), reading.text(frame.subtitle)) if part)
