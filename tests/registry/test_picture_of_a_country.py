"""The picture of a country: which plan counts for whom, what lists and tables say, and what the tables add up to."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.registry.country import DAY, PLANS, pictured, plan_text, write_plans

from plankit.places.tables import municipalities
from plankit.registry.listing import ListUnreadable, listed_plans, read_population
from plankit.registry.picture import Picture
from plankit.registry.tables import (
    by_county,
    by_region,
    by_size,
    common_findings,
    coverage_table,
    four_questions,
    updated,
    whole_country,
    years_before,
)
from plankit.views.in_force import State

SINCE = date(2024, 1, 1)


@pytest.fixture(scope="module")
def norway(tmp_path_factory: pytest.TempPathFactory) -> Picture:
    """What the dozen plans tell of Norway."""
    return pictured(write_plans(tmp_path_factory.mktemp("plans")))


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("0301", State.OWN),
        ("1103", State.SHARED),
        ("1108", State.SHARED),
        ("1101", State.UNDER_REVISION),
        ("1106", State.EXPIRED),
        ("1124", State.OWN),
        ("1121", State.BEING_MADE),
        ("1122", State.UNCLEAR),
        ("3205", State.UNCLEAR),
        ("1511", State.NONE),
    ],
)
def test_municipality_is_in_the_state_of_its_plans(norway: Picture, number: str, expected: State) -> None:
    """Each of the plans puts its municipalities into the state that it was written for."""
    assert norway.by_number[number].state is expected


def test_expired_plan_with_a_draft_after_it_tells_both(norway: Picture) -> None:
    """The reason names the old plan's end and that the new one is not adopted."""
    said = norway.by_number["1101"].said("en")
    assert "2022-12-31" in said
    assert "not adopted the plan yet" in said


def test_every_municipality_is_counted_once_in_every_table(norway: Picture) -> None:
    """The tables add up to the 357 municipalities, whichever way they are cut."""
    whole = whole_country(norway)
    assert whole.total == len(municipalities("NO")) == 357
    for shares in (by_county(norway), by_region(norway, str)):
        for state in State:
            assert sum(one.states[state] for one in shares) == whole.states[state]


def test_plan_that_cannot_be_read_is_listed_and_ends_nothing(norway: Picture) -> None:
    """The broken plan is told of by its folder and the reason; the others are there."""
    (unread,) = norway.unread
    assert unread.folder == "j-broken"
    assert "j-broken" in unread.reason
    assert len(norway.plans) == len(PLANS) - 1


def test_plan_of_another_country_is_listed_as_astray(norway: Picture) -> None:
    """A Swedish plan among Norwegian ones is counted for nobody, and said so."""
    assert [(one.facts.folder, one.reason) for one in norway.astray] == [
        ("l-swedish", "The plan is of another country.")
    ]


def test_sweden_is_pictured_by_the_same_code(tmp_path: Path) -> None:
    """Sweden's 290 municipalities, by the plan's period alone."""
    sweden = pictured(write_plans(tmp_path, {"u": PLANS["l-swedish"]}), country="SE")
    assert len(sweden.places) == 290
    assert sweden.by_number["2480"].state is State.OWN
    assert not sweden.basis.ends_on_evaluation


def test_shared_plan_is_counted_once_among_plans(norway: Picture) -> None:
    """Requirements and findings count plans, not municipalities."""
    assert norway.in_force == {"a-own", "b-shared", "e-evaluation-ahead", "k-hostile"}
    assert norway.counts.judged == 2
    for row in coverage_table(norway):
        assert sum(row.states.values()) == 2, row.requirement.id
    assert max(one.plans for one in common_findings(norway)) <= 4


def test_four_questions_are_answered_from_the_plan_that_counts(norway: Picture) -> None:
    """Written, adopted, published, revised within four years."""
    oslo, eigersund = (four_questions(norway.by_number[one], DAY) for one in ("0301", "1101"))
    assert oslo.all
    assert (eigersund.written, eigersund.adopted, eigersund.published) == (True, False, False)
    assert not four_questions(norway.by_number["1511"], DAY).written


def test_four_years_before_a_leap_day_is_a_day_that_exists() -> None:
    """A leap day has no such day every year."""
    assert years_before(date(2028, 2, 29), 1) == date(2027, 2, 28)
    assert years_before(DAY, 4) == date(2022, 11, 22)


def test_updated_is_the_day_that_a_plan_expired_or_was_decided_on(norway: Picture) -> None:
    """What is told of a municipality changes with decisions and with the end of a plan, else it never did."""
    assert updated(norway.by_number["1106"], DAY, SINCE) == date(2025, 6, 30)
    assert updated(norway.by_number["0301"], DAY, SINCE) == date(2025, 1, 1)
    assert updated(norway.by_number["1511"], DAY, SINCE) == SINCE


def test_order_of_the_plans_changes_nothing(tmp_path: Path, norway: Picture) -> None:
    """A list that names the folders backwards gives the same picture."""
    write_plans(tmp_path)
    listed = tmp_path / "list.txt"
    listed.write_text("\n".join(sorted(PLANS, reverse=True)), encoding="utf-8")
    assert pictured(listed) == norway


def test_list_says_whose_plan_it_is_where_the_plan_does_not(tmp_path: Path) -> None:
    """Number and address of the list help a plan that names nobody; a plan's own number is not overridden."""
    decided = "decisions:\n- {body: Kommunestyret, kind: adopted, date: 2024-11-20}\n"
    write_plans(tmp_path, {"nameless": plan_text(more=decided), "own": PLANS["a-own"]})
    listed = tmp_path / "list.csv"
    listed.write_text(
        "\ufefffolder;number;address\n# a remark\nnameless;4601;https://bergen.example/\nown;4601;\n",
        encoding="utf-8",
    )
    picture = pictured(listed)
    bergen = picture.by_number["4601"]
    assert (bergen.state, len(bergen.plans)) == (State.OWN, 1)
    assert bergen.plans[0].address == "https://bergen.example/"
    assert "Bergen" in bergen.plans[0].member.name
    assert picture.by_number["0301"].is_in_force


def test_name_that_two_municipalities_have_is_astray(tmp_path: Path) -> None:
    """Nobody guesses which Våler is meant."""
    text = plan_text(("Våler", "0")).replace(", number: '0'", "").replace("m0", "m")
    picture = pictured(write_plans(tmp_path, {"v": text}))
    assert [one.reason for one in picture.astray] == ["Several municipalities have this name."]


def test_folder_of_folders_is_looked_into_one_deep(tmp_path: Path) -> None:
    """Plans may be sorted into folders; what begins with a dot or an underscore is left alone."""
    write_plans(tmp_path / "rogaland", {"a": PLANS["b-shared"]})
    write_plans(tmp_path, {"b": PLANS["a-own"], "_old": PLANS["a-own"], ".git": PLANS["a-own"]})
    assert [one.name for one in listed_plans(tmp_path)] == ["b", "rogaland/a"]


def test_sizes_need_the_numbers_of_inhabitants(tmp_path: Path, norway: Picture) -> None:
    """Without a table of inhabitants nothing is told by size; with one, the shares are of people too."""
    assert by_size(norway) == ()
    people = tmp_path / "people.csv"
    people.write_text("# source: made up\nnumber,population\n0301,700000\n1101,15 000\n", encoding="utf-8")
    picture = pictured(write_plans(tmp_path / "plans"), people=people)
    shares = {one.key: one for one in by_size(picture)}
    assert (shares["50000"].people, shares["50000"].people_covered) == (700_000, 700_000)
    assert shares["10000"].people_covered == 0
    assert shares[""].total == 355
    assert picture.population is not None
    assert picture.population.source == "made up"
    assert whole_country(picture).people is None


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("", 0, "no-columns"),
        ("kommune,folketall\n0301,5\n", 1, "no-columns"),
        ("number,population\n0301,mange\n", 2, "no-number"),
        ("number,population\n0301\n", 2, "no-number"),
    ],
)
def test_table_of_inhabitants_that_cannot_be_read_says_where(
    tmp_path: Path, text: str, line: int, reason: str
) -> None:
    """A slip in the table is told with its line."""
    path = tmp_path / "people.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ListUnreadable) as caught:
        read_population(path)
    assert (caught.value.line, caught.value.reason) == (line, reason)
