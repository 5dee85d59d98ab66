"""The texts of a guide, and the languages that each of them is promised in."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from plankit.model.base import Entity, Translated
from plankit.model.guide import GUIDE_KINDS, Guide
from plankit.model.references import entity_in

Path = tuple[str | int, ...]

WHOLLY_PARTIAL = frozenset(
    {
        "Requirement",
        "GuideTask",
        "GuideAgency",
        "GuideDuty",
        "Objective",
        "CaseLesson",
        "RunningCase",
        "RunningPart",
        "Dilemma",
        "Gathering",
        "GatheringPart",
        "MonthlyExercise",
        "ConfidenceItem",
    }
)
"""Classes of which every text is promised in the partial languages."""
TITLES_PARTIAL = frozenset({"Phase", "GuideStep", "TemplateSection", "GuideTerm", "HelpLine", "LegalDuty"})
"""Classes of which titles and names are promised in the partial languages."""
NAMES = frozenset({"name", "short_name"})
"""Keys whose texts may be the same in every language: what something is called."""
PROPER = frozenset({"FormerName", "Original", "Act", "Regime", "Law"})
"""Classes whose titles and names are what somebody else called a thing; they are not translated unless wanted."""


class GuideText(NamedTuple):
    """One text of a guide, and the languages that it must exist in."""

    entry: Entity
    path: Path
    text: str | Translated
    promised: tuple[str, ...]
    is_name: bool


@lru_cache(maxsize=None)
def _slots(cls: type[Entity]) -> tuple[tuple[str, bool], ...]:
    """The keys of `cls` that hold texts, and those that hold something else of ours."""
    slots = []
    for field, info in cls.model_fields.items():
        inner = entity_in(info.annotation)
        if inner is not None:
            slots.append((field, inner is Translated))
    return tuple(slots)


def guide_texts(guide: Guide) -> Iterator[GuideText]:
    """Every text of the guide, its frame first, then kind by kind."""
    yield from _texts(guide, guide.guide, guide.guide, ())
    for kind in GUIDE_KINDS:
        for entry in getattr(guide, kind):
            yield from _texts(guide, entry, entry, ())


def _texts(guide: Guide, entry: Entity, part: Entity, path: Path) -> Iterator[GuideText]:
    for field, holds_text in _slots(type(part)):
        value = getattr(part, field)
        if value is None:
            continue
        listed = type(value) is tuple
        for number, one in enumerate(value if listed else (value,)):
            here = (*path, field, number) if listed else (*path, field)
            if holds_text:
                promised, is_name = _promised(guide, type(part).__name__, field)
                yield GuideText(entry, here, one, promised, is_name)
            elif isinstance(one, Entity):
                yield from _texts(guide, entry, one, here)


def _promised(guide: Guide, owner: str, field: str) -> tuple[tuple[str, ...], bool]:
    frame = guide.guide
    is_name = (
        field in NAMES or (owner in PROPER and field == "title") or (owner, field) == ("Original", "owner")
    )
    languages = frame.languages or (frame.language,)
    wholly = owner in WHOLLY_PARTIAL and field != "notes"
    if wholly or (owner in TITLES_PARTIAL and field in ("title", "name")):
        languages = (*languages, *frame.partial_languages)
    return tuple(dict.fromkeys(languages)), is_name
