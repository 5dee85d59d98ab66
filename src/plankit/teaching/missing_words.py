"""A word is missing in a step of a procedure: the agency that it names, or the number that is called."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plankit.language import N_
from plankit.model.procedure import Procedure, Step
from plankit.teaching.exercise import Choice, Question
from plankit.teaching.numbers import confirmed_numbers, digits, spellings
from plankit.teaching.parts import Agencies, TaskParts, choices
from plankit.teaching.picking import Asked, on_one_line
from plankit.teaching.places import step_pointer
from plankit.teaching.subject import Subject
from plankit.views.reading import Party

GAP = "____"
_BLANK = "…"
_WRONG = 3
_SHORTEST_NAME = 3
_A_NUMBER = re.compile(r"(?<![\d§-])\d[\d ]*\d")


def missing_agencies(subject: Subject, agencies: Agencies, parts: tuple[TaskParts, ...]) -> Iterator[Asked]:
    """Each step whose text names its own agency once: which agency is it?

    Whoever is there around the clock is no wrong answer: nobody is to learn that it was wrong to call them.
    """
    tasks = {one.id: one for one in parts}
    for procedure in subject.reading.plan.procedures:
        for step in procedure.all_steps():
            made = _gap(subject, agencies, (procedure, step), tasks.get(step.task or ""))
            if made is not None:
                yield Asked(about=procedure.id, question=made)


def _gap(
    subject: Subject, agencies: Agencies, place: tuple[Procedure, Step], task: TaskParts | None
) -> Question | None:
    procedure, step = place
    party = next((one for one in agencies.known if one.id == step.agency), None)
    what = on_one_line(subject, step.what)
    found = _named_once(party, what) if party else None
    if party is None or found is None:
        return None
    name = f"gap-{procedure.id}-{step.id}"
    near = {party.id, *(task.involved if task else ()), *_instead(procedure, step)}
    near |= {one.id for one in agencies.known if _is_named(one, what) or _is_always_there(one)}
    wrong = agencies.wrong(near, party.id, task.phase if task else "", name, _WRONG)
    word = what[found.start() : found.end()]
    told = [
        Choice(text=word, right=True),
        *(Choice(text=_like(word, one.short_name), right=False) for one in wrong),
    ]
    laid = choices(subject, name, told) if len(wrong) == _WRONG else ()
    if not laid:
        return None
    words = subject.reading.words
    title = on_one_line(subject, procedure.title)
    objectives = subject.objectives("order", tasks=(step.task,) if step.task else ())
    return Question(
        id=name,
        kind="gap",
        exercise="order",
        text=f"{what[: found.start()]}{GAP}{what[found.end() :]}",
        choices=laid,
        feedback=words(N_("So says the procedure “{procedure}”: {step}")).format(procedure=title, step=what),
        pointers=(step_pointer(subject, procedure, step, "what"),),
        objectives=objectives,
        audiences=subject.audiences(objectives),
    )


def _named_once(party: Party, what: str) -> re.Match[str] | None:
    """Where the text names the agency; `None` where it does not, or more than once."""
    if GAP in what:
        return None
    found = [one for name in (party.name, party.short_name) if (one := _pattern(name).search(what))]
    if not found or _pattern(found[0][0]).search(what, found[0].end()):
        return None
    return found[0]


def _is_always_there(party: Party) -> bool:
    return party.entry is not None and bool(party.entry.around_the_clock)


def _is_named(party: Party, what: str) -> bool:
    return any(_pattern(name).search(what) for name in (party.name, party.short_name))


def _pattern(name: str) -> re.Pattern[str]:
    told = " ".join(name.split())
    if len(told) < _SHORTEST_NAME:
        return re.compile(r"(?!)")
    return re.compile(rf"(?<!\w){re.escape(told)}(?!\w)", re.IGNORECASE)


def _like(word: str, name: str) -> str:
    """The name with a small first letter where the word has one; names in capitals stay."""
    told = " ".join(name.split())
    return told[0].lower() + told[1:] if word[0].islower() and told[1:2].islower() else told


def _instead(procedure: Procedure, step: Step) -> set[str]:
    """Agencies of the steps that are taken instead of this one, or that this one is taken instead of."""
    return {
        one.agency
        for one in procedure.all_steps()
        if one.agency
        and (one.id == step.fallback or one.fallback == step.id or (step.task and one.task == step.task))
    }


def missing_numbers(subject: Subject) -> Iterator[Asked]:
    """Each step that writes a short number which plan or guide confirms: which number is it?

    Of a step that does not write its number nothing is asked: another number may be right where the danger is greater.
    """
    known = confirmed_numbers(subject)
    for procedure in subject.reading.plan.procedures:
        for step in procedure.all_steps():
            made = _number(subject, procedure, step) if digits(step.contact or "") in known else None
            if made is not None:
                number = known[digits(step.contact or "")]
                yield Asked(about=number.id, question=made)


def _number(subject: Subject, procedure: Procedure, step: Step) -> Question | None:
    what, number = on_one_line(subject, step.what), digits(step.contact or "")
    if subject.reading.vocabulary.code("channel", step.channel or "") not in (None, "phone") or not what:
        return None
    written = [one for one in _A_NUMBER.finditer(what) if digits(one[0]) == number]
    if len(written) != 1:
        return None
    words = subject.reading.words
    title = on_one_line(subject, procedure.title)
    blank = f"{what[: written[0].start()]}{_BLANK}{what[written[0].end() :]}"
    text = words(N_("Which number is missing? “{step}”")).format(step=blank)
    own = step_pointer(subject, procedure, step, "contact")
    objectives = subject.objectives("order", tasks=(step.task,) if step.task else ())
    return Question(
        id=f"number-{procedure.id}-{step.id}",
        kind="text",
        exercise="order",
        text=text,
        answers=spellings(step.contact or ""),
        feedback=words(N_("So says the procedure “{procedure}”: {step}")).format(procedure=title, step=what),
        pointers=(own, confirmed_numbers(subject)[number]),
        objectives=objectives,
        audiences=subject.audiences(objectives),
    )
