"""The tables of municipalities: how many, how their numbers are made, and facts that were looked up one by one."""

from __future__ import annotations

import re
from datetime import date
from importlib import resources

import pytest

from plankit.places.changes import ChangeKind, changes, ending, numbers, successors
from plankit.places.tables import (
    COUNTRIES,
    Municipality,
    by_number,
    counties,
    county_by_number,
    municipalities,
)

TODAY = date(2026, 11, 22)

SSB_NAMES = "https://www.ssb.no/offentlig-sektor/kommunekatalog/flerspraklige-fylkes-og-kommunenavn"
WIKI_NAMES = "https://www.genealogi.no/wiki/index.php/Flerspr%C3%A5klige_fylkes-_og_kommunenavn"
FOUR_NAMES = (
    "https://www.regjeringen.no/no/aktuelt/samiske-namn-pa-gratangen-levanger-rana-og-sorfold/id3025929/"
)
KVEN_2016 = (
    "https://www.regjeringen.no/no/dokumentarkiv/regjeringen-solberg/aktuelt-regjeringen-solberg/kmd/"
    "pressemeldinger/2016/kvensk-og-samisk-kommunenamn-godkjent/id2484183/"
)
NUMBERS = "https://objektkatalog.geonorge.no/Objekttype/Index/EAID_288B18E7_D6AD_4fa1_9283_A8A1114F6C1A"
KS_2024 = "https://www.ks.no/fagomrader/demokrati-og-styring/kommunestruktur/nye-kommunenummer-fra-2024/"
KS_2020 = (
    "https://www.ks.no/fagomrader/demokrati-og-styring/regionreform/noen-fakta-om-norges-fylker-fra-2020/"
)
STORTINGET_2022 = "https://dagbladbergen.com/stortinget-vedtok-fylkesoppdeling"
TYSFJORD = "http://www.hamaroy.kommune.no/fastsetting-av-kommunegrense-nye-hamaroey.6110797-405025.html"
REFORM = "https://genealogi.no/wiki/index.php?diff=next&oldid=32548&title=Kommune-_og_regionreformen_2020"
RINDAL = "https://kartverket.no/Om-Kartverket/kartverket-trondelag/nyheter-kartverket-trondelag/rindal-inn-i-trondelag/"
LIST_2020 = "https://raw.githubusercontent.com/BergensTidende/bord4-data/master/data/csv/norwegian_regions_changes.csv"
OLD_NUMBERS = "https://www.ssb.no/a/kortnavn/hjulet/hjulet2001/tabell-06.2.html"
NUMBER_MAKING = "https://sv.wikipedia.org/wiki/Kommunkod"

NAMES = (
    ("5514", "Ibestad", None, None, NUMBERS),
    ("1103", "Stavanger", None, None, NUMBERS),
    ("1826", "Hattfjelldal", "Aarborte", None, NUMBERS),
    ("1578", "Fjord", None, None, NUMBERS),
    ("5610", "Karasjok", "Kárášjohka", None, SSB_NAMES),
    ("5612", "Kautokeino", "Guovdageaidnu", None, SSB_NAMES),
    ("5628", "Tana", "Deatnu", None, SSB_NAMES),
    ("5636", "Nesseby", "Unjárga", None, SSB_NAMES),
    ("5622", "Porsanger", "Porsáŋgu", "Porsanki", SSB_NAMES),
    ("5538", "Storfjord", "Omasvuotna", "Omasvuono", SSB_NAMES),
    ("5540", "Kåfjord", "Gáivuotna", "Kaivuono", KVEN_2016),
    ("5041", "Snåsa", "Snåase", None, SSB_NAMES),
    ("5043", "Røyrvik", "Raarvihke", None, SSB_NAMES),
    ("1875", "Hamarøy", "Hábmer", None, SSB_NAMES),
    ("1870", "Sortland", "Suortá", None, SSB_NAMES),
    ("5503", "Harstad", "Hárstták", None, SSB_NAMES),
    ("1853", "Evenes", "Evenášši", None, WIKI_NAMES),
    ("1841", "Fauske", "Fuossko", None, WIKI_NAMES),
    ("5603", "Hammerfest", "Hámmerfeasta", None, WIKI_NAMES),
    ("5516", "Gratangen", "Rivtták", None, WIKI_NAMES),
    ("5037", "Levanger", "Levangke", None, FOUR_NAMES),
    ("1833", "Rana", "Raane", None, FOUR_NAMES),
    ("1845", "Sørfold", "Fuolldá", None, FOUR_NAMES),
)
"""Number, Norwegian, Sámi and Kven name, and where that was read. Page FOUR_NAMES has the names in the genitive."""

BECAME = (
    ("1507", "2024-01-01", ChangeKind.SPLIT, ["1508", "1580"], KS_2024),
    ("1534", "2020-01-01", ChangeKind.MERGED, ["1580"], STORTINGET_2022),
    ("1850", "2020-01-01", ChangeKind.SPLIT, ["1806", "1875"], TYSFJORD),
    ("1849", "2020-01-01", ChangeKind.MERGED, ["1875"], TYSFJORD),
    ("5012", "2020-01-01", ChangeKind.SPLIT, ["5055", "5056", "5059"], LIST_2020),
    ("1444", "2020-01-01", ChangeKind.MERGED, ["1577"], LIST_2020),
    ("0711", "2020-01-01", ChangeKind.MERGED, ["3301"], LIST_2020),
    ("0533", "2020-01-01", ChangeKind.RENUMBERED, ["3234"], LIST_2020),
    ("1852", "2020-01-01", ChangeKind.MERGED, ["5512"], LIST_2020),
    ("1567", "2019-01-01", ChangeKind.RENUMBERED, ["5061"], RINDAL),
    ("0101", "2020-01-01", ChangeKind.RENUMBERED, ["3101"], REFORM),
    ("0104", "2020-01-01", ChangeKind.MERGED, ["3103"], REFORM),
    ("0135", "2020-01-01", ChangeKind.RENUMBERED, ["3112"], REFORM),
    ("30", "2024-01-01", ChangeKind.SPLIT, ["31", "32", "33"], STORTINGET_2022),
    ("38", "2024-01-01", ChangeKind.SPLIT, ["39", "40"], STORTINGET_2022),
    ("54", "2024-01-01", ChangeKind.SPLIT, ["55", "56"], STORTINGET_2022),
    ("12", "2020-01-01", ChangeKind.MERGED, ["46"], KS_2020),
    ("04", "2020-01-01", ChangeKind.MERGED, ["34"], KS_2020),
)
"""Number, when it went out of use, how, the numbers of today, and where that was read."""


@pytest.mark.parametrize(
    ("country", "in_counties", "in_municipalities"), [("NO", 15, 357), ("SE", 21, 290), ("DK", 0, 0)]
)
def test_tables_hold_as_many_as_there_are(country: str, in_counties: int, in_municipalities: int) -> None:
    """15 counties and 357 municipalities in Norway, 21 and 290 in Sweden, nothing where no table is."""
    assert (len(counties(country)), len(municipalities(country))) == (in_counties, in_municipalities)
    assert municipalities(country.lower()) == municipalities(country)


@pytest.mark.parametrize(
    ("day", "count"),
    [
        ("2019-01-01", 422),
        ("2019-12-31", 422),
        ("2020-01-01", 356),
        ("2023-12-31", 356),
        ("2024-01-01", 357),
        ("2026-11-22", 357),
    ],
)
def test_municipalities_of_norway_went_from_422_to_356_to_357(day: str, count: int) -> None:
    """The changes account for every municipality from the day before the reform until today."""
    assert len(numbers("NO", date.fromisoformat(day))) == count


@pytest.mark.parametrize("country", COUNTRIES)
def test_numbers_are_unique_sorted_and_begin_with_the_county(country: str) -> None:
    """Two digits for a county, four for a municipality, and never a number that was spoilt by a spreadsheet."""
    all_numbers = [one.number for one in municipalities(country)]
    assert all_numbers == sorted(set(all_numbers))
    assert all(re.fullmatch(r"[0-9]{4}", number) for number in all_numbers)
    assert all(re.fullmatch(r"[0-9]{2}", one.number) for one in counties(country))
    assert all(one.county.number == one.number[:2] for one in municipalities(country))
    assert {one.county for one in municipalities(country)} == set(counties(country))


@pytest.mark.parametrize("country", COUNTRIES)
def test_names_are_trimmed_and_a_sami_name_has_its_language(country: str) -> None:
    """A name has no blank around it and no word for municipality; Sámi names are in one of three languages."""
    for one in (*municipalities(country), *counties(country)):
        assert all(name == " ".join(name.split()) for name in one.names)
        assert not any(re.search(r"\b(kommune|kommun|suohkan|gielda)$", name) for name in one.names)
        assert one.sami_language in ({"se", "smj", "sma"} if one.sami else {None})
        assert one.sami or not one.kven


@pytest.mark.parametrize("file", ["norway.tsv", "sweden.tsv", "norway-changes.tsv"])
def test_table_says_where_it_was_read_and_when(file: str) -> None:
    """Whoever opens a table sees its sources, the day, and what could not be confirmed."""
    text = resources.files("plankit.places").joinpath(file).read_text(encoding="utf-8")
    head = "".join(line for line in text.splitlines(keepends=True) if line.startswith("#"))
    assert re.search(r"checked_on: \d{4}-\d{2}-\d{2}", head)
    assert "https://" in head
    assert "Not confirmed" in head


@pytest.mark.parametrize(("number", "name", "sami", "kven", "source"), NAMES)
def test_names_are_those_of_the_source(
    number: str, name: str, sami: str | None, kven: str | None, source: str
) -> None:
    """Names in Norwegian, Sámi and Kven that were read at the address beside them."""
    one = by_number("NO", number)
    assert one is not None
    assert (one.name, one.sami, one.kven) == (name, sami, kven), source


def test_counties_with_several_names_have_them_all() -> None:
    """Four counties have an official Sámi name, and the two northernmost a Kven one too (page WIKI_NAMES)."""
    named = {one.name: one.names[1:] for one in counties("NO") if one.sami}
    assert named == {
        "Nordland": ("Nordlánnda",),
        "Trøndelag": ("Trööndelage",),
        "Troms": ("Romsa", "Tromssa"),
        "Finnmark": ("Finnmárku", "Finmarkku"),
    }


@pytest.mark.parametrize(("number", "name"), [("1280", "Malmö"), ("0980", "Gotland"), ("0180", "Stockholm")])
def test_swedish_seats_of_government_end_in_80(number: str, name: str) -> None:
    """A residence town has its county's number and 80 (page NUMBER_MAKING)."""
    one = by_number("SE", number)
    assert one is not None
    assert one.name == name


@pytest.mark.parametrize(("number", "day", "kind", "today", "source"), BECAME)
def test_successors_are_those_of_the_source(
    number: str, day: str, kind: ChangeKind, today: list[str], source: str
) -> None:
    """When a number went out of use, how, and what its land is today, as read at the address beside it."""
    change = ending("NO", number, TODAY)
    assert change is not None, source
    assert (change.day.isoformat(), change.kind) == (day, kind), source
    assert [place.number for place in successors("NO", number, TODAY)] == today, source


@pytest.mark.parametrize(("number", "name"), [("0101", "Halden"), ("0138", "Hobøl"), ("0236", "Nes")])
def test_old_numbers_have_the_names_of_the_source(number: str, name: str) -> None:
    """Names of municipalities that are no more, as Statistics Norway had them (page OLD_NUMBERS)."""
    change = ending("NO", number, TODAY)
    assert change is not None
    assert change.old.name == name


def test_changes_of_2024_are_those_of_114_municipalities() -> None:
    """113 got another number with their county and one was split (page KS_2024)."""
    kinds = [one.kind for one in changes("NO") if one.day.year == 2024 and len(one.old.number) == 4]
    assert (kinds.count(ChangeKind.RENUMBERED), kinds.count(ChangeKind.SPLIT)) == (113, 1)
    assert len(kinds) == 114


def test_every_successor_exists() -> None:
    """Whatever a number became is, on any later day, a number that is in use on that day, under its name."""
    for day in (date(2020, 1, 1), date(2023, 12, 31), date(2024, 1, 1), TODAY):
        for change in changes("NO"):
            for place in successors("NO", change.old.number, day):
                if len(place.number) == 4:
                    assert place.number in numbers("NO", day)
                else:
                    assert ending("NO", place.number, day) is None
    for change in changes("NO"):
        for place in successors("NO", change.old.number, TODAY):
            now = by_number("NO", place.number) or county_by_number("NO", place.number)
            assert now is not None
            assert now.name == place.name


def test_every_number_of_2019_is_in_use_or_has_a_successor() -> None:
    """Nobody who held a number in 2019 is left without an answer, and nobody has both."""
    today = {one.number for one in municipalities("NO")}
    for number in numbers("NO", date(2019, 12, 31)):
        assert (number in today) != bool(successors("NO", number, TODAY))
    came_from = {
        place.number
        for number in numbers("NO", date(2019, 12, 31))
        for place in successors("NO", number, TODAY)
    }
    assert came_from | numbers("NO", date(2019, 12, 31)) >= today


def test_kinds_of_change_are_what_their_rows_say() -> None:
    """Merged: several became one. Split: one became several. Renumbered: one became one."""
    found = changes("NO")
    for one in found:
        others = [change for change in found if change.day == one.day and set(change.new) & set(one.new)]
        if one.kind is ChangeKind.SPLIT:
            assert len(one.new) > 1
        else:
            assert len(one.new) == 1
            assert (len(others) > 1) is (one.kind is ChangeKind.MERGED)


def test_number_that_is_kept_in_a_merger_goes_on() -> None:
    """Stavanger took in Finnøy and Rennesøy and kept its number."""
    assert successors("NO", "1103", TODAY) == ()
    assert [str(place) for place in successors("NO", "1141", TODAY)] == ["1103 Stavanger"]
    assert {"1103", "1141"} <= numbers("NO", date(2019, 12, 31))


def test_successors_are_those_of_the_day_that_is_asked_for() -> None:
    """Skedsmo was Skedsmo in 2019, part of 3030 Lillestrøm in 2021, and of 3205 Lillestrøm today."""
    assert successors("NO", "0231", date(2019, 12, 31)) == ()
    assert [str(place) for place in successors("NO", "0231", date(2021, 5, 1))] == ["3030 Lillestrøm"]
    assert [str(place) for place in successors("NO", "0231", TODAY)] == ["3205 Lillestrøm"]
    assert successors("SE", "0231", TODAY) == successors("NO", "9999", TODAY) == ()


def test_municipality_is_frozen() -> None:
    """What the tables hold is shared by everyone who asks, so nobody can change it."""
    one = by_number("NO", "0301")
    assert isinstance(one, Municipality)
    with pytest.raises(AttributeError):
        one.name = "Kristiania"  # type: ignore[misc]
    assert by_number("NO", "0301") is one
