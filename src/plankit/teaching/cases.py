"""Cases to talk about: each made-up case as guide or plan tells it, and what happens in it under the plan.

How a case is taught (warning, questions, common mistakes) comes from the guide's lesson on it. A case of the plan's own
has no lesson; it gets questions that suit every case.
"""

from __future__ import annotations

from decimal import Decimal

from plankit.language import N_
from plankit.model.case import Case, Expectation
from plankit.model.guide import GuideCase
from plankit.model.teaching import CaseLesson
from plankit.teaching.exercise import CaseTold, Pointer
from plankit.teaching.subject import Subject
from plankit.views.case_facts import case_facts
from plankit.views.cases import cases_of
from plankit.walks.cases import CaseError, walk_case
from plankit.walks.result import GAP_KINDS, Event, Walk, WalkCase
from plankit.walks.walking import walk_prepared
from plankit.walks.words import (
    ASSUMPTION_WORDS,
    clock,
    event_words,
    gap_words,
    limit_words,
    moment_words,
    shortened,
)

Told = Case | GuideCase

MINUTES = 20
"""Time for a case that has no lesson."""
_WARNING = N_(
    "The case is made up. It may still come close to something that you or somebody you know have lived through. You may "
    "leave the room at any time."
)
_QUESTIONS = (
    N_("What do you notice first, and what do you still need to know?"),
    N_("Who does what first, and where in the plan does it say so?"),
    N_("Whom do you tell, and what allows or obliges you to tell them?"),
    N_("What must nobody do here, and why?"),
    N_("What would be different at night, or if your leader did not answer?"),
)
_HANDED = N_("handed to {agency}")
_REACHES = N_("“{agency}” has the case.")
_REACHES_WITHIN = N_("“{agency}” has the case {limit}.")
_NEVER = N_("Nobody does this: {action}.")
_SAFE = N_("The exposed person is safe {limit}.")
_OWNER = N_("At the end “{agency}” has the case.")


def cases_told(subject: Subject) -> tuple[CaseTold, ...]:
    """Every case of guide and plan that says that it is made up; those with a lesson first.

    A case whose time is not understood is told without what happens in it.
    """
    lessons = {one.case: one for one in subject.guide.case_lessons}
    told = [
        _told(subject, one, lessons.get(one.id)) for one in cases_of(subject.reading) if one.fictional is True
    ]
    return tuple(sorted(told, key=lambda one: one.id not in lessons))


def _told(subject: Subject, told: Told, lesson: CaseLesson | None) -> CaseTold:
    text, words = subject.reading.text, subject.reading.words
    case = _case(subject, told)
    walk = walk_prepared(subject.ready, case) if case is not None and subject.has_plan else None
    objectives = lesson.objectives if lesson is not None else subject.objectives("case")
    return CaseTold(
        id=told.id,
        title=text(told.title),
        story=text(told.story),
        facts=case_facts(subject.reading, told, _time(subject, told, case)),
        warning=text(lesson.warning) if lesson is not None else words(_WARNING),
        questions=tuple(map(text, lesson.questions)) if lesson is not None else tuple(map(words, _QUESTIONS)),
        mistakes=tuple(map(text, lesson.mistakes)) if lesson is not None else (),
        facilitator=text(lesson.facilitator) if lesson is not None else "",
        way=tuple(_event(subject, one) for one in walk.events) if walk is not None else (),
        gaps=_gaps(subject, walk) if walk is not None else (),
        expected=tuple(words for one in told.must for words in _expected(subject, one)),
        pointers=_pointers(subject, told, walk),
        minutes=int(Decimal(lesson.minutes)) if lesson is not None else MINUTES,
        objectives=objectives,
        audiences=lesson.audiences if lesson is not None else subject.audiences(objectives),
    )


def _case(subject: Subject, told: Told) -> WalkCase | None:
    try:
        return walk_case(subject.ready, told)
    except CaseError:
        return None


def _time(subject: Subject, told: Told, case: WalkCase | None) -> str:
    """When it begins: on a day of the calendar where a plan is walked, else on a day of the week."""
    if case is None:
        return told.at
    names = subject.names
    return clock(names, case.at) if subject.has_plan else moment_words(names, told.at, case.at)


def _event(subject: Subject, event: Event) -> str:
    """What happened when, to whom the case was handed, and what was assumed."""
    names = subject.names
    handed = f"; {names.t(_HANDED, agency=names.agency(event.handed_to))}" if event.handed_to else ""
    happened = f"{clock(names, event.at)} – {event_words(names, event).rstrip('.')}{handed}."
    return " ".join([happened, *(names.t(ASSUMPTION_WORDS[one]) for one in event.assumptions)])


def _gaps(subject: Subject, walk: Walk) -> tuple[str, ...]:
    gaps = sorted(walk.gaps, key=lambda one: GAP_KINDS.index(one.kind))
    return tuple(dict.fromkeys(_sentence(gap_words(subject.names, one)) for one in gaps))


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."


def _expected(subject: Subject, one: Expectation) -> tuple[str, ...]:
    """What must hold in the case, a sentence each; the remark on it last."""
    names = subject.names
    said = []
    if one.reaches:
        pattern = _REACHES_WITHIN if one.within else _REACHES
        agency = _name(subject, one.reaches)
        said.append(names.t(pattern, agency=agency, limit=limit_words(names, one.within)))
    if one.never:
        said.append(names.t(_NEVER, action=names.action(one.never)))
    if one.safe_within:
        said.append(names.t(_SAFE, limit=limit_words(names, one.safe_within)))
    if one.owner:
        said.append(names.t(_OWNER, agency=_name(subject, one.owner)))
    if one.notes:
        said.append(subject.reading.text(one.notes))
    return tuple(said)


def _of_plan(subject: Subject, agency: str) -> str:
    """The plan's agency that `agency` names, be it by the guide's id; `agency` itself where the plan has none."""
    own = subject.reading.plan.agencies
    return next((one.id for one in own if subject.ready.is_agency(one.id, agency)), agency)


def _name(subject: Subject, agency: str) -> str:
    return subject.names.agency(_of_plan(subject, agency))


def _pointers(subject: Subject, told: Told, walk: Walk | None) -> tuple[Pointer, ...]:
    """The steps that are taken, and whom law or guide asks for."""
    events = walk.events if walk is not None else ()
    taken = dict.fromkeys((one.procedure, one.step) for one in events if one.what == "acted")
    asked = dict.fromkeys(one for must in told.must for one in (must.reaches, must.owner) if one)
    return (
        *(_step(subject, procedure, step) for procedure, step in taken),
        *dict.fromkeys(_agency(subject, one) for one in asked),
    )


def _step(subject: Subject, procedure: str, step: str) -> Pointer:
    names = subject.names
    words = f"{names.procedure(procedure)}: {shortened(names.step(procedure, step))}"
    return subject.plan_entry(f"{procedure}.{step}", words)


def _agency(subject: Subject, agency: str) -> Pointer:
    own = _of_plan(subject, agency)
    if own in subject.reading.plan.by_id:
        return subject.plan_entry(own)
    return subject.guide_entry(agency)
