"""What an observer of a table-top exercise looks for: for each piece of news, what the plan expects and where it says so."""

from __future__ import annotations

from dataclasses import dataclass

from plankit.language import N_
from plankit.teaching.exercise import TableTop

SCALE = (("seen", N_("seen")), ("partly", N_("partly seen")), ("not", N_("not seen")))
"""What an observer ticks, as codes and English words. Nothing of a person is judged, only what was done."""


@dataclass(frozen=True, kw_only=True)
class Criterion:
    """One thing to look for."""

    inject: int
    """The piece of news that it belongs to."""
    after: int
    """Minutes of the exercise after which that is given."""
    agency: str
    text: str
    """What is expected."""
    places: tuple[str, ...]
    """Where the plan, the guide or the law says so, in words."""


def criteria(exercise: TableTop) -> tuple[Criterion, ...]:
    """Everything to look for, in the order of the exercise."""
    return tuple(
        Criterion(
            inject=one.number,
            after=one.after,
            agency=one.agency,
            text=expected,
            places=tuple(pointer.words for pointer in one.pointers),
        )
        for one in exercise.injects
        for expected in one.expected
    )
