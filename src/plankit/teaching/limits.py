"""Within how long something must be done: a step of a procedure, or a task that law gives a limit."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plankit.language import N_
from plankit.model.durations import DAY, HOUR, MINUTE, read_duration
from plankit.model.guide import GuideTask
from plankit.model.parties import Task
from plankit.model.procedure import Procedure, Step
from plankit.teaching.exercise import Pointer, Question
from plankit.teaching.parts import holds_everywhere
from plankit.teaching.picking import Asked, on_one_line
from plankit.teaching.places import step_pointer
from plankit.teaching.subject import Subject
from plankit.views.citations import law_book
from plankit.views.guide_reading import is_unconfirmed
from plankit.views.matrix import tasks_of

_UNITS = {
    "days": (DAY, N_("Within how many days must this be done: “{what}”?"), N_("days")),
    "hours": (HOUR, N_("Within how many hours must this be done: “{what}”?"), N_("hours")),
    "minutes": (MINUTE, N_("Within how many minutes must this be done: “{what}”?"), N_("minutes")),
    "months": (0, N_("Within how many months must this be done: “{what}”?"), N_("months")),
}
_WRITTEN = {
    "days": r"(?:day|dag|døgn|dygn)",
    "hours": r"(?:hour|tim)",
    "minutes": r"min",
    "months": r"(?:month|måned|månad)",
}
_DIGITS = re.compile(r"\d+")
_TELLS = re.compile(
    r"\b(?:dag|døgn|dygn|tim|minutt?|måned|månad|uke|veke|veck|month|week|day|hour|minut)", re.IGNORECASE
)
"""Words of a text that may give the answer away."""
_BLANK = "…"


def step_limits(subject: Subject) -> Iterator[Asked]:
    """The time limit of each step that has one which is a whole number of a unit."""
    for procedure in subject.reading.plan.procedures:
        for step in procedure.all_steps():
            made = _of_step(subject, procedure, step)
            if made is not None:
                yield Asked(about=procedure.id, question=made)


def _of_step(subject: Subject, procedure: Procedure, step: Step) -> Question | None:
    own = step_pointer(subject, procedure, step, "deadline")
    return _question(
        subject,
        name=f"limit-{procedure.id}-{step.id}",
        limit=whole_number(step.deadline, on_one_line(subject, step.deadline_text)),
        what=on_one_line(subject, step.what),
        pointers=(own,),
        tasks=(step.task,) if step.task else (),
    )


def task_limits(subject: Subject) -> Iterator[Asked]:
    """The time limit of each task of the plan that has one, and of the guide's tasks whose title says it.

    What else a task of the guide covers need not have the same limit, so the title must.
    """
    for task in tasks_of(subject.reading).values():
        pointers = _ground(subject, task)
        limit, title = whole_number(task.within), on_one_line(subject, task.title)
        if not pointers or limit is None or (isinstance(task, GuideTask) and _said_in(title, limit) is None):
            continue
        made = _question(
            subject, name=f"limit-{task.id}", limit=limit, what=title, pointers=pointers, tasks=(task.id,)
        )
        if made:
            yield Asked(about=task.id, question=made)


def _ground(subject: Subject, task: Task | GuideTask) -> tuple[Pointer, ...]:
    """What gives the task its limit; nothing where the guide is unsure, or the law no longer holds."""
    if isinstance(task, GuideTask):
        laws = tuple(name for name in task.laws if subject.in_force(name))
        is_sure = laws and not is_unconfirmed(task)
        return (subject.guide_entry(task.id), *(subject.law(name) for name in laws)) if is_sure else ()
    book = law_book(subject.guide)
    cited = [one for ref in task.legal_basis for one in book.find(ref.text, subject.today)]
    holds = book.all_hold(cited, subject.today) and holds_everywhere(subject, task.applies_to)
    return (subject.plan_entry(task.id, key="within"),) if holds else ()


def whole_number(written: str | None, told: str = "") -> tuple[str, int] | None:
    """A time limit as a unit and how many of it; `None` for none, for at once, and for what mixes units.

    Where the plan says it in words with a number, it is the unit that has this number.
    """
    read = read_duration(written)
    if read is None or (read.months and read.seconds) or not (read.months or read.seconds):
        return None
    if read.months:
        found = [("months", read.months)]
    else:
        sizes = ((unit, size) for unit, (size, _, _) in _UNITS.items() if size)
        found = [(unit, read.seconds // size) for unit, size in sizes if read.seconds % size == 0]
    if told:
        named = set(_DIGITS.findall(told))
        found = [one for one in found if str(one[1]) in named]
    return found[0] if found else None


def _said_in(what: str, limit: tuple[str, int]) -> re.Match[str] | None:
    """Where a text itself says the limit in digits, once."""
    unit, count = limit
    found = list(re.finditer(rf"(?<!\d){count}(?=\s+{_WRITTEN[unit]})", what, re.IGNORECASE))
    return found[0] if len(found) == 1 and _DIGITS.findall(what).count(str(count)) == 1 else None


def _question(
    subject: Subject,
    *,
    name: str,
    limit: tuple[str, int] | None,
    what: str,
    pointers: tuple[Pointer, ...],
    tasks: tuple[str, ...],
) -> Question | None:
    if limit is None or not what:
        return None
    (unit, count), said, words = limit, _said_in(what, limit), subject.reading.words
    if said:
        blank = f"{what[: said.start()]}{_BLANK}{what[said.end() :]}"
        text = words(N_("Which number is missing? “{step}”")).format(step=blank)
    elif str(count) in _DIGITS.findall(what) or _TELLS.search(what):
        return None
    else:
        text = words(_UNITS[unit][1]).format(what=what)
    feedback = words(N_("The limit is {count} ({unit}). It stands here: {where}."))
    unit_words = words(_UNITS[unit][2])
    where = ", ".join(one.words for one in pointers)
    objectives = subject.objectives("order", tasks=tasks)
    return Question(
        id=name,
        kind="number",
        exercise="order",
        text=text,
        answers=(str(count),),
        unit=unit_words,
        feedback=feedback.format(count=count, unit=unit_words, where=where),
        pointers=pointers,
        objectives=objectives,
        audiences=subject.audiences(objectives),
    )
