"""A case step by step as a game book: read a point, choose a way, go to the point that it names.

Points stand in mixed order, and what the plan says of a choice is a point of its own, so that nobody reads it beforehand.
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.language import N_
from plankit.papers.blocks import Block, Chapter, Document, Group, Inline, Listing, Paragraph, Span
from plankit.papers.teaching_cases import warned
from plankit.papers.teaching_frame import Frame, line
from plankit.teaching.exercise import BranchingCase, Point, Turn
from plankit.teaching.kit import Kit

TITLE = N_("Cases step by step")
_START = ""
"""Stands for the way into the first point."""


def game_book(kit: Kit, size: str = "a4") -> Document | None:
    """Every branching case, each beginning on a page of its own; `None` where the kit has none."""
    frame = Frame(kit)
    if not kit.branching:
        return None
    warnings = {one.id: one.warning for one in kit.cases}
    chapters = (
        Chapter(
            name=one.id,
            title=one.title,
            level=1,
            blocks=tuple(_Book(frame, one, warnings.get(one.case, "")).blocks()),
        )
        for one in kit.branching
    )
    return frame.paper(frame.t(TITLE), chapters, kind="leaves", size=size)


class _Book:
    """One case as numbered places: each of its points, and what the plan says of each choice."""

    def __init__(self, frame: Frame, case: BranchingCase, warning: str) -> None:
        self.frame = frame
        self.case = case
        self.warning = warning
        self.points = {one.id: one for one in case.points}
        places: list[tuple[str, int]] = [(one.id, -1) for one in case.points if one.id != case.start]
        places += [(one.id, turn) for one in case.points for turn in range(len(one.turns))]
        frame.kit.subject.dice(f"game-book/{case.id}").shuffle(places)
        self.order = [(case.start, -1), *places]
        self.numbers = {place: number for number, place in enumerate(self.order, start=1)}

    def blocks(self) -> Iterator[Block]:
        """How it is played, the story, then the places by their numbers."""
        t = self.frame.t
        yield self.frame.help()
        yield from warned(self.frame, self.warning)
        told = t(
            N_(
                "The case is made up. Begin at point 1. Agree on a way before you look up the point that it leads to. "
                "Time: {minutes}."
            )
        )
        yield line(told.format(minutes=self.frame.minutes(self.case.minutes)), "note")
        yield from self.frame.prose(self.case.story, self.case.id)
        for name, turn in self.order:
            point = self.points[name]
            yield self._choice(point, turn) if turn >= 0 else self._point(point)
        yield self.frame.help()

    def _point(self, one: Point) -> Group:
        number = self.numbers[one.id, -1]
        blocks: list[Block] = [self._lead(number, one.clock), line(one.text)]
        if one.turns:
            ways = ((self._way(one, place, turn),) for place, turn in enumerate(one.turns))
            blocks.append(Listing(items=tuple(ways)))
        else:
            blocks.append(line(self.frame.t(N_("Here the case ends.")), bold=True))
        return Group(blocks=tuple(blocks), style="question", anchor=self._anchor(number))

    def _way(self, point: Point, place: int, turn: Turn) -> Paragraph:
        return Paragraph(spans=(Span(text=f"{turn.text} "), *self._go(self.numbers[point.id, place])))

    def _choice(self, point: Point, place: int) -> Group:
        turn, number = point.turns[place], self.numbers[point.id, place]
        blocks: list[Block] = [self._lead(number, ""), line(turn.feedback)]
        if turn.leads:
            blocks.append(Paragraph(spans=self._go(self.numbers[turn.leads, -1])))
        else:
            blocks.append(line(self.frame.t(N_("Here the case ends.")), bold=True))
        return Group(blocks=tuple(blocks), style="question", anchor=self._anchor(number))

    def _lead(self, number: int, clock: str) -> Paragraph:
        more = (Span(text=f" · {clock}"),) if clock else ()
        return Paragraph(spans=(Span(text=str(number), bold=True), *more), style="label")

    def _go(self, number: int) -> Inline:
        words = self.frame.t(N_("Go to {number}.")).format(number=f"\u00a0{number}".strip())
        return (Span(text=f"→ {words}", bold=True, to=self._anchor(number)),)

    def _anchor(self, number: int) -> str:
        return f"{self.case.id}#{number}"


def plan_way(frame: Frame, case: BranchingCase) -> Iterator[Block]:
    """For whoever leads: at each point what the plan says to do, and why."""
    items = []
    for point in case.points:
        for turn in point.turns:
            if turn.follows_plan:
                spans = (
                    Span(text=f"{point.clock}: "),
                    Span(text=turn.text, bold=True),
                    Span(text=f" {turn.feedback}"),
                )
                items.append((Paragraph(spans=spans), *frame.pointers(turn.pointers)))
    if items:
        yield line(frame.t(N_("The way that the plan tells")), "label")
        yield Listing(items=tuple(items), ordered=True)
    yield from frame.labelled(frame.t(N_("What the plan does not answer")), case.gaps)
