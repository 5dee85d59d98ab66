"""Which entry of one plan is which of another: by id, and by what it says where the ids differ."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Generic, TypeVar

T = TypeVar("T")

ALIKE = 0.5
"""From which likeness two texts are one entry that was reworded. Different measures of the example plan reach 0.33
at most; one whose every third word was changed still has 0.66."""
ALIKE_SHORT = 0.75
"""The same for texts of a few words, where one word in common already is much: titles alone reach 0.5."""
SHORT = 6
_LONGEST = 400
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, kw_only=True)
class Pair(Generic[T]):
    """An entry of the old plan and the same of the new one; one side alone where it is gone or new."""

    old: T | None
    new: T | None


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text in small letters; of a very long one, the first of them."""
    return tuple(_WORD.findall(text.casefold())[:_LONGEST])


def likeness(one: Sequence[str], other: Sequence[str]) -> float:
    """How much two texts have in common, from 0 to 1; the same whichever comes first."""
    if not one or not other:
        return 0.0
    first, second = sorted((tuple(one), tuple(other)))
    return SequenceMatcher(None, first, second, autojunk=False).ratio()


def enough(one: Sequence[str], other: Sequence[str]) -> float:
    """The likeness from which the two are taken for the same entry."""
    return ALIKE_SHORT if min(len(one), len(other)) < SHORT else ALIKE


def matched(
    old: Sequence[T], new: Sequence[T], key: Callable[[T], str], text: Callable[[T], str]
) -> tuple[Pair[T], ...]:
    """Every entry of both plans once: those that are the same together, in the order of the new plan, gone ones last.

    `key` is an entry's name, `text` what it says. Same name and same text come first, then the same text under
    another name, then the same name with a text that is alike, then other texts that are alike, and in the end
    what has at least the same name. So numbers that were given anew make no entry a new one.
    """
    return _Matching(
        [key(one) for one in old],
        [key(one) for one in new],
        [words_of(text(one)) for one in old],
        [words_of(text(one)) for one in new],
    ).pairs(old, new)


class _Matching:
    def __init__(
        self,
        old_keys: list[str],
        new_keys: list[str],
        old_words: list[tuple[str, ...]],
        new_words: list[tuple[str, ...]],
    ) -> None:
        self._old_words, self._new_words = old_words, new_words
        self._of_old: dict[int, int] = {}
        self._of_new: dict[int, int] = {}
        place = {name: number for number, name in enumerate(new_keys)}
        same_key = [(number, place[name]) for number, name in enumerate(old_keys) if name in place]
        for one, other in same_key:
            if old_words[one] == new_words[other]:
                self._take(one, other)
        self._take_same_texts()
        likely = self._alike()
        named = set(same_key)
        for pair in sorted(likely, key=lambda pair: (pair not in named, -likely[pair], *_between(pair))):
            self._take(*pair)
        for pair in same_key:
            self._take(*pair)

    def _take(self, one: int, other: int) -> None:
        if one not in self._of_old and other not in self._of_new:
            self._of_old[one] = other
            self._of_new[other] = one

    def _open_old(self) -> list[int]:
        return [number for number in range(len(self._old_words)) if number not in self._of_old]

    def _open_new(self) -> list[int]:
        return [number for number in range(len(self._new_words)) if number not in self._of_new]

    def _take_same_texts(self) -> None:
        """Pair texts that are the same and stand once on each side."""
        olds, news = self._open_old(), self._open_new()
        count_old = Counter(self._old_words[one] for one in olds)
        count_new = Counter(self._new_words[one] for one in news)
        places = {self._new_words[one]: one for one in news}
        for one in olds:
            words = self._old_words[one]
            if words and count_old[words] == 1 and count_new[words] == 1:
                self._take(one, places[words])

    def _alike(self) -> dict[tuple[int, int], float]:
        found: dict[tuple[int, int], float] = {}
        bags = {one: Counter(self._new_words[one]) for one in self._open_new()}
        for one in self._open_old():
            words = self._old_words[one]
            bag = Counter(words)
            for other, theirs in bags.items():
                needed = enough(words, self._new_words[other])
                both = len(words) + len(self._new_words[other])
                # What two texts have in common at most is quick to see; the slow look is for the few that pass.
                if not both or 2 * (bag & theirs).total() / both < needed:
                    continue
                value = likeness(words, self._new_words[other])
                if value >= needed:
                    found[one, other] = value
        return found

    def pairs(self, old: Sequence[T], new: Sequence[T]) -> tuple[Pair[T], ...]:
        """The pairs."""
        kept = [
            Pair(old=old[self._of_new[number]] if number in self._of_new else None, new=entry)
            for number, entry in enumerate(new)
        ]
        gone = [Pair(old=old[number], new=None) for number in self._open_old()]
        return (*kept, *gone)


def _between(pair: tuple[int, int]) -> tuple[int, int]:
    """Which of two pairs that are equally alike comes first; the same if the two plans change places."""
    return abs(pair[0] - pair[1]), min(pair)


def out_of_order(places: Sequence[int]) -> frozenset[int]:
    """The fewest of these places, by value, that must be moved so that the others stand in rising order."""
    tails: list[int] = []
    before: dict[int, int | None] = {}
    for place in places:
        at = bisect_left(tails, place)
        before[place] = tails[at - 1] if at else None
        tails[at : at + 1] = [place]
    kept: set[int] = set()
    last: int | None = tails[-1] if tails else None
    while last is not None:
        kept.add(last)
        last = before[last]
    return frozenset(places) - kept
