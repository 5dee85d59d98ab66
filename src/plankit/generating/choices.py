"""The one thing that a generator asks of chance: a whole number below another."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from typing import TypeVar

Choice = Callable[[int], int]
"""A number from 0 to one less than what it is given. 0 is always the plainest of what there is to choose from, so that
a search for the smallest plan that shows a fault has a direction."""

T = TypeVar("T")


def seeded(seed: int) -> Choice:
    """Choices that follow from `seed`: the same ones on every machine."""
    return random.Random(seed).randrange  # noqa: S311 # a game, no secret


def pick(choice: Choice, among: Sequence[T]) -> T:
    """One of `among`, the first where there is nothing to decide."""
    return among[choice(len(among)) if len(among) > 1 else 0]


def between(choice: Choice, least: int, most: int) -> int:
    """A number from `least` to `most`."""
    return least + choice(most - least + 1) if most > least else least


def chance(choice: Choice, percent: int) -> bool:
    """True in so many of a hundred cases."""
    return choice(100) >= 100 - percent


def some(choice: Choice, among: Sequence[T], least: int, most: int) -> tuple[T, ...]:
    """So many of `among`, all different, in the order in which they stand there."""
    number = between(choice, min(least, len(among)), min(most, len(among)))
    left = list(range(len(among)))
    # Each takes one of those that are left: as many choices as things, and the first ones where all choices are 0.
    return tuple(among[place] for place in sorted(left.pop(choice(len(left))) for _ in range(number)))
