"""The regional centres of a plan: by county of its municipalities, and nothing about them in code."""

from __future__ import annotations

from pathlib import Path

import pytest

import plankit
from plankit.guides import load_guide
from plankit.html.page import Page, Site
from plankit.html.regional import regional
from plankit.places.tables import counties
from plankit.views.reading import Reading
from plankit.views.regional import regional_centres

GUIDE = """\
guide: {id: g, edition: '1', title: G, country: 'NO'}
regional_centres:
- {id: east, name: Centre East, counties: ['03', '32'], site: east.example, email: post@east.example,
   address: https://east.example/, checked_on: '2026-11-22', confidence: read}
- {id: mid, name: Centre Mid, counties: ['15', '50'], phone: 11 22 33 44, confidence: unconfirmed,
   notes: Ask the centre.}
"""


def _reading(folder: Path, participants: str, *, frame: str = "") -> Reading:
    (folder / "packs" / "g").mkdir(parents=True)
    (folder / "packs" / "g" / "guide.yaml").write_text(GUIDE, encoding="utf-8")
    (folder / "plan").mkdir()
    text = f"plan: {{id: p, title: P, guide: {{id: g, edition: '1'}}{frame}}}\nparticipants:\n{participants}"
    (folder / "plan" / "plan.yaml").write_text(text, encoding="utf-8")
    loaded = plankit.load(folder / "plan", rules=(), packs=folder / "packs")
    assert loaded.plan is not None
    assert loaded.guide is not None
    return Reading(loaded.plan, loaded.guide, "en")


@pytest.mark.parametrize(
    ("participant", "centre", "county"),
    [
        ("number: '3205', name: Lillestrøm", "east", "Akershus"),
        ("number: '0231', name: Skedsmo", "east", "Akershus"),
        ("number: '0301', name: Oslo", "east", "Oslo"),
        ("number: '32', name: Akershus fylkeskommune", "east", "Akershus"),
        ("number: '5061', name: Rindal", "mid", "Trøndelag"),
        ("name: Rindal kommune", "mid", "Trøndelag"),
    ],
)
def test_regional_centre_is_that_of_the_county(
    tmp_path: Path, participant: str, centre: str, county: str
) -> None:
    """Numbers of today and of before, counties, and a name that one municipality has, all lead to a county."""
    (found,) = regional_centres(_reading(tmp_path, f"- {{id: k, {participant}}}\n"))
    assert (found.centre.id, [one.name for one in found.counties]) == (centre, [county])


def test_regional_centres_of_a_shared_plan_are_those_of_all_its_counties(tmp_path: Path) -> None:
    """Each centre once, in the guide's order, with the counties that it is there for."""
    numbers = ("1506", "3205", "5001", "3201")
    rows = "".join(f"- {{id: k{number}, name: N, number: '{number}'}}\n" for number in numbers)
    found = regional_centres(_reading(tmp_path, rows))
    assert [(one.centre.id, [county.name for county in one.counties]) for one in found] == [
        ("east", ["Akershus"]),
        ("mid", ["Møre og Romsdal", "Trøndelag"]),
    ]


@pytest.mark.parametrize(
    "participant",
    [
        "name: Fjordvik",
        "name: Våler",
        "name: N, number: '9999'",
        "name: Bergen, number: '4601'",
        "name: Lillestrøm, number: '3205', left: 2024",
    ],
)
def test_regional_centre_is_not_guessed(tmp_path: Path, participant: str) -> None:
    """Invented, ambiguous, unknown, of a county without a centre, or no longer in the plan: no centre."""
    assert regional_centres(_reading(tmp_path, f"- {{id: k, {participant}}}\n")) == ()


@pytest.mark.parametrize("frame", ["", ", country: SE"])
def test_regional_centre_is_not_another_country_s(tmp_path: Path, frame: str) -> None:
    """Swedish county 03 is not Oslo, whether the plan says that it is Swedish or not."""
    rows = "- {id: k, name: Uppsala, number: '0380'}\n"
    assert regional_centres(_reading(tmp_path, rows, frame=frame)) == ()


def test_plan_page_names_the_regional_centre_with_address_and_day(tmp_path: Path) -> None:
    """The sentence, how to reach it and when it was checked; what is not confirmed says so."""
    rows = "- {id: k, name: N, number: '3205'}\n- {id: l, name: M, number: '5001'}\n"
    html = regional(Page(Site(_reading(tmp_path, rows)), "help"))
    first, second = html.split("</li>")[:2]
    assert "Centre East helps the municipalities in Akershus." in first
    assert 'href="https://east.example"' in first
    assert "mailto:post@east.example" in first
    assert "checked 2026-11-22" in first
    assert "not confirmed" not in first
    assert "Centre Mid helps the municipalities in Trøndelag." in second
    assert 'href="tel:11223344"' in second
    assert "not confirmed" in second
    assert "<p>Ask the centre.</p>" in second


def test_norwegian_guide_has_one_centre_for_every_county_of_today() -> None:
    """No planner in Norway is left without a centre, and none gets two."""
    guide, _ = load_guide("no-vold")
    assert guide is not None
    covered = [number for centre in guide.regional_centres for number in centre.counties]
    assert sorted(covered) == [county.number for county in counties("NO")]
