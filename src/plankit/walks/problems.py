"""Gaps as problems of a plan: which entry would have to change, and where in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from plankit.model.base import Entity, Text
from plankit.model.case import Case, CaseFields
from plankit.model.procedure import Procedure, Step
from plankit.walks.cases import CaseError, all_cases, case_text, walk_case
from plankit.walks.prepared import Prepared
from plankit.walks.result import Gap, WalkCase
from plankit.walks.stress import stress
from plankit.walks.walking import walk_prepared
from plankit.walks.words import SaidCase, SaidGap

Path = tuple[str | int, ...]


class WalkProblem(NamedTuple):
    """A gap with the entry that would have to change."""

    at: Entity
    """The procedure; where none begins, the plan's own case, else the plan's frame."""
    path: Path
    kind: str
    gap: SaidGap
    case: SaidCase
    title: Text | None
    """Of the case; `None` for one that was made up for a stress."""
    text: str
    """The case as `plankit walk` accepts it."""


def walk_problems(ready: Prepared) -> Iterator[WalkProblem]:
    """For each case of the guide and the plan that meets gaps, the first of them.

    Cases whose time is not understood are left out; `unreadable_cases` names them.
    """
    for told in all_cases(ready):
        try:
            case = walk_case(ready, told)
        except CaseError:
            continue
        gaps = walk_prepared(ready, case).gaps
        if gaps:
            yield _problem(ready, case, gaps[0], told)


def unreadable_cases(ready: Prepared) -> Iterator[Case]:
    """Cases of the plan's own whose time is not understood."""
    for told in ready.plan.cases:
        try:
            walk_case(ready, told)
        except CaseError:
            yield told


def stress_problems(ready: Prepared) -> Iterator[WalkProblem]:
    """For each kind of gap and each place of it, the smallest case that shows it."""
    for one in stress(ready).gaps:
        yield _problem(ready, one.case, one.gap, None)


def _problem(ready: Prepared, case: WalkCase, gap: Gap, told: CaseFields | None) -> WalkProblem:
    at, path = _place(ready, gap, told)
    return WalkProblem(
        at=at,
        path=path,
        kind=gap.kind,
        gap=SaidGap(ready, gap),
        case=SaidCase(ready, case),
        title=told.title if told else None,
        text=case_text(case),
    )


def _place(ready: Prepared, gap: Gap, told: CaseFields | None) -> tuple[Entity, Path]:
    way = next((one for one in ready.ways if one.procedure.id == gap.procedure), None)
    if way is None:
        return (told, ()) if isinstance(told, Case) else (ready.plan.plan, ())
    return way.procedure, _step_path(way.procedure, gap.step)


def _step_path(procedure: Procedure, step: str | None) -> Path:
    lists: list[tuple[Path, tuple[Step, ...]]] = [(("steps",), procedure.steps)]
    lists += [(("branches", n, "steps"), branch.steps) for n, branch in enumerate(procedure.branches)]
    for path, steps in lists:
        for number, one in enumerate(steps):
            if one.id == step:
                return (*path, number)
    return ()
