"""What to call the places of a plan that decide an answer."""

from __future__ import annotations

from plankit.language import N_
from plankit.model.procedure import Procedure, Step
from plankit.teaching.exercise import Pointer
from plankit.teaching.picking import on_one_line
from plankit.teaching.subject import Subject


def procedure_words(subject: Subject, procedure: Procedure) -> str:
    """A procedure by its title."""
    title = on_one_line(subject, procedure.title)
    return subject.reading.words(N_("Procedure “{title}”")).format(title=title)


def step_pointer(subject: Subject, procedure: Procedure, step: Step, key: str) -> Pointer:
    """The pointer to a step: its procedure, and its number where it has one."""
    words = procedure_words(subject, procedure)
    if step.order:
        title = on_one_line(subject, procedure.title)
        told = subject.reading.words(N_("“{procedure}”, step {number}"))
        words = told.format(procedure=title, number=step.order)
    return subject.plan_entry(f"{procedure.id}.{step.id}", words, key)
