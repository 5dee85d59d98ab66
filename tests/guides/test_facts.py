"""A sample of facts in the guides, each looked up by hand in the source that stands beside it."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest

from plankit.guides import load_guide
from plankit.model.when import When

TABLE = Path(__file__).parent / "facts.tsv"


def _facts() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def _written(value: Any) -> str:
    """A value as the table writes it."""
    if isinstance(value, When):
        return value.text
    if isinstance(value, tuple):
        return ", ".join(value)
    return str(value).lower() if isinstance(value, bool) else str(value)


@pytest.mark.parametrize("fact", _facts(), ids=lambda fact: f"{fact['entry']}-{fact['key']}")
def test_fact_is_as_its_source_says(fact: dict[str, str]) -> None:
    """The guide says what was read at the address, names that address, and says when it was checked."""
    guide, _ = load_guide(fact["pack"])
    assert guide is not None
    entry: Any = guide.by_id[fact["entry"]]
    assert _written(getattr(entry, fact["key"])) == fact["value"]
    assert entry.address == fact["rests on"]
    assert entry.checked_on is not None


def test_sample_is_of_forty_facts_at_least_from_both_packs() -> None:
    """Law sections, numbers and steps of both guides are in it."""
    facts = _facts()
    assert len(facts) >= 40
    assert {fact["pack"] for fact in facts} == {"no-vold", "se-vald"}
    assert {fact["key"] for fact in facts} >= {"section", "number", "title", "citation", "valid_to"}
