"""Chains of plans over time, also as real municipalities have them.

The cases of Løten, Moss, Indre Østfold, Årdal and Sunnmøre hold facts alone, from the public pages that each names, read
for the survey of real plans before November 2026. Titles in brackets are ours: the page does not give one.
"""

from __future__ import annotations

from pathlib import Path

from tests.conftest import WritePlan

import plankit
from plankit.html.chain import plan_chain
from plankit.html.page import Page, Site
from plankit.merging import merge
from plankit.views.chain import ChainPlan, chain
from plankit.views.reading import Reading

ROOT = Path(__file__).parents[2]

LOTEN = """\
plan: {id: loten, title: Handlingsplan mot vold i nære relasjoner, period: 2023–2026, country: "NO"}
participants: [{id: loten, name: Løten}]
succession:
- {direction: replaces, kind: split, title: "[interkommunal plan]", period: 2015–2019, sources: [s]}
references:
- id: s
  address: https://www.loten.kommune.no/plan-bygg-og-eiendom/planer-og-horinger/planer-i-kommunen/planene-faq/handlingsplan-mot-vold-i-naere-relasjoner
"""
INDRE_OSTFOLD = """\
plan: {id: io, title: "[handlingsplan mot vold]", document_date: 2021-10, country: "NO"}
participants: [{id: io, name: Indre Østfold}]
succession:
- {direction: replaces, kind: kommunesammenslåing, title: "[første plan for Askim]", sources: [s]}
- {direction: replaces, kind: kommunesammenslåing, title: "[andre plan for Askim]", sources: [s]}
references:
- {id: s, address: "https://www.ks.no/kommunespeilet/helse-sosial-og-omsorg/lettere-arbeidsdag-med-handlingsplan-mot-vold/"}
"""
ARDAL = """\
plan: {id: ardal, title: Handlingsplan for vald i nære relasjonar, language: nn, period: 2020–2024, country: "NO"}
participants: [{id: ardal, name: Årdal}]
succession:
- {direction: erstattar, kind: utvida verkeområde, title: "[plan for barn]", scope: berre barn, sources: [s]}
references:
- id: s
  address: https://www.porten.no/artiklar/har-utarbeidd-ny-handlingsplan-for-vald-i-naere-relasjonar-handlingsretta/480590
"""


def shown(plans: tuple[ChainPlan, ...]) -> list[tuple[str, list[tuple[str, tuple[int, int] | None]]]]:
    """Title of each plan, with how it came of those before it and the years between."""
    return [(one.title, [(way.kind, way.gap) for way in one.follows]) for one in plans]


def read(write_plan: WritePlan, text: str) -> Reading:
    """The plan in `text`, which has no slip."""
    loaded = plankit.load(write_plan({"plan.yaml": text}), rules=())
    assert loaded.plan is not None
    assert loaded.read.problems == ()
    return Reading(loaded.plan, None, "en")


def test_plan_that_names_no_other_is_its_own_chain(write_plan: WritePlan) -> None:
    """One plan, nothing before it, and nothing drawn."""
    reading = read(write_plan, "plan: {id: p, title: P, period: 2024–2027}\n")
    assert shown(chain(reading)) == [("P", [])]
    assert plan_chain(Page(Site(reading), "history")) == ""


def test_own_plan_after_a_joint_one_shows_the_years_without_a_plan(write_plan: WritePlan) -> None:
    """Løten: the joint plan ended with 2019, its own began in 2023."""
    reading = read(write_plan, LOTEN)
    assert shown(chain(reading)) == [
        ("[interkommunal plan]", []),
        ("Handlingsplan mot vold i nære relasjoner", [("split", (2020, 2022))]),
    ]
    html = plan_chain(Page(Site(reading), "history"))
    assert "no plan in 2020–2022, going by the periods" in html
    assert html.count("<li") == 2
    assert html.count('aria-current="true"') == 1


def test_what_a_plan_says_of_the_years_between_stands_beside_them(write_plan: WritePlan) -> None:
    """The older plan was extended: the reader of the chain is told."""
    text = """\
plan: {id: p, title: P, period: 2026–2029}
succession: [{direction: replaces, title: Q, period: 2021–2024, text: The council extended it for 2025.}]
"""
    html = plan_chain(Page(Site(read(write_plan, text)), "history"))
    assert "(no plan in 2025, going by the periods)</span> The council extended it for 2025." in html


def test_plan_of_a_merged_municipality_has_two_predecessors(write_plan: WritePlan) -> None:
    """Indre Østfold: first plan of a municipality merged from five, heir of two plans of one of them."""
    found = chain(read(write_plan, INDRE_OSTFOLD))
    assert shown(found)[-1] == ("[handlingsplan mot vold]", [("municipal-merger", None)] * 2)
    assert len(found) == 3


def test_widened_scope_is_told_with_what_it_was(write_plan: WritePlan) -> None:
    """Årdal: the plan before was for children alone."""
    before, now = chain(read(write_plan, ARDAL))
    assert (before.scope, now.follows[0].kind) == ("berre barn", "widened-scope")


def test_own_plans_of_some_come_before_the_joint_one_of_all(write_plan: WritePlan) -> None:
    """Sunnmøre: four of the municipalities that are named had no plan, three others had their own."""
    loaded = plankit.load(ROOT / "examples" / "real" / "nn-sunnmore", rules=())
    assert loaded.plan is not None
    had = {one.id: one.had_plan_before for one in loaded.plan.participants}
    assert [name for name, before in had.items() if before] == ["tre-andre"]
    text = """\
plan: {id: s, title: Handlingsplan på Sunnmøre, period: 2021–2025}
participants: [{id: volda, name: Volda}, {id: tre-andre, name: tre andre}]
succession: [{direction: replaces, kind: merge, title: "[eigne planar]", participants: [tre-andre]}]
"""
    before, now = chain(read(write_plan, text))
    assert before.whose == ("tre andre",)
    assert now.follows[0].kind == "merge"


def test_plans_that_tell_of_each_other_make_one_chain(write_plan: WritePlan, tmp_path: Path) -> None:
    """What one says that replaced it and the other that it replaced is one step; the eldest stands first."""
    texts = (
        "plan: {id: b, title: B, period: 2016–2019}\n"
        "succession:\n- {direction: replaces, kind: revision, title: A, period: 2012–2015}\n"
        "- {direction: replaced-by, title: C, period: 2020–2023}\n",
        "plan: {id: c, title: C, period: 2020–2023}\n"
        "succession: [{direction: replaces, kind: replacement, title: b, period: 2016–2019, text: New.}]\n",
    )
    readings = []
    for number, text in enumerate(texts):
        folder = tmp_path / str(number)
        folder.mkdir()
        (folder / "plan.yaml").write_text(text, encoding="utf-8")
        plan = plankit.load(folder, rules=()).plan
        assert plan is not None
        readings.append(Reading(plan, None, "en"))
    found = chain(*readings)
    assert shown(found) == [("A", []), ("B", [("revision", None)]), ("C", [("replacement", None)])]
    assert [one.is_here for one in found] == [False, True, True]
    assert found[2].follows[0].told == "New."
    assert chain(*reversed(readings))[0].title == "A"


def test_plans_in_a_ring_are_each_there_once(write_plan: WritePlan) -> None:
    """A plan that replaces and is replaced by the same one is a slip, not an endless chain."""
    text = """\
plan: {id: a, title: A}
succession: [{direction: replaces, title: B}, {direction: replaced-by, title: B}]
"""
    assert {one.title for one in chain(read(write_plan, text))} == {"A", "B"}


def test_merged_plan_shows_what_its_parts_replaced(tmp_path: Path) -> None:
    """Moss and Rygge merged with 2020: the draft comes of both, and what theirs came of stands before them.

    That the two merged is in the table of municipalities; the plans are made up.
    """
    plans = []
    for name, before in (("Moss", "2013–2016"), ("Rygge", "2010–2014")):
        folder = tmp_path / name
        folder.mkdir()
        (folder / "plan.yaml").write_text(
            f"plan: {{id: {name.lower()}-plan, title: Plan for {name}, period: 2017–2019}}\n"
            f"participants: [{{id: {name.lower()}, name: {name}}}]\n"
            f"succession: [{{id: s, direction: replaces, kind: revision, title: Eldre, period: {before}}}]\n",
            encoding="utf-8",
        )
        plan = plankit.load(folder, rules=()).plan
        assert plan is not None
        plans.append(plan)
    made = merge(plans, id="ny", kind="merger", title="Ny plan").plan
    found = chain(Reading(made, None, "en"))
    assert [one.title for one in found] == ["Eldre", "Eldre", "Plan for Moss", "Plan for Rygge", "Ny plan"]
    assert [way.kind for way in found[-1].follows] == ["municipal-merger"] * 2
    assert [(one.title, one.follows[0].gap) for one in found[2:4]] == [
        ("Plan for Moss", None),
        ("Plan for Rygge", (2015, 2016)),
    ]
