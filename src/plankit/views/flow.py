"""A procedure as a drawing: which step stands in which lane and row, and which arrows lead where."""

from __future__ import annotations

from dataclasses import dataclass

from plankit.model.procedure import Branch, Procedure, Step
from plankit.views.reading import Reading


@dataclass(frozen=True, kw_only=True)
class Box:
    """A step in the drawing. Rows and lanes count from 0."""

    step: Step
    number: str
    lane: int
    row: int


@dataclass(frozen=True, kw_only=True)
class Arrow:
    """From one step to another; `fallback` where it is taken when nobody can be reached."""

    start: str
    end: str
    label: str
    fallback: bool


@dataclass(frozen=True, kw_only=True)
class Strand:
    """The steps of one branch of a procedure, or of the procedure itself where it has none."""

    title: str
    severity: str
    condition: str
    victim: str
    notes: str
    lanes: tuple[str, ...]
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]


def strands(reading: Reading, procedure: Procedure) -> tuple[Strand, ...]:
    """The strands of a procedure in its order. Steps without `next` lead to the one after them, unless they end."""
    found = []
    if procedure.steps:
        found.append(_strand(reading, procedure.steps, None))
    found += [_strand(reading, branch.steps, branch) for branch in procedure.branches]
    return tuple(found)


def actor(reading: Reading, step: Step) -> str:
    """Who takes a step, in words; empty where the plan does not say."""
    return reading.text(step.who) or (reading.party(step.agency).name if step.agency else "")


def _strand(reading: Reading, steps: tuple[Step, ...], branch: Branch | None) -> Strand:
    lanes = tuple(dict.fromkeys(_lane(reading, step) for step in steps))
    boxes = tuple(
        Box(
            step=step,
            number=step.order or str(number + 1),
            lane=lanes.index(_lane(reading, step)),
            row=number,
        )
        for number, step in enumerate(steps)
    )
    return Strand(
        title=reading.text(branch.title) if branch else "",
        severity=reading.label("severity", branch.severity) if branch else "",
        condition=reading.text(branch.condition) if branch else "",
        victim=reading.label("target-group", branch.victim) if branch else "",
        notes=reading.text(branch.notes) if branch else "",
        lanes=lanes,
        boxes=boxes,
        arrows=tuple(_arrows(reading, steps)),
    )


def _lane(reading: Reading, step: Step) -> str:
    return reading.party(step.agency).short_name if step.agency else reading.text(step.who)


def _arrows(reading: Reading, steps: tuple[Step, ...]) -> list[Arrow]:
    arrows = []
    inside = {step.id for step in steps}
    for number, step in enumerate(steps):
        for following in step.next:
            if following.step in inside:
                label = reading.text(following.condition)
                arrows.append(Arrow(start=step.id, end=following.step, label=label, fallback=False))
        if not step.next and not step.end and number + 1 < len(steps):
            arrows.append(Arrow(start=step.id, end=steps[number + 1].id, label="", fallback=False))
        if step.fallback in inside and step.fallback is not None:
            arrows.append(Arrow(start=step.id, end=step.fallback, label="", fallback=True))
    return arrows
