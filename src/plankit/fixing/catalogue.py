"""Which rules can be mended, by what, and whether somebody is asked first. Declared once, here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from plankit.findings import Problem
from plankit.fixing.bench import Bench, Fix, Mend
from plankit.fixing.body_names import body_name
from plankit.fixing.edits import Unmark
from plankit.fixing.law import successor
from plankit.fixing.missing_ids import missing_id
from plankit.fixing.suggested import renamed_key, suggested_word


@dataclass(frozen=True, kw_only=True)
class Fixable:
    """How the findings of a rule are mended."""

    fix: Fix
    asks: bool
    """Whether somebody must say yes to each: the plan then says something else than it did."""


def _unmarked(problem: Problem, bench: Bench) -> Mend | None:
    is_read = problem.file in bench.loaded.read.texts
    return Mend(edits=(Unmark(file=problem.file),)) if is_read else None


FIXES: Mapping[str, Fixable] = {
    "PK005": Fixable(fix=_unmarked, asks=False),
    "PK014": Fixable(fix=renamed_key, asks=True),
    "PK015": Fixable(fix=missing_id, asks=False),
    "PK017": Fixable(fix=suggested_word, asks=True),
    "PK029": Fixable(fix=suggested_word, asks=True),
    "PK034": Fixable(fix=suggested_word, asks=True),
    "PK210": Fixable(fix=suggested_word, asks=True),
    "PK603": Fixable(fix=successor, asks=True),
    "PK604": Fixable(fix=body_name, asks=False),
}
"""The rules whose findings can be mended, by code."""
