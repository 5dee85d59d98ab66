"""Words that are misspelt and have one near known word: keys, ids, coded words, names of pages."""

from __future__ import annotations

from difflib import SequenceMatcher

from plankit.findings import Problem
from plankit.fixing.bench import Bench, Mend
from plankit.source.edit import Change
from plankit.source.renaming import Rename

NEAR = 0.75
"""How alike two words must be for one to be a slip for the other, from 0 to 1."""


def is_slip(word: str, meant: str) -> bool:
    """Whether `word` is most likely `meant` with a slip in it."""
    return SequenceMatcher(None, word.casefold(), meant.casefold()).ratio() >= NEAR


def renamed_key(problem: Problem, bench: Bench) -> Mend | None:
    """The key that was meant, in place of the one that is not known."""
    old, new = problem.path[-1] if problem.path else None, problem.suggestion
    if not isinstance(old, str) or not new or not problem.at_key or not is_slip(old, new):
        return None
    holder = bench.value(problem.file, problem.path[:-1])
    if not isinstance(holder, dict) or new in holder:
        return None
    return Mend(edits=(Rename(file=problem.file, path=problem.path, name=new),), old=old, new=new)


def suggested_word(problem: Problem, bench: Bench) -> Mend | None:
    """The word that was meant, in place of the one that is written."""
    *before, last = problem.path or ("",)
    old, new = bench.value(problem.file, problem.path), problem.suggestion
    if old is None and isinstance(last, str):
        # A text alone may stand for a map: `responsible: school` for `responsible: {agency: school}`.
        old = bench.value(problem.file, tuple(before))
    if not isinstance(old, str) or not new or old == new or not is_slip(old, new):
        return None
    short = last if isinstance(last, str) else ""
    change = Change(file=problem.file, path=problem.path, value=new, short=short)
    return Mend(edits=(change,), old=old, new=new)
