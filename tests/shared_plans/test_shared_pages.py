"""What the sites of a shared plan show: what differs, who has adopted it, and whom it is shared with."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from tests.shared_plans.fjords import TODAY, fjords, write_fjords

import plankit
from plankit.html.page import Page, Site
from plankit.html.pieces import draw
from plankit.model.plan import Plan
from plankit.papers.whole import plan_document
from plankit.views.differences import differences
from plankit.views.one_municipality import as_seen_by
from plankit.views.outline import all_chapters, outline
from plankit.views.reading import Reading


@pytest.fixture(scope="module")
def joint(tmp_path_factory: pytest.TempPathFactory) -> Plan:
    """The joint plan."""
    plan = fjords(tmp_path_factory.mktemp("fjords")).plan
    assert plan is not None
    return plan


def words(plan: Plan, piece: str, *, today: date = TODAY) -> str:
    """The words of a piece, without its markup."""
    site = Site(Reading(plan, None, "en"), addresses={}, uri=lambda start, document: document, today=today)
    markup = draw(Page(site, "index"), piece, {})
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", markup))


def rows(plan: Plan) -> dict[str, dict[str, set[str]]]:
    """For each kind, the title of what differs and the municipalities that it holds for."""
    return {
        kind.kind: {one.title: set(one.holds_for) for one in kind.differences}
        for kind in differences(Reading(plan, None, "en"))
    }


def test_differences_hold_what_holds_for_some_and_nothing_else(joint: Plan) -> None:
    """Measures, services, contacts, figures, pages and steps stand there; cells of the matrix have their own page."""
    found = rows(joint)
    assert found["measures"] == {"2 A night bus": {"nes"}, "3 A common line": {"havn", "vik"}}
    assert found["services"] == {"The shelter in Havn": {"havn"}, "The house in Vik": {"vik"}}
    assert set(found["contacts"]) == {"The line of Havn, 55 59 00 01", "The house in Vik, 55 59 00 02"}
    assert found["procedures"] == {"Hold the ferry": {"vik"}}
    assert found["pages"] == {"The ferry": {"vik"}}
    assert "goals" not in found
    assert "responsibilities" not in found


def test_page_of_differences_tells_each_municipality_with_its_decision(joint: Plan) -> None:
    """One row each: who decided, from when it holds, and what was before."""
    text = words(joint, "differences")
    assert (
        "Havn (host) has adopted the plan The council of Havn, 2025-12-11, PS 90/25 2026-01-01 Plan 2020-2023"
        in text
    )
    assert "Vik (participant) has not adopted the plan 2026-07-01 no, this is its first" in text
    assert (
        "Nes (participant) existed until 2026-12-31 and is part of Havn now The council of Nes, 2025-12-18"
        in text
    )
    assert "The plan of Vik" in text


def test_page_of_differences_says_yes_or_a_dash_for_each_municipality(joint: Plan) -> None:
    """Side by side, in words and not by colour."""
    text = words(joint, "differences")
    assert "Measures Havn Vik Nes 2 A night bus – – yes 3 A common line yes yes –" in text


def test_figures_stand_side_by_side_and_withheld_ones_are_colons(joint: Plan) -> None:
    """The figure of Nes is withheld here as on the page of figures."""
    text = words(joint, "differences").split("Figures Havn Vik Nes")[1]
    assert "Reports, 2025" in text
    assert ": withheld" in text or ":" in text
    assert " 3 persons" not in text
    assert "29 persons" in text or "8 persons" in text


def test_many_municipalities_are_named_in_one_column(tmp_path: Path) -> None:
    """A column each would be too wide to read."""
    many = ", ".join(f"{{id: m{n}, name: M{n}}}" for n in range(8))
    (tmp_path / "plan.yaml").write_text(
        f"plan: {{id: p, title: P, language: en}}\nparticipants: [{many}]\n"
        "goals: [{id: g, text: Safe, applies_to: [m1, m7]}]\n",
        encoding="utf-8",
    )
    plan = plankit.load(tmp_path, rules=()).plan
    assert plan is not None
    assert "Goals Holds for Safe M1, M7" in words(plan, "differences")


def test_chapter_of_differences_is_in_joint_plans_alone(joint: Plan) -> None:
    """One municipality's own plan has nothing to compare; the joint one has it on the site and on paper."""
    own = as_seen_by(joint, "vik")
    for plan, wanted in ((joint, True), (own, False)):
        reading = Reading(plan, None, "en")
        assert ("differences" in {one.name for one in all_chapters(outline(reading))}) is wanted
        paper = plan_document(reading, today=TODAY)
        assert ("differences" in {one.name for one in paper.chapters}) is wanted


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("vik", "Not adopted yet by Vik."),
        ("nes", "Nes existed until 2026-12-31 and is part of Havn now."),
    ],
)
def test_front_page_says_first_that_the_plan_does_not_hold_here(joint: Plan, name: str, told: str) -> None:
    """On the municipality's own site and on the joint one; a municipality that has adopted it needs no such line."""
    assert told in words(as_seen_by(joint, name), "front")
    assert told in words(joint, "front")
    assert told not in words(as_seen_by(joint, "havn"), "front")


def test_front_page_says_when_a_municipality_left(tmp_path: Path) -> None:
    """Before its last day nothing is said."""
    folder = write_fjords(tmp_path)
    text = (folder / "plan.yaml").read_text(encoding="utf-8")
    (folder / "plan.yaml").write_text(
        text.replace("role: host,", "role: host, left: 2027-05-31,"), encoding="utf-8"
    )
    plan = plankit.load(folder, rules=()).plan
    assert plan is not None
    own = as_seen_by(plan, "havn")
    assert "Havn left the plan on 2027-05-31." in words(own, "front")
    assert "left the plan" not in words(own, "front", today=date(2027, 5, 30))


def test_own_front_page_names_those_that_the_plan_is_shared_with(joint: Plan) -> None:
    """With the way to the joint plan; the joint plan needs no such table."""
    own = as_seen_by(joint, "vik")
    assert "Shared with Havn, Nes" in words(own, "front")
    table = words(own, "front-areas")
    assert "A plan for three fjords" in table
    assert "https://example.org/plan" in table
    assert "Adopted 2025-12-11" in table
    assert "Who we share the plan with" not in words(joint, "front-areas")


def test_plan_of_one_municipality_says_nothing_of_sharing(tmp_path: Path) -> None:
    """Neither its front page nor its chapters change, also while nobody has adopted it."""
    (tmp_path / "plan.yaml").write_text(
        "plan: {id: p, title: P, language: en}\nparticipants: [{id: a, name: A}]\n", encoding="utf-8"
    )
    plan = plankit.load(tmp_path, rules=()).plan
    assert plan is not None
    assert "Not adopted" not in words(plan, "front")
    assert "Shared with" not in words(plan, "front")
    assert words(plan, "differences").strip() == ""
    assert words(plan, "front-areas").strip() == ""


HELP = """
services:
- {id: s-nes, name: The shelter of Nes, phone: 00 00 00 01, applies_to: nes}
- {id: s-all, name: The joint shelter, phone: 00 00 00 02}
contacts:
- {id: c-nes, party: The watch of Nes, channel: phone, value: 00 00 00 03, applies_to: nes}
- {id: c-vik, party: The watch of Vik, channel: phone, value: 00 00 00 04, applies_to: vik}
"""


def _help(folder: Path, today: date) -> str:
    write_fjords(folder)
    (folder / "help.yaml").write_text(HELP, encoding="utf-8")
    plan = plankit.load(folder).plan
    assert plan is not None
    site = Site(Reading(plan, None, "en"), addresses={}, uri=lambda start, document: document, today=today)
    return str(draw(Page(site, "help"), "help", {}))


def test_help_of_a_municipality_that_is_there_can_be_called(tmp_path: Path) -> None:
    """Before the merger every number is a link, in the plan's order."""
    page = _help(tmp_path, date(2026, 6, 1))
    assert re.findall('href="tel:(0000[0-9]+)"', page) == ["00000001", "00000002", "00000003", "00000004"]
    assert "Do not use" not in page


def test_help_of_a_municipality_that_is_gone_cannot_be_called_and_says_so(tmp_path: Path) -> None:
    """Its number may reach nobody: it stands last, is no link, and the page says what became of the municipality."""
    page = _help(tmp_path, TODAY)
    assert re.findall('href="tel:(0000[0-9]+)"', page) == ["00000002", "00000004"]
    assert page.index("The joint shelter") < page.index("The shelter of Nes")
    said = "Nes existed until 2026-12-31 and is part of Havn now. Do not use what stands here."
    assert page.count(said) == 2


def test_help_on_the_own_site_of_a_municipality_that_is_gone_can_still_be_called(tmp_path: Path) -> None:
    """The front page says that it is gone; a shelter that it shared is still there."""
    write_fjords(tmp_path)
    (tmp_path / "help.yaml").write_text(HELP, encoding="utf-8")
    loaded = plankit.load(tmp_path)
    assert loaded.plan is not None
    own = as_seen_by(loaded.plan, "nes")
    site = Site(Reading(own, None, "en"), addresses={}, uri=lambda start, document: document, today=TODAY)
    assert 'href="tel:00000002"' in str(draw(Page(site, "help"), "help", {}))
