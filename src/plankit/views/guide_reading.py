"""A guide as read in one language, without any plan."""

from __future__ import annotations

from typing import NamedTuple

from plankit.model.base import Item, Translated
from plankit.model.frame import PlanFrame
from plankit.model.guide import Crossing, Guide, GuideAgency, GuideStep, GuideTask, Phase, Requirement
from plankit.model.guide_fact import GuideFact
from plankit.model.guide_law import Act, Law
from plankit.model.plan import Plan
from plankit.model.teaching import CaseLesson, ConfidenceItem
from plankit.views.provisions import law_name
from plankit.views.reading import Reading

_NEUTRAL = 3
"""Most words of a text without a language that still pass as a name, the same in every language."""


class Told(NamedTuple):
    """A text, and the language it is in where that is not the reader's."""

    text: str
    language: str | None = None


def guide_reading(guide: Guide, language: str) -> Reading:
    """The guide as the guide of a plan that says nothing."""
    frame = guide.guide
    return Reading(
        Plan(plan=PlanFrame(id=frame.id, title=frame.title, language=frame.language)), guide, language
    )


def told(reading: Reading, value: str | Translated | None) -> Told:
    """A text in the reader's language, else in the next that there is, with a word on which one that is."""
    if not value:
        return Told("")
    if isinstance(value, Translated):
        have = dict(value.values)
        tag = next((one for one in reading.order if one in have), value.values[0][0])
    else:
        have = {}
        tag = reading.plan.plan.language if len(value.split()) > _NEUTRAL else reading.language
    language = tag.partition("-")[0]
    return Told(have.get(tag, str(value)), None if language == reading.language else language)


def entry_title(reading: Reading, name: str) -> Told:
    """What to call the entry with this id; its id where the guide has no such entry."""
    entry: Item | None = reading.guide.by_id.get(name) if reading.guide else None
    if reading.guide and isinstance(entry, Law):
        # A paragraph sign and its number are never parted by the end of a line.
        words = law_name(reading.guide, name, reading.text).replace("§ ", "§\u00a0")
        return Told(f"{words[:-2]}\u00a0§" if words.endswith(" §") else words)
    if isinstance(entry, Act):
        return told(reading, entry.short_name)
    if isinstance(entry, Crossing):
        return Told(f"{reading.title(entry.requirement)} – {reading.title(entry.regime)} {entry.provision}")
    if isinstance(entry, CaseLesson):
        return entry_title(reading, entry.case)
    if isinstance(entry, ConfidenceItem):
        return told(reading, entry.text)
    found = told(reading, getattr(entry, "title", None) or getattr(entry, "name", None))
    if isinstance(entry, GuideStep | Phase) and entry.number:
        return Told(f"{entry.number} {found.text}", found.language)
    return found if found.text else Told(name)


def is_unconfirmed(entry: object) -> bool:
    """Whether nobody has confirmed what the guide says here. What says nothing of it counts as unconfirmed."""
    return isinstance(entry, GuideFact) and entry.confidence not in ("read", "inferred")


def tasks_of(guide: Guide, agency: str) -> tuple[tuple[GuideTask, str], ...]:
    """The tasks that an agency is bound to, each with the letters that law settles for it."""
    found = []
    for task in guide.tasks:
        letters = "".join(cell.role for cell in task.settled if cell.agency == agency)
        if letters or agency in task.agencies:
            found.append((task, letters))
    return tuple(found)


def agencies_of(task: GuideTask) -> tuple[tuple[str, str], ...]:
    """The agencies bound to a task, each with the letters that law settles for it."""
    settled = {cell.agency: cell.role for cell in task.settled}
    return tuple((name, settled.get(name, "")) for name in dict.fromkeys((*settled, *task.agencies)))


def cited_by(guide: Guide) -> dict[str, tuple[str, ...]]:
    """For each provision, the requirements, tasks, agencies and named duties that rest on it, by id."""
    found: dict[str, list[str]] = {}

    def note(laws: tuple[str, ...], name: str) -> None:
        for law in laws:
            found.setdefault(law, []).append(name)

    requirements: tuple[Requirement, ...] = guide.requirements
    agencies: tuple[GuideAgency, ...] = guide.agencies
    for requirement in requirements:
        note(requirement.laws, requirement.id)
    for task in guide.tasks:
        note((*task.laws, *(law for cell in task.settled for law in cell.laws)), task.id)
    for agency in agencies:
        note(tuple(law for duty in agency.duties for law in duty.laws), agency.id)
    for duty in guide.legal_duties:
        note(duty.laws, duty.id)
    return {law: tuple(dict.fromkeys(names)) for law, names in found.items()}
