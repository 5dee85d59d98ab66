"""The teachers' own files as pages: their words, and between them the exercises that they hold, in the order written."""

from __future__ import annotations

from dataclasses import dataclass

from plankit.model.lesson import OwnCase, OwnExercise, OwnLesson, OwnQuiz
from plankit.teaching.kit import Kit
from plankit.teaching.own import asked_for


@dataclass(frozen=True, kw_only=True)
class OwnPart:
    """A run of prose, or exercises of the kit."""

    prose: str = ""
    """Markdown."""
    ids: tuple[str, ...] = ()
    """Ids of exercises that the kit holds."""


@dataclass(frozen=True, kw_only=True)
class OwnPage:
    """One file of a teacher's."""

    title: str
    parts: tuple[OwnPart, ...]


def own_pages(kit: Kit) -> tuple[OwnPage, ...]:
    """A page for each file that holds prose or anything that is in the kit; what was left out of the kit is left out."""
    held = {one.id for one in kit.everything}
    made = (_page(kit, lesson, held) for lesson in kit.subject.lessons)
    return tuple(one for one in made if one.parts)


def _page(kit: Kit, lesson: OwnLesson, held: set[str]) -> OwnPage:
    parts = [(line, OwnPart(prose=_without_title(text))) for line, text in lesson.prose]
    parts += [
        (one.line, OwnPart(ids=tuple(name for name in _ids(kit, one) if name in held)))
        for one in lesson.everything
    ]
    parts.sort(key=lambda one: one[0])
    return OwnPage(
        title=lesson.title or lesson.path.rpartition("/")[2].removesuffix(".md"),
        parts=tuple(part for _, part in parts if part.prose or part.ids),
    )


def _without_title(text: str) -> str:
    lines = text.strip().split("\n")
    return "\n".join(lines[1:] if lines[0].startswith("# ") else lines).strip()


def _ids(kit: Kit, one: OwnExercise | OwnQuiz | OwnCase) -> tuple[str, ...]:
    if isinstance(one, OwnQuiz):
        return (f"own-{one.id}",)
    if isinstance(one, OwnCase):
        return (one.id,)
    return tuple(question.id for question in asked_for(kit.subject, one))
