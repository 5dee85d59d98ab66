"""The list of words that plans use is well-formed, and every list that a key names exists."""

from __future__ import annotations

from collections import defaultdict
from importlib import resources

import pytest

from plankit.model import guide as guide_module
from plankit.model import plan as plan_module
from plankit.model.base import Entity
from plankit.model.frame import PlanFrame
from plankit.model.knowledge import Term
from plankit.model.plan import Plan
from plankit.model.vocabulary import CHECKED_LISTS, CODED_FIELDS, OF_GUIDE, Vocabulary, built_in

LINES = resources.files("plankit.model").joinpath("vocabulary.tsv").read_text(encoding="utf-8").splitlines()
HEAD = ["list", "code", "en", "nb", "nn", "sv", "also"]


def classes(cls: type[Entity]) -> dict[str, type[Entity]]:
    """Every class of value, by name."""
    return {cls.__name__: cls} | {
        name: one for sub in cls.__subclasses__() for name, one in classes(sub).items()
    }


def test_head_names_seven_columns() -> None:
    """List and code, a word in each of four languages, and other words for the same."""
    assert LINES[0].split("\t") == HEAD


@pytest.mark.parametrize("line", LINES[1:])
def test_line_has_seven_trimmed_columns(line: str) -> None:
    """A tab too many would move every word one language over."""
    columns = line.split("\t")
    assert len(columns) == 7
    assert all(column == column.strip() for column in columns)
    assert all(columns[:2]), "list and code are never empty"
    assert all(word == word.strip() and word for word in columns[6].split("|") if columns[6])


def test_no_code_stands_twice_in_a_list() -> None:
    """The second line would silently replace the first."""
    codes = [tuple(line.split("\t")[:2]) for line in LINES[1:]]
    assert sorted({code for code in codes if codes.count(code) > 1}) == []


def test_no_word_of_a_list_stands_for_two_codes() -> None:
    """Case does not tell words apart."""
    meanings: dict[tuple[str, str], set[str]] = defaultdict(set)
    for field, codes in built_in().items():
        for code in codes.values():
            for word in (code.code, *code.words.values(), *code.also):
                meanings[field, word.casefold()].add(code.code)
    assert {key: codes for key, codes in meanings.items() if len(codes) > 1 and key[1]} == {}


@pytest.mark.parametrize("field", sorted(set(CODED_FIELDS.values()) | CHECKED_LISTS))
def test_list_of_a_key_is_built_in_or_of_the_guide(field: str) -> None:
    """A list that does not exist would make every word unknown."""
    assert field in built_in() or field in OF_GUIDE


def test_lists_of_the_guide_are_kinds_of_a_guide() -> None:
    """Their codes are the ids of the guide's entries."""
    assert set(OF_GUIDE.values()) <= set(guide_module.Guide.model_fields)


@pytest.mark.parametrize("key", sorted(CODED_FIELDS))
def test_key_with_coded_words_exists(key: str) -> None:
    """A key that was renamed must be renamed in the table too."""
    assert plan_module.KINDS
    name, _, field = key.partition(".")
    assert field in classes(Entity)[name].model_fields


def test_own_word_of_a_plan_wins_and_case_does_not_matter() -> None:
    """A plan says what its own words stand for; a word may expressly stand for nothing."""
    plan = Plan(
        plan=PlanFrame(id="p", title="T"),
        vocabulary=(
            Term(field="measure-status", term="På Vent", code="c1"),
            Term(field="measure-status", term="tja"),
        ),
    )
    words = Vocabulary(plan, None)
    assert words.code("measure-status", " på vent ") == "c1"
    assert words.knows("measure-status", "TJA")
    assert words.code("measure-status", "tja") is None
    assert not words.knows("measure-status", "noe helt annet")
    assert words.label("measure-status", "noe helt annet", "nb") == "noe helt annet"
