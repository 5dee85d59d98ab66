"""Which measures and goals a reader asked for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from plankit.model.contents import Measure
from plankit.views.reading import Reading


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What to select by; what is empty selects nothing away."""

    area: str = ""
    """Id of an area, or `none` for what belongs to no area."""
    agency: str = ""
    goal: str = ""
    status: str = ""
    target_group: str = ""
    kind: str = ""
    participant: str = ""
    due_before: date | None = None
    ids: tuple[str, ...] = ()


def _same(field: str, word: str, asked: str, reading: Reading) -> bool:
    code = reading.vocabulary.code(field, asked) or asked
    return word.casefold() == asked.casefold() or reading.vocabulary.code(field, word) == code


def _fits(measure: Measure, wanted: Wanted, reading: Reading) -> bool:
    if wanted.area:
        areas = reading.areas_of(measure)
        if wanted.area not in areas and not (wanted.area == "none" and not areas):
            return False
    if wanted.agency and wanted.agency not in {
        one.agency for one in (*measure.responsible, *measure.contributors)
    }:
        return False
    if wanted.goal and wanted.goal not in measure.goals:
        return False
    if wanted.participant and measure.applies_to and wanted.participant not in measure.applies_to:
        return False
    if wanted.status and not _same("measure-status", reading.status(measure), wanted.status, reading):
        return False
    if wanted.kind and not _same("measure-kind", measure.kind or "", wanted.kind, reading):
        return False
    groups = measure.target_groups
    if wanted.target_group and not any(
        _same("target-group", one, wanted.target_group, reading) for one in groups
    ):
        return False
    if wanted.due_before:
        end = measure.deadline.end_day if measure.deadline else None
        return end is not None and end < wanted.due_before
    return True


def select_measures(reading: Reading, wanted: Wanted) -> tuple[Measure, ...]:
    """The measures that fit, in the plan's own order."""
    asked: Iterable[Measure] = reading.plan.measures
    if wanted.ids:
        asked = [reading.measures[one] for one in reading.measure_order(wanted.ids)]
    return tuple(one for one in asked if _fits(one, wanted, reading))


def by_deadline(measures: Iterable[Measure]) -> tuple[Measure, ...]:
    """The measures that have a deadline, first what ends first, then what has no end."""
    with_deadline = [(one.deadline.sort_key(), n, one) for n, one in enumerate(measures) if one.deadline]
    return tuple(one for _, _, one in sorted(with_deadline, key=lambda entry: entry[:2]))
