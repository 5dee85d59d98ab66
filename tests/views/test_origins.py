"""Where entries of a merged plan came from, on pages and in comparisons."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

import plankit
from plankit.html.origins import merged_plans, origins
from plankit.html.page import Page, Site
from plankit.html.pieces import draw
from plankit.merging import merge
from plankit.model.plan import Plan
from plankit.views.adopted import deciding, latest_version
from plankit.views.plan_changes import plan_changes
from plankit.views.reading import Reading
from plankit.views.stages import contradiction, stage_of

_PLAN = """\
plan: {{id: {id}-plan, title: Plan for {id}, period: 2020–2023, stage: adopted, document_owner: Leader of {id}}}
participants: [{{id: {id}, name: {id}, status: adopted}}]
versions: [{{id: v1, label: "1.0", stage: adopted, date: 2020-01-01}}]
decisions: [{{kind: adopted, body: Council, date: 2020-01-01, version: v1}}]
hearings: [{{id: h, opens: 2019-01-01, closes: 2019-03-01}}]
measures:
- {{id: m1, title: Course in {id}}}
- {{id: m2, title: Cards}}
"""
TODAY = date(2026, 6, 1)


@pytest.fixture
def both(tmp_path: Path) -> tuple[Plan, Plan]:
    """Two adopted plans."""
    found = []
    for name in ("north", "south"):
        folder = tmp_path / name
        folder.mkdir()
        (folder / "plan.yaml").write_text(_PLAN.format(id=name), encoding="utf-8")
        plan = plankit.load(folder, rules=()).plan
        assert plan is not None
        found.append(plan)
    return found[0], found[1]


def shown(markup: str) -> str:
    """The words of a piece of HTML."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", markup)).strip()


def test_plan_of_its_own_says_nothing_of_origins(both: tuple[Plan, Plan]) -> None:
    """What was never merged has no line for it."""
    page = Page(Site(Reading(both[0], None, "en"), today=TODAY), "measures")
    assert merged_plans(page) == ""
    assert origins(page, both[0].measures[0]) == ""
    assert "From the plan" not in draw(page, "measures", {})


def test_entry_tells_the_plans_that_it_came_from(both: tuple[Plan, Plan]) -> None:
    """A joined measure names both; one that got another id names what it was called."""
    made = merge(both, id="c").plan
    page = Page(Site(Reading(made, None, "en"), today=TODAY), "measures")
    of = {one.id: shown(origins(page, one)) for one in made.measures}
    assert of == {
        "m1": "Plan for north",
        "m2": "Plan for north; Plan for south",
        "m1-south": "Plan for south (m1)",
    }
    assert "From the plan Plan for north; Plan for south" in shown(draw(page, "measures", {}))


def test_page_of_versions_shows_what_the_plan_was_made_from(both: tuple[Plan, Plan]) -> None:
    """Each plan with its period and owner, and the chain that ends in the draft."""
    made = merge(both, id="c", title="Together").plan
    words = shown(draw(Page(Site(Reading(made, None, "en"), today=TODAY), "history"), "history", {}))
    assert "Leader of south" in words
    assert "2020–2023 Together (this plan)" in words


def test_draft_is_not_adopted_by_decisions_on_the_plans_before(both: tuple[Plan, Plan]) -> None:
    """Old decisions, versions and hearings are history: the draft has none of its own, and nothing contradicts it."""
    assert deciding(Reading(both[0], None, "en")) != ()
    reading = Reading(merge(both, id="c").plan, None, "en")
    assert (deciding(reading), latest_version(reading)) == ((), None)
    assert contradiction(reading, TODAY) is None
    assert (stage_of(reading, TODAY).code, stage_of(reading, TODAY).told) == ("draft", None)


def test_origins_are_no_change_of_an_entry(both: tuple[Plan, Plan]) -> None:
    """A measure that both plans had is in the draft as it was: comparing tells nothing of it."""
    made = merge(both, id="c").plan
    found = plan_changes(Reading(both[0], None, "en"), Reading(made, None, "en"))
    assert "m2" not in {one.id for one in found.changes}
    assert "m1-south" in {one.id for one in found.changes}
