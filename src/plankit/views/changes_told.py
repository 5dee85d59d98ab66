"""What changed in a plan, said in words that every form of it (text, page, Word) shares."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby

from plankit.language import N_, N_count, translate_count
from plankit.views.change_list import GROUPS, Aspect, Change, FieldChange, Group, PlanChanges, What
from plankit.views.reading import Reading

KINDS_IN_WORDS: Mapping[str, str] = {
    "plan": N_("The plan as a whole"),
    "participants": N_("Municipalities"),
    "decisions": N_("Decisions"),
    "versions": N_("Versions"),
    "hearings": N_("Hearing"),
    "succession": N_("Plans before and after"),
    "parts": N_("Parts"),
    "sections": N_("Sections"),
    "links": N_("Other plans"),
    "areas": N_("Areas"),
    "goals": N_("Goals"),
    "measures": N_("Measures"),
    "indicators": N_("Indicators"),
    "data_mappings": N_("Tables of figures"),
    "progress": N_("Reports"),
    "activity_plans": N_("Activity plans"),
    "activities": N_("Activities"),
    "agencies": N_("Agencies"),
    "tasks": N_("Tasks"),
    "responsibilities": N_("Who does what"),
    "arenas": N_("Where the agencies meet"),
    "services": N_("Services"),
    "contacts": N_("Contacts"),
    "procedures": N_("Procedures"),
    "branches": N_("Branches of procedures"),
    "steps": N_("Steps of procedures"),
    "cases": N_("Cases as tests"),
    "duties": N_("Duties"),
    "topics": N_("Topics"),
    "statistics": N_("Figures"),
    "training": N_("Training"),
    "evaluation": N_("Evaluation"),
    "definitions": N_("Words"),
    "risks": N_("Risks and preconditions"),
    "funding": N_("Money"),
    "annexes": N_("Annexes"),
    "references": N_("Sources"),
    "answers": N_("Answers to the guide"),
    "vocabulary": N_("Words of the plan's own"),
    "waivers": N_("Findings that are accepted"),
    "merged_from": N_("Plans that this one was made from"),
    "pages": N_("Text"),
}
"""What each kind of thing is called as a heading."""

_ORDER = tuple(KINDS_IN_WORDS)
_LIVING_LENGTH = 120
_FIRST = ("plan", "goals", "measures", "responsibilities", "procedures", "steps")


@dataclass(frozen=True, kw_only=True)
class Told:
    """One change in words."""

    title: str
    """What it is about, with what it lies in."""
    note: str
    """What happened to it where no key tells: that it stands at another place, or was given another id."""
    about: str
    fields: tuple[FieldChange, ...]


@dataclass(frozen=True, kw_only=True)
class ToldKind:
    """The changes of one kind inside a group."""

    title: str
    changes: tuple[Told, ...]


@dataclass(frozen=True, kw_only=True)
class ToldGroup:
    """The changes that a council looks for together."""

    group: Group
    title: str
    count: int
    kinds: tuple[ToldKind, ...]


def told(reading: Reading, changes: PlanChanges) -> tuple[ToldGroup, ...]:
    """The changes in words, in groups and kinds; measures and who does what before all the rest."""
    return tuple(
        ToldGroup(
            group=group,
            title=reading.words(GROUPS[group]),
            count=len(some),
            kinds=tuple(_kinds(reading, some)),
        )
        for group, some in changes.by_group.items()
    )


def _kinds(reading: Reading, changes: tuple[Change, ...]) -> Iterator[ToldKind]:
    for kind, some in groupby(sorted(changes, key=lambda one: _rank(one.kind)), key=lambda one: one.kind):
        title = reading.words(KINDS_IN_WORDS[kind]) if kind in KINDS_IN_WORDS else kind
        yield ToldKind(title=title, changes=tuple(_told(reading, one) for one in some))


def _rank(kind: str) -> tuple[int, int]:
    first = _FIRST.index(kind) if kind in _FIRST else len(_FIRST)
    return first, _ORDER.index(kind) if kind in _ORDER else len(_ORDER)


def _told(reading: Reading, change: Change) -> Told:
    title = f"{change.title} ({change.inside})" if change.inside else change.title
    shown = tuple(_shortened(one) for one in change.fields if one.old or one.new)
    return Told(title=title, note=_note(reading, change), about=change.about, fields=shown)


def _shortened(field: FieldChange) -> FieldChange:
    """The change of a key as it is; of what lives on, which nobody votes on, only the beginning."""
    if field.aspect is not Aspect.LIVING:
        return field
    return replace(field, old=_cut(field.old), new=_cut(field.new))


def _cut(text: str) -> str:
    return text if len(text) <= _LIVING_LENGTH else f"{text[:_LIVING_LENGTH].rstrip()} …"


def _note(reading: Reading, change: Change) -> str:
    t = reading.words
    notes = []
    if change.group is Group.LIVING and change.what in (What.ADDED, What.REMOVED):
        notes.append(t(N_("new")) if change.what is What.ADDED else t(N_("taken out")))
    if any(one.key == "order" and not (one.old or one.new) for one in change.fields):
        notes.append(t(N_("stands at another place")))
    told = any(one.key in ("id", "path") for one in change.fields)
    if change.what in (What.MOVED, What.CHANGED) and change.old_id not in ("", change.id) and not told:
        notes.append(t(N_("was “{old}”")).format(old=change.old_id))
    return ", ".join(notes)


def summary(reading: Reading, changes: PlanChanges) -> str:
    """How many changes there are of what weight, in one sentence."""
    t = reading.words
    if not changes.changes:
        return t(N_("The two texts say the same."))
    counts = {group: len(some) for group, some in changes.by_group.items()}
    counted = (
        (Group.NEW, N_count("{count} new", "{count} new")),
        (Group.DROPPED, N_count("{count} taken out", "{count} taken out")),
        (Group.SUBSTANCE, N_count("{count} changed in substance", "{count} changed in substance")),
        (Group.WORDING, N_count("{count} in spelling and form", "{count} in spelling and form")),
        (Group.MOVED, N_count("{count} only moved", "{count} only moved")),
        (Group.LIVING, N_count("{count} not part of what is adopted", "{count} not part of what is adopted")),
    )
    parts = [
        translate_count(*words, counts[group], reading.language)
        for group, words in counted
        if group in counts
    ]
    return f"{', '.join(parts)}."


def field_line(reading: Reading, field: FieldChange) -> str:
    """What differs in one key, in one line."""
    t = reading.words
    if field.old and field.new:
        return t(N_("{label}: “{old}” became “{new}”")).format(
            label=field.label, old=field.old, new=field.new
        )
    if field.new:
        return t(N_("{label}: “{new}” came")).format(label=field.label, new=field.new)
    return t(N_("{label}: “{old}” went out")).format(label=field.label, old=field.old)


def is_long(field: FieldChange) -> bool:
    """Whether a key is better told in two paragraphs than in a line."""
    return len(field.old) + len(field.new) > 160 or "\n" in field.old + field.new
