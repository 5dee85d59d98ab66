"""Rows of things that have one order: steps of a procedure, phases and steps of the guide."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from plankit.language import N_
from plankit.model.durations import read_duration
from plankit.model.guide import GuideStep, Phase
from plankit.model.procedure import Procedure, Step
from plankit.teaching.exercise import Pointer, Question
from plankit.teaching.picking import Asked, all_differ, mixed, on_one_line, pieces
from plankit.teaching.places import procedure_words
from plankit.teaching.subject import Subject
from plankit.views.guide_reading import is_unconfirmed

LEAST, MOST = 3, 7
"""How many things are put in order."""
_NUMBER = re.compile(r"\d+")


def procedure_orders(subject: Subject) -> Iterator[Asked]:
    """The steps of each stretch of a procedure in which one step leads to the next, whatever the case."""
    for procedure in subject.reading.plan.procedures:
        for steps in runs(procedure):
            for piece in pieces(len(steps), least=LEAST, most=MOST):
                made = _of_steps(subject, procedure, steps[piece])
                if made is not None:
                    yield Asked(about=procedure.id, question=made)


def runs(procedure: Procedure) -> tuple[tuple[Step, ...], ...]:
    """Stretches in which each step has one way on, without a condition, and none leads back.

    What is to be done at once stands first in its stretch: nobody is to learn that it was wrong to call before the rest.
    """
    found = []
    for steps in (procedure.steps, *(branch.steps for branch in procedure.branches)):
        by_id = {step.id: step for step in steps}
        after = {step.id: _only_way_on(steps, number) for number, step in enumerate(steps)}
        if len(by_id) == len(steps):
            chains = (piece for run in _chains(by_id, after) for piece in _from_at_once(run))
            found += [run for run in chains if _is_ordered(steps, run)]
    return tuple(found)


def _from_at_once(run: tuple[Step, ...]) -> Iterator[tuple[Step, ...]]:
    """The stretch, cut before each step that is to be done at once."""
    cuts = [number for number, step in enumerate(run) if number and _is_at_once(step)]
    for begins, ends in pairwise((0, *cuts, len(run))):
        yield run[begins:ends]


def _is_at_once(step: Step) -> bool:
    read = read_duration(step.deadline)
    return read is not None and not (read.months or read.seconds)


def _only_way_on(steps: tuple[Step, ...], number: int) -> str | None:
    step = steps[number]
    if step.end:
        return None
    if not step.next:
        return steps[number + 1].id if number + 1 < len(steps) else None
    one = step.next[0]
    is_certain = len(step.next) == 1 and not one.procedure and not one.condition and not one.when
    return one.step if is_certain else None


def _chains(by_id: dict[str, Step], after: dict[str, str | None]) -> Iterator[tuple[Step, ...]]:
    taken: set[str] = set()
    for name in by_id:
        chain: list[Step] = []
        at: str | None = name
        while at in by_id and at not in taken:
            taken.add(at)
            chain.append(by_id[at])
            at = after[at]
        yield tuple(chain)


def _is_ordered(steps: tuple[Step, ...], run: tuple[Step, ...]) -> bool:
    """Whether no way leads from a step back to an earlier one, and the plan's own numbers say the same."""
    numbers = [int(found[0]) for step in run if (found := _NUMBER.search(step.order or ""))]
    orders = [step.order for step in run if step.order]
    if numbers != sorted(numbers) or len(set(orders)) < len(orders):
        return False
    earlier: set[str] = set()
    for step in run:
        if earlier & _reached(steps, step.id):
            return False
        earlier.add(step.id)
    return True


def _reached(steps: tuple[Step, ...], start: str) -> set[str]:
    ways: dict[str, set[str]] = {}
    for number, step in enumerate(steps):
        ways[step.id] = {name for one in step.next if (name := one.step)} | {step.fallback or ""}
        if not step.next and not step.end and number + 1 < len(steps):
            ways[step.id].add(steps[number + 1].id)
    found: set[str] = set()
    open_ones = [start]
    while open_ones:
        for name in ways.get(open_ones.pop(), set()) - found:
            found.add(name)
            open_ones.append(name)
    return found


def _of_steps(subject: Subject, procedure: Procedure, steps: tuple[Step, ...]) -> Question | None:
    title = on_one_line(subject, procedure.title)
    words = subject.reading.words
    tasks = tuple(dict.fromkeys(step.task for step in steps if step.task))
    return _order(
        subject,
        name=f"order-{procedure.id}-{steps[0].id}",
        text=words(N_("Put these steps of “{procedure}” in order.")).format(procedure=title),
        told=tuple(on_one_line(subject, step.what) for step in steps),
        feedback=words(N_("The order is that of the procedure “{procedure}”.")).format(procedure=title),
        pointers=(subject.plan_entry(procedure.id, procedure_words(subject, procedure), "steps"),),
        objectives=subject.objectives("order", tasks=tasks),
    )


def guide_orders(subject: Subject) -> Iterator[Asked]:
    """The phases of the work as the guide orders them and, without a plan, the steps of each phase."""
    guide, words = subject.guide, subject.reading.words
    text = words(N_("Put the phases of the work on a plan in order."))
    yield from _of_guide(subject, "phases", text, guide.phases)
    if subject.has_plan:
        return
    for phase in guide.phases:
        steps = tuple(
            one for one in guide.steps if one.phase == phase.id and not one.parent and not one.missing
        )
        title = on_one_line(subject, phase.title)
        text = words(N_("Put these steps of the phase “{phase}” in order.")).format(phase=title)
        yield from _of_guide(subject, phase.id, text, steps)


def _of_guide(
    subject: Subject, name: str, text: str, entries: Sequence[Phase | GuideStep]
) -> Iterator[Asked]:
    """The entries in the order of their numbers, in stretches; nothing where some have no number or one twice."""
    numbers = [tuple(map(int, _NUMBER.findall(one.number or ""))) for one in entries]
    is_sure = not any(is_unconfirmed(one) for one in entries)
    if not is_sure or not all(numbers) or sorted(set(numbers)) != numbers:
        return
    for number, piece in enumerate(pieces(len(entries), least=LEAST, most=MOST), start=1):
        made = _order(
            subject,
            name=f"order-guide-{name}-{number}",
            text=text,
            told=tuple(on_one_line(subject, one.title) for one in entries[piece]),
            feedback=subject.reading.words(N_("The order is that of the guide.")),
            pointers=tuple(subject.guide_entry(one.id) for one in entries[piece]),
            objectives=_about_the_work(subject, entries[piece]),
        )
        if made is not None:
            yield Asked(about=f"guide {name}", question=made)


def _about_the_work(subject: Subject, entries: Sequence[Phase | GuideStep]) -> tuple[str, ...]:
    """The objectives that are tied to two at least of these phases or steps; none where there is no such."""
    phase_of = {one.id: one.phase for one in subject.guide.steps}
    here = {one.id for one in entries}
    return tuple(
        one.id
        for one in subject.guide.objectives
        if len({name if name in here else phase_of.get(name) for name in one.steps} & here) > 1
    )


def _order(
    subject: Subject,
    *,
    name: str,
    text: str,
    told: tuple[str, ...],
    feedback: str,
    pointers: tuple[Pointer, ...],
    objectives: tuple[str, ...],
) -> Question | None:
    if not all_differ(told):
        return None
    return Question(
        id=name,
        kind="order",
        exercise="order",
        text=text,
        steps=told,
        shown=mixed(subject.dice(name), len(told)),
        feedback=feedback,
        pointers=pointers,
        objectives=objectives,
        audiences=subject.audiences(objectives),
        minutes=2,
    )
