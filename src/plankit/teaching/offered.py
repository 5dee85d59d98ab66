"""Questions among helpers, some of whom are right and some of whom certainly are not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from zlib import crc32

from plankit.teaching.exercise import Choice, Pointer, Question
from plankit.teaching.helpers import Helper
from plankit.teaching.parts import choices
from plankit.teaching.picking import Asked, all_differ, mixed, pieces
from plankit.teaching.subject import Subject

_MOST_RIGHT = 4
_WRONG = 3
_LEAST_WRONG = 2
_PAIRS = (4, 5)


@dataclass(frozen=True, kw_only=True)
class Sides:
    """Helpers, sorted by what is asked."""

    id: str
    about: str
    """What questions of its sort are about, so that not all of a kit is of one sort."""
    text: str
    right: tuple[Helper, ...]
    wrong: tuple[Helper, ...]
    feedback: Callable[[Helper], str]
    key: str
    """Key of the entries that decides."""


def asked_of(subject: Subject, sides: Sides) -> Iterator[Asked]:
    """Which of several are right, and which single one is, as far as there are enough of both."""
    if len(sides.right) > 1 and len(sides.wrong) >= _LEAST_WRONG:
        made = _question(subject, sides, sides.id, "several", sides.right[:_MOST_RIGHT])
        if made is not None:
            yield Asked(about=sides.about, question=made)
    if sides.right and len(sides.wrong) >= _WRONG:
        name = f"{sides.id}-one"
        chosen = sides.right[crc32(name.encode()) % len(sides.right)]
        made = _question(subject, sides, name, "one", (chosen,))
        if made is not None:
            yield Asked(about=sides.about, question=made)


def _question(
    subject: Subject, sides: Sides, name: str, kind: str, right: tuple[Helper, ...]
) -> Question | None:
    wrong = subject.dice(name).sample(sides.wrong, min(_WRONG, len(sides.wrong)))
    told = [Choice(text=one.name, right=True, feedback=sides.feedback(one)) for one in right]
    told += [Choice(text=one.name, right=False, feedback=sides.feedback(one)) for one in wrong]
    laid = choices(subject, name, told)
    if not laid:
        return None
    objectives = subject.objectives("help")
    return Question(
        id=name,
        kind=kind,
        exercise="help",
        text=sides.text,
        choices=laid,
        feedback=" ".join(f"{one.name}: {sides.feedback(one)}" for one in right),
        pointers=tuple(_pointer(one, sides.key) for one in right),
        objectives=objectives,
        audiences=subject.audiences(objectives),
    )


def _pointer(helper: Helper, key: str) -> Pointer:
    return replace(helper.pointer, key=key) if helper.pointer.kind == "plan" else helper.pointer


def matches(subject: Subject, name: str, text: str, known: list[tuple[Helper, str]]) -> Iterator[Asked]:
    """Each helper with the words that belong to it, in stretches; the same ones whatever the seed."""
    apart: list[tuple[Helper, str]] = []
    for helper, words in known:
        if all_differ([*(one for _, one in apart), words]):
            apart.append((helper, words))
    objectives = subject.objectives("help")
    for number, piece in enumerate(pieces(len(apart), least=_PAIRS[0], most=_PAIRS[1]), start=1):
        some = apart[piece]
        question = Question(
            id=f"{name}-{number}",
            kind="match",
            exercise="help",
            text=text,
            pairs=tuple((helper.name, words) for helper, words in some),
            shown=mixed(subject.dice(f"{name}-{number}"), len(some)),
            pointers=tuple(helper.pointer for helper, _ in some),
            objectives=objectives,
            audiences=subject.audiences(objectives),
            minutes=2,
        )
        yield Asked(about=name, question=question)
