"""The pieces that a page can be put together from, each a view of the plan. Declared once, here.

A piece says how it is drawn and which entries it shows, so that links know where to lead.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from plankit.model.base import Item
from plankit.sphinx.html import agencies, coverage, frame, knowledge, matrix, measures, procedures
from plankit.sphinx.html import help as help_html
from plankit.sphinx.html.markup import Html, join
from plankit.sphinx.html.page import Page
from plankit.views.chapter import agency_chapter
from plankit.views.groups import by_status, by_target_group
from plankit.views.matrix import responsibility_matrix
from plankit.views.reading import Reading
from plankit.views.selection import Wanted, select_measures

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
    return measures.measure_table(page, page.reading.plan.measures, register=True)


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


def _show_matrix(reading: Reading, options: Options) -> Iterator[Shown]:
    whole = not options.get("agency")
    for row in responsibility_matrix(reading, phase=options.get("phase", "")).rows:
        if whole:
            yield Shown(key=f"task:{row.task}", anchor=f"task-{row.task}")
            yield Shown(key=row.task, anchor=f"task-{row.task}", rank=REGISTER)


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


def _show_coverage(reading: Reading, options: Options) -> Iterator[Shown]:
    for requirement in reading.guide.requirements if reading.guide else ():
        yield Shown(key=f"requirement:{requirement.id}", anchor=f"requirement-{requirement.id}")


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
    Piece(name="groups", draw=lambda page, options: measures.grouped(page, by_target_group(page.reading))),
    Piece(
        name="matrix",
        options=("agency", "phase"),
        draw=lambda page, options: matrix.matrix(
            page, agency=options.get("agency", ""), phase=options.get("phase", "")
        ),
        shows=_show_matrix,
    ),
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
    Piece(name="services", draw=_services, shows=_own("services")),
    Piece(name="contacts", draw=lambda page, options: help_html.contacts(page), shows=_own("contacts")),
    Piece(name="help-lines", draw=lambda page, options: help_html.lines(page)),
    Piece(name="arenas", draw=_arenas, shows=_own("arenas")),
    Piece(name="law", draw=_law, shows=_own("duties")),
    Piece(name="training", draw=lambda page, options: knowledge.training(page), shows=_own("training")),
    Piece(name="statistics", draw=lambda page, options: knowledge.statistics(page), shows=_own("statistics")),
    Piece(
        name="follow-up",
        draw=lambda page, options: knowledge.follow_up(page),
        shows=_own("evaluation", "indicators", "risks", "funding"),
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
        shows=_own("decisions", "versions", "participants", "hearings", "links", "succession", "parts"),
    ),
    Piece(name="contents", draw=lambda page, options: frame.contents(page), shows=_own("sections")),
    Piece(name="coverage", draw=lambda page, options: coverage.guide_coverage(page), shows=_show_coverage),
)
"""Every piece, in the order of the reference."""

BY_NAME = {piece.name: piece for piece in PIECES}

ID_OPTIONS = ("agency", "area", "goal", "participant", "procedure")
"""Options and arguments that name an entry of the plan."""


def unknown_ids(reading: Reading, options: Options) -> tuple[str, ...]:
    """What the options name that the plan does not have. `none` as an area means measures without one."""
    named = [
        options[key] for key in ID_OPTIONS if options.get(key) and (key, options[key]) != ("area", "none")
    ]
    named += options.get("ids", "").replace(",", " ").split()
    return tuple(name for name in named if not reading.knows(name))


VIEW_PIECES = {"measures": "register"}
"""Chapters of the outline whose piece has another name."""


def draw(page: Page, name: str, options: Options) -> Html:
    """The piece as HTML."""
    return join([BY_NAME[name].draw(page, options)])
