"""The chapters that a plan is published as, in order. An output gives each a page, a heading or a sheet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import count

from plankit.language import N_
from plankit.model.contents import Section
from plankit.model.plan import Page, Plan
from plankit.views.agenda import may_be_due
from plankit.views.cases import case_pages, walks_cases
from plankit.views.differences import is_shared
from plankit.views.discretion import exit_address
from plankit.views.levels import level_matrices
from plankit.views.progress import is_followed
from plankit.views.reading import Reading
from plankit.views.score import has_rubric
from plankit.views.yearly_report import reported_years
from plankit.views.years import activity_plans

SAFETY, ABOUT_SITE = N_("Reading this site safely"), N_("About this site")
"""The title of the page on safety, and what its tab is called."""


@dataclass(frozen=True, kw_only=True)
class Chapter:
    """One chapter: a view of the plan, a page of its prose, or a heading over further chapters.

    `name` is its stable name, part of addresses, the same in every language.
    """

    name: str
    title: str
    view: str = ""
    argument: str = ""
    page: str = ""
    text: str = ""
    group: str = ""
    """Words over the chapters that belong together; chapters of the plan's own text have none."""
    plain: str = ""
    """What titles of tabs and the history call it where the title must not tell the theme."""
    children: tuple[Chapter, ...] = ()


def outline(reading: Reading) -> tuple[Chapter, ...]:
    """The chapters of a plan: first its own sections, then what is made from its data. Empty ones are left out."""
    made = (
        (N_("What we do"), _what(reading)),
        (N_("Who does it"), _who(reading)),
        (N_("More about the plan"), _more(reading)),
    )
    grouped = tuple(
        replace(chapter, group=reading.words(words))
        for words, chapters in made
        for chapter in chapters
        if chapter
    )
    written = {_page_name(page.path): page for page in plan_pages(reading)}
    made_names = frozenset(one.name for one in all_chapters(grouped))
    chapters = (
        *_sections(reading, made_names),
        *(_written(reading, chapter, written) for chapter in grouped),
    )
    return _all_plain(chapters, reading.words(N_("Page {number}")), count(1))


def _all_plain(chapters: Iterable[Chapter], words: str, numbers: Iterator[int]) -> tuple[Chapter, ...]:
    """The chapters; prose that has no plain name yet is numbered in reading order."""
    return tuple(
        replace(
            one,
            plain=one.plain or words.format(number=next(numbers)),
            children=_all_plain(one.children, words, numbers),
        )
        for one in chapters
    )


def all_chapters(chapters: Iterable[Chapter]) -> Iterator[Chapter]:
    """Every chapter in reading order, those beneath others too."""
    for chapter in chapters:
        yield chapter
        yield from all_chapters(chapter.children)


def plan_pages(reading: Reading) -> tuple[Page, ...]:
    """The pages of prose, without the front page."""
    return tuple(page for page in reading.plan.pages if page.path != "index.md")


def _written(reading: Reading, chapter: Chapter, pages: Mapping[str, Page]) -> Chapter:
    """The chapter as it is, or, where the plan's authors wrote a page of that name, with their page in its place."""
    children = tuple(_written(reading, child, pages) for child in chapter.children)
    page = pages.get(chapter.name)
    if page is None:
        return replace(chapter, children=children)
    title = reading.text(page.title) or page_heading(page.text) or chapter.title
    return replace(chapter, title=title, page=page.path, view="", argument="", children=children)


def page_heading(text: str) -> str:
    """The heading that a page begins with, without its Markdown; empty where it begins with something else."""
    match = re.match(r"\s*# +([^\n]+)", text)
    return re.sub(r"\\([!-/:-@\[-`{-~])|[*`]", r"\1", match[1]).strip() if match else ""


def _what(reading: Reading) -> tuple[Chapter | None, ...]:
    plan = reading.plan
    return (
        *_areas(reading),
        _one(reading, "measures", N_("All measures"), bool(plan.measures)),
        _one(reading, "deadlines", N_("Deadlines"), any(one.deadline for one in plan.measures)),
        _one(
            reading,
            "status",
            N_("How far we have come"),
            bool(plan.progress) or any(m.status for m in plan.measures),
        ),
        _one(reading, "progress", N_("How it goes"), is_followed(reading)),
        _one(reading, "due", N_("What is due"), may_be_due(reading)),
        *_years(reading),
        _one(reading, "groups", N_("For whom"), any(one.target_groups for one in plan.measures)),
        _one(reading, "goals", N_("Goals"), bool(plan.goals)),
    )


def _who(reading: Reading) -> tuple[Chapter | None, ...]:
    plan = reading.plan
    return (
        *_matrix(reading),
        *_agencies(reading),
        *_procedures(reading),
        *_cases(reading),
        _one(reading, "help", N_("Help and contacts"), bool(plan.services or plan.contacts or reading.guide)),
        _safety(reading),
    )


def _safety(reading: Reading) -> Chapter | None:
    """How to read the site when somebody may look over the shoulder; only where there is a way out."""
    if exit_address(reading.plan, reading.guide) is None:
        return None
    plain = reading.words(ABOUT_SITE)
    return Chapter(name="safety", title=reading.words(SAFETY), view="safety", plain=plain)


def _more(reading: Reading) -> tuple[Chapter | None, ...]:
    plan = reading.plan
    return (
        _one(reading, "differences", N_("What differs between the municipalities"), is_shared(reading)),
        _one(reading, "law", N_("Law and duties"), _has_law(plan)),
        _one(reading, "training", N_("Training"), bool(plan.training)),
        _one(reading, "statistics", N_("Figures"), bool(plan.statistics)),
        _one(reading, "follow-up", N_("Follow-up"), _has_follow_up(plan)),
        _reports(reading),
        _one(reading, "definitions", N_("Words"), bool(plan.definitions or plan.topics)),
        _one(reading, "history", N_("Decisions and versions"), _has_history(plan)),
        _one(reading, "coverage", N_("The plan and the guide"), bool(reading.guide)),
        _one(reading, "score", N_("What the plan documents"), has_rubric(reading)),
        _one(reading, "references", N_("Sources"), bool(plan.references or plan.annexes)),
    )


def _one(reading: Reading, name: str, title: str, wanted: bool) -> Chapter | None:
    words = reading.words(title)
    return Chapter(name=name, title=words, view=name, plain=words) if wanted else None


def _areas(reading: Reading) -> tuple[Chapter, ...]:
    children = []
    filled = reading.measures_by_area
    words = reading.words(N_("Area {number}"))
    for number, area in enumerate(reading.plan.areas, start=1):
        title, plain = reading.numbered_title(area.id), words.format(number=area.number or number)
        children.append(
            Chapter(name=f"areas/{area.id}", title=title, view="area", argument=area.id, plain=plain)
        )
    if "none" in filled and reading.plan.areas:
        children.append(_without_area(reading, N_("Measures outside the areas")))
    if not children:
        return (_without_area(reading, N_("Measures")),) if filled else ()
    title = reading.words(N_("Areas, goals and measures"))
    return (Chapter(name="areas", title=title, view="areas", plain=title, children=tuple(children)),)


def _without_area(reading: Reading, title: str) -> Chapter:
    words = reading.words(title)
    return Chapter(name="areas/none", title=words, view="area", argument="none", plain=words)


def _years(reading: Reading) -> tuple[Chapter, ...]:
    words, title = reading.words(N_("Activity plan {number}")), reading.words(N_("Activity plans"))
    children = tuple(
        Chapter(
            name=f"years/{one.id}",
            title=reading.numbered_title(one.id),
            view="year",
            argument=one.id,
            plain=words.format(number=one.period.text),
        )
        for one in activity_plans(reading.plan)
    )
    return (
        (Chapter(name="years", title=title, view="years", plain=title, children=children),)
        if children
        else ()
    )


def _matrix(reading: Reading) -> tuple[Chapter, ...]:
    plan = reading.plan
    if not any(one.task for one in plan.responsibilities):
        return ()
    several = len(plan.participants) > 1
    local = several and any(one.applies_to for one in (*plan.responsibilities, *plan.agencies))
    children = (
        _one(reading, "matrix-gaps", N_("What the matrix leaves open"), True),
        _one(reading, "matrix-load", N_("Load of each agency"), True),
        _one(reading, "matrix-differences", N_("Where the municipalities differ"), local),
        _one(reading, "levels", N_("Levels of responsibility"), bool(level_matrices(reading))),
    )
    title = reading.words(N_("Who does what"))
    made = Chapter(
        name="matrix",
        title=title,
        view="matrix",
        plain=title,
        children=tuple(child for child in children if child),
    )
    return (made,)


def _agencies(reading: Reading) -> tuple[Chapter, ...]:
    words = reading.words(N_("Agency {number}"))
    children = tuple(
        Chapter(
            name=f"agencies/{party.id}",
            title=party.name,
            view="agency",
            argument=party.id,
            plain=words.format(number=number),
        )
        for number, party in enumerate(reading.named_parties, start=1)
    )
    title = reading.words(N_("Agencies"))
    made = Chapter(name="agencies", title=title, view="agencies", plain=title, children=children)
    return (made,) if children else ()


def _procedures(reading: Reading) -> tuple[Chapter, ...]:
    words, title = reading.words(N_("Procedure {number}")), reading.words(N_("Procedures"))
    children = tuple(
        Chapter(
            name=f"procedures/{one.id}",
            title=reading.numbered_title(one.id),
            view="procedure",
            argument=one.id,
            plain=words.format(number=one.number or number),
        )
        for number, one in enumerate(reading.plan.procedures, start=1)
    )
    if not children:
        return ()
    made = [
        Chapter(name="procedures", title=title, view="procedures", plain=title, children=children),
        _one(reading, "action-cards", N_("Action cards"), True),
    ]
    return tuple(one for one in made if one)


def _cases(reading: Reading) -> tuple[Chapter, ...]:
    if not walks_cases(reading):
        return ()
    # Numbers, not codes: an address tells nobody what kind of case was read.
    children = tuple(
        Chapter(name=f"cases/{number}", title=group.heading, view="cases-of", argument=group.severity)
        for number, group in enumerate(case_pages(reading), start=1)
    )
    return (
        Chapter(name="cases", title=reading.words(N_("Cases as tests")), view="cases", children=children),
    )


def _has_law(plan: Plan) -> bool:
    return (
        bool(plan.duties)
        or any(one.legal_source for one in plan.measures)
        or any(one.legal_basis for one in plan.responsibilities)
    )


def _has_follow_up(plan: Plan) -> bool:
    return bool(plan.evaluation or plan.indicators or plan.progress or plan.risks or plan.funding)


def _reports(reading: Reading) -> Chapter | None:
    """The yearly reports: a chapter for each year that something was reported on."""
    words = reading.words(N_("Yearly report {year}"))
    children = tuple(
        Chapter(
            name=f"reports/{year}",
            title=words.format(year=year),
            view="yearly-report",
            argument=str(year),
            plain=words.format(year=year),
        )
        for year in reported_years(reading)
    )
    title = reading.words(N_("Yearly reports"))
    made = Chapter(name="reports", title=title, view="yearly-reports", plain=title, children=children)
    return made if children else None


def _has_history(plan: Plan) -> bool:
    if plan.plan.shared is not None:
        return True
    return bool(plan.decisions or plan.versions or plan.hearings or plan.process or plan.succession)


def _sections(reading: Reading, made: frozenset[str]) -> tuple[Chapter, ...]:
    named: set[str] = set()
    chapters = _chapters(reading, reading.plan.sections, "sections/", named)
    if any(_needs_contents(section) for section in reading.plan.sections):
        # Sections whose text is not here make no page of their own; one page tells of all.
        title = reading.words(N_("Contents of the plan"))
        chapters = (Chapter(name="contents", title=title, view="contents", plain=title), *chapters)
    rest = tuple(
        Chapter(
            name=_page_name(page.path),
            title=reading.text(page.title) or page_heading(page.text) or _page_name(page.path),
            page=page.path,
        )
        for page in plan_pages(reading)
        if page.path not in named and _page_name(page.path) not in made
    )
    return (*chapters, *rest)


def _needs_contents(section: Section) -> bool:
    """Whether something of the section would be shown nowhere but in a list of contents."""
    return (
        bool(section.notes)
        or not (section.page or section.text)
        or any(map(_needs_contents, section.children))
    )


def _chapters(
    reading: Reading, sections: tuple[Section, ...], prefix: str, named: set[str]
) -> tuple[Chapter, ...]:
    """A chapter for each section that has a text, with those beneath it; beneath a bare one, theirs instead."""
    chapters: list[Chapter] = []
    for number, section in enumerate(sections, start=1):
        name = f"{prefix}{number}"
        if section.page or section.text:
            chapters.append(_section(reading, section, name, named))
        else:
            chapters += _chapters(reading, section.children, f"{name}-", named)
    return tuple(chapters)


def _section(reading: Reading, section: Section, name: str, named: set[str]) -> Chapter:
    if section.page:
        named.add(section.page)
    heading = reading.text(section.heading)
    return Chapter(
        name=_page_name(section.page) if section.page else section.id or name,
        title=f"{section.number} {heading}" if section.number else heading,
        page=section.page or "",
        text=reading.text(section.text),
        plain=reading.words(N_("Chapter {number}")).format(number=section.number) if section.number else "",
        children=_chapters(reading, section.children, f"{name}-", named),
    )


def section_pages(plan: Plan) -> Iterator[tuple[str, str]]:
    """Id and name of the chapter of every section and annex that has both an id and a page."""
    waiting = list(plan.sections)
    while waiting:
        section = waiting.pop(0)
        if section.id and section.page:
            yield section.id, _page_name(section.page)
        waiting += section.children
    for annex in plan.annexes:
        if annex.id and annex.page:
            yield annex.id, _page_name(annex.page)


def _page_name(path: str) -> str:
    return path.removesuffix(".md")
