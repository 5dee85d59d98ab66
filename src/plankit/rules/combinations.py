"""The combinations of the case vocabulary that a procedure tells apart.

Words that all its conditions treat alike are one and the same here, so that a few dozen combinations stand for
thousands of cases.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from math import prod

from plankit.model.case import Situation
from plankit.model.procedure import Branch, Procedure
from plankit.model.vocabulary import built_in
from plankit.rules.base import Subject

LISTS = {
    "exposed": "target-group",
    "doors": "door",
    "severity": "severity",
    "suspects": "suspect",
    "adaptations": "adaptation",
    "hours": "hours",
    "leader": "leader",
    "participants": "",
}
"""Keys of a situation, and the list that the words there belong to. Participants are ids."""

_MAY_BE_NOTHING = frozenset({"suspects", "adaptations"})
_MOST = 20_000

Condition = Mapping[str, frozenset[str]]
"""For each key that is named, the codes of which one is enough."""
Combination = Mapping[str, str | None]
"""For each key that the procedure tells cases apart by, one code; `None` where the case says nothing."""


def condition(subject: Subject, situation: Situation | None) -> Condition:
    """A situation in codes; empty where every case fits."""
    found: dict[str, frozenset[str]] = {}
    for key, field in LISTS.items() if situation else ():
        value = getattr(situation, key)
        words = (value,) if isinstance(value, str) else value or ()
        if words:
            found[key] = frozenset(subject.code(field, word) if field else word for word in words)
    return found


def branch_conditions(subject: Subject, branch: Branch) -> tuple[Condition, ...]:
    """What must hold for a branch to be taken; all of it."""
    also = Situation(
        severity=(branch.severity,) if branch.severity else (),
        exposed=(branch.victim,) if branch.victim else (),
        participants=branch.applies_to,
    )
    return condition(subject, branch.when), condition(subject, also)


def fits(combination: Combination, wanted: Condition) -> bool:
    """Whether the cases that the combination stands for fit."""
    return all(combination.get(key) in codes for key, codes in wanted.items())


def combinations(subject: Subject, procedure: Procedure) -> Iterator[Combination]:
    """One combination for each kind of case that starts the procedure; none where there are too many to look at."""
    starts = condition(subject, procedure.starts)
    if procedure.applies_to:
        starts = {"participants": frozenset(procedure.applies_to), **starts}
    conditions = [starts]
    conditions += [condition(subject, one.when) for step in procedure.all_steps() for one in step.next]
    for branch in procedure.branches:
        conditions += branch_conditions(subject, branch)
    keys = [key for key in LISTS if any(key in one for one in conditions)]
    choices = [_kinds(key, _known(subject, key, conditions), conditions) for key in keys]
    if prod(map(len, choices)) > _MOST:
        return
    for values in product(*choices):
        combination = dict(zip(keys, values, strict=True))
        if fits(combination, starts):
            yield combination


def _kinds(key: str, codes: Iterable[str], conditions: list[Condition]) -> list[str | None]:
    """The first of each set of codes that all conditions treat alike."""
    first: dict[tuple[bool, ...], str | None] = {}
    for code in codes:
        first.setdefault(tuple(key not in one or code in one[key] for one in conditions), code)
    found = list(first.values())
    return [*found, None] if key in _MAY_BE_NOTHING else found


def _known(subject: Subject, key: str, conditions: list[Condition]) -> list[str]:
    """The codes that cases may have, those that the conditions name among them."""
    named = sorted({code for one in conditions for code in one.get(key, ())})
    return list(dict.fromkeys((*named, *_list(subject, key))))


def _list(subject: Subject, key: str) -> Iterable[str]:
    plan, guide = subject.plan, subject.guide
    if key == "exposed":
        # Not every target group can be exposed; those can that some case or procedure says so of.
        words = [case.exposed for case in plan.cases]
        words += [case.exposed for case in guide.cases] if guide else []
        words += [word for one in plan.procedures if one.starts for word in one.starts.exposed]
        return [subject.code("target-group", word) for word in words]
    if key == "participants":
        return [one.id for one in plan.participants if one.id]
    if key in ("severity", "hours", "leader"):
        return built_in()[LISTS[key]]
    return [term.id for term in getattr(guide, key)] if guide else ()
