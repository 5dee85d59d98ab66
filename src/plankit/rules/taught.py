"""What the rules on teachers' own files look at: the plan as exercises are made of it, and where in a file something is."""

from __future__ import annotations

from collections.abc import Iterator

from plankit.model.lesson import OwnCase, OwnExercise, OwnLesson, OwnQuiz
from plankit.rules.base import Hit, Subject
from plankit.teaching.subject import Subject as Taught
from plankit.views.reading import Reading

Own = OwnCase | OwnExercise | OwnQuiz


def taught(subject: Subject) -> Taught | None:
    """The plan as exercises are made of it, in its own language; `None` where nothing can be said of it as a whole."""
    if subject.guide is None or not subject.is_whole or not subject.lessons:
        return None
    reading = Reading(subject.plan, subject.guide, subject.plan.plan.language)
    return Taught(reading=reading, has_plan=True, today=subject.today, lessons=subject.lessons)


def own(subject: Subject) -> Iterator[tuple[OwnLesson, Own]]:
    """Every exercise, question and case of the teachers' files, with its file."""
    for lesson in subject.lessons:
        for one in lesson.everything:
            yield lesson, one


def hit(lesson: OwnLesson, line: int, **values: object) -> Hit:
    """A place in a teacher's file."""
    return Hit(at=lesson, offset=lesson.offset(line), values=values)
