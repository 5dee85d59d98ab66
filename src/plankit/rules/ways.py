"""The ways through a procedure: which step leads to which, and where each stands in the file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from plankit.model.procedure import Procedure, Step

Path = tuple[str | int, ...]


def lists(procedure: Procedure) -> list[tuple[Path, tuple[Step, ...]]]:
    """The lists of steps with their paths: those outside any branch, then those of each branch."""
    found: list[tuple[Path, tuple[Step, ...]]] = [(("steps",), procedure.steps)]
    found += [(("branches", number, "steps"), one.steps) for number, one in enumerate(procedure.branches)]
    return found


def places(procedure: Procedure) -> list[tuple[Path, Step]]:
    """Every step with its path, in the order of the file."""
    return [((*path, number), step) for path, steps in lists(procedure) for number, step in enumerate(steps)]


def entries(procedure: Procedure) -> list[str]:
    """The steps that the procedure begins with: its first, or the first of each branch."""
    if procedure.steps:
        return [procedure.steps[0].id]
    return [branch.steps[0].id for branch in procedure.branches if branch.steps]


def following(procedure: Procedure) -> dict[str, set[str]]:
    """For each step, those that follow once it is taken. What only a fallback leads to is not among them."""
    leads: dict[str, set[str]] = {}
    for path, steps in lists(procedure):
        for number, step in enumerate(steps):
            to = leads.setdefault(step.id, set())
            to.update(one.step for one in step.next if one.step)
            if step.next or step.end:
                continue
            if number + 1 < len(steps):
                to.add(steps[number + 1].id)
            elif path == ("steps",):
                to.update(branch.steps[0].id for branch in procedure.branches if branch.steps)
    return leads


def reach(starts: Iterable[str], leads: Mapping[str, Iterable[str]]) -> set[str]:
    """Every step that the ways from `starts` come to, these among them."""
    reached: set[str] = set()
    waiting = list(starts)
    while waiting:
        one = waiting.pop()
        if one not in reached:
            reached.add(one)
            waiting += leads.get(one, ())
    return reached
