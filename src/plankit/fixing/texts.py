"""Words inside a text of the plan, changed where they stand: in a value of a YAML file or in the prose of a page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from plankit.findings import Problem
from plankit.fixing.bench import Bench
from plankit.fixing.edits import Edit, Prose
from plankit.model.plan import Page
from plankit.source.edit import Change
from plankit.views.passages import Passage

RECORDS = frozenset({"decisions", "hearings", "judgements", "process", "progress", "succession", "versions"})
"""Kinds of entry that tell what somebody did or said: they are not rewritten because the world went on."""


class Swap(NamedTuple):
    """Other words for those that stand at a place of a text."""

    start: int
    old: str
    new: str


def is_record(problem: Problem) -> bool:
    """Whether the problem lies in what somebody did or said once."""
    return bool(problem.path) and problem.path[0] in RECORDS


def page_of(problem: Problem, bench: Bench) -> Page | None:
    """The page of prose that the problem lies in; `None` where it lies in a value."""
    plan = bench.loaded.plan
    if plan is None or problem.line is None:
        return None
    return next((page for page in plan.pages if page.path == problem.file), None)


def passage_of(problem: Problem, bench: Bench) -> Passage | None:
    """The text that the problem lies in: a value as the file has it, or a whole page; `None` in a record."""
    if is_record(problem):
        return None
    page = page_of(problem, bench)
    if page is not None:
        return Passage(page, (), page.text, True)
    value = bench.value(problem.file, problem.path)
    plan = bench.loaded.plan
    return Passage(plan.plan, problem.path, value) if isinstance(value, str) and plan else None


def swapped(text: str, swaps: Iterable[Swap]) -> str:
    """The text with the words swapped; those that stand at other places stay."""
    for one in sorted(swaps, reverse=True):
        text = text[: one.start] + one.new + text[one.start + len(one.old) :]
    return text


def edits_of(problem: Problem, passage: Passage, swaps: Iterable[Swap]) -> tuple[Edit, ...]:
    """The edits that swap the words where the text stands in the files."""
    if passage.is_page:
        return tuple(Prose(file=problem.file, offset=one.start, old=one.old, new=one.new) for one in swaps)
    return (Change(file=problem.file, path=problem.path, value=swapped(passage.text, swaps)),)
