"""What decides in a case: the step of the plan, the provisions that it rests on, and the expectation of the guide."""

from __future__ import annotations

from collections.abc import Iterable

from plankit.language import N_
from plankit.teaching.exercise import Pointer
from plankit.teaching.played import Beat, Played
from plankit.teaching.subject import Subject
from plankit.views.citations import law_book
from plankit.walks.result import Event
from plankit.walks.words import actor_words, clock, event_words, limit_words, shortened

_STEP = N_("“{procedure}”, step {number}")
_NAMED_STEP = N_("“{procedure}”: {step}")


def law_pointers(subject: Subject, texts: Iterable[str]) -> tuple[Pointer, ...]:
    """The provisions of the guide that texts of the plan cite, each once; text that cites none gives none."""
    book = law_book(subject.guide)
    found = (one.law for text in texts for one in book.find(text, subject.today))
    return tuple(subject.law(name) for name in dict.fromkeys(found) if name)


def step_words(subject: Subject, beat: Beat) -> str:
    """What to call a step: its procedure and number, else what it says."""
    names = subject.names
    if beat.step.order:
        return names.t(_STEP, procedure=names.text(beat.procedure.title), number=beat.step.order)
    return names.t(
        _NAMED_STEP, procedure=names.text(beat.procedure.title), step=shortened(names.text(beat.step.what))
    )


def step_pointers(subject: Subject, beat: Beat) -> tuple[Pointer, ...]:
    """The step itself, then the provisions that it and its hand-over rest on."""
    own = subject.plan_entry(f"{beat.procedure.id}.{beat.step.id}", step_words(subject, beat))
    return (own, *law_pointers(subject, beat.event.ground))


def said_by_plan(subject: Subject, beat: Beat) -> str:
    """Where the plan says so, by when, to whom the case goes, and on what ground: in sentences."""
    names = subject.names
    told = [names.t(N_("So says the plan: {place}."), place=step_words(subject, beat))]
    if beat.step.deadline:
        told.append(names.t(N_("Time limit: {limit}."), limit=limit_words(names, beat.step.deadline)))
    if beat.node.receiver is not None:
        told.append(names.t(N_("The case goes to “{agency}”."), agency=names.agency(beat.node.receiver)))
    if beat.event.ground:
        told.append(names.t(N_("Legal basis: {laws}."), laws=", ".join(beat.event.ground)))
    return " ".join(told)


def news_words(subject: Subject, event: Event) -> str:
    """What happened, told as news: what was done, and not what is to be done next."""
    names = subject.names
    step = names.step(event.procedure, event.step).rstrip(".")
    if event.what == "acted":
        return names.t(N_("Done: “{step}” ({who})."), step=step, who=actor_words(names, event))
    if event.what == "fallback":
        return names.t(
            N_("{who} cannot be reached, so this is not done: “{step}”."),
            step=step,
            who=actor_words(names, event),
        )
    if event.what != "waited":
        return event_words(names, event)
    return names.t(
        N_("It is {time} now. “{agency}” was not there before."),
        time=clock(names, event.done_at),
        agency=actor_words(names, event),
    )


def ban_pointer(subject: Subject, place: str) -> Pointer:
    """Where an action is forbidden: a step as `procedure.step`, or a procedure."""
    procedure, _, step = place.partition(".")
    names = subject.names
    words = names.t(N_("“{procedure}”"), procedure=names.procedure(procedure))
    if step:
        entry = next((one for one in subject.reading.plan.procedures if one.id == procedure), None)
        found = next((one for one in entry.all_steps() if one.id == step), None) if entry else None
        if found is not None and found.order:
            words = names.t(_STEP, procedure=names.procedure(procedure), number=found.order)
    return subject.plan_entry(place, words, "forbids")


def duty_pointers(subject: Subject, objectives: Iterable[str]) -> tuple[Pointer, ...]:
    """The provisions in force of the duties that these objectives are about, at most two of each duty."""
    wanted = set(objectives)
    duties = {name for one in subject.guide.objectives if one.id in wanted for name in one.duties}
    laws = [
        law
        for duty in subject.guide.legal_duties
        if duty.id in duties
        for law in [name for name in duty.laws if subject.in_force(name)][:2]
    ]
    return tuple(subject.law(name) for name in dict.fromkeys(laws))


def case_objectives(subject: Subject, exercise: str, played: Played) -> tuple[str, ...]:
    """The objectives that such an exercise on a case serves: those of its lesson, then those of its tasks."""
    tasks = tuple(dict.fromkeys(beat.step.task for beat in played.beats if beat.step.task))
    own = played.lesson.objectives if played.lesson else ()
    return tuple(dict.fromkeys((*own, *subject.objectives(exercise, tasks=tasks))))


def case_warning(subject: Subject, played: Played) -> str:
    """What is said before the case, so that somebody may leave: the lesson's words, else some of plankit's own."""
    told = subject.reading.text(played.lesson.warning) if played.lesson else ""
    return told or subject.reading.words(
        N_(
            "The case is made up. It may still come close to what somebody in the room has lived through."
            " Whoever wants to may leave at any time."
        )
    )
