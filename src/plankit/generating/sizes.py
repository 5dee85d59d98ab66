"""How much a generated plan holds."""

from __future__ import annotations

from dataclasses import dataclass

Range = tuple[int, int]
"""Least and most."""


@dataclass(frozen=True, kw_only=True)
class Size:
    """Least and most of each kind of entry."""

    areas: Range
    goals: Range
    measures: Range
    agencies: Range
    tasks: Range
    """Tasks of the guide for which the plan says who does what."""
    cells: Range
    """Agencies that each of those tasks has a cell for."""
    services: Range
    procedures: Range
    statistics: Range
    indicators: Range
    sections: Range
    answers: Range
    progress: Range


REAL = Size(
    areas=(3, 6),
    goals=(3, 17),
    measures=(8, 52),
    agencies=(8, 32),
    tasks=(4, 24),
    cells=(2, 6),
    services=(5, 17),
    procedures=(0, 4),
    statistics=(0, 12),
    indicators=(0, 10),
    sections=(6, 15),
    answers=(5, 45),
    progress=(0, 20),
)
"""As plans seem to be. Met in public plans, read in archived copies in November 2026: 46 measures (Mosseregionen), 15
services and two more entries beside them (Færder), four goals and six municipalities (Sunnmøre), 8 and 15 sections
(Hurum, Umeå), none or one procedure. The upper ends are mostly those of the example plan. That plans lie between is an
assumption: of 42 that were looked at, few could be read to the last measure."""

SMALL = Size(
    areas=(0, 1),
    goals=(0, 2),
    measures=(0, 3),
    agencies=(0, 3),
    tasks=(0, 2),
    cells=(1, 2),
    services=(0, 2),
    procedures=(0, 1),
    statistics=(0, 1),
    indicators=(0, 1),
    sections=(0, 2),
    answers=(0, 2),
    progress=(0, 2),
)
"""From nothing to little: for tests that look for the smallest plan that shows a fault."""
