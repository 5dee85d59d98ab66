"""Findings point at the character that they are about."""

from __future__ import annotations

import pytest

from plankit.findings import Place
from plankit.source.lines import Lines
from plankit.source.places import Places

TEXT = """\
# A plan
plan:
  id: p
  tittel: Tryggleik
goals:
- id: g1
  text: "På æøå"
-   id: g2
    parents: [g1, 'ø', {id: å, name: z}]
    text: |
      block
måling: {ære: å, øre: {under: 1}, tom: }
tom:
liste:
  -
  - to
"""


def places(text: str = TEXT, first_line: int = 1) -> Places:
    """The places in `text`, as the only file."""
    made = Places()
    made.add("f", text, first_line)
    return made


@pytest.mark.parametrize(
    ("path", "value", "key"),
    [
        ((), (2, 1), (2, 1)),
        (("plan",), (3, 3), (2, 1)),
        (("plan", "id"), (3, 7), (3, 3)),
        (("plan", "tittel"), (4, 11), (4, 3)),
        (("goals",), (6, 1), (5, 1)),
        (("goals", 0), (6, 3), (6, 3)),
        (("goals", 0, "text"), (7, 9), (7, 3)),
        (("goals", 1), (8, 5), (8, 5)),
        (("goals", 1, "parents"), (9, 14), (9, 5)),
        (("goals", 1, "parents", 0), (9, 15), (9, 15)),
        (("goals", 1, "parents", 1), (9, 19), (9, 19)),
        (("goals", 1, "parents", 2, "id"), (9, 29), (9, 25)),
        (("goals", 1, "parents", 2, "name"), (9, 38), (9, 32)),
        (("goals", 1, "text"), (10, 11), (10, 5)),
        (("måling", "ære"), (12, 15), (12, 10)),
        (("måling", "øre", "under"), (12, 31), (12, 24)),
    ],
)
def test_place_of_a_path_is_that_of_its_value_or_key(
    path: tuple[str | int, ...], value: tuple[int, int], key: tuple[int, int]
) -> None:
    """Lines and columns start at 1, and a column counts characters: `å` is one."""
    assert places().find("f", path) == Place("f", *value)
    assert places().find("f", path, at_key=True) == Place("f", *key)


@pytest.mark.parametrize(("path", "place"), [(("tom",), (13, 1)), (("måling", "tom"), (12, 35))])
def test_place_of_a_key_without_value_is_its_key(path: tuple[str | int, ...], place: tuple[int, int]) -> None:
    """There is nothing else to point at."""
    assert places().find("f", path) == Place("f", *place)


def test_place_in_a_list_skips_what_is_empty() -> None:
    """The reader leaves a lone `-` out, so the first item is the second hyphen's."""
    assert places().find("f", ("liste", 0)) == Place("f", 16, 5)


@pytest.mark.parametrize(
    ("path", "place"),
    [
        (("nothing",), (2, 1)),
        (("plan", "nothing"), (3, 3)),
        (("plan", "id", "deeper", 3), (3, 7)),
        (("goals", 7), (6, 1)),
        (("goals", "text"), (6, 1)),
        (("plan", 0), (3, 3)),
    ],
)
def test_path_that_ends_early_gives_the_nearest_place(
    path: tuple[str | int, ...], place: tuple[int, int]
) -> None:
    """What is missing has no place; the entry that lacks it has one."""
    assert places().find("f", path) == Place("f", *place)


def test_first_line_shifts_every_line() -> None:
    """The head of a page starts on its second line."""
    assert places("a: 1\nb: 2\n", first_line=2).find("f", ("b",)) == Place("f", 3, 4)


def test_file_that_is_not_known_has_a_first_line() -> None:
    """A finding about a file that was never read points at its top."""
    assert Places().find("g", ("a", 0)) == Place("g", 1, 1)


def test_key_written_twice_means_the_first() -> None:
    """The reader keeps the first, so that is where its findings belong."""
    assert places("a: 1\na: 2\n").find("f", ("a",)) == Place("f", 1, 4)


def test_value_behind_an_alias_is_where_it_is_written() -> None:
    """The words to mend stand at the anchor."""
    assert places("a: &x {b: c}\nd: *x\n").find("f", ("d", "b")) == Place("f", 1, 11)


def test_separators_that_only_yaml_takes_for_line_ends_do_not_count() -> None:
    """Editors show U+0085, U+2028 and U+2029 inside the line."""
    assert places('a: "x\u2028y\x85z\u2029"\nb: c\n').find("f", ("b",)) == Place("f", 2, 4)


@pytest.mark.parametrize(
    ("offset", "place"), [(0, (1, 1)), (2, (1, 3)), (3, (2, 1)), (4, (3, 1)), (6, (3, 3)), (7, (3, 4))]
)
def test_line_and_column_of_an_offset(offset: int, place: tuple[int, int]) -> None:
    """The end of a line belongs to it; the end of the text has a place too."""
    assert Lines("ab\n\nåø😀").place(offset) == place


@pytest.mark.parametrize(("number", "line"), [(1, "ab"), (2, ""), (3, "cd"), (4, "")])
def test_line_by_number_is_without_its_end(number: int, line: str) -> None:
    """Lines are numbered from 1."""
    assert Lines("ab\n\ncd\n").line(number) == line
