"""The slides of a session, in the order of its programme."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from plankit.language import N_
from plankit.teaching import slide_frame as frame
from plankit.teaching.exercise import Pointer, Question
from plankit.teaching.kit import Kit
from plankit.teaching.programme import ProgrammeItem, programme
from plankit.teaching.slide import Deck, Slide
from plankit.teaching.slide_fit import fitted
from plankit.teaching.slide_questions import question_slides
from plankit.teaching.slide_stories import (
    branching_slides,
    case_slides,
    dilemma_slides,
    hunt_slides,
    table_top_slides,
)
from plankit.teaching.subject import Subject
from plankit.views.discretion import site_title

MOST = {45: 26, 90: 42, 180: 66}
"""Slides of a session of so many minutes. Above it, questions are left out; a case is always told to its end."""
_WEIGHTS = {"question": 3, "point": 3, "inject": 4, "case": 4, "dilemma": 5, "text": 3, "pause": 6, "told": 2}
"""How much of the time of a part a slide takes beside others; 1 where nothing is said."""


def deck(kit: Kit) -> Deck:
    """The slides of the kit's session. Help numbers stand first and last, a warning before every case.

    Every slide that asks is followed by the one that answers, and says nothing of the answer itself. The minutes of
    the notes add up to those of the session.
    """
    subject = kit.subject
    plan = programme(kit)
    first, *between, end = plan.items
    parts = [_timed(first.minutes, _fit(frame.opening(subject, plan, first, "welcome")))]
    bodies = [list(_body(kit, item, f"part-{number}")) for number, item in enumerate(between, start=1)]
    closing = _timed(end.minutes, _fit((*frame.closing(subject, end, "closing"), frame.last(subject, "help"))))
    room = MOST[plan.minutes] - len(parts[0]) - len(closing) - 2
    _leave_out(bodies, room)
    for item, body in zip(between, bodies, strict=True):
        slides = [slide for group in body for slide in group]
        parts.append(_timed(item.minutes, _opened(slides)))
    told = [slide for part in parts for slide in part]
    closing[-1:-1] = _fit(frame.sources(subject, _pointers(told), "sources"))
    return Deck(
        title=frame.title_of(subject),
        subtitle=frame.audience_words(subject),
        running=f"{subject.reading.words(N_('Slides'))} – {site_title(subject.reading)}",
        language=subject.language,
        slides=(*told, *closing),
    )


def _body(kit: Kit, item: ProgrammeItem, name: str) -> Iterator[list[Slide]]:
    """The slides of a part in groups; each group but the first may be left out."""
    asked: dict[str, Question] = {one.id: one for one in kit.questions}
    questions = [asked[one] for one in item.ids if one in asked]
    for number, question in enumerate(questions, start=1):
        title = item.title if len(questions) == 1 else f"{item.title} – {number}"
        yield _fit(question_slides(kit.subject.language, question, f"{name}-{number}", title))
    if not questions:
        yield _fit(_story(kit, item, name) or (frame.spoken(kit.subject, item, name),))


def _story(kit: Kit, item: ProgrammeItem, name: str) -> tuple[Slide, ...]:
    """The slides of what is no question; none where the kit has nothing of that id."""
    subject, chosen = kit.subject, frozenset(item.ids)
    made: list[Iterable[Slide]] = [
        *(case_slides(subject, one, name) for one in kit.cases if item.exercise == "case" and one.id in chosen),
        *(branching_slides(subject, one, name) for one in kit.branching if one.id in chosen),
        *(dilemma_slides(subject, one, name) for one in kit.dilemmas if one.id in chosen),
    ]
    if kit.hunt and kit.hunt.id in chosen:
        made.append(hunt_slides(subject, kit.hunt, name))
    if kit.table_top and kit.table_top.id in chosen:
        made.append(table_top_slides(subject, kit.table_top, name))
    return tuple(slide for slides in made for slide in slides)


def _fit(slides: Iterable[Slide]) -> list[Slide]:
    return [part for slide in slides for part in fitted(slide)]


def _opened(slides: Sequence[Slide]) -> list[Slide]:
    return [replace(slide, opens=number == 0) for number, slide in enumerate(slides)]


def _leave_out(bodies: Sequence[list[list[Slide]]], most: int) -> None:
    """Take the last group from the part with most groups until no more than `most` slides are left."""
    while sum(len(group) for body in bodies for group in body) > most:
        longest = max(bodies, key=len)
        if len(longest) < 2:
            return
        longest.pop()


def _timed(minutes: int, slides: Sequence[Slide]) -> list[Slide]:
    """The slides with the minutes given out among them; together they take exactly `minutes`."""
    weights = [0 if slide.goes_on else _WEIGHTS.get(slide.kind, 1) for slide in slides]
    whole, given, spent = sum(weights) or 1, 0, 0
    made = []
    for slide, weight in zip(slides, weights, strict=True):
        spent += weight
        until = minutes * spent // whole
        made.append(replace(slide, notes=replace(slide.notes, minutes=until - given)))
        given = until
    return made


def _pointers(slides: Iterable[Slide]) -> Iterator[Pointer]:
    for slide in slides:
        yield from slide.notes.pointers
