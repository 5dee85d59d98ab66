"""What is hard in the five real plans is shown, in the joint plan and in what each municipality has of it."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from pathlib import Path

import pytest

from plankit import load
from plankit.html.page import Page, Site
from plankit.html.pieces import draw
from plankit.model.plan import Plan
from plankit.views.agenda import agenda
from plankit.views.one_municipality import as_seen_by
from plankit.views.outline import all_chapters, outline
from plankit.views.reading import Reading

ENCODED = Path(__file__).parents[2] / "examples" / "real"
TODAY = date(2026, 11, 1)
NORDMORE = ("kristiansund", "averoy", "aure", "tingvoll", "smola")
SUNNMORE = ("alesund", "orsta", "heroy", "volda", "hareid", "tre-andre")


@lru_cache(maxsize=None)
def plan_of(name: str, whose: str = "") -> Plan:
    """The plan of that name, or what one municipality has of it."""
    plan = load(ENCODED / name, rules=()).plan
    assert plan is not None
    return as_seen_by(plan, whose) if whose else plan


def reading(plan: Plan) -> Reading:
    return Reading(plan, None, plan.plan.language)


@lru_cache(maxsize=None)
def words(name: str, piece: str, whose: str = "", **options: str) -> str:
    """The words of a piece of the plan's site in the plan's own language, without the markup."""
    site = Site(
        reading(plan_of(name, whose)), addresses={}, uri=lambda start, document: document, today=TODAY
    )
    markup = draw(
        Page(site, "index"), piece, {key.replace("_", "-"): value for key, value in options.items()}
    )
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", markup))


def chapters(name: str, whose: str = "") -> set[str]:
    return {one.name for one in all_chapters(outline(reading(plan_of(name, whose))))}


@pytest.mark.parametrize("whose", ["", "hurum"])
def test_hurum_says_first_that_the_municipality_is_part_of_another(whose: str) -> None:
    """The plan's only municipality was merged away: the front page says so before all else, and nothing is due."""
    text = words("no-hurum", "front", whose)
    assert "Hurum kommune" in text
    assert "2019-12-31" in text
    assert "Asker kommune" in text
    assert agenda(reading(plan_of("no-hurum", whose)), TODAY) == ()
    assert agenda(reading(plan_of("no-hurum", whose)), date(2015, 6, 1)) != ()


@pytest.mark.parametrize("whose", ["", "hurum"])
def test_hurum_shows_arenas_with_their_mandates_and_the_case_flow(whose: str) -> None:
    """Each arena with its own mandate, and a procedure whose steps nobody could see."""
    arenas = words("no-hurum", "arenas", whose)
    for mandate in ("forebygge", "koordinere", "støtte", "håndtere saker om barn og unge"):
        assert mandate in arenas
    assert "strategimøter politi/barnevern" in arenas
    assert "saksflyt i volds- og overgrepssaker" in words("no-hurum", "procedures", whose)
    assert "flytskjema" in words("no-hurum", "procedure", whose, procedure="p1")


def test_faerder_shows_services_with_their_age_limits_and_former_names() -> None:
    """All seventeen, numbered as in the plan, with the ages that they are for."""
    text = words("no-faerder", "services")
    services = plan_of("no-faerder").services
    assert len(services) == 17
    assert all(f"{one.number} {one.name}" in text for one in services)
    assert "0-18" in text
    assert "14+" in text
    assert "incestsenteret" in text


def test_faerder_shows_the_nested_plan_and_the_edition_in_chapters() -> None:
    """The plan that lies inside it is a plan of its own, and it is published as chapters on the web."""
    text = words("no-faerder", "history")
    assert "egen handlingsplan for alle som arbeider med barn og unge" in text
    assert "nøstet plan" in text
    assert "nettkapitler" in text


def test_nordmore_shows_that_the_five_lists_of_services_differ_and_were_not_seen() -> None:
    """Each municipality has a list of its own; what nobody could see is told as not known, never as none."""
    text = words("no-nordmore", "differences")
    row = text.split("Prosedyrer")[0]
    assert row.count("ikke kjent") >= len(NORDMORE)
    assert all(str(one.name) in row for one in plan_of("no-nordmore").participants)


@pytest.mark.parametrize("whose", NORDMORE)
def test_nordmore_gives_each_municipality_its_own_procedures_and_the_common_measure(whose: str) -> None:
    """The procedure is Kristiansund's; the training days are for all five, and each knows the four others."""
    plan = plan_of("no-nordmore", whose)
    has_procedure = whose == "kristiansund"
    assert bool(plan.procedures) is has_procedure
    assert bool(plan.cases) is has_procedure
    assert ("procedures" in chapters("no-nordmore", whose)) is has_procedure
    assert "fagdager for ansatte i de fem kommunene" in words("no-nordmore", "measures", whose)
    assert "71 57 48 70" in words("no-nordmore", "contacts", whose)
    assert plan.plan.shared is not None
    assert len(plan.plan.shared.partners) == 4


def test_nordmore_tells_the_one_difference_side_by_side() -> None:
    """Yes for Kristiansund, a dash for each of the others."""
    assert "bekymring for voksen i risiko (TryggEst) ja – – – –" in words("no-nordmore", "differences")


@pytest.mark.parametrize("whose", ["", "kristiansund"])
def test_nordmore_procedure_branches_and_falls_back(whose: str) -> None:
    """Three degrees of severity, each with its steps, and what to do where the leader is out of reach."""
    text = words("no-nordmore", "procedure", whose, procedure="p1")
    for severity in ("alvorlig og akutt", "alvorlig, ikke akutt", "annen bekymring"):
        assert severity in text
    assert "leder nås ikke eller det er uhensiktsmessig" in text
    assert "112" in text
    assert "02800" in text


@pytest.mark.parametrize("whose", ["", *NORDMORE])
def test_nordmore_tells_that_the_grant_was_spent_on_something_else(whose: str) -> None:
    """What it was given for and what it was used for stand both there."""
    text = words("no-nordmore", "measures", whose)
    assert "315" in text
    assert "handlingsplanen" in text
    assert "fagdager" in text


def test_sunnmore_tells_in_which_municipalities_it_is_the_first_plan() -> None:
    """It takes the place of a plan in some and is the first in others, said in nynorsk."""
    text = words("nn-sunnmore", "differences")
    rows = re.split(r"(Ålesund|Ørsta|Herøy|Volda|Hareid|tre andre på Søre Sunnmøre) \(", text)
    told = dict(zip(rows[1::2], rows[2::2], strict=True))
    assert [name for name, row in told.items() if "nei, dette er den første" in row] == [
        "Ørsta",
        "Herøy",
        "Volda",
        "Hareid",
    ]
    assert " ja " in told["tre andre på Søre Sunnmøre"]
    assert "dette er" not in told["Ålesund"]


@pytest.mark.parametrize("whose", SUNNMORE)
def test_sunnmore_is_adopted_by_each_and_nobody_claims_to_know_when(whose: str) -> None:
    """The decisions could not be seen: no page says that a municipality has or has not adopted the plan."""
    band = words("nn-sunnmore", "front", whose)
    assert "Ikkje vedteken" not in band
    plan = plan_of("nn-sunnmore", whose)
    assert [str(one.name) for one in plan.participants]
    assert plan.plan.language == "nn"
    assert len(plan.goals) == 4
    assert len(plan.versions) == 1
    assert not any(task.key.startswith("adoption.") for task in agenda(reading(plan), TODAY))


def test_umea_shows_the_activity_plan_in_two_parts_and_the_companies() -> None:
    """Both parts with their numbers, and that the municipality's companies are bound, in Swedish."""
    text = words("se-umea", "history")
    assert "kommunföretagen" in text
    assert "1 det som gäller alla verksamheter" in text
    assert "2 det som gäller en viss målgrupp eller verksamhet" in text


def test_plans_of_one_municipality_have_no_page_of_differences() -> None:
    """Only a shared plan compares municipalities."""
    assert "differences" in chapters("no-nordmore")
    assert "differences" in chapters("nn-sunnmore")
    for name in ("no-hurum", "no-faerder", "se-umea"):
        assert "differences" not in chapters(name)
