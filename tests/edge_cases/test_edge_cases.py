"""The 71 odd things met in real plans: each can be written, is read as meant, and survives being written again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
from tests.real_plans.address import dumped, find, shown, why_empty, write
from tests.real_plans.mapping import read_untyped

from plankit import Plan, Severity, dump, load
from plankit.model.when import When
from plankit.source.front_matter import split_front_matter
from plankit.source.yaml_events import read_yaml

HERE = Path(__file__).parent
LONG_AFTER = date(2100, 1, 1)
"""A day after everything that has an end; what has none is not late even then."""


def _cases() -> list[dict[str, Any]]:
    files = sorted((HERE / "cases").glob("*.yaml"))
    return [case for path in files for case in read_untyped(path)["cases"]]


CASES = _cases()
EVERY_CASE = pytest.mark.parametrize("number", [case["number"] for case in CASES])


@lru_cache(maxsize=None)
def case_of(number: str) -> dict[str, Any]:
    return next(case for case in CASES if case["number"] == number)


def loaded_plan(number: str, folder: Path) -> Plan:
    plan = load(write(case_of(number)["files"], folder / "case")).plan
    assert plan is not None
    return plan


def texts(files: Mapping[str, str]) -> Iterator[str]:
    """Every key and value of the YAML in `files`, and the text of every page."""
    for name, content in files.items():
        head, body, _ = (content, "", 1) if name.endswith(".yaml") else split_front_matter(content)
        raw, problems, complete = read_yaml(head or "", name)
        assert complete
        assert problems == []
        yield from _texts(raw)
        yield body


def _texts(raw: Any) -> Iterator[str]:
    if isinstance(raw, str):
        yield raw
    elif isinstance(raw, dict):
        for key, value in raw.items():
            yield key
            yield from _texts(value)
    elif isinstance(raw, list):
        for value in raw:
            yield from _texts(value)


def _late(plan: Plan, address: str) -> str:
    when = find(plan, address)
    assert isinstance(when, When)
    over = when.is_over(LONG_AFTER)
    return "never" if over is None else "yes" if over else "no"


CHECKS = {
    "value": lambda plan, address: shown(find(plan, address)),
    "count": lambda plan, address: str(len(find(plan, address))),
    "empty": lambda plan, address: why_empty(plan, address),
    "late": _late,
}
"""What a case may expect at an address: these words, so many entries, this kind of empty, or lateness."""


def test_edge_cases_are_numbered_from_1_to_71() -> None:
    """There are exactly 71 cases, in order, and each says what it is and where it was met."""
    assert [case["number"] for case in CASES] == [str(number) for number in range(1, 72)]
    assert all(case.keys() == {"number", "case", "plan", "files", "words", "expect"} for case in CASES)
    assert all(case["case"] and case["plan"] and case["words"] and case["expect"] for case in CASES)


@EVERY_CASE
def test_edge_case_loads_without_errors(number: str, tmp_path: Path) -> None:
    """The case can be written in the format: no finding is an error."""
    loaded = load(write(case_of(number)["files"], tmp_path), language="en")
    assert [str(one) for one in loaded.findings if one.severity == Severity.ERROR] == []


@EVERY_CASE
def test_edge_case_means_what_the_plan_means(number: str, tmp_path: Path) -> None:
    """The loaded plan holds what the case is about, at the place where readers of the model look for it."""
    plan = loaded_plan(number, tmp_path)
    for expected in case_of(number)["expect"]:
        (kind,) = expected.keys() - {"at"}
        assert CHECKS[kind](plan, expected["at"]) == expected[kind], expected


@EVERY_CASE
def test_edge_case_keeps_its_words_when_dumped(number: str, tmp_path: Path) -> None:
    """The plan's own words stand in the files that are written from the loaded plan."""
    written = list(texts(dump(loaded_plan(number, tmp_path))))
    assert [word for word in case_of(number)["words"] if not any(word in text for text in written)] == []


@EVERY_CASE
def test_edge_case_is_equal_after_dump_and_load(number: str, tmp_path: Path) -> None:
    """Writing the plan and reading it again gives an equal plan."""
    plan = loaded_plan(number, tmp_path)
    assert load(dumped(plan, tmp_path / "again")).plan == plan
