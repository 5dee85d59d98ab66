"""How much of the matrix rests on each agency, and how that compares with the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from statistics import median

from plankit.model.parties import Rasci
from plankit.views.matrix import LETTERS, WHOLE, Cut, responsibility_matrix
from plankit.views.reading import Party, Reading


@dataclass(frozen=True, kw_only=True)
class Load:
    """One agency's share of the matrix."""

    party: Party
    counts: Mapping[Rasci, int]
    """How many tasks it has each letter in."""
    tasks: int
    """How many tasks it has a part in."""
    relative: float
    """Its tasks as a share of the median: 2.0 is twice as many as the agency in the middle."""


def loads(reading: Reading, cut: Cut = WHOLE) -> tuple[Load, ...]:
    """The load of every agency of the matrix, the heaviest first; agencies with equal loads in the plan's order."""
    matrix = responsibility_matrix(reading, cut)
    cells = {
        party.id: [row.cells[party.id] for row in matrix.rows if party.id in row.cells]
        for party in matrix.columns
    }
    middle = median(map(len, cells.values())) if cells else 0
    found = []
    for party in matrix.columns:
        counted = Counter(letter for cell in cells[party.id] for letter in cell.letters)
        own = len(cells[party.id])
        found.append(
            Load(
                party=party,
                counts={letter: counted[letter] for letter in LETTERS},
                tasks=own,
                relative=round(own / middle, 2),
            )
        )
    return tuple(sorted(found, key=lambda one: -one.tasks))
