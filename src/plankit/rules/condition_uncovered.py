"""What it checks
    A procedure says which cases start it, and some of them come to a point where no way is for them: none of the
    conditions under “next” of a step, or of the branches, fits. One such case is told.

Why it matters
    Guidelines in writing must lead each case to the right step (guide 2.2.3). The case that nobody thought of is the
    one in which staff stand without a next step.

Bad
    next:
    - {step: ring-politi, when: {severity: alvorlig og akutt}}
    - {step: meld, when: {severity: annen bekymring}}

Good
    next:
    - {step: ring-politi, when: {severity: alvorlig og akutt}}
    - {step: meld}
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.model.procedure import Procedure, Step
from plankit.rules.base import Hit, Rule, Subject
from plankit.rules.combinations import (
    LISTS,
    Combination,
    Condition,
    branch_conditions,
    combinations,
    condition,
    fits,
)
from plankit.rules.ways import Path, places

_BRANCHES: Path = ("branches",)


class _Ways:
    """The conditions of one procedure in codes, and which way a combination takes through it."""

    def __init__(self, subject: Subject, procedure: Procedure) -> None:
        self.procedure = procedure
        self.steps = {step.id: (path, step) for path, step in reversed(places(procedure))}
        self.at = {path: step.id for path, step in places(procedure)}
        self.branches = [(branch, branch_conditions(subject, branch)) for branch in procedure.branches]
        self.next: dict[str, list[Condition]] = {
            step.id: [condition(subject, one.when) for one in step.next] for _, step in self.steps.values()
        }
        self.actor = {
            step.id: subject.code("actor", step.actor) if step.actor else ""
            for _, step in self.steps.values()
        }

    def keys_at(self, place: Path) -> set[str]:
        """What cases are told apart by at a place."""
        if place == _BRANCHES:
            return {key for _, wanted in self.branches for one in wanted for key in one}
        return {key for one in self.next[self.at[place]] for key in one}

    def stuck(self, case: Combination) -> Iterator[Path]:
        """Each place where no way is for the case."""
        waiting: list[str] = []
        if self.procedure.steps:
            waiting.append(self.procedure.steps[0].id)
        elif self.branches:
            waiting += self._branch(case)
            if not waiting:
                yield _BRANCHES
        seen: set[str] = set()
        while waiting:
            name = waiting.pop()
            if name in seen or name not in self.steps:
                continue
            seen.add(name)
            path, step = self.steps[name]
            waiting += self._fallback(step, case)
            if step.next and not (onward := self._onward(step, case)):
                yield path
            elif step.next:
                waiting += onward
            elif not step.end:
                after = self._after(path)
                waiting += after
                if not after and path[:-1] == ("steps",) and self.branches:
                    into = self._branch(case)
                    waiting += into
                    if not into:
                        yield _BRANCHES

    def _branch(self, case: Combination) -> list[str]:
        """The first step of the branch that the case takes; the name of no step where that branch has none."""
        for branch, wanted in self.branches:
            if all(fits(case, one) for one in wanted):
                return [branch.steps[0].id if branch.steps else ""]
        return []

    def _fallback(self, step: Step, case: Combination) -> list[str]:
        if not step.fallback or self.actor[step.id] == "discoverer":
            return []
        is_leader_there = self.actor[step.id] == "leader" and case.get("leader") == "reachable"
        return [] if is_leader_there else [step.fallback]

    def _onward(self, step: Step, case: Combination) -> list[str]:
        for one, wanted in zip(step.next, self.next[step.id], strict=True):
            if fits(case, wanted):
                return [one.step or ""]
        return []

    def _after(self, path: Path) -> list[str]:
        name = self.at.get((*path[:-1], int(path[-1]) + 1))
        return [name] if name else []


def _words(subject: Subject, case: Combination, keys: set[str]) -> str:
    language = subject.plan.plan.language
    return ", ".join(
        f"{key}: {subject.vocabulary.label(LISTS[key], code, language) if code else '–'}"
        for key, code in case.items()
        if key in keys
    )


def find(subject: Subject) -> Iterator[Hit]:
    """Each place where some case has no way on, with the first such case."""
    for procedure in subject.plan.procedures:
        if procedure.starts is None:
            continue
        ways = _Ways(subject, procedure)
        told: set[Path] = set()
        for case in combinations(subject, procedure):
            for place in ways.stuck(case):
                if place in told:
                    continue
                told.add(place)
                step = ways.at.get(place, procedure.id)
                path = place if place == _BRANCHES else (*place, "next")
                words = _words(subject, case, ways.keys_at(place))
                yield Hit(at=procedure, path=path, values={"place": step, "case": words})


RULE = Rule(
    code="PK412",
    name="condition-uncovered",
    severity=Severity.WARNING,
    message=N_("At “{place}” no way is for this case: {case}."),
    hint=N_("Add the words to a condition, or a last way without one."),
    check=find,
)
