"""Whether the plan still supports an answer that a teacher wrote."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from plankit.language import N_
from plankit.model.base import Entity, Item, Translated
from plankit.model.guide_law import Law
from plankit.model.lesson import OwnQuiz
from plankit.model.procedure import Step
from plankit.teaching.exercise import Pointer
from plankit.teaching.picking import same
from plankit.teaching.subject import Subject
from plankit.views.flow import actor
from plankit.views.matrix import tasks_of

LETTERS = "RASCI"


class Unsupported(NamedTuple):
    """Why the plan does not support an answer, and what that is about."""

    reason: str
    """A sentence in English, for translation."""
    what: str


def pointer(subject: Subject, name: str) -> Pointer | None:
    """The pointer to what is called so: a step, an entry of the plan, a provision, an entry of the guide."""
    step = step_named(subject, name)
    if step is not None:
        procedure, _, _ = name.partition(".")
        words = f"{subject.reading.title(procedure)}: {subject.reading.text(step.what)}"
        return subject.plan_entry(name, words)
    if name in subject.reading.plan.by_id:
        return subject.plan_entry(name)
    entry = subject.guide.by_id.get(name)
    if isinstance(entry, Law):
        return subject.law(name)
    return subject.guide_entry(name) if entry is not None else None


def step_named(subject: Subject, name: str) -> Step | None:
    """The step of a procedure of the plan, by `procedure.step`."""
    wanted, _, step = name.partition(".")
    procedures = (one for one in subject.reading.plan.procedures if one.id == wanted)
    return next((one for procedure in procedures for one in procedure.all_steps() if one.id == step), None)


def support(subject: Subject, quiz: OwnQuiz) -> Unsupported | None:
    """What of the plan no longer bears the answer; `None` where nothing speaks against it."""
    return next(
        (found for check in (_known, _quoted, _by_task, _by_step) for found in check(subject, quiz)),
        None,
    )


def _known(subject: Subject, quiz: OwnQuiz) -> Iterator[Unsupported]:
    for name in quiz.decided_by:
        if pointer(subject, name) is None:
            yield Unsupported(N_("neither plan nor guide has what decides it"), name)
        elif isinstance(subject.guide.by_id.get(name), Law) and not subject.in_force(name):
            yield Unsupported(
                N_("the provision that decides it is not in force"), subject.reading.law_name(name)
            )


def _quoted(subject: Subject, quiz: OwnQuiz) -> Iterator[Unsupported]:
    """Words that stood in what decides it, and stand there no more."""
    if not quiz.quote:
        return
    said = same(" ".join(text for name in quiz.decided_by for text in _texts(_entry(subject, name))))
    for words in quiz.quote:
        if same(words) not in said:
            yield Unsupported(N_("these words no longer stand in what decides it"), words)


def _entry(subject: Subject, name: str) -> Entity | None:
    found: Item | None = subject.reading.plan.by_id.get(name) or subject.guide.by_id.get(name)
    return step_named(subject, name) or found


def _texts(part: object) -> Iterator[str]:
    """Every text in an entry, in every language."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, Translated):
        yield from (text for _, text in part.values)
    elif isinstance(part, tuple):
        for one in part:
            yield from _texts(one)
    elif isinstance(part, Entity):
        for field in type(part).model_fields:
            yield from _texts(getattr(part, field))


def _by_task(subject: Subject, quiz: OwnQuiz) -> Iterator[Unsupported]:
    """A task has other holders than the right alternatives tell."""
    if quiz.task is None:
        return
    if quiz.task not in tasks_of(subject.reading):
        yield Unsupported(N_("neither plan nor guide has the task"), quiz.task)
        return
    from plankit.teaching.parts import all_parts

    letter = (quiz.letter or "A").strip().upper()
    parts = next((one for one in all_parts(subject) if one.id == quiz.task), None)
    holders = set(parts.holders(letter)) if parts else set()
    told = {one.text: _agency(subject, one.text) for one in quiz.choices}
    for one in quiz.choices:
        has = told[one.text] in holders
        if one.right and told[one.text] is None:
            yield Unsupported(N_("the plan knows no agency of this name"), one.text)
        elif one.right and not has:
            yield Unsupported(N_("the plan does not give the task to the one marked as right"), one.text)
        elif has and not one.right:
            yield Unsupported(N_("the plan gives the task to one that is not marked as right"), one.text)


def _by_step(subject: Subject, quiz: OwnQuiz) -> Iterator[Unsupported]:
    """A step is somebody else's than the right alternative tells."""
    if quiz.step is None:
        return
    step = step_named(subject, quiz.step)
    if step is None:
        yield Unsupported(N_("the plan has no such step"), quiz.step)
        return
    takes = {step.agency, None} - {None}
    said = same(actor(subject.reading, step))
    for one in quiz.choices:
        is_it = _agency(subject, one.text) in takes or same(one.text) == said
        if one.right != is_it:
            yield Unsupported(N_("the plan gives the step to somebody else"), one.text)


def _agency(subject: Subject, text: str) -> str | None:
    """Id of the agency that an alternative names: by its id, name or short name in any language."""
    wanted = same(text)
    reading = subject.reading
    for one in reading.plan.agencies:
        if wanted == same(one.id) or wanted in {same(t) for t in _texts((one.name, one.short_name or ""))}:
            return one.id
    for entry in subject.guide.agencies:
        if wanted in {same(t) for t in _texts((entry.name, entry.short_name or ""))}:
            own = (one.id for one in reading.plan.agencies if (one.guide_agency or one.id) == entry.id)
            return next(own, entry.id)
    return None
