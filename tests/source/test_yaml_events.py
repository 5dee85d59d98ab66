"""Scalars stay text, and what the format has no use for is a finding at its place."""

from __future__ import annotations

import time
import tracemalloc
from typing import Any

import pytest
from tests.conftest import FORMAT_RULES, WritePlan

from plankit import load
from plankit.source.reader import read_plan
from plankit.source.yaml_events import read_yaml

FRAME = "plan:\n  id: p\n  title: T\n"

TRAPS = (
    "NO",
    "no",
    "0301",
    "02800",
    "22:30",
    "1.10",
    "Y",
    "~",
    "yes",
    "on",
    "null",
    "1e3",
    "0x1F",
    "0o17",
    "0b11",
    "1_000",
    "2026-01-01",
    "2026-01-01 10:00:00",
    ".inf",
    "=",
    "<<",
    "true",
)


def found(text: str) -> list[tuple[str, int | None, int | None]]:
    """Codes with line and column, in the order they were met."""
    return [(problem.code, problem.line, problem.column) for problem in read_yaml(text, "plan.yaml")[1]]


@pytest.mark.parametrize("scalar", TRAPS)
def test_scalar_in_yaml_that_other_readers_type_stays_text(write_plan: WritePlan, scalar: str) -> None:
    """Country `NO`, postcode `0301` and time `22:30` reach the plan as they are written."""
    folder = write_plan(
        {"plan.yaml": f"{FRAME}measures:\n  - id: m\n    title: {scalar}\n    number: {scalar}\n"}
    )
    read = read_plan(folder)
    assert read.problems == ()
    assert read.plan is not None
    assert (read.plan.measures[0].title, read.plan.measures[0].number) == (scalar, scalar)


@pytest.mark.parametrize("scalar", TRAPS)
def test_scalar_in_front_matter_that_other_readers_type_stays_text(
    write_plan: WritePlan, scalar: str
) -> None:
    """The head of a page is read like any other file of the plan, not as MyST would read it."""
    folder = write_plan({"plan.yaml": FRAME, "a.md": f"---\ntitle: {scalar}\nnumber: {scalar}\n---\nText\n"})
    read = read_plan(folder)
    assert read.problems == ()
    assert read.plan is not None
    assert (read.plan.pages[0].title, read.plan.pages[0].number) == (scalar, scalar)
    assert read.plan.pages[0].text == "Text\n"


@pytest.mark.parametrize("scalar", TRAPS)
def test_scalar_as_key_stays_text(scalar: str) -> None:
    """A key such as `no` is a Norwegian word, never a truth value."""
    assert read_yaml(f"a:\n  {scalar}: x\n", "plan.yaml")[0] == {"a": {scalar: "x"}}


@pytest.mark.parametrize("written", ["", " # later"])
def test_key_without_value_is_absent(write_plan: WritePlan, written: str) -> None:
    """A key with nothing after it says no more than no key at all."""
    read = read_plan(write_plan({"plan.yaml": f"{FRAME}  subtitle:{written}\n"}))
    assert read.problems == ()
    assert read.plan is not None
    assert read.plan.plan.subtitle is None
    assert "subtitle" not in read.plan.plan.model_fields_set


@pytest.mark.parametrize("written", ["''", '""'])
def test_quoted_empty_text_is_kept(write_plan: WritePlan, written: str) -> None:
    """Quotes with nothing between them are a text that is empty."""
    read = read_plan(write_plan({"plan.yaml": f"{FRAME}  subtitle: {written}\n"}))
    assert read.plan is not None
    assert read.plan.plan.subtitle == ""


def test_empty_item_of_a_list_is_left_out_and_later_places_hold(write_plan: WritePlan) -> None:
    """A lone `-` is no entry, and a finding in the next entry points at that entry."""
    text = f"{FRAME}measures:\n  -\n  - id: m\n    title: T\n    colour: red\n"
    loaded = load(write_plan({"plan.yaml": text}), rules=())
    assert loaded.plan is not None
    assert [measure.id for measure in loaded.plan.measures] == ["m"]
    assert [(f.code, f.place.line, f.place.column) for f in loaded.findings] == [("PK014", 8, 5)]


def test_anchor_and_alias_are_read_and_reported() -> None:
    """A small alias is followed, so that the plan can be read, and both ends are findings."""
    raw, problems, complete = read_yaml("a: &x NO\nb: *x\n", "plan.yaml")
    assert raw == {"a": "NO", "b": "NO"}
    assert complete
    assert [(p.code, p.line, p.column) for p in problems] == [("PK009", 1, 4), ("PK009", 2, 4)]


def test_anchor_defined_twice_keeps_findings_at_their_places(write_plan: WritePlan) -> None:
    """YAML allows an anchor to be defined anew; a finding in such a file must not crash."""
    text = "plan: {id: p, title: &a T}\nmeasures:\n  - {id: &a m, title: *a, colour: red}\n"
    loaded = load(write_plan({"plan.yaml": text}), rules=())
    assert loaded.plan is not None
    assert loaded.plan.measures[0].title == "m"
    assert ("PK014", 3, 27) in [(f.code, f.place.line, f.place.column) for f in loaded.findings]


@pytest.mark.parametrize(
    ("text", "place"),
    [("a: &x [*x]\n", (1, 8)), ("a: &x {b: *x}\n", (1, 11)), ("a: *nothing\n", (1, 4))],
    ids=["list", "mapping", "unknown"],
)
def test_alias_to_itself_or_nothing_stops_the_reading(text: str, place: tuple[int, int]) -> None:
    """What an alias to itself holds is endless: the file is given up with a finding."""
    raw, problems, complete = read_yaml(text, "plan.yaml")
    assert raw is None
    assert not complete
    assert problems[-1].code == "PK010"
    assert (problems[-1].line, problems[-1].column) == place


def bomb(width: int = 9, levels: int = 10) -> str:
    """YAML of a few hundred bytes that stands for `width ** levels` texts."""
    lines = ["a0: &a0 [" + ",".join(["x"] * width) + "]"]
    lines += [f"a{n}: &a{n} [" + ",".join([f"*a{n - 1}"] * width) + "]" for n in range(1, levels)]
    return "\n".join(lines) + "\n"


def test_alias_bomb_is_refused_within_bounded_time_and_memory(write_plan: WritePlan) -> None:
    """A billion laughs cost no more than a plain file of the same size, give or take."""
    folder = write_plan({"plan.yaml": FRAME, "bomb.yaml": bomb(), "page.md": f"---\n{bomb()}---\nText\n"})
    tracemalloc.start()
    before = time.perf_counter()
    loaded = load(folder, rules=FORMAT_RULES)
    seconds = time.perf_counter() - before
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert {f.place.file for f in loaded.findings if f.code == "PK010"} == {"bomb.yaml", "page.md"}
    assert loaded.plan is not None
    assert seconds < 2
    assert peak < 20_000_000


@pytest.mark.parametrize("tag", ["!x", "!!int", "!!python/object:os.system", "!!binary"])
def test_tag_is_reported_and_the_value_stays_text(tag: str) -> None:
    """No tag makes an object of a text."""
    raw, problems, _ = read_yaml(f"a: {tag} 0301\n", "plan.yaml")
    assert raw == {"a": "0301"}
    assert [(p.code, p.line, p.column) for p in problems] == [("PK011", 1, 4)]


def test_duplicate_key_is_reported_with_both_lines(write_plan: WritePlan) -> None:
    """The finding stands at the second key and names the line of the first; the first value is kept."""
    text = f"{FRAME}measures:\n  - id: m\n    title: First\n    number: 1\n    title: Second\n"
    loaded = load(write_plan({"plan.yaml": text}), rules=())
    (finding,) = loaded.findings
    assert (finding.code, finding.place.line, finding.place.column) == ("PK008", 8, 5)
    assert "title" in finding.message
    assert "line 6" in finding.message
    assert loaded.plan is not None
    assert loaded.plan.measures[0].title == "First"


def test_duplicate_key_in_front_matter_counts_lines_of_the_page(write_plan: WritePlan) -> None:
    """Both lines are those of the page, not of its head, and the rest of the head is kept."""
    page = "---\nnumber: '1'\ntitle: A\ntitle: B\n---\nText\n"
    loaded = load(write_plan({"plan.yaml": FRAME, "a.md": page}), rules=())
    (finding,) = loaded.findings
    assert (finding.code, finding.place.line) == ("PK008", 4)
    assert "line 3" in finding.message
    assert loaded.plan is not None
    assert (loaded.plan.pages[0].title, loaded.plan.pages[0].number) == ("A", "1")


def test_kind_written_twice_gives_no_unknown_ids_in_its_wake(write_plan: WritePlan) -> None:
    """Entries under the second `goals:` are not read, so nothing is said of references to them."""
    text = (
        f"{FRAME}goals:\n  - {{id: g1, text: A}}\nmeasures:\n  - {{id: m, title: T, goals: [g1, g2]}}\n"
        "goals:\n  - {id: g2, text: B}\n"
    )
    assert {f.code for f in load(write_plan({"plan.yaml": text}), rules=FORMAT_RULES).findings} == {"PK008"}


@pytest.mark.parametrize(
    ("text", "place"),
    [("a:\n\t- b\n", (2, 1)), ("a:\n  - b\n\t- c\n", (3, 1)), ("a:\n  b: 1\n \tc: 2\n", (3, 2))],
    ids=["first", "later", "after-space"],
)
def test_tab_that_indents_is_reported_as_a_tab(text: str, place: tuple[int, int]) -> None:
    """Whoever wrote a tab cannot see it; the finding says so."""
    assert found(text)[-1] == ("PK007", *place)


def test_tab_in_front_matter_is_reported_as_a_tab() -> None:
    """The head of a page starts on line 2, which must not hide what stands on the line."""
    _, problems, _ = read_yaml("a:\n\t- b", "a.md", first_line=2)
    assert [(p.code, p.line, p.column) for p in problems] == [("PK007", 3, 1)]


def test_second_document_is_reported_and_not_read(write_plan: WritePlan) -> None:
    """Only the first document counts; findings in it keep their places and nothing dangles."""
    text = f"{FRAME}colour: red\nmeasures:\n  - {{id: m, title: T, goals: g}}\n---\ngoals:\n  - {{id: g, text: T}}\n"
    loaded = load(write_plan({"plan.yaml": text}), rules=FORMAT_RULES)
    assert [(f.code, f.place.line) for f in loaded.findings] == [("PK014", 4), ("PK013", 7)]
    assert loaded.plan is not None
    assert loaded.plan.goals == ()


def test_first_line_of_three_hyphens_is_no_second_document() -> None:
    """Many editors and linters want `---` on top of a YAML file."""
    assert read_yaml("---\na: b\n", "plan.yaml") == ({"a": "b"}, [], True)


@pytest.mark.parametrize(
    "character", ["\x00", "\x01", "\x08", "\x0c", "\x1b", "\x7f", "\x80", "\ufffe", "\uffff"]
)
def test_control_character_is_reported_where_it_stands(character: str) -> None:
    """Counted in characters, also behind Norwegian letters."""
    assert found(f"a: 1\nb: æøå {character}x\n") == [("PK023", 2, 8)]


@pytest.mark.parametrize(
    "text", ["[" * 50, "{a: " * 50, "- " * 50, "[" * 100_000, "? " * 5_000], ids=range(5)
)
def test_deep_nesting_is_refused_before_it_is_followed(text: str) -> None:
    """No file is so deep that reading it would exhaust the stack."""
    assert found(text)[-1][0] == "PK022"


def test_nesting_within_the_limit_is_read() -> None:
    """The limit of 40 is above what any plan needs, and it is the nesting that counts, not the length."""
    raw: Any = read_yaml("[" * 40 + "]" * 40, "plan.yaml")[0]
    depth = 0
    while isinstance(raw, list):
        raw, depth = (raw[0] if raw else None), depth + 1
    assert depth == 40


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: 'b\n", (2, 1)),
        ("a: b: c\n", (1, 5)),
        ("a: [b\nc: d\n", (2, 2)),
        ("a: @b\n", (1, 4)),
        ("a:\n b: 1\n  c: 2\n", (3, 4)),
    ],
    ids=["quote", "colon", "bracket", "at", "indent"],
)
def test_broken_yaml_is_reported_once_at_its_place(text: str, place: tuple[int, int]) -> None:
    """The file is given up where it breaks, with one finding."""
    assert found(text) == [("PK006", *place)]


@pytest.mark.parametrize("separator", ["\x85", "\u2028", "\u2029"])
def test_line_separator_of_unicode_does_not_count_as_a_line(separator: str) -> None:
    """YAML takes these for line ends, editors do not; the finding counts as editors do."""
    assert found(f'a: "x{separator}y"\nb: &b c\n') == [("PK009", 2, 4)]


def test_escaped_surrogate_is_refused() -> None:
    """Half a character can be written nowhere, so no text of a plan may hold one."""
    assert found('a: "\\ud800"\n')[0][0] == "PK006"


@pytest.mark.parametrize("text", ["", "\n", "# only a remark\n", "---\n", "   \n"])
def test_file_with_nothing_in_it_is_no_problem_of_yaml(text: str) -> None:
    """An empty file is well-formed and holds nothing."""
    assert read_yaml(text, "plan.yaml") == (None, [], True)


def test_key_that_is_a_list_is_reported_and_left_out() -> None:
    """A key must be a text; what stands beside it is kept."""
    raw, problems, complete = read_yaml("? [a, b]\n: c\nd: e\n", "plan.yaml")
    assert raw == {"d": "e"}
    assert not complete
    assert [(p.code, p.line, p.column) for p in problems] == [("PK016", 1, 3)]
