"""Which pages the site of a kit has, and at which of them each exercise stands. No name tells the theme."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from plankit.html.page import Address
from plankit.language import N_
from plankit.model.teaching import Objective
from plankit.teaching.exercise import Question
from plankit.teaching.kit import Kit
from plankit.teaching.own_pages import own_pages
from plankit.views.discretion import Discretion

FRONT = "index"
EXERCISES = ("responsible", "order", "duty", "help", "own")
"""Kinds of exercise that consist of questions; each has a page."""
QUESTION_PAGES = {
    "responsible": N_("Who is responsible"),
    "order": N_("In which order"),
    "duty": N_("Duties"),
    "help": N_("Who can help"),
    "own": N_("Our own questions"),
}


class Place(NamedTuple):
    """A page: its name without ending, and what the menu calls it."""

    name: str
    title: str
    in_menu: bool = True


def places(kit: Kit, quiet: Discretion) -> tuple[Place, ...]:
    """Every page of the site, the front page first."""
    guide = kit.subject.guide
    found = [Place(FRONT, N_("Overview")), Place("objectives", N_("Objectives"))]
    found += [
        Place(question_page(name), QUESTION_PAGES[name])
        for name in EXERCISES
        if questions_of(kit, name) or (name == "own" and has_own(kit))
    ]
    told = (
        (bool(kit.cases), "cases", N_("Made-up cases")),
        (bool(kit.branching), "step-by-step", N_("Step by step")),
        (bool(kit.dilemmas), "dilemmas", N_("Dilemmas")),
        (kit.table_top is not None, "table-top", N_("Table-top exercise")),
        (kit.hunt is not None, "gap-hunt", N_("Gap hunt")),
        (bool(guide.running_cases), "whole-day", N_("A whole day")),
        (bool(guide.gatherings or guide.monthly_exercises), "trainers", N_("Train the trainer")),
    )
    found += [Place(name, title) for there, name, title in told if there]
    found.append(Place("lead", N_("For those who lead")))
    found += [Place(case_page(quiet, one.id), one.title, in_menu=False) for one in kit.cases]
    found += [Place(steps_page(quiet, one.id), one.title, in_menu=False) for one in kit.branching]
    return tuple(found)


def has_own(kit: Kit) -> bool:
    """Whether there is a page of the teachers' own."""
    return bool(own_pages(kit) or questions_of(kit, "own"))


def question_page(exercise: str) -> str:
    """The page of the questions of one kind."""
    return f"questions/{exercise}"


def case_page(quiet: Discretion, name: str) -> str:
    """The page of a case to talk about."""
    return quiet.page(f"cases/{name}")


def steps_page(quiet: Discretion, name: str) -> str:
    """The page of a case played step by step."""
    return quiet.page(f"steps/{name}")


def questions_of(kit: Kit, exercise: str) -> tuple[Question, ...]:
    """The questions of one kind, in the order of the kit; the last page holds what belongs on no other."""
    known = frozenset(EXERCISES[:-1])
    return tuple(
        one for one in kit.questions if (one.exercise if one.exercise in known else EXERCISES[-1]) == exercise
    )


def objectives_of(kit: Kit) -> tuple[Objective, ...]:
    """The objectives of the kit's audience, in the guide's order."""
    return tuple(one for one in kit.subject.guide.objectives if kit.subject.is_for(one.audiences))


def addresses(kit: Kit, quiet: Discretion) -> dict[str, Address]:
    """For each exercise, the page and the anchor that it stands at; for each objective too."""
    found: dict[str, Address] = {}

    def note(ids: Iterable[str], page: str) -> None:
        for name in ids:
            found.setdefault(name, (page, quiet.anchor(name)))

    note((one.id for one in objectives_of(kit)), "objectives")
    for exercise in EXERCISES:
        note((one.id for one in questions_of(kit, exercise)), question_page(exercise))
    for told in kit.cases:
        found.setdefault(told.id, (case_page(quiet, told.id), ""))
    for branching in kit.branching:
        found.setdefault(branching.id, (steps_page(quiet, branching.id), ""))
    note((one.id for one in kit.dilemmas), "dilemmas")
    if kit.hunt is not None:
        found.setdefault(kit.hunt.id, ("gap-hunt", ""))
    if kit.table_top is not None:
        found.setdefault(kit.table_top.id, ("table-top", ""))
    return found


def groups(kit: Kit) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What the kit holds by kind, each kind with its heading and the ids in the order of the kit."""
    single = ((N_("Table-top exercise"), kit.table_top), (N_("Gap hunt"), kit.hunt))
    found = [(QUESTION_PAGES[name], tuple(one.id for one in questions_of(kit, name))) for name in EXERCISES]
    found += [
        (N_("Made-up cases"), tuple(one.id for one in kit.cases)),
        (N_("Step by step"), tuple(one.id for one in kit.branching)),
        (N_("Dilemmas"), tuple(one.id for one in kit.dilemmas)),
        *((title, (one.id,)) for title, one in single if one is not None),
    ]
    return tuple((title, ids) for title, ids in found if ids)


def titles(kit: Kit) -> dict[str, str]:
    """What to call each exercise that has a name of its own."""
    found = {one.id: one.title for one in kit.cases}
    found |= {one.id: one.title for one in kit.branching}
    found |= {one.id: one.title for one in kit.dilemmas}
    found |= {one.id: one.title for one in (kit.table_top, kit.hunt) if one is not None}
    return found
