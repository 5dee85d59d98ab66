"""What teachers write themselves: a Markdown file in the folder `teaching` of a plan, with exercises in it.

It is no part of the plan: neither its site nor its adopted text holds it.
"""

from __future__ import annotations

from plankit.model.base import Entity, Id, Ids, Part, Text, Texts, Words
from plankit.model.case import CaseFields
from plankit.model.cost import Number

TEACHING = "teaching"
"""The folder of a plan that teachers' own files lie in."""


class OwnChoice(Part):
    """An alternative: `- [x] Text | why`."""

    text: str
    right: bool
    feedback: str = ""


class OwnExercise(Part):
    """`plan-exercise`: questions that plankit makes of the plan, asked for by name."""

    exercise: str
    """A code of the list `exercise`; it stands after the directive's name."""
    about: Ids = ()
    """What the questions are about: entries of the plan, tasks and duties of the guide. Without it: anything."""
    count: Number | None = None
    """How many questions at most."""
    objectives: Ids = ()
    line: int = 1


class OwnQuiz(Part):
    """`plan-quiz`: a question of the teacher's own."""

    id: Id
    """It stands after the directive's name."""
    kind: str | None = None
    """`one`, `several`, `true-false`, `order`, `match`, `text`, `number`, `gap` or `open`; else what the body looks like."""
    objectives: Ids = ()
    audiences: Ids = ()
    minutes: Number | None = None
    task: Id | None = None
    """A task of the matrix: the right alternatives are those who have it with this `letter`."""
    letter: str | None = None
    """`R`, `A`, `S`, `C` or `I`; `A` where nothing is said."""
    step: str | None = None
    """A step as `procedure.step`: the right alternative is who takes it."""
    decided_by: Ids = ()
    """What decides the answer: entries of the plan, steps, provisions of the guide."""
    quote: Words = ()
    """Words that must stand in what decides it for the answer to hold."""
    feedback: Text | None = None
    answers: Words = ()
    """For `text` and `number`."""
    unit: Text | None = None
    text: str = ""
    choices: tuple[OwnChoice, ...] = ()
    steps: tuple[str, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()
    line: int = 1


class OwnCase(CaseFields):
    """`plan-case`: a made-up case of the teacher's own. It is walked through the plan's procedures like any other."""

    id: Id
    """It stands after the directive's name."""
    objectives: Ids = ()
    audiences: Ids = ()
    minutes: Number | None = None
    warning: Text | None = None
    questions: Texts = ()
    mistakes: Texts = ()
    facilitator: Text | None = None
    line: int = 1


class OwnLesson(Entity):
    """A teacher's file."""

    path: str
    title: str = ""
    text: str
    """Its Markdown, without the head."""
    first_line: int = 1
    """The line of the file that `text` begins on."""
    exercises: tuple[OwnExercise, ...] = ()
    quizzes: tuple[OwnQuiz, ...] = ()
    cases: tuple[OwnCase, ...] = ()
    prose: tuple[tuple[int, str], ...] = ()
    """The Markdown outside the directives, a piece a run of lines, with the line that it begins on."""

    @property
    def everything(self) -> tuple[OwnExercise | OwnQuiz | OwnCase, ...]:
        """What its directives hold, in the order of the file."""
        return tuple(sorted((*self.exercises, *self.quizzes, *self.cases), key=lambda one: one.line))

    def offset(self, line: int) -> int:
        """Where a line of the file begins in `text`."""
        before = self.text.split("\n")[: max(line - self.first_line, 0)]
        return sum(len(one) + 1 for one in before)
