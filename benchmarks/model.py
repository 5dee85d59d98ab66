"""The one plan that every benchmark project is written from: N measures, N/10 goals, the same each time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TypeVar

AGENCIES = (
    "childcare", "crisis-centre", "dental-service", "emergency-ward", "family-service", "health-visitors",
    "home-care", "housing-office", "library", "schools", "sports-clubs", "youth-clubs",
)  # fmt: skip
STATUSES = ("draft", "agreed", "started", "done", "dropped")
PHASES = ("before", "during", "after")
PAGE_SIZE = 20
LINKS = 3
FIRST_DAY = date(2027, 1, 1)
SENTENCES = (
    "Everyone who works with families learns once a year what to look for and whom to ask.",
    "The routine lies where the staff find it and is read aloud at the first meeting of autumn.",
    "Whoever is worried writes down what was seen and talks with a colleague the same day.",
    "The agencies meet every second month and go through what worked and what did not.",
    "Results are counted each spring and given to the committee that follows the plan.",
)

Entry = TypeVar("Entry")


@dataclass(frozen=True, kw_only=True)
class Goal:
    """What measures aim at."""

    id: str
    title: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Measure:
    """One measure, with all that a page shows of it."""

    id: str
    title: str
    owner: str
    status: str
    phase: str
    deadline: str
    goals: tuple[str, ...]
    text: str


@dataclass(frozen=True, kw_only=True)
class Model:
    """A whole plan."""

    goals: tuple[Goal, ...]
    measures: tuple[Measure, ...]

    def count(self, owner: str, status: str) -> int:
        """How many measures an agency has in one status."""
        return self.counts()[owner, status]

    def counts(self) -> Counter[tuple[str, str]]:
        """Measures by agency and status."""
        return Counter((one.owner, one.status) for one in self.measures)

    def serving(self) -> dict[str, list[str]]:
        """The measures that link to each goal."""
        found: dict[str, list[str]] = {goal.id: [] for goal in self.goals}
        for measure in self.measures:
            for goal in measure.goals:
                found[goal].append(measure.id)
        return found


def make_model(size: int) -> Model:
    """A plan of `size` measures."""
    goals = tuple(
        Goal(id=f"G{number:05d}", title=f"Goal number {number} of the plan", text=_text(number, 1))
        for number in range(1, max(5, size // 10) + 1)
    )
    return Model(goals=goals, measures=tuple(_measure(number, goals) for number in range(1, size + 1)))


def _measure(number: int, goals: Sequence[Goal]) -> Measure:
    return Measure(
        id=f"M{number:05d}",
        title=f"Measure number {number} for families in phase {PHASES[number % 3]}",
        owner=AGENCIES[number * 5 % len(AGENCIES)],
        status=STATUSES[(number * 3 + number // 7) % len(STATUSES)],
        phase=PHASES[number % 3],
        deadline=(FIRST_DAY + timedelta(days=number * 17 % 1300)).isoformat(),
        goals=tuple(goals[(number + step * (len(goals) // LINKS)) % len(goals)].id for step in range(LINKS)),
        text=_text(number, 3),
    )


def _text(number: int, sentences: int) -> str:
    return " ".join(SENTENCES[(number + step) % len(SENTENCES)] for step in range(sentences))


def with_one_change(model: Model) -> Model:
    """The same plan, but the first measure has another status and has left its first goal for another."""
    first = model.measures[0]
    status = STATUSES[(STATUSES.index(first.status) + 1) % len(STATUSES)]
    other = next(goal.id for goal in model.goals if goal.id not in first.goals)
    changed = replace(first, status=status, goals=(other, *first.goals[1:]))
    return replace(model, measures=(changed, *model.measures[1:]))


def in_pages(entries: Sequence[Entry]) -> list[Sequence[Entry]]:
    """The entries in portions of one page."""
    return [entries[start : start + PAGE_SIZE] for start in range(0, len(entries), PAGE_SIZE)]
