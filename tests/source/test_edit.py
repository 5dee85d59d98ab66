"""One value in a YAML text is changed, and every other character stays."""

from __future__ import annotations

import datetime

import pytest

from plankit.source.edit import Addition, Append, CannotEdit, Change, apply
from plankit.source.yaml_writing import Value

TEXT = """\
# top
measures:
  - id: t1   # the id
    title: "Old"
    text: >-
      Folded words here
      and there.

    # about who
    who: nav
    when: {text: some time, end: 2027-06}
    on: 2026-01-01  # checked
    groups:
      - one
      - two
    phone: '0301'
    block: |
      kept
      lines
  - {id: t2, title: Two, when: 2027}
"""


def _changed(path: tuple[str | int, ...], value: Value, *, short: str = "", order: str = "") -> str:
    change = Change(file="a.yaml", path=path, value=value, short=short, order=tuple(order.split()))
    return apply(TEXT, change)


@pytest.mark.parametrize(
    ("path", "value", "old", "new"),
    [
        ((0, "title"), "New", 'title: "Old"', 'title: "New"'),
        ((0, "title"), "no", 'title: "Old"', 'title: "no"'),
        ((0, "title"), "a\nb", 'title: "Old"', "title: |-\n      a\n      b"),
        ((0, "title"), None, ' "Old"', ""),
        ((0, "text"), "Other words.", "Folded words here\n      and there.", "Other words."),
        ((0, "text"), "a\n\nb", "Folded words here\n      and there.", "a\n\n\n      b"),
        ((0, "who"), "skole", "who: nav", "who: skole"),
        ((0, "who"), "0301", "who: nav", 'who: "0301"'),
        ((0, "who"), "1.10", "who: nav", 'who: "1.10"'),
        ((0, "who"), "22:30", "who: nav", 'who: "22:30"'),
        ((0, "who"), " lead", "who: nav", 'who: " lead"'),
        ((0, "who"), "a # b", "who: nav", 'who: "a # b"'),
        ((0, "who"), "- 😀 æøå", "who: nav", 'who: "- 😀 æøå"'),
        ((0, "when"), "later", "{text: some time, end: 2027-06}", "later"),
        ((0, "on"), datetime.date(2027, 2, 3), "2026-01-01  #", "2027-02-03  #"),
        ((0, "on"), "2027-02-03", "2026-01-01  #", "2027-02-03  #"),
        ((0, "on"), "a\nb", "on: 2026-01-01  #", 'on: "a\\nb"  #'),
        ((0, "groups"), ["one", "no: two"], "- one\n      - two", '- one\n      - "no: two"'),
        ((0, "groups"), [], "groups:\n      - one\n      - two", "groups: []"),
        ((0, "groups", 1), "three", "- two", "- three"),
        ((0, "phone"), "02800", "'0301'", "'02800'"),
        ((0, "block"), "new\n", "kept\n      lines", "new"),
        ((0, "block"), True, "|\n      kept\n      lines", "true"),
        ((1, "when"), "2028", "when: 2027", "when: 2028"),
        ((1, "title"), "a, b", "title: Two", 'title: "a, b"'),
        ((1, "title"), None, "title: Two", "title: "),
    ],
)
def test_value_is_changed_in_the_manner_of_the_old_one(
    path: tuple[str | int, ...], value: Value, old: str, new: str
) -> None:
    """Quotes and blocks stay what they were where the new value allows it; nothing else moves."""
    assert TEXT.count(old) == 1
    assert _changed(("measures", *path), value) == TEXT.replace(old, new)


@pytest.mark.parametrize(
    ("path", "value", "old", "new"),
    [
        ((0, "who", 0, "agency"), "skole", "who: nav", "who: skole"),
        ((0, "who", 0, "role"), "Leder", "who: nav", "who: {agency: nav, role: Leder}"),
        ((0, "state"), "på: vei", 'title: "Old"', 'title: "Old"\n    state: "på: vei"'),
        ((1, "state"), "ja", "title: Two", "title: Two, state: ja"),
    ],
)
def test_key_that_is_new_goes_to_its_usual_place(
    path: tuple[str | int, ...], value: Value, old: str, new: str
) -> None:
    """A short form becomes a long one where it has to."""
    made = _changed(("measures", *path), value, short="agency", order="id title state text who")
    assert made == TEXT.replace(old, new)


@pytest.mark.parametrize(
    ("after", "new"),
    [
        (None, TEXT + '  - {id: t3, note: "a: b"}\n'),
        (0, TEXT.replace("  - {id: t2", '  - id: t3\n    note: "a: b"\n  - {id: t2')),
    ],
)
def test_entry_that_is_new_is_written_like_the_one_before_it(after: int | None, new: str) -> None:
    """In braces after braces, in lines after lines."""
    addition = Addition(file="a.yaml", kind="measures", value={"id": "t3", "note": "a: b"}, after=after)
    assert apply(TEXT, addition) == new


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("", "goals:\n  - id: g\n"),
        ("a: 1", "a: 1\n\ngoals:\n  - id: g\n"),
        ("goals:  # none yet\nb: 2\n", "goals:  # none yet\n  - id: g\nb: 2\n"),
        ("goals: []\n", "goals: [{id: g}]\n"),
        ("goals: [{id: f}]\n", "goals: [{id: f}, {id: g}]\n"),
    ],
)
def test_first_entry_of_its_kind_makes_the_list(text: str, new: str) -> None:
    """Wherever the list is, or where there is none."""
    assert apply(text, Addition(file="a.yaml", kind="goals", value={"id": "g"})) == new


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("a: &x 1\nb: *x\n", ("a",)),
        ("a: &x 1\nb: *x\n", ("b",)),
        ("a: !!str 1\n", ("a",)),
        ("a:\n  - 1  # one\n  - 2\n", ("a",)),
        ("a: 1\n", ("b", "c")),
        ("a: [1]\n", ("a", 3)),
        ("a: {\n", ("a",)),
    ],
)
def test_value_that_others_hang_on_is_refused(text: str, path: tuple[str | int, ...]) -> None:
    """Better no change than one that takes a comment, an anchor or a neighbour with it."""
    with pytest.raises(CannotEdit):
        apply(text, Change(file="a.yaml", path=path, value=["x"]))


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("a:\n- b: [{c: 1}]\n", "a:\n- b: [{c: 1}, {c: x}]\n"),
        ("a:\n- b:\n  - c: 1   # one\nd: 3\n", "a:\n- b:\n  - c: 1   # one\n  - c: x\nd: 3\n"),
        ("a:\n- b:\n  - {c: 1}\n", "a:\n- b:\n  - {c: 1}\n  - {c: x}\n"),
    ],
)
def test_value_is_added_at_the_end_of_a_list_inside_an_entry(text: str, new: str) -> None:
    """Written like the one before it; comments stay."""
    assert apply(text, Append(file="a.yaml", path=("a", 0, "b"), value={"c": "x"})) == new


@pytest.mark.parametrize(
    "text", ["a:\n- b: []\n", "a:\n- b: 1\n", "a:\n- d: 1\n", "a:\n- b: &x [{c: 1}]\n", ""]
)
def test_value_cannot_be_added_where_there_is_no_list_of_values(text: str) -> None:
    """An empty list, another value, no such key, an anchor, no file."""
    with pytest.raises(CannotEdit):
        apply(text, Append(file="a.yaml", path=("a", 0, "b"), value={"c": "2"}))
