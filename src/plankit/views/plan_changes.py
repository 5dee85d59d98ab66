"""What differs between two texts of a plan, in words and grouped for a council."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from typing import Any

from plankit.model.base import Entity, Translated
from plankit.model.contents import Progress
from plankit.model.parties import Responsibility
from plankit.model.plan import KINDS, Page, Plan
from plankit.model.procedure import Procedure
from plankit.model.seal import UNORDERED, canonical, is_living
from plankit.views.change_figures import without_small_figures
from plankit.views.change_list import Aspect, Change, FieldChange, PlanChanges, What
from plankit.views.change_matching import out_of_order
from plankit.views.change_things import BRANCHES, STEPS, Paired, Thing, paired, title_of
from plankit.views.change_words import in_words, label_of, list_difference, only_spelling, same_meaning
from plankit.views.reading import Reading

_WHO = frozenset(
    [
        "responsible",
        "contributors",
        "owner",
        "agency",
        "agency_role",
        "role",
        "who",
        "actor",
        "members",
        "member_agencies",
        "chair",
        "agencies",
        "by",
        "to",
        "commandable",
        "commandable_by",
        "parent",
        "approved_by",
        "document_owner",
        "process_owner",
        "scope_organisation",
        "receiver",
        "party",
        "collector",
        "handover",
        "applies_to",
        "participants",
        "participant",
    ]
)
_WHEN = frozenset(
    [
        "deadline",
        "deadline_text",
        "period",
        "in_force_from",
        "due",
        "focus_period",
        "when",
        "frequency",
        "within",
        "takes",
        "valid_from",
        "valid_to",
        "evaluation_date",
        "renewal",
        "opens",
        "closes",
        "date",
        "document_date",
        "around_the_clock",
    ]
)
_MONEY = frozenset(("cost", "funder", "user_cost"))
_PLACE = frozenset(
    ("number", "areas", "goals", "parts", "parents", "id", "order", "path", "branch", "inside")
)
_NESTED = {"procedures": ("steps", "branches"), BRANCHES: ("steps",), "sections": ("children",)}


def plan_changes(old: Reading, new: Reading) -> PlanChanges:
    """What differs between two texts of a plan; nothing for a plan and itself.

    Each thing that differs is there once, also where it was given another id or number. Things are paired by id
    and by what they say (`change_matching`). Words are in the language of the two readings.
    """
    pairs = paired(old.plan, new.plan)
    moved = _moved(pairs)
    compare = _Comparison(old, new)
    found = [compare.frame(), *(compare.of(pair, moved) for pair in pairs)]
    return PlanChanges(changes=tuple(one for one in found if one is not None))


def _moved(pairs: Iterable[Paired]) -> frozenset[tuple[str, str]]:
    """Kind and key of each thing that stands at another place among those that both plans have.

    A procedure that stands outside the plan is not adopted with it, so that it is no place to stand before or after.
    """
    lists: dict[tuple[str, str, str, bool], list[Paired]] = {}
    for pair in pairs:
        if pair.old and pair.new and pair.new.kind not in UNORDERED:
            key = (pair.new.kind, pair.new.group, pair.new.branch, _is_outside(pair))
            lists.setdefault(key, []).append(pair)
    found = set()
    for (kind, *_), some in lists.items():
        stray = out_of_order([pair.old.place for pair in some if pair.old])
        found |= {(kind, pair.new.key) for pair in some if pair.new and pair.old and pair.old.place in stray}
    return frozenset(found)


class _Comparison:
    """Compares things of two plans in words."""

    def __init__(self, old: Reading, new: Reading) -> None:
        self._old, self._new = old, new

    def frame(self) -> Change | None:
        """What differs in the frame of the plan, in how it came about, and in its remarks."""
        old, new = self._old.plan, self._new.plan
        fields = [*self._fields("plan", old.plan, new.plan)]
        for name in ("notes", "empty", "sources"):
            fields += self._field("", Plan, name, (getattr(old, name), getattr(new, name)))
        fields += self._process(old, new)
        if not fields:
            return None
        return Change(
            what=_what(fields),
            kind="plan",
            id=new.plan.id,
            old_id=old.plan.id,
            title=self._new.text(new.plan.title),
            fields=tuple(fields),
        )

    def _process(self, old: Plan, new: Plan) -> Iterator[FieldChange]:
        one, other = old.process, new.process
        if one is None or other is None:
            if one is not other:
                yield FieldChange(
                    key="process", label=label_of(self._new, "process"), aspect=Aspect.LIVING, old="", new=""
                )
            return
        yield from self._fields("process", one, other)

    def of(self, pair: Paired, moved: frozenset[tuple[str, str]]) -> Change | None:
        """What differs between two things; `None` where nothing does."""
        thing = pair.new or pair.old
        assert thing is not None
        if pair.old and pair.new:
            sides = pair.old.entry, pair.new.entry
            fields = (*self._fields(thing.kind, *sides, pair.old.said), *self._places(pair, moved))
            if not fields:
                return None
            what = _what(fields)
        else:
            fields, what = (), What.ADDED if pair.new else What.REMOVED
        reading = self._new if pair.new else self._old
        change = Change(
            what=what,
            kind=thing.kind,
            id=thing.key,
            old_id=pair.old.key if pair.old else "",
            title=_title(reading, thing),
            inside=_inside(reading, thing),
            fields=fields,
            about="" if fields else _about(reading, thing.entry),
            lives_on=is_living(thing.kind) or _is_outside(pair),
        )
        return without_small_figures(change, self._old, self._new)

    def _places(self, pair: Paired, moved: frozenset[tuple[str, str]]) -> Iterator[FieldChange]:
        old, new = pair.old, pair.new
        assert old is not None
        assert new is not None
        if old.kind in ("sections", STEPS):
            for key, one, other in (("inside", old.group, new.group), ("branch", old.branch, new.branch)):
                if one != other:
                    yield self._place(
                        key, self._old.title(one) if one else "", self._new.title(other) if other else ""
                    )
        has_place = any(getattr(old.entry, key, None) != getattr(new.entry, key, None) for key in _PLACE)
        if (new.kind, new.key) in moved and not has_place and old.branch == new.branch:
            yield self._place("order", "", "")

    def _place(self, key: str, old: str, new: str) -> FieldChange:
        return FieldChange(key=key, label=label_of(self._new, key), aspect=Aspect.PLACE, old=old, new=new)

    def _fields(
        self, kind: str, old: Entity, new: Entity, said: Entity | None = None
    ) -> Iterator[FieldChange]:
        """What differs between two entries; `said` is the old one with the ids of its own plan, for its words."""
        cls = type(new)
        for key in cls.model_fields:
            if key in _NESTED.get(kind, ()) or key == "origins":
                continue  # what is nested is told by itself, and where an entry came from changes nothing in it
            values = getattr(old, key), getattr(new, key)
            if isinstance(new, Page) and key == "text":
                yield from self._paragraphs(*values)
            else:
                yield from self._field(kind, cls, key, values, getattr(said or old, key))

    def _field(
        self, kind: str, cls: type[Entity], key: str, values: tuple[Any, Any], said: Any = None
    ) -> Iterator[FieldChange]:
        old, new = values
        if old == new or _plain(cls, key, old) == _plain(cls, key, new):
            return
        said = old if said is None else said
        if isinstance(old, tuple) and isinstance(new, tuple):
            before, after = list_difference((self._old, self._new), cls, key, (old, new), said)
        else:
            before, after = in_words(self._old, cls, key, said), in_words(self._new, cls, key, new)
        if before == after:
            before, after = _plain(cls, key, old), _plain(cls, key, new)
        aspect = _aspect(kind, key, values, (before, after))
        yield FieldChange(key=key, label=label_of(self._new, key), aspect=aspect, old=before, new=after)

    def _paragraphs(self, old: str, new: str) -> Iterator[FieldChange]:
        """What differs in prose, a paragraph at a time."""
        for before, after in paragraph_changes(old, new):
            aspect = Aspect.WORDING if before and after and only_spelling(before, after) else Aspect.WHAT
            yield FieldChange(
                key="text", label=label_of(self._new, "text"), aspect=aspect, old=before, new=after
            )


def paragraph_changes(old: str, new: str) -> Iterator[tuple[str, str]]:
    """The paragraphs of two texts that differ: both where one was changed, one empty where it came or went."""
    if old.strip("\n") == new.strip("\n"):
        return
    one, other = _paragraphs_of(old), _paragraphs_of(new)
    if one == other:
        yield old, new
        return
    for tag, first, last, start, end in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        before, after = one[first:last], other[start:end]
        for number in range(max(len(before), len(after))):
            yield before[number] if number < len(before) else "", after[number] if number < len(after) else ""


def _paragraphs_of(text: str) -> list[str]:
    return [part for part in (one.strip("\n") for one in text.split("\n\n")) if part.strip()]


def _plain(cls: type[Entity], key: str, value: Any) -> str:
    return canonical(cls.model_construct(**{key: value}).model_dump(mode="json", include={key}))


def _what(fields: Iterable[FieldChange]) -> What:
    return What.MOVED if all(one.aspect is Aspect.PLACE for one in fields) else What.CHANGED


def _aspect(kind: str, key: str, values: tuple[Any, Any], words: tuple[str, str]) -> Aspect:
    if is_living(kind, key) or kind == "process":
        return Aspect.LIVING
    old, new = values
    if same_meaning(old, new):
        return Aspect.WORDING
    for keys, aspect in (
        (_WHO, Aspect.WHO),
        (_WHEN, Aspect.WHEN),
        (_MONEY, Aspect.MONEY),
        (_PLACE, Aspect.PLACE),
    ):
        if key in keys:
            return aspect
    is_text = all(isinstance(one, str | Translated) for one in values)
    return Aspect.WORDING if is_text and words[0] and only_spelling(*words) else Aspect.WHAT


def _is_outside(pair: Paired) -> bool:
    sides = [one.entry for one in (pair.old, pair.new) if one]
    return all(isinstance(one, Procedure) and bool(one.outside_plan) for one in sides)


def _title(reading: Reading, thing: Thing) -> str:
    entry = thing.entry
    if isinstance(entry, Responsibility):
        who = reading.party(entry.agency).name
        what = reading.title(entry.task) if entry.task else reading.text(entry.text)
        role = in_words(reading, Responsibility, "role", entry.role)
        return f"{who}: {what} ({role})" if role else f"{who}: {what}"
    if isinstance(entry, Progress):
        return f"{reading.title(entry.measure)}, {entry.date.text}"
    number = getattr(entry, "number", None) if thing.kind in KINDS else None
    words = title_of(entry)
    known = getattr(entry, "id", None)
    if known and thing.kind in KINDS and reading.knows(known):
        words = reading.title(known)
    return f"{number} {words}" if number else words or thing.key


def _inside(reading: Reading, thing: Thing) -> str:
    if not thing.group:
        return ""
    return reading.title(thing.group) if reading.knows(thing.group) else thing.group


def _about(reading: Reading, entry: Entity) -> str:
    for name in ("description", "text", "definition", "mandate", "offer"):
        value = getattr(entry, name, None)
        if value and not isinstance(entry, Page):
            return in_words(reading, type(entry), name, value)
    return ""
