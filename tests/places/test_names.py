"""Finding a municipality by number and by name, however it is written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plankit.places.names import find, former, suggestion
from plankit.places.tables import COUNTRIES, Municipality, municipalities

ALL = [one for country in COUNTRIES for one in municipalities(country)]
SUFFIX = {"NO": " kommune", "SE": " kommun"}
PLAIN = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ä": "ae", "ö": "oe"})


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Tromsø", "5501"),
        ("TROMSØ", "5501"),
        ("  tromsø  ", "5501"),
        ("Tromso", "5501"),
        ("Tromsoe", "5501"),
        ("Tromsø kommune", "5501"),
        ("Ås", "3218"),
        ("Aas", "3218"),
        ("Os", "3430"),
        ("Voss herad", "4621"),
        ("Stad", "4649"),
        ("nore og uvdal", "3338"),
        ("Aurskog–Høland", "3226"),
        ("Guovdageaidnu", "5612"),
        ("Karasjohka", "5610"),
        ("Kaivuono", "5540"),
        ("Tra\u030aante", "5001"),
        ("Herøy i Nordland", "1818"),
        ("Herøy, Møre og Romsdal", "1515"),
        ("Vaaler (Oestfold)", "3114"),
        ("Göteborg", "1480"),
        ("Goteborg", "1480"),
        ("Göteborgs kommun", "1480"),
        ("Malmö stad", "1280"),
        ("Västerås kommun", "1980"),
    ],
)
def test_find_takes_a_name_as_people_write_it(text: str, number: str) -> None:
    """Capital letters, plain letters, the word for municipality, the Swedish genitive, Sámi and Kven names."""
    assert [one.number for one in find(text)] == [number]


def test_find_gives_every_municipality_of_a_name() -> None:
    """Two are called Våler and two Herøy; Habo and Håbo are told apart where å is written."""
    assert [one.number for one in find("Våler")] == ["3114", "3419"]
    assert [one.number for one in find("herøy kommune")] == ["1515", "1818"]
    assert [one.number for one in find("Habo")] == ["0643"]
    assert [one.number for one in find("Håbo")] == ["0305"]


@pytest.mark.parametrize(
    "text", ["", "kommune", "Fjordvik", "9999", "12", "²", "Våler (Troms)", "Sande (", "i"]
)
def test_find_nothing_where_nothing_is_called_that(text: str) -> None:
    """What is no name and no number finds nothing and breaks nothing."""
    assert find(text) == ()


def test_find_number_is_of_the_country_that_is_asked_for() -> None:
    """Four digits may be a number in both countries."""
    assert [(one.country, one.name) for one in find("1860")] == [("NO", "Vestvågøy"), ("SE", "Laxå")]
    assert [one.name for one in find("1860", "se")] == ["Laxå"]
    assert find("1860", "DK") == ()


@given(st.sampled_from(ALL))
def test_find_leads_back_to_each_municipality(one: Municipality) -> None:
    """Its number finds it alone; each of its names finds it, in capitals, in plain letters and with its suffix."""
    assert find(one.number, one.country) == (one,)
    for name in one.names:
        for written in (name, name.upper(), name.lower().translate(PLAIN), name + SUFFIX[one.country]):
            assert one in find(written, one.country)
        assert one in find(f"{name} ({one.county.name})")


@given(st.text())
def test_find_never_raises(text: str) -> None:
    """Any text is a question that has an answer."""
    find(text)
    former(text)
    suggestion(text)


def test_former_finds_municipalities_that_are_no_more() -> None:
    """By number or name; one that goes on under its number is none of them, and neither is a county."""
    assert [str(one.old) for one in former("Skedsmo kommune")] == ["0231 Skedsmo"]
    assert [str(one.old) for one in former("0231")] == ["0231 Skedsmo"]
    assert [str(one.old) for one in former("Tromsoe")] == ["1902 Tromsø", "5401 Tromsø"]
    assert former("Stavanger") == former("30") == former("Skedsmo", "SE") == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Tronheim", "Trondheim"), ("Lillestøm kommune", "Lillestrøm"), ("Fjordvik", None), ("x", None)],
)
def test_suggestion_is_made_only_where_a_name_is_close(text: str, expected: str | None) -> None:
    """A slip of the hand gets its name; an invented municipality is left in peace."""
    assert suggestion(text) == expected
