"""The programme of a session: what an audience does in the minutes that it has, and which objectives that covers.

A session is a row of slots whose minutes add up to its length. Each slot takes, of what the kit holds, the exercise that
serves most objectives that no earlier slot served; so an audience's programme covers as much as its length allows, and says
what it does not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from plankit.language import N_
from plankit.teaching.exercise import Question
from plankit.teaching.kit import Kit
from plankit.teaching.subject import ALL


@dataclass(frozen=True, kw_only=True)
class ProgrammeItem:
    """A part of a session."""

    begins: int
    """Minutes from the beginning."""
    minutes: int
    title: str
    text: str
    """What the facilitator does, in a sentence or two."""
    exercise: str = ""
    """Its kind, a code of the list `exercise`; empty for a welcome, a pause, a closing."""
    ids: tuple[str, ...] = ()
    """Ids of what of the kit is used."""
    objectives: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Programme:
    """A session of one audience."""

    audience: str
    """Its id, or `all`."""
    minutes: int
    items: tuple[ProgrammeItem, ...]
    covered: tuple[str, ...]
    """Objectives of the audience that a part of the session serves, in the guide's order."""
    uncovered: tuple[str, ...]
    """Those that no part serves."""


class _Used(Protocol):
    """What every exercise has."""

    @property
    def id(self) -> str: ...
    @property
    def objectives(self) -> tuple[str, ...]: ...
    @property
    def audiences(self) -> tuple[str, ...]: ...


class _Slot(NamedTuple):
    """A part of a session before it is known what fills it."""

    minutes: int
    kinds: tuple[str, ...] = ()
    """Kinds of exercise that may fill it, the first where several serve as much."""
    role: str = ""
    """What it is where it is no exercise: a key of `_SAID`."""


_ASKED = ("responsible", "duty", "help", "order", "own")
_SLOTS: dict[int, tuple[_Slot, ...]] = {
    45: (
        _Slot(4, role="welcome"),
        _Slot(9, _ASKED),
        _Slot(18, ("case",)),
        _Slot(10, ("branching", "dilemma")),
        _Slot(4, role="close"),
    ),
    90: (
        _Slot(6, role="welcome"),
        _Slot(12, _ASKED),
        _Slot(22, ("case",)),
        _Slot(8, role="pause"),
        _Slot(20, ("branching", "gap-hunt", "table-top")),
        _Slot(12, ("dilemma", *_ASKED)),
        _Slot(10, role="close"),
    ),
    180: (
        _Slot(10, role="welcome"),
        _Slot(15, _ASKED),
        _Slot(25, ("case",)),
        _Slot(20, ("branching", "dilemma")),
        _Slot(15, role="pause"),
        _Slot(15, _ASKED),
        _Slot(45, ("table-top", "gap-hunt", "case")),
        _Slot(5, role="pause"),
        _Slot(15, ("dilemma", "branching")),
        _Slot(15, role="close"),
    ),
}
_SAID = {
    "welcome": (
        N_("Welcome"),
        N_(
            "Say what the session is for, that every case is made up, that anybody may go out without saying why, and where "
            "help is. Somebody present may have own experience."
        ),
    ),
    "pause": (N_("Pause"), N_("Stay in the room: somebody may want to talk to you.")),
    "close": (
        N_("Closing"),
        N_(
            "Each tells one thing to do differently from tomorrow. Say once more where help is, and stay a while."
        ),
    ),
    "talk": (
        N_("Talk together"),
        N_("Talk about what is still unclear, and note what the plan does not answer."),
    ),
}
_DONE = {
    "responsible": N_(
        "Answer alone first, then compare two and two. Look up in the plan what you disagree on."
    ),
    "order": N_("Put the steps in order two and two, then look at the procedure together."),
    "duty": N_("Answer alone first. Read out the provision before you talk about why."),
    "help": N_(
        "Answer two and two, at the hour that the question tells. Check the numbers that you have on the wall."
    ),
    "own": N_("Answer alone first, then compare two and two."),
    "case": N_(
        "Read the warning, and wait a moment. Read the case aloud, then take the questions in groups of three or four."
    ),
    "branching": N_("One reads; the group agrees on a way before anybody looks at what the plan says."),
    "dilemma": N_("Everybody thinks for a minute alone. Then hear all sides; no answer is the right one."),
    "gap-hunt": N_(
        "Hand out the spoiled copy. Groups mark what is wrong or missing, and say why; the key comes last."
    ),
    "table-top": N_(
        "Give out the injects at their time. One observes and says nothing; end with the debrief."
    ),
}
_MINUTES_A_QUESTION = 2


def programme(kit: Kit, audience: str = "", minutes: int = 0) -> Programme:
    """The session of an audience; of the kit's own audience and length where nothing else is asked for.

    The minutes of its items add up to its length, and each begins where the one before it ends.
    """
    who, length = audience or kit.subject.audience, minutes or kit.subject.minutes
    wanted = tuple(
        one.id
        for one in kit.subject.guide.objectives
        if who == ALL or not one.audiences or who in one.audiences
    )
    made = _Session(kit, who, wanted)
    items = tuple(made.items(_SLOTS[length]))
    return Programme(
        audience=who,
        minutes=length,
        items=items,
        covered=tuple(one for one in wanted if one in made.served),
        uncovered=tuple(one for one in wanted if one not in made.served),
    )


class _Session:
    """A session while it is put together."""

    def __init__(self, kit: Kit, audience: str, wanted: tuple[str, ...]) -> None:
        self._kit = kit
        self._audience = audience
        self._wanted = frozenset(wanted)
        self._used: set[str] = set()
        self.served: set[str] = set()

    def items(self, slots: Sequence[_Slot]) -> Iterator[ProgrammeItem]:
        """Each slot filled; one that nothing fills becomes a talk."""
        begins = 0
        for slot in slots:
            yield self._filled(slot, begins)
            begins += slot.minutes

    def _filled(self, slot: _Slot, begins: int) -> ProgrammeItem:
        words = self._kit.subject.reading.words
        kind, chosen = self._best(slot) if slot.kinds else ("", ())
        if not chosen:
            title, text = _SAID[slot.role or "talk"]
            return ProgrammeItem(begins=begins, minutes=slot.minutes, title=words(title), text=words(text))
        served = {name for one in chosen for name in one.objectives}
        self._used.update(one.id for one in chosen)
        self.served |= served & self._wanted
        title = self._kit.subject.reading.label("exercise", kind)
        return ProgrammeItem(
            begins=begins,
            minutes=slot.minutes,
            title=title[:1].upper() + title[1:],
            text=words(_DONE[kind]),
            exercise=kind,
            ids=tuple(one.id for one in chosen),
            objectives=tuple(one.id for one in self._kit.subject.guide.objectives if one.id in served),
        )

    def _best(self, slot: _Slot) -> tuple[str, tuple[_Used, ...]]:
        """The kind that serves most that is not served yet, and what of it is used."""
        tried = [(kind, self._chosen(kind, slot.minutes)) for kind in slot.kinds]
        filled = [one for one in tried if one[1]]
        if not filled:
            return "", ()
        # Kinds that were used already come last where several serve as much: a session is varied.
        return max(filled, key=lambda one: (self._gain(one[1]), not self._seen(one[0])))

    def _chosen(self, kind: str, minutes: int) -> tuple[_Used, ...]:
        left = [one for one in self._of_kind(kind) if one.id not in self._used and self._fits(one)]
        count = minutes // _MINUTES_A_QUESTION if kind in _ASKED else 1
        found: list[_Used] = []
        while left and len(found) < count:
            best = max(left, key=lambda one: (self._gain((*found, one)), -left.index(one)))
            left.remove(best)
            found.append(best)
        # As the kit shows them, so that numbers on a sheet go up.
        return tuple(one for one in self._of_kind(kind) if one in found)

    def _gain(self, chosen: Iterable[_Used]) -> int:
        return len({name for one in chosen for name in one.objectives} & (self._wanted - self.served))

    def _fits(self, one: _Used) -> bool:
        return self._audience == ALL or not one.audiences or self._audience in one.audiences

    def _seen(self, kind: str) -> bool:
        return any(one.id in self._used for one in self._of_kind(kind))

    def _of_kind(self, kind: str) -> tuple[_Used, ...]:
        kit = self._kit
        others: dict[str, tuple[_Used, ...]] = {
            "case": kit.cases,
            "branching": kit.branching,
            "dilemma": kit.dilemmas,
            "gap-hunt": (kit.hunt,) if kit.hunt else (),
            "table-top": (kit.table_top,) if kit.table_top else (),
        }
        asked: tuple[Question, ...] = kit.questions
        return others[kind] if kind in others else tuple(one for one in asked if one.exercise == kind)
