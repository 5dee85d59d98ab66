"""Ids for entries that must have one, made of their titles."""

from __future__ import annotations

from plankit.findings import Problem
from plankit.fixing.bench import Bench, Mend
from plankit.language import reading_order
from plankit.model.names_of_ids import id_of_words
from plankit.source.edit import Change

_TITLES = ("title", "name", "term", "heading", "topic", "what", "text", "label")
"""Keys that an entry may be called by, the likeliest first."""


def missing_id(problem: Problem, bench: Bench) -> Mend | None:
    """An id for an entry that has none: its title in ASCII, with a number behind it where that is taken."""
    entry = bench.value(problem.file, problem.path)
    if problem.values.get("key") != "id" or not isinstance(entry, dict) or "id" in entry:
        return None
    name = id_of_words(_title(entry, bench))
    if not name:
        return None
    made, number = name, 1
    while made in bench.ids:
        number += 1
        made = f"{name}-{number}"
    edit = Change(file=problem.file, path=(*problem.path, "id"), value=made, order=("id",))
    return Mend(edits=(edit,), new=made)


def _title(entry: dict[str, object], bench: Bench) -> str:
    plan = bench.loaded.plan
    language = plan.plan.language if plan else "en"
    for key in _TITLES:
        value = entry.get(key)
        if isinstance(value, dict):
            value = next((value[tag] for tag in (language, *reading_order(language)) if tag in value), None)
        if isinstance(value, str) and value.strip():
            return value
    return ""
