"""Three kinds of nothing, and none of them is a value."""

from __future__ import annotations

import pytest
from pydantic import ValidationError
from tests.conftest import WritePlan

from plankit import load
from plankit.model.base import Absence, Item, Part, Translated
from plankit.model.contents import Measure


def test_absences_are_three() -> None:
    """Not stated, not applicable and unknown ask for different work and are never mixed."""
    assert [str(absence) for absence in Absence] == ["not-stated", "not-applicable", "unknown"]


@pytest.mark.parametrize(
    ("field", "written"),
    [("deadline", None), ("goals", ()), ("number", "")],
    ids=["none", "list", "text"],
)
def test_empty_field_that_nobody_explained_is_not_stated(field: str, written: object) -> None:
    """Silence is a gap in the plan."""
    measure = Measure.model_validate({"id": "m", "title": "T", field: written})
    assert measure.absence(field) is Absence.NOT_STATED


@pytest.mark.parametrize("why", list(Absence))
def test_empty_field_that_is_explained_says_why(why: Absence) -> None:
    """The reason stands in `empty`, by the name of the key."""
    measure = Measure.model_validate({"id": "m", "title": "T", "empty": {"deadline": str(why)}})
    assert measure.absence("deadline") is why
    assert measure.absence("cost") is Absence.NOT_STATED


def test_field_that_holds_something_is_not_absent() -> None:
    """Even where `empty` says that it is."""
    measure = Measure.model_validate(
        {"id": "m", "title": "T", "deadline": "2027", "empty": {"deadline": "unknown"}}
    )
    assert measure.absence("deadline") is None


@pytest.mark.parametrize("word", ["", "unknwon", "Unknown", "no"])
def test_reason_that_is_none_of_the_three_is_refused(word: str) -> None:
    """A fourth kind of nothing would mean nothing."""
    with pytest.raises(ValidationError):
        Part.model_validate({"empty": {"notes": word}})


def test_absences_are_read_from_files_of_all_entries(write_plan: WritePlan) -> None:
    """The frame, an entry and a value inside an entry may each say why they hold nothing."""
    text = """\
plan: {id: p, title: T, empty: {period: unknown}}
empty: {measures: not-applicable}
procedures:
  - id: r
    title: T
    steps:
      - {id: s, what: W, empty: {deadline: not-applicable}}
"""
    plan = load(write_plan({"plan.yaml": text}), rules=()).plan
    assert plan is not None
    assert plan.absence("measures") is Absence.NOT_APPLICABLE
    assert plan.plan.absence("period") is Absence.UNKNOWN
    assert plan.procedures[0].steps[0].absence("deadline") is Absence.NOT_APPLICABLE


def test_values_are_frozen_and_closed() -> None:
    """What was read is never changed, and holds no key that was not declared."""
    with pytest.raises(ValidationError, match="frozen"):
        Item(id="x").notes = "y"
    with pytest.raises(ValidationError, match="Extra"):
        Item.model_validate({"id": "x", "colour": "red"})


@pytest.mark.parametrize(
    ("asked", "text"), [(("nn", "nb"), "ein"), (("sv", "nb"), "en"), (("sv",), "en"), ((), "en")]
)
def test_text_in_languages_is_given_in_the_first_that_there_is(asked: tuple[str, ...], text: str) -> None:
    """Where there is none of those asked for, the plan's own words are given."""
    translated = Translated(values=(("nb", "en"), ("nn", "ein")))
    assert translated.in_language(*asked) == text
    assert str(translated) == "en"


@pytest.mark.parametrize("id_", ["a", "A1", "0301", "a.b-c_d", "1.10"])
def test_id_of_plain_letters_is_an_id(id_: str) -> None:
    """Letters and digits, with dots, hyphens and underscores between them."""
    assert Item(id=id_).id == id_


@pytest.mark.parametrize(
    "id_", ["", " ", "a b", "å", "a/b", "..", ".a", "a-", "-a", "a\n", "٢", "a:b", "A" * 10 + "\u00e9"]
)
def test_id_that_fits_no_address_is_refused(id_: str) -> None:
    """Ids become addresses of pages and names of files on all systems."""
    with pytest.raises(ValidationError, match="not an id"):
        Item(id=id_)
