"""The teachers' own exercises, as questions and cases like any other. One that does not hold is left out of the kit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from plankit.language import N_
from plankit.model.case import Case, CaseFields
from plankit.model.lesson import OwnCase, OwnChoice, OwnExercise, OwnLesson, OwnQuiz
from plankit.model.teaching import CaseLesson
from plankit.teaching.exercise import Choice, Pointer, Question
from plankit.teaching.own_kinds import GENERATED, kind_of
from plankit.teaching.own_support import pointer, support
from plankit.teaching.picking import mixed
from plankit.teaching.subject import Subject
from plankit.views.reading import Reading

_MINUTES = 20
"""Time that a case takes where its teacher does not say."""


def own_questions(subject: Subject) -> tuple[Question, ...]:
    """The questions of the teachers' files, in the order of the files: their own, and those of the plan they ask for."""
    found: dict[str, Question] = {}
    for lesson in subject.lessons:
        for one in lesson.everything:
            for question in _questions(subject, one):
                found.setdefault(question.id, question)
    return tuple(found.values())


def _questions(subject: Subject, one: OwnExercise | OwnQuiz | OwnCase) -> Iterator[Question]:
    if isinstance(one, OwnExercise):
        yield from asked_for(subject, one)
    elif isinstance(one, OwnQuiz) and kind_of(one).kind and support(subject, one) is None:
        yield _question(subject, one)


def asked_for(subject: Subject, wanted: OwnExercise) -> tuple[Question, ...]:
    """The questions of the plan that a `plan-exercise` asks for; none where the plan has no answer to ask about."""
    make = GENERATED.get(wanted.exercise)
    if make is None:
        return ()
    pool = make()(replace(subject, everything=True, lessons=()))
    about = set(wanted.about)
    found = [one for one in pool if not about or about & _named(one)]
    kept = found[: int(wanted.count)] if wanted.count else found
    extra = tuple(wanted.objectives)
    return tuple(replace(one, objectives=tuple(dict.fromkeys((*one.objectives, *extra)))) for one in kept)


def _named(question: Question) -> set[str]:
    """Everything that a question is about: what decides it, and for a step its procedure too."""
    ids = {one.id for one in question.pointers}
    return ids | {name.partition(".")[0] for name in ids}


def _question(subject: Subject, quiz: OwnQuiz) -> Question:
    reading, kind = subject.reading, kind_of(quiz).kind
    count = len(quiz.steps) or len(quiz.pairs)
    shown = mixed(subject.dice(f"own-{quiz.id}"), count) if kind in ("order", "match") else ()
    return Question(
        id=f"own-{quiz.id}",
        kind=kind,
        exercise="own",
        text=quiz.text,
        choices=_choices(reading, quiz, kind),
        steps=quiz.steps if kind == "order" else (),
        shown=shown,
        pairs=quiz.pairs if kind == "match" else (),
        answers=tuple(quiz.answers) if kind in ("text", "number") else (),
        unit=reading.text(quiz.unit),
        feedback=reading.text(quiz.feedback),
        pointers=_pointers(subject, quiz),
        objectives=tuple(quiz.objectives),
        audiences=tuple(quiz.audiences) or subject.audiences(tuple(quiz.objectives)),
        minutes=int(quiz.minutes) if quiz.minutes else 2,
    )


def _choices(reading: Reading, quiz: OwnQuiz, kind: str) -> tuple[Choice, ...]:
    """The alternatives; of a statement “True” and “False” in the reader's language, whatever the teacher called them."""
    told = tuple(_choice(one) for one in quiz.choices)
    if kind != "true-false":
        return told
    words = (reading.words(N_("True")), reading.words(N_("False")))
    return tuple(replace(one, text=word) for one, word in zip(told, words, strict=True))


def _choice(one: OwnChoice) -> Choice:
    return Choice(text=one.text, right=one.right, feedback=one.feedback)


def _pointers(subject: Subject, quiz: OwnQuiz) -> tuple[Pointer, ...]:
    names = (*quiz.decided_by, *filter(None, (quiz.task, quiz.step)))
    return tuple(filter(None, (pointer(subject, name) for name in names)))


def with_own_cases(subject: Subject) -> Subject:
    """The subject with the teachers' cases among the plan's own, each with its lesson, so that everything knows them."""
    own = [one for lesson in subject.lessons for one in lesson.cases]
    if not own or not subject.has_plan:
        return subject
    reading, guide = subject.reading, subject.guide
    taken = {one.id for one in reading.plan.cases}
    new = {one.id: one for one in own if one.id not in taken}
    plan = reading.plan.model_copy(
        update={"cases": (*reading.plan.cases, *(_case(one) for one in new.values()))}
    )
    taught = tuple(_lesson(subject, one) for one in new.values())
    guide = guide.model_copy(update={"case_lessons": (*guide.case_lessons, *taught)})
    made = Reading(plan, guide, reading.language, reading.findings)
    return replace(subject, reading=made)


def _case(own: OwnCase) -> Case:
    told = {name: getattr(own, name) for name in CaseFields.model_fields if getattr(own, name) is not None}
    return Case(id=own.id, **told)


def _lesson(subject: Subject, own: OwnCase) -> CaseLesson:
    return CaseLesson(
        id=f"own-lesson-{own.id}",
        case=own.id,
        audiences=own.audiences or subject.audiences(tuple(own.objectives)),
        objectives=own.objectives,
        minutes=own.minutes or str(_MINUTES),
        warning=own.warning or "",
        questions=own.questions,
        mistakes=own.mistakes,
        facilitator=own.facilitator,
    )


def own_ids(lessons: tuple[OwnLesson, ...]) -> dict[str, list[tuple[OwnLesson, OwnQuiz | OwnCase]]]:
    """Everything that has an id, by its id: one that stands more than once is a fault."""
    found: dict[str, list[tuple[OwnLesson, OwnQuiz | OwnCase]]] = {}
    for lesson in lessons:
        both: tuple[OwnQuiz | OwnCase, ...] = (*lesson.quizzes, *lesson.cases)
        for one in both:
            found.setdefault(one.id, []).append((lesson, one))
    return found
