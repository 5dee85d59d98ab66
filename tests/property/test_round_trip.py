"""Writing a plan and reading it again changes nothing, and no word is ever lost."""

from __future__ import annotations

import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import WritePlan
from tests.property.strategies import plans, texts, values

from plankit import load
from plankit.loading import Loaded
from plankit.model.plan import KINDS, Plan
from plankit.source.dump import dump, to_yaml
from plankit.source.front_matter import split_front_matter
from plankit.source.reader import ENTRY
from plankit.source.yaml_events import read_yaml

ROOT = Path(__file__).parents[2]
WRITTEN_PLANS = sorted(
    path.parent
    for where in ("examples", "plan_templates", "tests/real_plans", "tests/edge_cases")
    for path in (ROOT / where).rglob("plan.yaml")
)


def load_files(files: dict[str, str]) -> Loaded:
    """What loading a folder with these files gives."""
    with tempfile.TemporaryDirectory() as name:
        for file, text in files.items():
            path = Path(name, file)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode("utf-8"))
        return load(name, rules=())


def scalars(raw: Any) -> Counter[str]:
    """Every text that is a value in `raw`, and how often."""
    if isinstance(raw, dict):
        return sum((scalars(value) for value in raw.values()), Counter())
    if isinstance(raw, list):
        return sum((scalars(value) for value in raw), Counter())
    return Counter() if raw is None else Counter([raw])


def words_of(files: dict[str, str]) -> Counter[str]:
    """Every value and every page's text in the files."""
    found: Counter[str] = Counter()
    for name, text in files.items():
        head: str | None = text
        if name.endswith(".md"):
            head, body, _ = split_front_matter(text)
            found[body] += 1
        found += scalars(read_yaml(head or "", name)[0])
    return found


@given(plans())
def test_plan_that_is_written_and_read_again_is_equal(plan: Plan) -> None:
    """`load(dump(plan)).plan == plan`, and reading finds nothing wrong."""
    loaded = load_files(dump(plan))
    assert loaded.read.problems == ()
    assert loaded.plan == plan


@given(plans())
def test_files_that_are_read_and_written_again_are_equal(plan: Plan) -> None:
    """`dump(load(dump(plan)))` is `dump(plan)` to the byte."""
    files = dump(plan)
    again = load_files(files).plan
    assert again is not None
    assert dump(again) == files


@pytest.mark.parametrize("kind", KINDS)
@given(data=st.data())
def test_entry_of_every_kind_is_equal_when_read_again(kind: str, data: st.DataObject) -> None:
    """No kind is left to chance: each is written and read on its own."""
    entry = data.draw(values(ENTRY[kind]))
    plan = Plan.model_validate({"plan": {"id": "p", "title": "T"}, kind: (entry,)})
    assert load_files(dump(plan)).plan == plan


@given(texts, texts)
def test_text_is_equal_when_read_again_by_any_reader(key: str, text: str) -> None:
    """Also by readers that give scalars a type: `no` and `0301` are written so that they stay texts."""
    written = to_yaml({"a": {key: [text]}})
    assert read_yaml(written, "f") == ({"a": {key: [text]}}, [], True)
    assert yaml.safe_load(written) == {"a": {key: [text]}}


@given(plans(), st.sampled_from(["'", '"', "|", ">", None]), st.booleans(), st.integers(20, 200))
def test_layout_of_a_file_does_not_matter(plan: Plan, style: str | None, flow: bool, width: int) -> None:
    """Quotes, brackets and line lengths are layout: the plan is the same."""
    files = dump(plan)
    raw = read_yaml(files["plan.yaml"], "plan.yaml")[0]
    other = yaml.dump(
        raw, Dumper=_NoAnchors, default_style=style, default_flow_style=flow, width=width, sort_keys=False
    )
    if read_yaml(other, "plan.yaml")[0] != raw:
        return  # the writer itself changed the words, as `yaml` does with some separators outside double quotes
    assert load_files({**files, "plan.yaml": other}).plan == plan


class _NoAnchors(yaml.SafeDumper):
    def ignore_aliases(self, data: Any) -> bool:
        return True


def test_every_word_of_a_file_in_long_form_is_kept(write_plan: WritePlan) -> None:
    """Only layout changes when a file is written again: no value is lost, also where a short form exists."""
    text = """\
# A remark may go
format: "1"
plan: {id: p, title: {nb: Tittel, nn: Tittelen}, period: {start: 2026, end: 2029}, case_refs: [PS 16/19]}
notes: '  to  '
empty: {goals: not-applicable}
measures:
  - id: m
    title: >
      Folded
      words
    goals: g1
    responsible: {agency: a}
    contributors: [b, {text: alle, empty: {agency: unknown}}]
    deadline: {text: innen 2027, kind: year}
    cost: {text: 1 mill. kr, covers: m}
    legal_source: {text: 'pbl. § 3-1'}
    capacity: 20 plasser
    topics: no
sections:
  - heading: A
    children: [B, {heading: C, children: [D]}]
"""
    page = "---\ntitle: 0301\nanswers: [r]\n---\nText \n\n---\n"
    files = {"plan.yaml": text, "a.md": page}
    loaded = load(write_plan(files), rules=())
    assert loaded.read.problems == ()
    assert loaded.plan is not None
    assert words_of(files) - words_of(dump(loaded.plan)) == Counter()


@pytest.mark.parametrize("folder", WRITTEN_PLANS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_word_of_a_written_plan_is_kept(folder: Path) -> None:
    """What a real plan says survives being read and written; what could not be read is a finding."""
    loaded = load(folder, rules=())
    if loaded.plan is None or loaded.read.problems:
        assert loaded.findings
        return
    again = dump(loaded.plan)
    assert words_of(loaded.read.texts) - words_of(again) == Counter()
    assert load_files(again).plan is not None
    assert dump(load_files(again).plan or loaded.plan) == again
