"""Measures by whom they are for and by how far they have come."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from plankit.language import N_
from plankit.model.contents import Measure
from plankit.model.vocabulary import built_in
from plankit.views.reading import Reading


@dataclass(frozen=True, kw_only=True)
class Group:
    """Measures under one word."""

    heading: str
    measures: tuple[Measure, ...]


def by_target_group(reading: Reading) -> tuple[Group, ...]:
    """Measures by target group: groups of the guide in its order, then the plan's own, then those without."""
    order = [term.id for term in reading.guide.target_groups] if reading.guide else []
    pairs = (
        (_code(reading, "target-group", word), one)
        for one in reading.plan.measures
        for word in one.target_groups
    )
    without = tuple(one for one in reading.plan.measures if not one.target_groups)
    groups = _groups(reading, "target-group", pairs, order)
    return (*groups, *_rest(reading, N_("No group named"), without if groups else ()))


def by_status(reading: Reading) -> tuple[Group, ...]:
    """Measures by newest status, in the order of the list of statuses; last those without one."""
    order = list(built_in()["measure-status"])
    pairs = [
        (reading.status_code(one) or reading.status(one), one)
        for one in reading.plan.measures
        if reading.status(one)
    ]
    without = tuple(one for one in reading.plan.measures if not reading.status(one))
    groups = _groups(reading, "measure-status", pairs, order)
    return (*groups, *_rest(reading, N_("No status stated"), without if groups else ()))


def capitalised(words: str) -> str:
    """The words as a heading: the first letter large, the rest as it is."""
    return words[:1].upper() + words[1:]


def _code(reading: Reading, field: str, word: str) -> str:
    return reading.vocabulary.code(field, word) or word


def _groups(
    reading: Reading, field: str, pairs: Iterable[tuple[str, Measure]], order: list[str]
) -> tuple[Group, ...]:
    found: dict[str, dict[str, Measure]] = {}
    for code, measure in pairs:
        found.setdefault(code, {})[measure.id] = measure
    position = {code: number for number, code in enumerate(order)}
    codes = sorted(found, key=lambda code: position.get(code, len(position)))
    return tuple(
        Group(heading=capitalised(reading.label(field, code)), measures=tuple(found[code].values()))
        for code in codes
    )


def _rest(reading: Reading, words: str, measures: tuple[Measure, ...]) -> tuple[Group, ...]:
    return (Group(heading=reading.words(words), measures=measures),) if measures else ()
