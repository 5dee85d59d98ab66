"""The slides of a session, in the order of its programme."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace

from plankit.language import N_
from plankit.teaching import slide_frame as frame
from plankit.teaching.exercise import Pointer, Question
from plankit.teaching.kit import Kit
from plankit.teaching.programme import ProgrammeItem, programme
from plankit.teaching.slide import Alternatives, Block, Deck, Slide
from plankit.teaching.slide_fit import fitted
from plankit.teaching.slide_questions import question_slides
from plankit.teaching.slide_stories import (
    branching_groups,
    case_groups,
    dilemma_slides,
    hunt_slides,
    table_top_slides,
)
from plankit.views.discretion import site_title

MOST = {45: 26, 90: 42, 180: 66}
"""Slides of a session of so many minutes. Above it, what can be spared is left out."""
_SOURCES = 2
"""Slides that the sources take, about."""
_POINTS = 3
"""Points of a branching case that are played in any session."""
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
    bodies = [_body(kit, item, f"part-{number}") for number, item in enumerate(between, start=1)]
    closing = _timed(
        end.minutes, _fit((*frame.closing(subject, end, "closing"), frame.last(subject, "help")))
    )
    _leave_out(bodies, MOST[plan.minutes] - len(parts[0]) - len(closing) - _SOURCES)
    for item, body in zip(between, bodies, strict=True):
        parts.append(_timed(item.minutes, _opened(body.slides)))
    told = [slide for part in parts for slide in part]
    closing[-1:-1] = _fit(frame.sources(subject, _pointers(told), "sources"))
    return Deck(
        title=frame.title_of(subject),
        subtitle=frame.audience_words(subject),
        running=f"{subject.reading.words(N_('Slides'))} – {site_title(subject.reading)}",
        language=subject.language,
        slides=tuple(_with_links(told, closing)),
    )


@dataclass(kw_only=True)
class _Body:
    """The slides of a part in groups, of which the last may be left out until `least` are kept."""

    groups: list[list[Slide]]
    least: int = 1
    rest: Slide | None = None
    """What tells that something was left out."""
    spared: bool = False

    @property
    def slides(self) -> list[Slide]:
        told = [slide for group in self.groups for slide in group]
        return [*told, *fitted(self.rest)] if self.spared and self.rest else told


def _body(kit: Kit, item: ProgrammeItem, name: str) -> _Body:
    subject, chosen = kit.subject, frozenset(item.ids)
    asked: dict[str, Question] = {one.id: one for one in kit.questions}
    questions = [asked[one] for one in item.ids if one in asked]
    for case in kit.branching:
        if case.id in chosen:
            groups = [_fit(group) for group in branching_groups(subject, case, name)]
            return _Body(groups=groups, least=1 + _POINTS, rest=frame.rest(subject, name))
    if questions:
        titles = [
            f"{item.title} – {number}" if len(questions) > 1 else item.title
            for number in _from_one(questions)
        ]
        pairs = zip(questions, titles, _from_one(questions), strict=False)
        made = [question_slides(subject.language, one, f"{name}-{at}", title) for one, title, at in pairs]
        return _Body(groups=[_fit(one) for one in made])
    found = [_fit(group) for group in _groups(kit, chosen, name)]
    return _Body(groups=found or [_fit((frame.spoken(subject, item, name),))])


def _from_one(ones: Sequence[object]) -> range:
    return range(1, len(ones) + 1)


def _groups(kit: Kit, chosen: frozenset[str], name: str) -> Iterator[Iterable[Slide]]:
    """The slides of what is neither a question nor played step by step; none where the kit has nothing of these ids."""
    subject = kit.subject
    for case in kit.cases:
        if case.id in chosen:
            yield from case_groups(subject, case, name)
    for card in kit.dilemmas:
        if card.id in chosen:
            yield dilemma_slides(subject, card, name)
    if kit.hunt and kit.hunt.id in chosen:
        yield hunt_slides(subject, kit.hunt, name)
    if kit.table_top and kit.table_top.id in chosen:
        yield table_top_slides(subject, kit.table_top, name)


def _fit(slides: Iterable[Slide]) -> list[Slide]:
    return [part for slide in slides for part in fitted(slide)]


def _opened(slides: Sequence[Slide]) -> list[Slide]:
    return [replace(slide, opens=number == 0) for number, slide in enumerate(slides)]


def _leave_out(bodies: Sequence[_Body], most: int) -> None:
    """Take groups from the ends of the parts with most to spare until no more than `most` slides are left."""
    while sum(len(body.slides) for body in bodies) > most:
        longest = max(bodies, key=lambda body: len(body.groups) - body.least)
        if len(longest.groups) <= longest.least:
            return
        longest.groups.pop()
        longest.spared = True


def _with_links(*parts: Sequence[Slide]) -> Iterator[Slide]:
    """The slides without links to slides that were left out."""
    slides = [slide for part in parts for slide in part]
    known = {slide.id for slide in slides}
    for slide in slides:
        yield replace(slide, blocks=tuple(_linked(block, known) for block in slide.blocks))


def _linked(block: Block, known: Set[str]) -> Block:
    if not isinstance(block, Alternatives):
        return block
    return Alternatives(
        items=tuple(one if one.leads in known else replace(one, leads="", onward="") for one in block.items)
    )


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
