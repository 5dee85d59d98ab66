"""The pieces that a page can be put together from, each a view of the plan. Declared once, here.

A piece says how it is drawn and which entries it shows, so that links know where to lead.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from plankit.html import (
    action_card,
    agencies,
    cases,
    coverage,
    differences,
    due,
    figures,
    filters,
    frame,
    knowledge,
    matrix,
    matrix_pages,
    measures,
    procedures,
    progress,
    score,
    stress,
    yearly_report,
    years,
)
from plankit.html import changes as changes_html
from plankit.html import help as help_html
from plankit.html.markup import Html, join
from plankit.html.page import Page
from plankit.model.base import Item
from plankit.views.cases import case_pages, cases_by_severity, cases_of
from plankit.views.chapter import agency_chapter
from plankit.views.groups import by_status, by_target_group
from plankit.views.levels import level_matrices
from plankit.views.matrix import Cut, Row, responsibility_matrix, tasks_of
from plankit.views.reading import Reading
from plankit.views.selection import Wanted, select_measures
from plankit.views.years import activities_in

Options = Mapping[str, str]
FULL, REGISTER = 0, 1


@dataclass(frozen=True, kw_only=True)
class Shown:
    """An entry that a piece shows: its key, the anchor there, and whether in full or as a line."""

    key: str
    anchor: str
    rank: int = FULL


@dataclass(frozen=True, kw_only=True)
class Piece:
    """One kind of piece: the name of its directive, its options, how it is drawn and what it shows."""

    name: str
    draw: Callable[[Page, Options], Html]
    options: tuple[str, ...] = ()
    argument: str = ""
    """What the directive's argument is; empty where it takes none. It is the option of that name."""
    shows: Callable[[Reading, Options], Iterator[Shown]] = lambda reading, options: iter(())


def _own(*kinds: str) -> Callable[[Reading, Options], Iterator[Shown]]:
    def shows(reading: Reading, options: Options) -> Iterator[Shown]:
        for kind in kinds:
            entries: tuple[Item, ...] = getattr(reading.plan, kind)
            for entry in entries:
                if entry.id:
                    yield Shown(key=entry.id, anchor=entry.id)

    return shows


def wanted(options: Options) -> Wanted:
    """What the options of a measures piece ask for. A `due-before` that is no date asks for nothing."""
    try:
        due = date.fromisoformat(options.get("due-before", ""))
    except ValueError:
        due = None
    return Wanted(
        area=options.get("area", ""),
        agency=options.get("agency", ""),
        goal=options.get("goal", ""),
        status=options.get("status", ""),
        target_group=options.get("target-group", ""),
        kind=options.get("kind", ""),
        participant=options.get("participant", ""),
        due_before=due,
        ids=tuple(options.get("ids", "").replace(",", " ").split()),
    )


def _draw_measures(page: Page, options: Options) -> Html:
    chosen = select_measures(page.reading, wanted(options))
    if options.get("style") == "table":
        return measures.measure_table(page, chosen, options.get("caption", ""))
    return measures.measure_cards(page, chosen)


def _show_measures(reading: Reading, options: Options) -> Iterator[Shown]:
    if options.get("style") != "table":
        for one in select_measures(reading, wanted(options)):
            yield Shown(key=one.id, anchor=one.id)


def _register(page: Page, options: Options) -> Html:
    return filters.register(page)


def _show_register(reading: Reading, options: Options) -> Iterator[Shown]:
    for one in reading.plan.measures:
        yield Shown(key=one.id, anchor=f"measure-{one.id}", rank=REGISTER)


def _goals(page: Page, options: Options) -> Html:
    area = options.get("area", "")
    return measures.goals(page, page.reading.goals_by_area.get(area, ()) if area else page.reading.plan.goals)


def _show_goals(reading: Reading, options: Options) -> Iterator[Shown]:
    area = options.get("area", "")
    for goal in reading.goals_by_area.get(area, ()) if area else reading.plan.goals:
        yield Shown(key=goal.id, anchor=goal.id, rank=FULL if area else REGISTER)


def _show_area(reading: Reading, options: Options) -> Iterator[Shown]:
    area = options.get("area", "")
    yield Shown(key=area, anchor="")
    if area != "none":
        for goal in reading.goals_by_area.get(area, ()):
            yield Shown(key=goal.id, anchor=goal.id)
    for measure in reading.measures_by_area.get(area, ()):
        yield Shown(key=measure.id, anchor=measure.id)


def _cut(options: Options) -> Cut:
    return Cut(
        agency=options.get("agency", ""),
        phase=options.get("phase", ""),
        participant=options.get("participant", ""),
    )


def _show_rows(rows: tuple[Row, ...]) -> Iterator[Shown]:
    for row in rows:
        yield Shown(key=f"task:{row.task}", anchor=f"task-{row.task}")
        yield Shown(key=row.task, anchor=f"task-{row.task}", rank=REGISTER)


def _show_matrix(reading: Reading, options: Options) -> Iterator[Shown]:
    if not options.get("agency") and not options.get("participant"):
        yield from _show_rows(responsibility_matrix(reading, _cut(options)).rows)


def _show_levels(reading: Reading, options: Options) -> Iterator[Shown]:
    for one in level_matrices(reading, options.get("matrix", "")):
        yield from _show_rows(one.matrix.rows)


def _show_agency(reading: Reading, options: Options) -> Iterator[Shown]:
    agency = options.get("agency", "")
    yield Shown(key=agency, anchor="")
    for service in agency_chapter(reading, agency).services:
        yield Shown(key=service.id, anchor=service.id, rank=REGISTER)


def _show_procedure(reading: Reading, options: Options) -> Iterator[Shown]:
    for procedure in reading.plan.procedures:
        if procedure.id == options.get("procedure"):
            yield Shown(key=procedure.id, anchor="")
            for step in procedure.all_steps():
                place = f"{procedure.id}.{step.id}"
                yield Shown(key=place, anchor=place)


def _show_card(reading: Reading, options: Options) -> Iterator[Shown]:
    wanted_id = options.get("procedure", "")
    for one in reading.plan.procedures:
        if not wanted_id or wanted_id == one.id:
            place = action_card.card_anchor(one.id)
            yield Shown(key=f"card:{one.id}", anchor=place, rank=REGISTER if wanted_id else FULL)


def _show_years(reading: Reading, options: Options) -> Iterator[Shown]:
    for plan in reading.plan.activity_plans:
        yield Shown(key=plan.id, anchor="", rank=REGISTER)


def _show_year(reading: Reading, options: Options) -> Iterator[Shown]:
    yield Shown(key=options.get("year", ""), anchor="")
    for one in activities_in(reading.plan, options.get("year", "")):
        yield Shown(key=one.id, anchor=one.id)


def _show_score(reading: Reading, options: Options) -> Iterator[Shown]:
    for one in reading.guide.principles if reading.guide else ():
        yield Shown(key=f"score:{one.id}", anchor=f"score-{one.id}")
    yield from _own("judgements")(reading, options)


def _show_coverage(reading: Reading, options: Options) -> Iterator[Shown]:
    for requirement in reading.guide.requirements if reading.guide else ():
        yield Shown(key=f"requirement:{requirement.id}", anchor=f"requirement-{requirement.id}")


def _show_cases(reading: Reading, options: Options) -> Iterator[Shown]:
    """Every case of the guide and the plan, unless pages of their own hold them."""
    for one in () if case_pages(reading) else cases_of(reading):
        yield Shown(key=one.id, anchor=f"case-{one.id}")


def _show_cases_of(reading: Reading, options: Options) -> Iterator[Shown]:
    for group in cases_by_severity(reading):
        if group.severity == options.get("severity"):
            for one in group.cases:
                yield Shown(key=one.id, anchor=f"case-{one.id}")


def _front(page: Page, options: Options) -> Html:
    return frame.front(page)


def _law(page: Page, options: Options) -> Html:
    return knowledge.law(page)


def _services(page: Page, options: Options) -> Html:
    return help_html.services(page)


def _arenas(page: Page, options: Options) -> Html:
    return help_html.arenas(page, page.reading.plan.arenas)


MEASURE_OPTIONS = (
    "agency",
    "area",
    "caption",
    "due-before",
    "goal",
    "ids",
    "kind",
    "participant",
    "status",
    "style",
    "target-group",
)

PIECES: tuple[Piece, ...] = (
    Piece(name="front", draw=_front),
    Piece(name="front-areas", draw=lambda page, options: frame.front_areas(page)),
    Piece(name="areas", draw=lambda page, options: measures.areas(page)),
    Piece(
        name="area",
        argument="area",
        draw=lambda page, options: measures.area(page, options.get("area", "")),
        shows=_show_area,
    ),
    Piece(name="goals", options=("area",), draw=_goals, shows=_show_goals),
    Piece(name="measures", options=MEASURE_OPTIONS, draw=_draw_measures, shows=_show_measures),
    Piece(name="register", draw=_register, shows=_show_register),
    Piece(name="summary", draw=lambda page, options: measures.summary(page)),
    Piece(name="deadlines", draw=lambda page, options: measures.deadlines(page)),
    Piece(name="status", draw=lambda page, options: measures.grouped(page, by_status(page.reading))),
    Piece(name="progress", draw=lambda page, options: progress.progress(page)),
    Piece(name="due", draw=lambda page, options: due.due(page)),
    Piece(name="groups", draw=lambda page, options: measures.grouped(page, by_target_group(page.reading))),
    Piece(
        name="matrix",
        options=("agency", "participant", "phase"),
        draw=lambda page, options: matrix.matrix(page, _cut(options)),
        shows=_show_matrix,
    ),
    Piece(
        name="task",
        argument="task",
        draw=lambda page, options: matrix.task(page, options.get("task", "")),
    ),
    Piece(
        name="levels",
        options=("matrix",),
        draw=lambda page, options: matrix.levels(page, options.get("matrix", "")),
        shows=_show_levels,
    ),
    Piece(
        name="matrix-gaps",
        options=("participant", "phase"),
        draw=lambda page, options: matrix_pages.gaps(page, _cut(options)),
    ),
    Piece(
        name="matrix-load",
        options=("participant", "phase"),
        draw=lambda page, options: matrix_pages.load(page, _cut(options)),
    ),
    Piece(name="matrix-differences", draw=lambda page, options: matrix_pages.differences(page)),
    Piece(name="agencies", draw=lambda page, options: agencies.agencies(page)),
    Piece(
        name="agency",
        argument="agency",
        draw=lambda page, options: agencies.agency(page, options.get("agency", "")),
        shows=_show_agency,
    ),
    Piece(name="procedures", draw=lambda page, options: procedures.procedures(page)),
    Piece(
        name="procedure",
        argument="procedure",
        draw=lambda page, options: procedures.procedure(page, options.get("procedure", "")),
        shows=_show_procedure,
    ),
    Piece(
        name="help",
        draw=lambda page, options: help_html.help_page(page),
        shows=_own("services", "contacts", "arenas"),
    ),
    Piece(name="safety", draw=lambda page, options: help_html.safety(page)),
    Piece(name="services", draw=_services, shows=_own("services")),
    Piece(
        name="action-card",
        argument="procedure",
        draw=lambda page, options: action_card.one_card(page, options.get("procedure", "")),
        shows=_show_card,
    ),
    Piece(name="action-cards", draw=lambda page, options: action_card.all_cards(page), shows=_show_card),
    Piece(name="cases", draw=lambda page, options: cases.cases(page), shows=_show_cases),
    Piece(
        name="cases-of",
        argument="severity",
        draw=lambda page, options: cases.cases_of_severity(page, options.get("severity", "")),
        shows=_show_cases_of,
    ),
    Piece(name="stress", draw=lambda page, options: stress.stress_picture(page)),
    Piece(name="contacts", draw=lambda page, options: help_html.contacts(page), shows=_own("contacts")),
    Piece(name="help-lines", draw=lambda page, options: help_html.lines(page)),
    Piece(name="arenas", draw=_arenas, shows=_own("arenas")),
    Piece(name="law", draw=_law, shows=_own("duties")),
    Piece(name="training", draw=lambda page, options: knowledge.training(page), shows=_own("training")),
    Piece(name="statistics", draw=lambda page, options: figures.statistics(page), shows=_own("statistics")),
    Piece(
        name="follow-up",
        draw=lambda page, options: knowledge.follow_up(page),
        shows=_own("evaluation", "indicators", "risks", "funding"),
    ),
    Piece(name="yearly-reports", draw=lambda page, options: yearly_report.overview(page)),
    Piece(
        name="yearly-report",
        argument="year",
        draw=lambda page, options: yearly_report.piece(page, options.get("year", "")),
    ),
    Piece(
        name="definitions",
        draw=lambda page, options: knowledge.definitions(page),
        shows=_own("definitions", "topics"),
    ),
    Piece(
        name="references",
        draw=lambda page, options: knowledge.references(page),
        shows=_own("references", "annexes"),
    ),
    Piece(
        name="history",
        draw=lambda page, options: frame.history(page),
        shows=_own(
            "decisions", "versions", "participants", "hearings", "links", "succession", "parts", "merged_from"
        ),
    ),
    Piece(name="differences", draw=lambda page, options: differences.what_differs(page)),
    Piece(name="changes", draw=lambda page, options: changes_html.changes_piece(page)),
    Piece(name="contents", draw=lambda page, options: frame.contents(page), shows=_own("sections")),
    Piece(name="years", draw=lambda page, options: years.years(page), shows=_show_years),
    Piece(
        name="year",
        argument="year",
        draw=lambda page, options: years.activity_plan(page, options.get("year", "")),
        shows=_show_year,
    ),
    Piece(name="coverage", draw=lambda page, options: coverage.guide_coverage(page), shows=_show_coverage),
    Piece(name="score", draw=lambda page, options: score.score_page(page), shows=_show_score),
)
"""Every piece, in the order of the reference."""

BY_NAME = {piece.name: piece for piece in PIECES}

ID_OPTIONS = ("agency", "area", "goal", "participant", "procedure", "year")
"""Options and arguments that name an entry of the plan."""


def unknown_ids(reading: Reading, options: Options) -> tuple[str, ...]:
    """What the options name that the plan does not have. `none` as an area means measures without one."""
    named = [
        options[key] for key in ID_OPTIONS if options.get(key) and (key, options[key]) != ("area", "none")
    ]
    # A yearly report is named by its year, an activity plan by its id.
    named = [name for name in named if name != options.get("year") or not name.isdigit()]
    named += options.get("ids", "").replace(",", " ").split()
    if options.get("task") and options["task"] not in tasks_of(reading):
        named.append(options["task"])
    if options.get("matrix") and not (reading.guide and options["matrix"] in reading.guide.by_id):
        named.append(options["matrix"])
    return tuple(name for name in named if not reading.knows(name))


VIEW_PIECES = {"measures": "register"}
"""Chapters of the outline whose piece has another name."""


def draw(page: Page, name: str, options: Options) -> Html:
    """The piece as HTML."""
    return join([BY_NAME[name].draw(page, options)])
