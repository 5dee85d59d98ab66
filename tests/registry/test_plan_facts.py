"""Facts of one plan: the same in JSON, the same from day to day."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.registry.country import plan_text

from plankit.loading import Loaded, load
from plankit.registry.facts import SHAPE, PlanFacts, facts_of, from_json, to_json
from plankit.views.in_force import Member

ROOT = Path(__file__).parents[2]
FJORDVIK = ROOT / "examples" / "fjordvik"
DAY = date(2026, 11, 22)


def written(folder: Path, text: str) -> Loaded:
    """A plan of that text, loaded on the day of the tests."""
    (folder / "plan.yaml").write_text(text, encoding="utf-8")
    return load(folder, today=DAY)


@pytest.fixture(scope="module")
def facts() -> PlanFacts:
    """The facts of the example plan."""
    return facts_of(load(FJORDVIK, today=DAY), folder="fjordvik", today=DAY)


def test_facts_are_the_same_after_json(facts: PlanFacts) -> None:
    """What is written as JSON is read as an equal value."""
    assert from_json(json.loads(json.dumps(to_json(facts)))) == facts


@pytest.mark.parametrize("spoilt", [{"shape": SHAPE + 1}, {"shape": None}, {"measures": []}])
def test_facts_of_another_shape_are_refused(facts: PlanFacts, spoilt: dict[str, object]) -> None:
    """A later shape is never read as if it were this one; a key that is not known is not looked past."""
    values = {**to_json(facts), **spoilt}
    if "measures" in spoilt:
        del values["numbers"]
    with pytest.raises(ValueError, match=r"shape|numbers"):
        from_json(values)


def test_facts_tell_the_plan_apart_from_its_folder(facts: PlanFacts) -> None:
    """Folder, id, title, guide and period are those of the plan."""
    told = (facts.folder, facts.plan, facts.title, facts.guide, facts.period, facts.country)
    assert told == ("fjordvik", "fjordvik-2026-2029", "Trygg i egen heim", "no-vold", "2026–2029", "NO")
    assert facts.guide_known


def test_facts_count_what_the_plan_holds(facts: PlanFacts) -> None:
    """Measures are counted, and those of them with a last day and with an owner; none more than there are."""
    plan = load(FJORDVIK, today=DAY).plan
    assert plan is not None
    numbers = facts.numbers
    assert (numbers.measures, numbers.goals) == (len(plan.measures), len(plan.goals))
    assert 0 < numbers.with_deadline < numbers.measures
    assert 0 < numbers.with_owner <= numbers.measures


def test_facts_say_who_adopted_when(facts: PlanFacts) -> None:
    """The decision that adopted the plan gives the day and the body."""
    (member,) = facts.participants
    assert member.adopted
    assert date(2025, 12, 11) in member.adoptions
    assert member.adopted_by == "Kommunestyret"


def test_facts_of_another_day_differ_only_in_what_was_found(facts: PlanFacts) -> None:
    """Everything but findings, coverage and the day of the judgement holds from day to day."""
    later = facts_of(load(FJORDVIK, today=date(2031, 1, 1)), folder="fjordvik", today=date(2031, 1, 1))
    assert later.findings != facts.findings
    of_the_day = {
        "judged_on": facts.judged_on,
        "findings": facts.findings,
        "severities": facts.severities,
        "coverage": facts.coverage,
        "waived": facts.waived,
    }
    assert replace(later, **of_the_day) == facts  # type: ignore[arg-type]


def test_facts_of_a_folder_without_a_plan_are_refused(tmp_path: Path) -> None:
    """There are no facts where there is no plan."""
    with pytest.raises(ValueError, match="nothing"):
        facts_of(written(tmp_path, "plan: {id: [\n"), folder="nothing")


def test_plan_that_names_nobody_has_one_nameless_member_with_its_decision(tmp_path: Path) -> None:
    """Whoever lists the plan may say whose it is; the plan's own decision is that municipality's."""
    decided = "decisions:\n- {body: Kommunestyret, kind: adopted, date: 2024-11-20}\n"
    (member,) = facts_of(written(tmp_path, plan_text(more=decided)), today=DAY).participants
    assert member == Member(
        id="", name="", adopted=True, adoptions=(date(2024, 11, 20),), adopted_by="Kommunestyret"
    )


def test_decision_without_a_participant_adopts_for_nobody_in_a_shared_plan(tmp_path: Path) -> None:
    """Each municipality adopts by itself: a decision that does not say whose it is counts for none of them."""
    decided = "decisions:\n- {body: Rådet, kind: adopted, date: 2024-11-20}\n"
    text = plan_text(("Stavanger", "1103"), ("Sandnes", "1108"), adopted="", more=decided)
    members = facts_of(written(tmp_path, text), today=DAY).participants
    assert [one.adopted for one in members] == [False, False]


def test_updated_looks_past_what_is_still_to_come(tmp_path: Path) -> None:
    """The last day on which something happened is never later than the day that one asks on."""
    hearing = "hearings:\n- {opens: 2026-11-01, closes: 2026-12-15}\n"
    facts = facts_of(written(tmp_path, plan_text(("Oslo", "0301"), more=hearing)), today=DAY)
    assert facts.updated(DAY) == date(2026, 11, 1)
    assert facts.updated(date(2020, 1, 1)) is None
