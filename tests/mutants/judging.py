"""Whether anything notices that a plan was spoilt: a rule, a case, a walk of every combination, or the guide's questions."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from tests.mutants.making import Mutant

from plankit.findings import Problem
from plankit.loading import Loaded, finding_of, load, run_rules
from plankit.model.plan import Plan
from plankit.rules.base import Subject
from plankit.rules.catalogue import EVERYDAY
from plankit.source.reader import Read
from plankit.views.coverage import coverage
from plankit.views.reading import Reading
from plankit.walks.prepared import prepare
from plankit.walks.stress import stress

EXAMPLE = Path(__file__).parents[2] / "examples" / "fjordvik"
TODAY = date(2026, 11, 22)
CASES = "PK410"

NOTICED = ("rule", "case", "stress", "coverage")
"""What can notice a mutant, in the order in which they are asked."""


class Outcome(NamedTuple):
    """What walking every combination gives."""

    cases: int
    safe: int
    gaps: frozenset[tuple[str, str | None, int]]
    """Kind, place and number of cases of each."""


class Verdict(NamedTuple):
    """What noticed a mutant first; `survived` where nothing did."""

    by: str
    """One of `NOTICED`, or `survived`."""
    codes: tuple[str, ...] = ()
    """Of the rules that found something that they do not find in the whole plan."""


@dataclass(frozen=True)
class Judge:
    """The whole plan, and what is found in it."""

    loaded: Loaded
    found: Counter[tuple[object, ...]]
    stressed: Outcome
    answered: tuple[object, ...]

    @property
    def plan(self) -> Plan:
        """The whole plan."""
        assert self.loaded.plan is not None
        return self.loaded.plan

    def verdict(self, mutant: Mutant) -> Verdict:
        """What notices `mutant`, the quickest to ask first."""
        read = _read_of(self.loaded.read, mutant)
        problems = _problems(self.loaded, read)
        codes = {problem.code for problem in problems if _key(problem) not in self.found}
        if not codes and Counter(map(_key, problems)) != self.found:
            codes = {"fewer"}
        if codes:
            return Verdict("rule" if codes - {CASES} else "case", tuple(sorted(codes)))
        if mutant.is_walked and _stressed(self.loaded, read) != self.stressed:
            return Verdict("stress")
        return Verdict("survived" if _answered(self.loaded, read, problems) == self.answered else "coverage")


def judge_of(folder: Path) -> Judge:
    """Whoever judges the mutants of the plan in `folder`."""
    loaded = load(folder, language="en", today=TODAY, rules=())
    problems = _problems(loaded, loaded.read)
    return Judge(
        loaded,
        Counter(map(_key, problems)),
        _stressed(loaded, loaded.read),
        _answered(loaded, loaded.read, problems),
    )


def _read_of(read: Read, mutant: Mutant) -> Read:
    """What the reader would have given for the mutant: the changed entry stands where the whole one stood."""
    origins = dict(read.origins)
    if mutant.new is not None:
        origins[id(mutant.new)] = read.origin(mutant.old)
    return replace(read, plan=mutant.plan, origins=origins)


def _problems(loaded: Loaded, read: Read) -> list[Problem]:
    assert read.plan is not None
    return run_rules(Subject(plan=read.plan, guide=loaded.guide, today=TODAY), EVERYDAY, read).problems


def _key(problem: Problem) -> tuple[object, ...]:
    """What a problem is about, wherever in the file it stands."""
    told = ((key, one if isinstance(one, str) else type(one).__name__) for key, one in problem.values.items())
    return problem.code, problem.subject, tuple(sorted(told))


def _stressed(loaded: Loaded, read: Read) -> Outcome:
    assert read.plan is not None
    if not any(one.starts is not None for one in read.plan.procedures):
        return Outcome(0, 0, frozenset())
    found = stress(prepare(read.plan, loaded.guide))
    gaps = frozenset((one.kind, one.gap.place, one.count) for one in found.gaps)
    return Outcome(found.cases, found.safe, gaps)


def _answered(loaded: Loaded, read: Read, problems: list[Problem]) -> tuple[object, ...]:
    assert read.plan is not None
    findings = tuple(finding_of(one, read.places, "en", {}) for one in problems)
    reading = Reading(plan=read.plan, guide=loaded.guide, language="en", findings=findings)
    return tuple((one.requirement.id, one.state) for one in coverage(reading))
