"""A procedure as a drawing: which step stands in which lane and row, and which arrows lead where."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plankit.model.procedure import Branch, Next, Procedure, Step
from plankit.views.matrix import role_of
from plankit.views.reading import Reading
from plankit.views.situation import situation_words


@dataclass(frozen=True, kw_only=True)
class Exit:
    """A way out of the strand: to a step elsewhere in the procedure, or to another procedure."""

    words: str
    label: str
    fallback: bool


@dataclass(frozen=True, kw_only=True)
class Box:
    """A step in the drawing. Rows and lanes count from 0."""

    step: Step
    number: str
    lane: int
    row: int
    exits: tuple[Exit, ...] = ()


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
    when: str
    """The same as a condition of cases, in words."""
    victim: str
    notes: str
    lanes: tuple[str, ...]
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]


def strands(reading: Reading, procedure: Procedure) -> tuple[Strand, ...]:
    """The strands of a procedure in its order. Steps without `next` lead to the one after them, unless they end."""
    found = []
    if procedure.steps:
        found.append(_strand(reading, procedure, procedure.steps, None))
    found += [_strand(reading, procedure, branch.steps, branch) for branch in procedure.branches]
    return tuple(found)


def actor(reading: Reading, step: Step) -> str:
    """Who takes a step, in words: as the plan tells it, else its agency or kind of actor; empty where nothing is said."""
    role = role_of(reading, step.agency, step.agency_role)
    told = reading.text(step.who)
    if told:
        return f"{told} ({role})" if role and role.casefold() not in told.casefold() else told
    if step.agency:
        return f"{reading.party(step.agency).name}{f' ({role})' if role else ''}"
    return reading.label("actor", step.actor)


def condition_words(reading: Reading, following: Next) -> str:
    """When a way on is taken: in the plan's words, else as a condition of cases."""
    return reading.text(following.condition) or situation_words(reading, following.when)


def _strand(reading: Reading, procedure: Procedure, steps: tuple[Step, ...], branch: Branch | None) -> Strand:
    lanes = tuple(dict.fromkeys(_lane(reading, step) for step in steps))
    inside = {step.id for step in steps}
    boxes = tuple(
        Box(
            step=step,
            number=step.order or str(number + 1),
            lane=lanes.index(_lane(reading, step)),
            row=number,
            exits=tuple(_exits(reading, procedure, step, inside)),
        )
        for number, step in enumerate(steps)
    )
    return Strand(
        title=reading.text(branch.title) if branch else "",
        severity=reading.label("severity", branch.severity) if branch else "",
        condition=reading.text(branch.condition) if branch else "",
        when=situation_words(reading, branch.when) if branch else "",
        victim=reading.label("target-group", branch.victim) if branch else "",
        notes=reading.text(branch.notes) if branch else "",
        lanes=lanes,
        boxes=boxes,
        arrows=tuple(_arrows(reading, steps)),
    )


def _lane(reading: Reading, step: Step) -> str:
    if step.agency:
        return reading.party(step.agency).short_name
    return reading.text(step.who) or reading.label("actor", step.actor)


def _exits(reading: Reading, procedure: Procedure, step: Step, inside: set[str]) -> Iterator[Exit]:
    for one in step.next:
        label = condition_words(reading, one)
        if one.procedure:
            yield Exit(words=reading.title(one.procedure), label=label, fallback=False)
        elif one.step and one.step not in inside:
            yield Exit(words=step_words(reading, procedure, one.step), label=label, fallback=False)
    if step.fallback and step.fallback not in inside:
        yield Exit(words=step_words(reading, procedure, step.fallback), label="", fallback=True)


def step_words(reading: Reading, procedure: Procedure, step_id: str) -> str:
    """The number of a step and what is done in it; its id where the procedure has none of that id."""
    groups = (procedure.steps, *(branch.steps for branch in procedure.branches))
    for steps in groups:
        for number, step in enumerate(steps, start=1):
            if step.id == step_id:
                return f"{step.order or number}. {reading.text(step.what)}"
    return step_id


def _arrows(reading: Reading, steps: tuple[Step, ...]) -> list[Arrow]:
    arrows = []
    inside = {step.id for step in steps}
    for number, step in enumerate(steps):
        for following in step.next:
            if following.step is not None and following.step in inside:
                label = condition_words(reading, following)
                arrows.append(Arrow(start=step.id, end=following.step, label=label, fallback=False))
        if not step.next and not step.end and number + 1 < len(steps):
            arrows.append(Arrow(start=step.id, end=steps[number + 1].id, label="", fallback=False))
        if step.fallback in inside and step.fallback is not None:
            arrows.append(Arrow(start=step.id, end=step.fallback, label="", fallback=True))
    return arrows
