"""Conditions in the closed vocabulary, made ready: for each key, the set of codes that fit."""

from __future__ import annotations

from typing import NamedTuple

from plankit.model.case import Situation
from plankit.model.vocabulary import Vocabulary
from plankit.walks.result import WalkCase

EXPOSED, DOOR, SEVERITY, SUSPECT, LEADER, PARTICIPANT = range(6)
"""Places of a case's words in `Facts.words`."""

_LISTS = ("target-group", "door", "severity", "suspect", "leader", "participant")


class Facts(NamedTuple):
    """A case as conditions look at it. A word that the case says nothing of is `None`."""

    words: tuple[str | None, ...]
    adaptations: frozenset[str]


class Condition(NamedTuple):
    """What must hold. `checks` are places of `Facts.words` with the codes that fit there."""

    checks: tuple[tuple[int, frozenset[str | None]], ...] = ()
    adaptations: frozenset[str] | None = None
    hours: frozenset[str] | None = None

    def fits(self, facts: Facts, hours: str) -> bool:
        """Whether a case fits at a moment of the class `hours`."""
        words = facts.words
        for place, wanted in self.checks:
            if words[place] not in wanted:
                return False
        if self.adaptations is not None and self.adaptations.isdisjoint(facts.adaptations):
            return False
        return self.hours is None or hours in self.hours


def facts_of(case: WalkCase) -> Facts:
    """The words of a case, in the order of the places above."""
    leader = "reachable" if case.leader_reachable else "out-of-reach"
    words = (case.exposed, case.door, case.severity, case.suspect, leader, case.participant)
    return Facts(words, frozenset(case.adaptations))


class Conditions:
    """Makes conditions ready, and knows every set of codes that a plan tells cases apart by."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self.sets: list[set[frozenset[str | None]]] = [set() for _ in _LISTS]
        """For each place of `Facts.words`, the sets that any condition has there."""
        self.adaptation_sets: set[frozenset[str]] = set()

    def code(self, field: str, word: str) -> str:
        """The code of a word; the word itself in small letters where it has none."""
        return self._vocabulary.code(field, word) or word.casefold().strip()

    def _codes(self, field: str, words: tuple[str, ...]) -> frozenset[str]:
        return frozenset(self.code(field, word) for word in words)

    def ready(
        self,
        situation: Situation | None,
        *,
        severity: str | None = None,
        exposed: str | None = None,
        applies_to: tuple[str, ...] = (),
    ) -> Condition:
        """The condition that `situation` and what stands beside it (of a branch, of a procedure) make together."""
        told = situation or Situation()
        checks: list[tuple[int, frozenset[str | None]]] = []
        for place, words in (
            (EXPOSED, told.exposed),
            (EXPOSED, (exposed,) if exposed else ()),
            (DOOR, told.doors),
            (SEVERITY, told.severity),
            (SEVERITY, (severity,) if severity else ()),
            (SUSPECT, told.suspects),
            (LEADER, (told.leader,) if told.leader else ()),
        ):
            if words:
                checks.append((place, frozenset(self._codes(_LISTS[place], words))))
        if told.participants:
            checks.append((PARTICIPANT, frozenset(told.participants)))
        if applies_to:
            checks.append(
                (PARTICIPANT, frozenset((*applies_to, None)))
            )  # a case that names none may be there
        for place, wanted in checks:
            self.sets[place].add(wanted)
        adaptations = self._codes("adaptation", told.adaptations) if told.adaptations else None
        if adaptations is not None:
            self.adaptation_sets.add(adaptations)
        hours = self._codes("hours", told.hours) if told.hours else None
        return Condition(tuple(checks), adaptations, hours)
