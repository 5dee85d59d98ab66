"""The JSON Schema that editors use: it accepts every plan there is and catches slips of the pen."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator, Draft202012Validator

from plankit.guides import pack_names, packs_folder
from plankit.model.plan import KINDS
from plankit.schema import plan_schema, schema_text
from plankit.starting import Municipality, Start, start_plan

ROOT = Path(__file__).parents[1]
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
EXAMPLES = sorted(path for path in (ROOT / "examples").rglob("*.yaml") if ".plankit" not in path.parts)


def as_editor_reads(value: Any) -> Any:
    """What YAML's own typing makes of a file, with dates as the texts that editors see."""
    if isinstance(value, dict):
        return {str(key): as_editor_reads(one) for key, one in value.items()}
    if isinstance(value, list):
        return [as_editor_reads(one) for one in value]
    return str(value) if isinstance(value, date) else value


def errors(text: str) -> list[str]:
    """What the schema says is wrong with a file."""
    found = Draft202012Validator(plan_schema()).iter_errors(as_editor_reads(yaml.load(text, _LOADER)))
    return [f"{list(error.absolute_path)}: {error.message[:200]}" for error in found]


def test_schema_is_valid_in_both_drafts() -> None:
    """It is a schema for editors that know draft 2020-12 and for those that know draft 7."""
    Draft202012Validator.check_schema(plan_schema())
    Draft7Validator.check_schema(plan_schema())


def test_schema_is_the_same_bytes_each_time() -> None:
    """Writing it twice gives no difference to commit."""
    assert schema_text() == schema_text()
    assert json.loads(schema_text()) == plan_schema()


def test_schema_knows_every_kind_and_says_what_it_is() -> None:
    """Each kind of entry is a list of entries with a description."""
    properties = plan_schema()["properties"]
    assert [kind for kind in KINDS if not properties.get(kind, {}).get("description")] == []


def test_schema_describes_keys_in_the_words_of_the_model() -> None:
    """A docstring under a field is the description of the key, in its own class and in those that inherit it."""
    measure = plan_schema()["$defs"]["Measure"]["properties"]
    assert measure["added_by"]["description"] == "The decision that added or changed it after adoption."
    assert measure["sources"]["description"].startswith("Ids of the `sources`")


def test_schema_lists_known_codes_of_open_words() -> None:
    """Words with a list of codes offer them as examples and still take any word."""
    status = plan_schema()["$defs"]["Measure"]["properties"]["status"]
    assert "ongoing" in status["examples"]
    assert errors("measures: [{id: a, title: b, status: på gang}]") == []


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_schema_accepts_examples(path: Path) -> None:
    """Every file of the examples is one that an editor finds nothing wrong with."""
    assert errors(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("pack", pack_names())
def test_schema_accepts_a_new_plan(tmp_path: Path, pack: str) -> None:
    """Every file of a plan that was just started fits the schema that stands beside it."""
    if not (packs_folder() / pack / "starter").is_dir():
        pytest.skip("the pack holds no starter plan")
    start_plan(
        tmp_path / "p", Start(municipality=Municipality(name="Fjordvik", number="0301"), template=pack)
    )
    for path in sorted((tmp_path / "p").rglob("*.yaml")):
        assert errors(path.read_text(encoding="utf-8")) == [], path.name


@pytest.mark.parametrize(
    "text",
    [
        "measures: [{id: a, title: {nb: b, nb-easy-read: c}, deadline: løpende, cost: 50000}]",
        "measures: [{id: a, title: b, deadline: {start: 2027, end: 2029}, cost: {text: 1 kr, covers: a}}]",
        "measures: [{id: 1, title: 2, responsible: nav, contributors: [nav, {text: alle}, {agency: x}]}]",
        "measures: [{id: a, title: b, responsible: {agency: nav}, legal_source: § 1, capacity: ti plasser}]",
        "measures: [{id: a, title: b, legal_source: [{text: x, law: y}, z], goals: g, target_groups: barn}]",
        "measures: [{id: a, title: b, empty: {deadline: unknown}, deadline: }]",
        "plan: {id: a, title: b, period: 2026-2029, case_refs: [2019/5699, {number: PS 16/19}]}",
        "sections: [{heading: A, children: [B, {heading: C, children: [D]}]}]",
        "agencies: [{id: a, name: b, commandable: true}, {id: b, name: c, commandable: 'false'}]",
        "measures:",
        "",
    ],
)
def test_schema_accepts_short_forms(text: str) -> None:
    """What the reader takes for short, the editor does not underline."""
    assert errors(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "measure: [{id: a, title: b}]",
        "measures: [{id: a, title: b, dealine: 2027}]",
        "measures: {id: a, title: b}",
        "measures: [{id: a}]",
        "measures: [{id: å, title: b}]",
        "measures: [{id: a, title: b, responsible: [{agensy: x}]}]",
        "measures: [{id: a, title: b, empty: {deadline: forgotten}}]",
        "measures: [{id: a, title: b, deadline: {kind: month}}]",
        "measures: [{id: a, title: {norsk: b}}]",
        "agencies: [{id: a, name: b, commandable: kanskje}]",
        "responsibilities: [{agency: a, role: X}]",
        "plan: [a]",
    ],
)
def test_schema_refuses_slips_of_the_pen(text: str) -> None:
    """Misspelt keys, wrong shapes and values outside closed lists are underlined."""
    assert errors(text) != []
